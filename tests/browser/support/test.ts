// The `test` of every file here: one that fails on what a user would not see.
import { test as base, type BrowserContext } from "@playwright/test";
import { mend } from "./firefox.ts";
import { VERSION } from "./reporter.ts";
import { drive } from "./webkit/drive.ts";

export { expect } from "@playwright/test";
export { needs } from "./needs.ts";

const NOTHING = /(?!)/;
/** What the browser says when a page is left in its first moment, while files are still on their way. */
const LEFT =
  /^console: Fetch API cannot load \S+(worker\.js|_[a-z]+\.(wasm|json))\. ?$|^uncaught: Failed to load ‘\S+\.(wasm|css|json)’\. A ServiceWorker intercepted the request and encountered an unexpected error/;
/** What Firefox says of the style that Playwright puts into a page to take a picture of it. */
const PICTURE = /Content-Security-Policy: .*sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/;

type Options = {
  /** What a test provokes on purpose, as it stands in the console. */
  provoked: RegExp;
};

/**
 * Notes everything in this context that should not be: a warning or an error in the console, an exception that
 * nobody catches, a request to another origin. For contexts that a test makes by itself.
 */
export function watch(context: BrowserContext, home: string, provoked: RegExp = NOTHING): string[] {
  const troubles: string[] = [];
  const note = (trouble: string) => {
    if (![provoked, LEFT, PICTURE].some((known) => known.test(trouble))) troubles.push(trouble);
  };
  const origin = new URL(home).origin;
  context.on("console", (message) => {
    if (["error", "warning", "assert"].includes(message.type())) note(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => note(`uncaught: ${error.error().stack ?? error.error()}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const inside = url.origin === origin || ["data:", "blob:", "about:"].includes(url.protocol);
    if (!inside) note(`request to another origin: ${request.url()}`);
  });
  return troubles;
}

export const test = base.extend<Options>({
  playwright: [
    async ({ playwright }, use, { project }) => {
      if (project.name !== "webkit") return use(playwright);
      const { locale = "en-US", timezoneId = "UTC" } = project.use;
      const end = await drive(playwright.firefox, locale, timezoneId);
      await use(playwright);
      await end();
    },
    { scope: "worker" },
  ],
  browser: [
    async ({ browser, browserName }, use) => {
      // For WebKitGTK, which answers as Firefox does, too.
      if (browserName === "firefox") mend(browser);
      await use(browser);
    },
    { scope: "worker" },
  ],
  provoked: [NOTHING, { option: true }],
  context: async ({ context, baseURL, provoked, browser }, use, info) => {
    info.annotations.push({ type: VERSION, description: browser.version() });
    const troubles = watch(context, baseURL!, provoked);
    await use(context);
    base.expect(troubles, "nothing in the console, no exception, no request to another origin").toEqual([]);
  },
});
