// The browser's storage from outside of the portal, as other scripts, other versions and broken disks treat it.
import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "./test.ts";

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
    const result = await body(page);
    // A page that is closed at once may take with it what it has not handed to the browser yet.
    await page.evaluate(() => fetch(location.href).then((answer) => answer.text()));
    return result;
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

/** An entry whose text was changed, with the check that belongs to it (FNV-1a over key and text). */
export function sealed(key: string, text: string): string {
  const row = text.replace(/,"[0-9a-f]{8}"\]$/, "");
  let sum = 0x811c9dc5;
  for (const byte of Buffer.from(`${key}\0${row}`)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return `${row},"${sum.toString(16).padStart(8, "0")}"]`;
}

/** The second copy: what each of its stores holds. */
export type Copy = Record<string, Entries>;

/** Reads the second copy, or puts another in its place. */
export const secondCopy = (page: Page, other: Copy | null = null): Promise<Copy> =>
  page.evaluate(async (other) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("iep"));
    const found: Copy = {};
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name, "readwrite").objectStore(name);
      if (other) {
        await done(store.clear());
        for (const [key, value] of Object.entries(other[name])) await done(store.put(value, key));
      }
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      found[name] = Object.fromEntries(keys.map((key, at) => [String(key), values[at]]));
    }
    database.close();
    return found;
  }, other);

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

/** Waits until one's own workspace is kept, which is a little after it is shown. */
export const kept = (page: Page) => expect.poll(async () => Object.keys(await entries(page))).toContain(`${MAIN}head`);

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

/** Everything that this browser keeps of the portal, as one text. */
export const everything = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        found.push(await done(all.getAllKeys()), await done(all.getAll()));
      }
      database.close();
    }
    return JSON.stringify(found);
  });
