// What a test needs of the browser that runs it, beside what every engine has. A test is left out where it is missing,
// by one of these names; support/reporter.ts prints which tests those are, with the reason.
import { test } from "@playwright/test";

export const REASONS = {
  "asked before it runs": "Firefox evaluates a worker that has changed as soon as a page is opened, before that page can ask whether it is the one that was built",
  cdp: "a page is crashed or reloaded past its worker, or the worker stopped, by the DevTools protocol, which only Chromium speaks",
  kill: "the browser is killed and started again with its profile, which Playwright does for Chromium only",
  media: "Firefox does not emulate print and forced colours for WebDriver BiDi",
  "no scripts": "Firefox does not switch scripts off for WebDriver BiDi",
  pictures: "the pictures that are compared with are of Chromium, and each engine draws a letter in its own way",
  touch: "Firefox takes no touches for WebDriver BiDi",
  shifts: "only Chromium measures layout shifts",
} as const;

export type Need = keyof typeof REASONS;

/** Leaves the test out if this browser does not have what it needs. Helpers say it, too: before they do anything. */
export function needs(...what: Need[]) {
  const info = test.info();
  if (info.project.name === "chromium") return;
  info.skip(true, what.map((need) => `needs ${need}: ${REASONS[need]}`).join("; "));
}
