// The browser's storage from outside of the portal, as other scripts, other versions and broken disks treat it.
import type { BrowserContext, Page } from "@playwright/test";

/** Every entry of localStorage. */
export type Entries = Record<string, string>;

/** Where the workspace of the user's own is kept. */
export const MAIN = "iep/w/main/";

/**
 * Runs `body` on a page of the portal's origin that is not the portal, so that nothing writes meanwhile; every page
 * of the portal in this context should be closed or away.
 */
export async function outside<T>(context: BrowserContext, home: string, body: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  await page.goto(new URL("worker.js", home).href);
  try {
    return await body(page);
  } finally {
    await page.close();
  }
}

export const entries = (page: Page): Promise<Entries> => page.evaluate(() => ({ ...localStorage }));

export const write = (page: Page, changes: Record<string, string | null>) =>
  page.evaluate((changes) => {
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    }
  }, changes);

/** Takes the second copy away, as a browser does that has no IndexedDB. */
export const forgetSecondCopy = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase("iep");
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error("a page has it open"));
      }),
  );

/** Fills the storage up to the last character with something that is not the portal's. */
export const fill = (page: Page, leave = 0) =>
  page.evaluate((leave) => {
    let size = 4_194_304;
    let text = "";
    while (size >= 1) {
      try {
        localStorage.setItem("somebody-else", text + "x".repeat(size));
        text += "x".repeat(size);
      } catch {
        // That was too much; half of it may fit.
      }
      size = Math.floor(size / 2);
    }
    localStorage.setItem("somebody-else", text.slice(leave));
  }, leave);
