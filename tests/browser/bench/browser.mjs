// The browser that is measured: the system's, as for the tests, but with frames as a person sees them.
export const browserPath = () => process.env.CHROMIUM ?? "/usr/bin/chromium";

export const browserFlags = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--enable-precise-memory-info",
];
