// Copies: what the browser's database has beside localStorage is whole, is not trusted when it is not, and forgets what is
// deleted.
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";
import { call, create, listed, openForCalls, reachable } from "./support/calls.ts";
import { clock, jobs, pause, withoutLater } from "./support/portal.ts";
import { type Copy, MAIN, entries, forgetSecondCopy, outside, sealed, secondCopy, write, everything } from "./support/storage.ts";
import { expect, test } from "./support/test.ts";

test.use({ provoked: /Failed to load resource|no second copy any more|the second copy stays/ });

const SETTINGS = "./#/settings";
const SECRET = "Rumpelstiltskin";
const storage = (page: Page) => page.getByRole("region", { name: "Storage" });
const jump = (page: Page, name: string) => clock(page).getByRole("button", { name, exact: true }).click();
/** The time in a head as it is kept. */
const time = (head: string): number => JSON.parse(head)[3];

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
  await expect(storage(page)).toContainText("Every answered command is also saved in a second copy");
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
    await expect(storage(page)).toContainText(/There is no second copy|The second copy cannot be reached/);
    await expect(storage(page)).toContainText("the disk is full");
    expect(await listed(page)).toEqual([...wanted].sort());
    await page.close();
    const later = await context.newPage();
    await openForCalls(later, SETTINGS);
    expect(await listed(later)).toEqual([...wanted].sort());
    await expect(storage(later)).toContainText("is also saved in a second copy");
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
  await expect(storage(page)).toContainText("is also saved in a second copy");
  await page.goto("about:blank");
  // localStorage is gone; the copy alone has to do.
  await outside(context, baseURL!, (other) => other.evaluate(() => localStorage.clear()));
  await openForCalls(page, "./#/?scenario=load&jobs=3000&seed=1");
  await expect(page.getByText("3,005 jobs", { exact: true })).toBeVisible();
  expect(await listed(page)).toEqual(made);
});

/** A browser with two jobs more than on a first visit, whose pages are closed; `change` may then change what it keeps. */
async function left(context: BrowserContext, home: string, change: (other: Page) => Promise<unknown> = async () => {}) {
  const page = await context.newPage();
  await openForCalls(page, SETTINGS);
  await pause(page);
  for (const name of ["one", "two"]) expect((await create(page, name)).status).toBe(201);
  await expect(storage(page)).toContainText("is also saved in a second copy");
  await page.close();
  await outside(context, home, change);
}
const forgetLocal = (page: Page) => page.evaluate(() => localStorage.clear());
/** A second copy that counts as newer than what localStorage has. */
const ahead = ({ slots, ...rest }: Copy): Copy => {
  const [fence, seq, epoch] = slots.main.split(" ").map(Number);
  return { ...rest, slots: { ...slots, main: `${fence + 1} ${seq + 1} ${epoch + 1}` } };
};

