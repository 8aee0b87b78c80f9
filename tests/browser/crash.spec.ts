// Crashes: a leader that crashes in the middle of something long leaves all of it or none, and nothing is done twice.
import type { BrowserContext, Page } from "@playwright/test";
import { listed, openForCalls } from "./support/calls.ts";
import { clock, pause, replica, told } from "./support/portal.ts";
import { type Entries, entries, forgetSecondCopy, outside, write } from "./support/storage.ts";
import { expect, needs, test } from "./support/test.ts";

test.use({ provoked: /Failed to load resource/ });

const SETTINGS = "./#/settings";
const ANOTHER = "another tab";
const ITSELF = "the leader itself";

/** The entries of a workspace's file, without those called `but`. */
const rows = (text: string, ...but: string[]): [string, string][] => JSON.parse(text).entries.filter(([key]: [string]) => !but.includes(key));
const jobsOf = (text: string) => rows(text).filter(([key]) => key.startsWith("job/"));
/** When the file was written, in simulated time. */
const time = (text: string): number => JSON.parse(new Map(rows(text)).get("head")!)[3];
/** How many tabs have led the workspace in `slot`. */
const leaders = async (page: Page, slot: string): Promise<number> => JSON.parse((await entries(page))[`iep/w/${slot}/head`] ?? "[0,0,0]")[2];

/**
 * From `arm` on the page stops for good before its n-th step, a write to localStorage or the end of a transaction of the
 * database, and says so in its console.
 */
const stopping = (page: Page) =>
  page.addInitScript(() => {
    let left = 0;
    const { setItem } = Storage.prototype;
    Object.assign(globalThis, { arm: (step: number) => (left = step) });
    const count = (prototype: any, method: string) => {
      const real = prototype[method];
      prototype[method] = function (...given: unknown[]) {
        if (left > 0 && --left === 0) {
          setItem.call(localStorage, "stopped", "here");
          console.info("stopped");
          for (;;);
        }
        return real.apply(this, given);
      };
    };
    count(Storage.prototype, "setItem");
    count(Storage.prototype, "removeItem");
    count(IDBTransaction.prototype, "commit");
  });

/** Lets `begin` make the leader work, and crashes it before that work's n-th step, once `meanwhile` is done. */
async function crashAt(step: number, leader: Page, begin: () => Promise<void>, meanwhile?: () => Promise<void>) {
  const cdp = await leader.context().newCDPSession(leader);
  await leader.evaluate((step) => (globalThis as any).arm(step), step);
  const stopped = leader.waitForEvent("console", (message) => message.text() === "stopped");
  // A click on a page that stops does not end.
  await Promise.race([stopped, begin().then(() => stopped)]);
  // What a page has written last may go down with it, which tests/sync plays through; here all of it has come through.
  const witness = leader.context().pages().find((page) => page !== leader)!;
  await expect.poll(() => witness.evaluate(() => localStorage.getItem("stopped"))).toBe("here");
  await meanwhile?.();
  const crashed = leader.waitForEvent("crash");
  cdp.send("Page.crash").catch(() => {});
  await crashed;
  await leader.close();
}

async function open(context: BrowserContext, address: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await context.newPage();
  await prepare?.(page);
  await openForCalls(page, address);
  return page;
}

/** A workspace whose clock stands still: its file, and the entries that it is kept in. */
async function begun(context: BrowserContext, home: string, address: string): Promise<{ file: string; kept: Entries }> {
  const page = await open(context, address);
  await pause(page);
  const file = await replica(page);
  await page.close();
  return { file, kept: await outside(context, home, entries) };
}

/** A leader that can be stopped and a follower of it, in a browser that has these entries alone. */
async function two(context: BrowserContext, home: string, kept: Entries, address: string): Promise<Page[]> {
  await expect(async () => {
    await outside(context, home, async (other) => {
      await other.evaluate(() => localStorage.clear());
      await forgetSecondCopy(other);
      await write(other, kept);
    });
    expect(Object.keys(await outside(context, home, entries)).sort()).toEqual(Object.keys(kept).sort());
  }).toPass();
  return [await open(context, address, stopping), await open(context, address)];
}

const card = (page: Page) => page.getByRole("region", { name: "Scenario and workspaces" });

