// The browsers of the system that run the tests, and how they are started.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export type Engine = "chromium" | "firefox" | "webkit";

/** In the order in which xtask/src/engines.rs looks for them, too. */
const programs: Record<Engine, { name: string; variable: string; names: string[] }> = {
  chromium: { name: "Chromium", variable: "CHROMIUM", names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"] },
  firefox: { name: "Firefox", variable: "FIREFOX", names: ["firefox-esr", "firefox"] },
  // What drives it, which starts it, too.
  webkit: { name: "WebKitGTK", variable: "WEBKIT", names: ["WebKitWebDriver"] },
};
export const ENGINES = Object.keys(programs) as Engine[];

/** What people call an engine. */
export const nameOf = (engine: Engine) => programs[engine].name;

/** The path of a browser: what its variable says (CHROMIUM, FIREFOX, WEBKIT; nothing: none), else the first of its usual names in PATH. */
export function find(engine: Engine): string | undefined {
  const { variable, names } = programs[engine];
  const chosen = process.env[variable];
  if (chosen !== undefined) return chosen || undefined;
  // WebKitGTK has no mode without a screen, so one is made for it.
  return engine !== "webkit" || inPath(["Xvfb"]) ? inPath(names) : undefined;
}

function inPath(names: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** The path of Chromium, without which nothing is tested. */
export function chromium(): string {
  const found = find("chromium");
  if (!found) throw new Error("No Chromium in PATH: install it, or set CHROMIUM to its path.");
  return found;
}

/** What Chromium should leave alone; the superuser's does not start with its sandbox. */
export const flags = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--no-first-run",
];

/**
 * What Playwright cannot emulate in Firefox, which is the same for all tests: nothing moves, the system is light, and what is
 * saved opens no panel, which would take the focus from the page.
 */
export const preferences = {
  "browser.download.alwaysOpenPanel": false,
  "ui.prefersReducedMotion": 1,
  "layout.css.prefers-color-scheme.content-override": 1,
};
