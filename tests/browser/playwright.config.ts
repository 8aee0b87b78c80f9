import { type Project, defineConfig } from "@playwright/test";
import { type Engine, chromium, find, flags, preferences } from "./support/engines.ts";

// A port of one's own, so that two runs on one machine do not meet; the workers inherit it.
process.env.PORTAL_PORT ??= String(20_000 + (process.pid % 20_000));
process.env.PORTAL_BASE ??= "/training/portal/";
const origin = `http://127.0.0.1:${process.env.PORTAL_PORT}`;
const home = `${origin}${process.env.PORTAL_BASE}`;

/** The tests that tell the story of the portal and have been in each of its rooms: every engine runs them. */
const SMOKE = /@smoke/;

/** A project for each engine that this machine has; docs/engines.md says how they are driven. */
function projects(): Project[] {
  const whole: Project = { name: "chromium" satisfies Engine, use: { browserName: "chromium", launchOptions: { executablePath: chromium(), args: flags } } };
  // `cargo xtask test` takes a smoke of the others, and with `--long` all that they can.
  const grep = process.env.PORTAL_SMOKE ? SMOKE : /(?:)/;
  const firefox: Project = {
    name: "firefox" satisfies Engine,
    grep,
    use: { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath: find("firefox"), firefoxUserPrefs: preferences } },
  };
  // By WebDriver BiDi for Playwright, and by WebDriver behind that: support/webkit/.
  const webkit: Project = { name: "webkit" satisfies Engine, grep: SMOKE, use: { browserName: "firefox", channel: "moz-firefox" } };
  return [whole, ...(find("firefox") ? [firefox] : []), ...(find("webkit") ? [webkit] : [])];
}

export default defineConfig({
  testDir: ".",
  // `cargo xtask test --long` runs the long ones too, and `cargo xtask pictures` takes the pictures.
  testIgnore: [...(process.env.PORTAL_LONG ? [] : ["**/*.long.spec.ts"]), ...(process.env.PORTAL_PICTURES ? [] : ["**/pictures.spec.ts"])],
  // The pictures are the same wherever the set-up has installed the fonts.
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // Where nobody watches, a second try tells what is broken from what a busy machine was late for; the report names both.
  retries: process.env.CI ? 1 : 0,
  // A check of a whole page for accessibility takes a while on two busy cores.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["./support/reporter.ts"]],
  projects: projects(),
  use: {
    baseURL: home,
    locale: "en-US",
    timezoneId: "UTC",
    // Somebody who has been here before (welcome.spec.ts is about a first visit) and wants no offline copy: what is
    // looked at is what the host has now. The hosts that a test makes for itself have origins of their own, where the
    // copy is kept as for everybody; offline.spec.ts is about that.
    storageState: {
      cookies: [],
      origins: [{ origin, localStorage: [{ name: "iep/pref/first-steps", value: "dismissed" }, { name: "iep/pref/offline", value: "removed" }] }],
    },
    contextOptions: { reducedMotion: "reduce" },
    // What cannot be pressed by then never can.
    actionTimeout: 30_000,
    screenshot: "only-on-failure",
    // Recording costs a good part of the run: `PORTAL_TRACE=1` asks for it.
    trace: process.env.PORTAL_TRACE ? "retain-on-failure" : "off",
  },
  webServer: { command: "node support/server.mjs", url: home, stdout: "ignore" },
});