test("an entry of the second copy that cannot be read is set aside and named where the copy is all there is, and the rest is there", async ({ page, context, baseURL }) => {
  await left(context, baseURL!, async (other) => {
    const copy = await secondCopy(other);
    const [[key]] = Object.entries(copy.entries).filter(([, text]) => text.includes('"lab","two"'));
    expect(key).toBe("main/job/17");
    await secondCopy(other, { ...copy, entries: { ...copy.entries, [key]: "<b>broken</b>" } });
    await forgetLocal(other);
  });
  await openForCalls(page, "./#/jobs");
  await expect(page.getByText("1 entry couldn’t be read or is missing")).toBeVisible();
  expect(await listed(page)).toEqual(["one"]);
  await expect(jobs(page)).toHaveAttribute("aria-rowcount", "17");
  await page.goto(SETTINGS);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Download ${MAIN}job/17` }).click()]);
  expect(readFileSync((await download.path())!, "utf8")).toBe("<b>broken</b>");
});

test("a second copy that is older brings nothing back, and is made anew", async ({ page, context, baseURL }) => {
  await left(context, baseURL!);
  const old = await outside(context, baseURL!, (other) => secondCopy(other));
  await openForCalls(page, SETTINGS);
  expect((await call(page, "DELETE", "one")).status).toBe(200);
  expect((await create(page, "three")).status).toBe(201);
  await page.goto("about:blank");
  await outside(context, baseURL!, (other) => secondCopy(other, old));
  await openForCalls(page, SETTINGS);
  expect(await listed(page)).toEqual(["three", "two"]);
  await expect(storage(page)).toContainText("is also saved in a second copy");
  await page.goto("about:blank");
  const renewed = await outside(context, baseURL!, async (other) => {
    await forgetLocal(other);
    return secondCopy(other);
  });
  expect(JSON.stringify(renewed)).not.toContain('"lab","one"');
  await openForCalls(page, SETTINGS);
  expect(await listed(page)).toEqual(["three", "two"]);
});

test("a second copy of which nothing can be read is as good as none beside what localStorage has", async ({ page, context, baseURL }) => {
  await left(context, baseURL!, async (other) => {
    const copy = await secondCopy(other);
    await secondCopy(other, { ...copy, entries: Object.fromEntries(Object.keys(copy.entries).map((key) => [key, "nonsense"])), answers: {} });
  });
  await openForCalls(page, SETTINGS);
  expect(await listed(page)).toEqual(["one", "two"]);
  await page.goto("./#/jobs");
  await expect(jobs(page)).toHaveAttribute("aria-rowcount", "18");
  await expect(page.getByText(/set aside/)).toHaveCount(0);
});

for (const broken of [/^main\/job\/17$/, /./]) {
  test(`what cannot be read in a second copy that is newer (${broken.source}) is taken from localStorage, which can`, async ({ page, context, baseURL }) => {
    await left(context, baseURL!, async (other) => {
      const copy = ahead(await secondCopy(other));
      const texts = Object.entries(copy.entries).map(([key, text]) => [key, broken.test(key) ? "nonsense" : text]);
      await secondCopy(other, { ...copy, entries: Object.fromEntries(texts) });
    });
    await openForCalls(page, "./#/jobs");
    expect(await listed(page)).toEqual(["one", "two"]);
    await expect(jobs(page)).toHaveAttribute("aria-rowcount", "18");
    // Where only some of it cannot be read, that may have been more than what localStorage has.
    await expect(page.getByText("1 entry couldn’t be read or is missing")).toHaveCount(broken.test("main/origin") ? 0 : 1);
    await page.goto(SETTINGS);
    await expect(storage(page)).toContainText("is also saved in a second copy");
    // The copy is sound again: without localStorage it is all there is.
    await page.goto("about:blank");
    await outside(context, baseURL!, forgetLocal);
    await openForCalls(page, SETTINGS);
    expect(await listed(page)).toEqual(["one", "two"]);
    await expect(page.getByText(/(was|were) set aside/)).toHaveCount(0);
  });
}

test("what either copy has of the other's broken entries comes together, and then both have all of it", async ({ page, context, baseURL }) => {
  await left(context, baseURL!, async (other) => {
    const copy = await secondCopy(other);
    await secondCopy(other, { ...copy, entries: { ...copy.entries, "main/job/17": "nonsense" } });
    await write(other, { [`${MAIN}job/16`]: "nonsense" });
  });
  for (const lost of ["localStorage", "the second copy"]) {
    await openForCalls(page, SETTINGS);
    expect(await listed(page)).toEqual(["one", "two"]);
    await expect(storage(page)).toContainText("is also saved in a second copy");
    await page.goto("about:blank");
    await outside(context, baseURL!, lost === "localStorage" ? forgetLocal : forgetSecondCopy);
  }
  await openForCalls(page, SETTINGS);
  expect(await listed(page)).toEqual(["one", "two"]);
});

test("a tab that has met a broken entry shows what the tab that leads has found elsewhere, and so when it leads itself", async ({ page, context, baseURL }) => {
  await left(context, baseURL!, (other) => write(other, { [`${MAIN}job/17`]: "nonsense" }));
  // Both have read the broken entry before either leads.
  const arrive = await withoutLater(context);
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) {
    await tab.goto("./#/jobs");
    await expect(jobs(tab)).toHaveAttribute("aria-rowcount", "17");
  }
  arrive();
  for (const tab of tabs) await expect(jobs(tab)).toHaveAttribute("aria-rowcount", "18");
  for (const closed of tabs) {
    const rest = tabs.filter((tab) => tab !== closed && !tab.isClosed());
    await closed.close();
    for (const tab of rest) {
      await reachable(tab);
      await expect(jobs(tab)).toHaveAttribute("aria-rowcount", "18");
      expect((await create(tab, "three")).status).toBe(201);
      await expect(jobs(tab)).toHaveAttribute("aria-rowcount", "19");
    }
  }
});

for (const local of ["is older", "is gone"]) {
  test(`a second copy that a newer version has written stays as it is where localStorage ${local}, and the page asks for a reload`, async ({ page, context, baseURL }) => {
    let before: Copy = {};
    await left(context, baseURL!, async (other) => {
      const copy = ahead(await secondCopy(other));
      const head = sealed("head", copy.entries["main/head"].replace(/^\[\d+,/, "[99,"));
      before = await secondCopy(other, { ...copy, entries: { ...copy.entries, "main/head": head, "main/job/1": "what no older version can read" } });
      if (local === "is gone") await forgetLocal(other);
    });
    const kept = await outside(context, baseURL!, entries);
    for (let round = 0; round < 2; round++) {
      await openForCalls(page);
      await expect(page.getByText("A newer version of the portal is running")).toBeVisible();
      const refused = await create(page, "must-not-be");
      expect([refused.status, refused.body.error.code]).toEqual([409, "PortalOutdated"]);
      await page.goto("about:blank");
    }
    const [after, local_] = await outside(context, baseURL!, async (other) => [await secondCopy(other), await entries(other)] as const);
    expect(after.entries).toEqual(before.entries);
    expect(after.answers).toEqual(before.answers);
    // Who would lead may be noted, but not another commit.
    expect(after.slots.main.split(" ").slice(1)).toEqual(before.slots.main.split(" ").slice(1));
    // Whose the plain names are is no part of what is kept.
    expect(local_).toEqual({ ...kept, "iep/home": new URL(baseURL!).pathname });
  });
}

test("when a newer version gives the database another shape, commands are kept without a second copy, and the settings say so", async ({ page, context, baseURL }) => {
  await openForCalls(page, SETTINGS);
  await pause(page);
  expect((await create(page, "before")).status).toBe(201);
  const renewed = () =>
    outside(context, baseURL!, (other) =>
      other.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.open("iep", 2);
            request.onsuccess = () => (request.result.close(), resolve());
            request.onerror = () => reject(request.error);
          }),
      ),
    );
  await renewed();
  expect((await create(page, "after")).status).toBe(201);
  await expect(storage(page)).toContainText("There is no second copy");
  await page.reload();
  await reachable(page);
  await expect(storage(page)).toContainText("There is no second copy");
  expect((await create(page, "later")).status).toBe(201);
  expect(await listed(page)).toEqual(["after", "before", "later"]);
});

test("a job whose entry is missing is brought back from the second copy, and that is told once", async ({ page, context, baseURL }) => {
  await left(context, baseURL!, (other) => other.evaluate((key) => localStorage.removeItem(key), `${MAIN}job/17`));
  await openForCalls(page, "./#/jobs");
  await expect(page.getByText("1 entry couldn’t be read or is missing")).toBeVisible();
  await expect.poll(() => listed(page)).toEqual(["one", "two"]);
  await page.goto(SETTINGS);
  const told = storage(page).getByRole("listitem").filter({ hasText: `${MAIN}job/17` });
  await expect(told).toContainText("It was brought back from the second copy.");
  await told.getByRole("button", { name: `Discard ${MAIN}job/17` }).click();
  await page.goto("about:blank");
  await openForCalls(page, SETTINGS);
  await expect(storage(page)).toContainText("is also saved in a second copy");
  await expect(told).toHaveCount(0);
  expect(await listed(page)).toEqual(["one", "two"]);
});

test("a head that cannot be read and has no second copy costs no job, and what was made anew is told", async ({ page, context, baseURL }) => {
  await left(context, baseURL!, async (other) => {
    await other.evaluate((key) => localStorage.setItem(key, "[]"), `${MAIN}head`);
    await forgetSecondCopy(other);
  });
  await openForCalls(page, SETTINGS);
  await expect.poll(() => listed(page)).toEqual(["one", "two"]);
  const told = storage(page).getByRole("listitem").filter({ hasText: `${MAIN}head` });
  await expect(told).toContainText("made anew from the jobs and the activity log");
  await page.goto("about:blank");
  await openForCalls(page, SETTINGS);
  await expect.poll(() => listed(page)).toEqual(["one", "two"]);
  await expect(told).toHaveCount(1);
});