async function putInPlace(page: Page, file: string) {
  await card(page).getByRole("radio", { name: "Replace my workspace" }).check();
  await card(page).getByLabel("Choose a file").setInputFiles({ name: "thirty.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await page.getByRole("dialog").getByRole("button", { name: "Replace my workspace" }).click();
}

test.describe("a jump over many jobs whose leader crashes on the way", () => {
  const LOAD = "./#/settings?scenario=load&jobs=400&seed=1";
  const SLOT = "load-1-400";
  const STEPS = [1, 2, 3, 20, 150, 400];
  const jump = (page: Page) => clock(page).getByRole("button", { name: "+90 days", exact: true }).click();
  test.setTimeout(300_000);

  test("ends where the tab that has asked for it wanted, once, and as if nothing had crashed", async ({ context, baseURL }) => {
    needs("cdp");
    const { file: before, kept } = await begun(context, baseURL!, LOAD);
    const whole = await open(context, LOAD);
    await jump(whole);
    const end = time(before) + 90 * 86_400_000;
    await expect.poll(async () => time(await replica(whole))).toBe(end);
    const wanted = await replica(whole);
    await whole.close();
    expect(jobsOf(wanted).length).toBeLessThan(jobsOf(before).length);
    for (const step of STEPS) {
      const [leader, follower] = await two(context, baseURL!, kept, LOAD);
      await crashAt(step, leader, () => jump(follower));
      await expect(told(follower).filter({ hasText: "Clock moved to" })).toBeVisible();
      expect(await replica(follower), `a crash before step ${step}`).toBe(wanted);
      await follower.close();
      const later = await open(context, LOAD);
      expect(await replica(later), `kept after a crash before step ${step}`).toBe(wanted);
      await later.close();
    }
  });

  test("leaves time where it was or further, and every job whole or deleted, where nobody asks again", async ({ context, baseURL }) => {
    needs("cdp");
    const { file: before, kept } = await begun(context, baseURL!, LOAD);
    const reached: number[] = [];
    for (const step of STEPS) {
      const [leader, follower] = await two(context, baseURL!, kept, LOAD);
      const led = await leaders(follower, SLOT);
      await crashAt(step, leader, () => jump(leader));
      await expect.poll(() => leaders(follower, SLOT)).toBeGreaterThan(led);
      const after = await replica(follower);
      reached.push((time(after) - time(before)) / 86_400_000);
      const deleted = rows(after).flatMap(([key, line]) => (key.startsWith("log/") && /,5,2,"\w{8}"\]$/.test(line) ? [JSON.parse(line)[1] as string] : []));
      const name = ([, job]: [string, string]): string => JSON.parse(job)[0][2];
      expect([...jobsOf(after).map(name), ...deleted].sort(), `a crash before step ${step}`).toEqual(jobsOf(before).map(name).sort());
      expect(jobsOf(before)).toEqual(expect.arrayContaining(jobsOf(after)));
      await follower.close();
      const later = await open(context, LOAD);
      expect(await replica(later), `kept after a crash before step ${step}`).toBe(after);
      await later.close();
    }
    // None behind and none too far; how far one gets with so many writes depends on how fast the machine is.
    expect(Math.min(...reached), reached.join()).toBe(0);
    expect(reached[0]).toBe(0);
    expect(reached.at(-1)).toBeGreaterThan(0);
    expect(Math.max(...reached), reached.join()).toBeLessThanOrEqual(90);
  });
});

test.describe("a workspace that takes the place of one's own while the leader crashes is wholly there or not at all", () => {
  test.setTimeout(300_000);

  async function beginAnew(page: Page, jobs: number) {
    await card(page).getByRole("combobox", { name: "Scenario" }).selectOption("load");
    await card(page).getByRole("textbox", { name: "Jobs" }).fill(String(jobs));
    await card(page).getByRole("button", { name: "Start over…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
  }

  const cases = [
    { what: "a file", jobs: 30, asks: ANOTHER, steps: [1, 2, 3, 6, 30, 60, 90, 130], replace: putInPlace },
    { what: "a file", jobs: 30, asks: ITSELF, steps: [1, 60, 85, 100, 130, 170], replace: putInPlace },
    { what: "a scenario", jobs: 30, asks: ANOTHER, steps: [1, 20, 60, 90, 110, 140], replace: (page: Page) => beginAnew(page, 30) },
    { what: "a scenario", jobs: 30, asks: ITSELF, steps: [1, 2, 60, 110, 140, 170], replace: (page: Page) => beginAnew(page, 30) },
    { what: "a large scenario", jobs: 600, asks: ANOTHER, steps: [300, 1_300, 1_800], replace: (page: Page) => beginAnew(page, 600) },
    { what: "a large scenario", jobs: 600, asks: ITSELF, steps: [300, 1_300, 1_800], replace: (page: Page) => beginAnew(page, 600) },
  ];
  for (const { what, jobs, asks, steps, replace } of cases) {
    test(`${what}, asked for by ${asks}`, async ({ context, baseURL }) => {
      needs("cdp");
      const { file } = await begun(context, baseURL!, `./#/settings?scenario=load&jobs=${jobs}&seed=1`);
      await outside(context, baseURL!, (other) => other.evaluate(() => localStorage.clear()));
      const { file: own, kept } = await begun(context, baseURL!, SETTINGS);
      const seen: string[] = [];
      for (const step of steps) {
        const [leader, follower] = await two(context, baseURL!, kept, SETTINGS);
        const led = await leaders(follower, "main");
        await crashAt(step, leader, () => replace(asks === ANOTHER ? follower : leader, file));
        // Whoever has asked asks the next leader again, so it is done in the end, and said to be.
        if (asks === ANOTHER) await expect(told(follower).filter({ hasText: /This is your own workspace now|Started over as/ })).toBeVisible();
        await expect.poll(() => leaders(follower, "main")).toBeGreaterThan(led);
        // What is answered now is answered by the one that has taken over.
        await listed(follower);
        const after = await replica(follower);
        const is = (other: string) => JSON.stringify(rows(after, "head", "origin")) === JSON.stringify(rows(other, "head", "origin"));
        seen.push(is(file) ? "new" : is(own) ? "old" : `a mixture before step ${step}`);
        await follower.close();
        const later = await open(context, SETTINGS);
        expect(rows(await replica(later), "head"), `kept after a crash before step ${step}`).toEqual(rows(after, "head"));
        await later.close();
        const beside = Object.keys(await outside(context, baseURL!, entries)).filter((key) => key.startsWith("iep/w/beside-"));
        // What was on its way when nothing had been noted yet is in nobody's way.
        if (asks === ITSELF && step <= 60) expect(beside, `before step ${step}`).toEqual([]);
      }
      if (asks === ANOTHER) expect(seen).toEqual(steps.map(() => "new"));
      // At the first step it did not count yet, at the last it did.
      else expect(seen.join(" ")).toMatch(/^(old )+(new ?)+$/);
    });
  }
});

test("a new beginning is not begun once more when the leader crashes, so what a third tab has done since stays done", async ({ context, baseURL }) => {
  needs("cdp");
  const { kept } = await begun(context, baseURL!, SETTINGS);
  for (const step of [90, 130]) {
    const [leader, follower] = await two(context, baseURL!, kept, SETTINGS);
    const third = await open(context, SETTINGS);
    const chosen = third.getByRole("group", { name: "Rule set" }).getByRole("radio", { name: "Portal 2023" });
    const beginAnew = async () => {
      await card(follower).getByRole("button", { name: "Start over…" }).click();
      await follower.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
    };
    // By then the new beginning counts; this is asked for after it, of whoever leads next.
    await crashAt(step, leader, beginAnew, () => chosen.check());
    await expect(told(third).filter({ hasText: "Portal 2023 now applies" })).toBeVisible();
    await expect(told(follower).filter({ hasText: "Started over as" })).toBeVisible();
    await expect.poll(async () => rows(await replica(third)).find(([key]) => key === "head")![1]).toContain("Portal 2023");
    await third.reload();
    await expect(chosen).toBeChecked();
    await follower.close();
    await third.close();
  }
});

test.describe("in a browser without a database", () => {
  const without = (context: BrowserContext) => context.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));

  test("a file that has taken its place before the leader crashed is not said to be lost", async ({ context, baseURL }) => {
    needs("cdp");
    await without(context);
    const { file } = await begun(context, baseURL!, "./#/settings?scenario=load&jobs=30&seed=1");
    const [leader, follower] = [await open(context, SETTINGS, stopping), await open(context, SETTINGS)];
    await pause(follower);
    await crashAt(60, leader, () => putInPlace(follower, file));
    await expect(told(follower).filter({ hasText: /own workspace now|doesn’t know|was not opened/ })).toContainText("This is your own workspace now");
    expect(jobsOf(await replica(follower))).toEqual(jobsOf(file));
  });
});
