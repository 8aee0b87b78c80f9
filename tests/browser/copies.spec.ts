// Copies: what the browser's database has beside localStorage is whole, is not trusted when it is not, and forgets what is
// deleted.
import type { Page } from "@playwright/test";
import { call, create, listed, openForCalls } from "./support/calls.ts";
import { clock, pause } from "./support/portal.ts";
import { MAIN, entries, outside, write } from "./support/storage.ts";
import { expect, test } from "./support/test.ts";

test.use({ provoked: /Failed to load resource|no second copy any more|the second copy stays/ });

const SETTINGS = "./#/settings";
const SECRET = "Rumpelstiltskin";
const storage = (page: Page) => page.getByRole("region", { name: "Storage" });
const jump = (page: Page, name: string) => clock(page).getByRole("button", { name, exact: true }).click();
/** The time in a head as it is kept. */
const time = (head: string): number => JSON.parse(head)[3];

/** Everything that this browser keeps of the portal, as one text. */
const everything = (page: Page): Promise<string> =>
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

test("nothing of a deleted job is left anywhere but its line in the log", async ({ page }) => {
  await openForCalls(page, SETTINGS);
  await pause(page);
  for (const name of ["by-hand", "by-time"]) {
    const made = await page.evaluate(
      ([name, secret]) => {
        const { call, exportJob } = globalThis as any;
        const returnAddress = { ...exportJob.properties.returnAddress, recipientName: secret };
        return call("PUT", name, { ...exportJob, tags: { [secret]: secret }, properties: { ...exportJob.properties, returnAddress } });
      },
      [name, SECRET] as const,
    );
    expect(made.status).toBe(201);
    expect((await call(page, "PATCH", name, { tags: { again: SECRET }, properties: { cancelRequested: true } })).status).toBe(200);
  }
  expect(await everything(page)).toContain(SECRET);
  expect((await call(page, "DELETE", "by-hand")).status).toBe(200);
  // A cancelled job is completed within minutes and kept for 90 days.
  await jump(page, "+1 day");
  await jump(page, "+90 days");
  await expect.poll(async () => (await call(page, "GET", "by-time")).status).toBe(404);
  const left = await everything(page);
  expect(left).toContain("by-hand");
  expect(left).not.toContain(SECRET);
});

test("a jump that was answered outlives a browser that forgets what localStorage was told last", async ({ page, context, baseURL }) => {
  await openForCalls(page, SETTINGS);
  await pause(page);
  const before = await entries(page);
  await jump(page, "+1 day");
  await expect.poll(async () => time((await entries(page))[`${MAIN}head`]) - time(before[`${MAIN}head`])).toBe(86_400_000);
  await page.goto("about:blank");
  await outside(context, baseURL!, async (other) => {
    await other.evaluate(() => localStorage.clear());
    await write(other, before);
  });
  await openForCalls(page, SETTINGS);
  // The list can be seen before the tab leads.
  await expect.poll(async () => time((await entries(page))[`${MAIN}head`]) - time(before[`${MAIN}head`])).toBe(86_400_000);
});

test("the settings say that there is a second copy, and why where there is none", async ({ page, context }) => {
  await openForCalls(page, SETTINGS);
  await expect(storage(page)).toContainText("Every command that is answered is also in a second copy");
  await page.close();
  const without = await context.newPage();
  await without.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
  await openForCalls(without, SETTINGS);
  await expect(storage(without)).toContainText("There is no second copy");
});

for (const n of [1, 2, 3, 5, 8, 13, 40]) {
  test(`when every ${n}. write to the database fails, commands are kept all the same and the settings say what is at risk`, async ({ page, context }) => {
    await page.addInitScript((n) => {
      const put = IDBObjectStore.prototype.put;
      let count = 0;
      Object.assign(globalThis, { armed: false });
      IDBObjectStore.prototype.put = function (...given) {
        if ((globalThis as any).armed && ++count % n === 0) throw new DOMException("the disk is full", "QuotaExceededError");
        return put.apply(this, given);
      };
    }, n);
    await openForCalls(page, SETTINGS);
    await pause(page);
    await page.evaluate(() => Object.assign(globalThis, { armed: true }));
    const wanted: string[] = [];
    for (let round = 0; round < 12; round++) {
      expect((await create(page, `job-${round}`)).status).toBe(201);
      wanted.push(`job-${round}`);
      if (round % 3 === 2) expect((await call(page, "DELETE", wanted.shift()!)).status).toBe(200);
    }
    await expect(storage(page)).toContainText("There is no second copy");
    await expect(storage(page)).toContainText("the disk is full");
    expect(await listed(page)).toEqual([...wanted].sort());
    await page.close();
    const later = await context.newPage();
    await openForCalls(later, SETTINGS);
    expect(await listed(later)).toEqual([...wanted].sort());
    await expect(storage(later)).toContainText("is also in a second copy");
  });
}

test("while a copy of many jobs is being made, what is done meanwhile is in it in the end", async ({ page, context, baseURL }) => {
  await openForCalls(page, "./#/?scenario=load&jobs=3000&seed=1");
  await pause(page);
  const made: string[] = [];
  for (let round = 0; round < 5; round++) {
    expect((await create(page, `meanwhile-${round}`)).status).toBe(201);
    made.push(`meanwhile-${round}`);
  }
  await page.goto(SETTINGS);
  await expect(storage(page)).toContainText("is also in a second copy");
  await page.goto("about:blank");
  // localStorage is gone; the copy alone has to do.
  await outside(context, baseURL!, (other) => other.evaluate(() => localStorage.clear()));
  await openForCalls(page, "./#/?scenario=load&jobs=3000&seed=1");
  await expect(page.getByText("3,005 jobs", { exact: true })).toBeVisible();
  expect(await listed(page)).toEqual(made);
});
