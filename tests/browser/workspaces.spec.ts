// Workspaces: scenarios by link, links and files that carry a workspace, and what becomes of one's own meanwhile.
import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { inLanguage, jobs, names, openList, pause, rowOf, told } from "./support/portal.ts";
import { type Entries, MAIN, entries, fill, outside } from "./support/storage.ts";
import { expect, test, watch } from "./support/test.ts";

const FABRIKAM = "./#/?scenario=Fabrikam&seed=7";
const card = (page: Page) => page.getByRole("region", { name: "Scenario and workspaces" });
const looking = (page: Page) => page.getByText(/^You are looking at/);

/** Which jobs the first visit has, as far as one looks. */
const OWN = "media-masters-import";

/** The entries of the user's own workspace that time alone does not change. */
const own = async (page: Page): Promise<Entries> => {
  const mine = Object.entries(await entries(page)).filter(([key]) => key.startsWith(MAIN) && !/\/(head|wal)$/.test(key));
  return Object.fromEntries(mine);
};

/** A page that has been closed and opened again keeps a paused workspace as it was. */
async function withOwnWork(page: Page) {
  await openList(page);
  await pause(page);
  await page.getByRole("button", { name: "Cancel job media-masters-import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
  await expect(rowOf(page, OWN)).toContainText("Cancel requested");
}

async function openSettings(page: Page) {
  await page.goto("./#/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
}

/** Saves the workspace shown: the text of the file. */
async function saved(page: Page): Promise<string> {
  await openSettings(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the workspace as a file" }).click(),
  ]);
  return readFile(await download.path(), "utf8");
}

const choose = (page: Page, name: string, text: string) =>
  card(page).getByLabel("Choose a file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** Hands a file to the portal that is made in the page, and says after how many milliseconds `refused` is there. */
const refusedAfter = (page: Page, name: string, text: string, repeat: number): Promise<number> =>
  card(page)
    .getByLabel("Choose a file")
    .evaluate(
      async (input: HTMLInputElement, [name, text, repeat]) => {
        const files = new DataTransfer();
        files.items.add(new File([text.repeat(repeat)], name, { type: "application/json" }));
        input.files = files.files;
        const started = performance.now();
        const refused = new Promise<number>((resolve) => {
          const watcher = new MutationObserver(() => {
            const banners = [...document.querySelectorAll(".banner")];
            if (!banners.some((banner) => banner.textContent!.includes(`${name} was not opened`))) return;
            watcher.disconnect();
            resolve(performance.now() - started);
          });
          watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
        });
        input.dispatchEvent(new Event("change", { bubbles: true }));
        return refused;
      },
      [name, text, repeat] as const,
    );

const beside = (page: Page) => card(page).getByRole("radio", { name: "Separate workspace" }).check();
const replacing = (page: Page) => card(page).getByRole("radio", { name: "Replace my workspace" }).check();

test("a scenario link opens beside one's own work, which stays as it is; a reload shows the same", async ({ page }) => {
  await withOwnWork(page);
  const before = await own(page);
  await page.goto(FABRIKAM);
  await expect(looking(page)).toHaveText("You are looking at Fabrikam, seed 7");
  await expect(rowOf(page, OWN)).toHaveCount(0);
  const all = await names(jobs(page));
  expect(all.length).toBeGreaterThan(3);
  await pause(page);
  await page.getByRole("button", { name: /^Cancel job/ }).and(page.locator(":not([aria-disabled])")).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
  await expect(jobs(page)).toContainText("Cancel requested");
  await page.goto("./#/activity");
  await page.reload();
  await expect(looking(page)).toBeVisible();
  expect(await own(page)).toEqual(before);
  await page.getByRole("button", { name: "Back to my own workspace" }).click();
  await expect(rowOf(page, OWN)).toContainText("Cancel requested");
  await expect(looking(page)).toHaveCount(0);
  expect(await own(page)).toEqual(before);
  await page.reload();
  await expect(rowOf(page, OWN)).toBeVisible();
});

test("another tab shows one's own work while this one shows a scenario", async ({ page, context }) => {
  await page.goto(FABRIKAM);
  await expect(looking(page)).toBeVisible();
  const other = await context.newPage();
  await openList(other);
  await expect(rowOf(other, OWN)).toBeVisible();
  await expect(looking(other)).toHaveCount(0);
});

test("a link that is followed while the portal is open shows its workspace", async ({ page }) => {
  await openList(page);
  await page.evaluate(() => (location.hash = "#/?scenario=load&jobs=20&seed=3"));
  await expect(looking(page)).toHaveText("You are looking at load, seed 3");
  await expect(page.getByText("20 jobs", { exact: true })).toBeVisible();
});

for (const [count, written] of [
  ["1000", "1,000"],
  ["10000", "10,000"],
]) {
  test(`a link opens ${written} jobs; few rows are drawn, and the focus stays when they are scrolled`, async ({ page }) => {
    await page.goto(`./#/?scenario=load&jobs=${count}&seed=1`);
    const last = String(Number(count) + 1);
    await expect(jobs(page)).toHaveAttribute("aria-rowcount", last);
    await expect(page.getByText(`${written} jobs`, { exact: true })).toBeVisible();
    expect(await jobs(page).getByRole("row").count()).toBeLessThan(80);
    const first = jobs(page).getByRole("rowheader").getByRole("link").first();
    const name = await first.textContent();
    await first.focus();
    await page.keyboard.press("End");
    await expect(jobs(page).getByRole("row").last()).toHaveAttribute("aria-rowindex", last);
    expect(await jobs(page).getByRole("row").count()).toBeLessThan(80);
    await page.keyboard.press("Home");
    await expect(jobs(page).getByRole("link", { name: name!, exact: true })).toBeFocused();
    await jobs(page).hover();
    await page.mouse.wheel(0, 30_000);
    await expect(jobs(page).getByRole("row").last()).toHaveAttribute("aria-rowindex", /^\d{3,}$/);
    await expect(jobs(page).getByRole("link", { name: name!, exact: true })).toBeFocused();
    await page.reload();
    await expect(jobs(page)).toHaveAttribute("aria-rowcount", last);
  });
}

/** A browser of somebody else. */
async function somebodyElse(browser: Browser, home: string): Promise<{ context: BrowserContext; troubles: string[] }> {
  const context = await browser.newContext({ baseURL: home, locale: "en-US", timezoneId: "UTC", reducedMotion: "reduce" });
  return { context, troubles: watch(context, home) };
}

test("a link carries a workspace to somebody else, who may make it their own", async ({ page, browser, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await withOwnWork(page);
  const mine = await names(jobs(page));
  await openSettings(page);
  await card(page).getByRole("button", { name: "Copy a link to this workspace" }).click();
  await expect(told(page).filter({ hasText: "The link was copied." })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#\/\?workspace=[\w-]+$/);

  const other = await somebodyElse(browser, baseURL!);
  const theirs = await other.context.newPage();
  await openList(theirs);
  await pause(theirs);
  await theirs.getByRole("button", { name: "Delete job pilot-migration" }).click();
  await theirs.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await expect(rowOf(theirs, "pilot-migration")).toHaveCount(0);
  const before = await own(theirs);
  await theirs.goto(link);
  await expect(looking(theirs)).toHaveText("You are looking at Contoso, seed 1, from a link");
  await expect(rowOf(theirs, OWN)).toContainText("Cancel requested");
  expect(await names(jobs(theirs))).toEqual(mine);
  expect(await own(theirs)).toEqual(before);

  await theirs.getByRole("button", { name: "Make it my own" }).click();
  const dialog = theirs.getByRole("dialog", { name: "Make this workspace your own?" });
  await dialog.getByRole("button", { name: "Leave it as it is" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await own(theirs)).toEqual(before);
  await theirs.getByRole("button", { name: "Make it my own" }).click();
  await dialog.getByRole("button", { name: "Replace my workspace" }).click();
  await expect(theirs.getByText("This is your own workspace now", { exact: true })).toBeVisible();
  await expect(looking(theirs)).toHaveCount(0);
  await expect(rowOf(theirs, OWN)).toContainText("Cancel requested");
  await expect(rowOf(theirs, "pilot-migration")).toBeVisible();
  await theirs.reload();
  await expect(rowOf(theirs, "pilot-migration")).toBeVisible();
  await other.context.close();
  expect(other.troubles).toEqual([]);
});

test("a link whose workspace cannot be read says so and shows one's own", async ({ page }) => {
  await withOwnWork(page);
  const before = await entries(page);
  for (const [text, reason] of [
    ["e30", "It is not a workspace of this portal."],
    ["%7B%22__proto__%22:1%7D", "It is not a workspace of this portal."],
    ["!!!", "It is not a workspace of this portal."],
    [encodeURIComponent("{" + "[".repeat(10_000)), "It is damaged"],
  ]) {
    await page.goto("about:blank");
    await page.goto(`./#/?workspace=${text}`);
    await expect(page.getByText("The workspace in the link was not opened")).toBeVisible();
    await expect(page.getByText(reason)).toContainText("Nothing was opened, and your workspaces are unchanged.");
    await expect(rowOf(page, OWN)).toContainText("Cancel requested");
  }
  const slots = (all: Entries) => Object.keys(all).filter((key) => key.startsWith("iep/w/")).sort();
  expect(slots(await entries(page))).toEqual(slots(before));
});

test("a link that names no workspace says so and shows one's own", async ({ page }) => {
  await withOwnWork(page);
  for (const query of ["scenario=Fabricam", "scenario=load&seed=x", "scenario=load&jobs=-1"]) {
    await page.goto("about:blank");
    await page.goto(`./#/?${query}`);
    await expect(page.getByText("The workspace in the link was not opened")).toBeVisible();
    await expect(page.getByText("The link names a scenario, a seed or a number of jobs that does not exist.")).toBeVisible();
    await page.goto("./#/jobs");
    await expect(rowOf(page, OWN)).toContainText("Cancel requested");
  }
});

test("a workspace that is too large for a link is offered as a file", async ({ page }) => {
  await page.goto("./#/?scenario=load&jobs=500&seed=1");
  await expect(looking(page)).toBeVisible();
  await openSettings(page);
  await card(page).getByRole("button", { name: "Copy a link to this workspace" }).click();
  await expect(card(page).getByText("The workspace is too large for a link")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    card(page).getByRole("button", { name: "Save the workspace as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("import-export-load.json");
});

test("a file is opened beside one's own work", async ({ page }) => {
  await page.goto(FABRIKAM);
  await expect(looking(page)).toBeVisible();
  const all = await names(jobs(page));
  const text = await saved(page);
  await page.getByRole("button", { name: "Back to my own workspace" }).click();
  await withOwnWork(page);
  const before = await own(page);
  await openSettings(page);
  await beside(page);
  await choose(page, "lesson 3.json", text);
  await expect(looking(page)).toHaveText("You are looking at lesson 3, from a file");
  await expect(jobs(page).getByRole("rowheader").first()).toBeVisible();
  expect(await names(jobs(page))).toEqual(all);
  expect(await own(page)).toEqual(before);
});

test("a file takes the place of one's own work after a question only", { tag: "@smoke" }, async ({ page }) => {
  await page.goto(FABRIKAM);
  await expect(looking(page)).toBeVisible();
  const all = await names(jobs(page));
  const text = await saved(page);
  await page.getByRole("button", { name: "Back to my own workspace" }).click();
  await withOwnWork(page);
  const before = await own(page);
  await openSettings(page);
  await replacing(page);
  await choose(page, "lesson.json", text);
  const dialog = page.getByRole("dialog", { name: "Replace your own workspace with lesson.json?" });
  await expect(dialog).toContainText("The present workspace stays beside it");
  await dialog.getByRole("button", { name: "Leave it as it is" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await own(page)).toEqual(before);
  await choose(page, "lesson.json", text);
  await dialog.getByRole("button", { name: "Replace my workspace" }).click();
  await expect(told(page).filter({ hasText: "This is your own workspace now" })).toBeVisible();
  await expect(looking(page)).toHaveCount(0);
  await page.goto("./#/jobs");
  await expect(rowOf(page, OWN)).toHaveCount(0);
  await expect(jobs(page).getByRole("rowheader").first()).toBeVisible();
  expect(await names(jobs(page))).toEqual(all);
  await page.reload();
  await expect(jobs(page).getByRole("rowheader").first()).toBeVisible();
  expect(await names(jobs(page))).toEqual(all);
  expect(Object.keys(await entries(page)).filter((key) => key.startsWith("iep/w/file-"))).toEqual([]);
  await openSettings(page);
  await card(page).getByRole("button", { name: "Open Contoso, seed 1, replaced" }).click();
  await expect(rowOf(page, OWN)).toContainText("Cancel requested");
});

test("hostile files are refused with a reason within a second, and nothing changes", async ({ page }) => {
  await withOwnWork(page);
  const good = await saved(page);
  const { entries: list, ...head } = JSON.parse(good) as { entries: [string, string][] };
  const made = (change: (list: [string, string][]) => unknown) => JSON.stringify({ ...head, entries: change(structuredClone(list)) });
  const script = "<script>alert(1)</script>";
  const files: [string, string, RegExp, number?][] = [
    ["50 MB", " ", /larger than 16 MB/, 50_000_000],
    ["16 MB", "[", /not a workspace of this portal/, 16_000_000],
    ["deep", "[", /not a workspace of this portal/, 10_000],
    ["deep inside", `{"product":"import-export-portal","schema":5,"title":"","entries":${"[".repeat(10_000)}`, /not a workspace of this portal|damaged/],
    ["proto", good.replace("{", '{"__proto__":{"polluted":1},'), /not a workspace of this portal/],
    ["proto entry", made((list) => [["__proto__", "x"], ...list]), /entry __proto__ is damaged/],
    ["script", made((list) => list.map(([key]) => [key, script])), /is damaged or exceeds a limit/],
    ["script as keys", made((list) => list.map(([, value]) => [script, value])), /entry <script>alert\(1\)<\/script> is damaged/],
    ["wrong types", made(() => ({ a: 1 })), /not a workspace of this portal/],
    ["more wrong types", made((list) => list.map(() => [1, null])), /not a workspace of this portal/],
    ["twice", made((list) => [...list, list[1]]), /is there twice/],
    ["newer", good.replace('"schema":5', '"schema":99'), /It was written by a newer version of the portal/],
    ["cut off", good.slice(0, good.length / 2), /It looks cut off/],
    ["empty", "", /It looks cut off/],
  ];
  await beside(page);
  const slots = async () => Object.fromEntries(Object.entries(await entries(page)).filter(([key]) => !key.endsWith("/head")));
  const before = await slots();
  for (const way of [beside, replacing]) {
    await way(page);
    for (const [name, text, reason, repeat] of files) {
      expect(await refusedAfter(page, `${name}.json`, text, repeat ?? 1), name).toBeLessThan(1_000);
      const refused = card(page).locator(".banner").filter({ hasText: `${name}.json was not opened` });
      await expect(refused).toContainText(reason);
      await expect(refused).toContainText("your workspaces are unchanged");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      expect(await slots(), name).toEqual(before);
    }
  }
  expect(await page.evaluate(() => ({}) as any).then((object) => object.polluted)).toBeUndefined();
});

test("one's own workspace begins anew after a question only", async ({ page }) => {
  await withOwnWork(page);
  const before = await own(page);
  await openSettings(page);
  await card(page).getByRole("combobox", { name: "Scenario" }).selectOption("load");
  await card(page).getByRole("textbox", { name: "Jobs" }).fill("10001");
  await card(page).getByRole("textbox", { name: "Seed" }).fill("x");
  await card(page).getByRole("button", { name: "Start over…" }).click();
  await expect(card(page).getByRole("textbox", { name: "Jobs" })).toHaveAccessibleDescription(/from 1 to 10,000/);
  await expect(card(page).getByRole("textbox", { name: "Seed" })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await card(page).getByRole("textbox", { name: "Jobs" }).fill("10000");
  await card(page).getByRole("textbox", { name: "Seed" }).fill("4");
  await card(page).getByRole("button", { name: "Start over…" }).click();
  const dialog = page.getByRole("dialog", { name: "Start over as load, seed 4?" });
  await expect(dialog).toContainText("The present workspace stays beside it");
  await dialog.getByRole("button", { name: "Leave it as it is" }).click();
  expect(await own(page)).toEqual(before);
  await card(page).getByRole("button", { name: "Start over…" }).click();
  await dialog.getByRole("button", { name: "Start over" }).click();
  await expect(told(page).filter({ hasText: "Started over as load, seed 4. Jobs: 10,000." })).toBeVisible();
  await page.goto("./#/jobs");
  await expect(page.getByText("10,000 jobs", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText("10,000 jobs", { exact: true })).toBeVisible();
  await openSettings(page);
  await card(page).getByRole("combobox", { name: "Scenario" }).selectOption("Empty");
  await card(page).getByRole("button", { name: "Start over…" }).click();
  await expect(page.getByRole("dialog"), "there is no room for ten thousand jobs twice").toContainText("My workspace (load, seed 4): the jobs (10,000) and the activity log are deleted");
  await page.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
  await expect(told(page).filter({ hasText: "Started over as Empty, seed 4. Jobs: 0." })).toBeVisible();
});

test("a workspace that is no longer needed is discarded after a question, and its room is free", async ({ page }) => {
  await page.goto(FABRIKAM);
  await expect(looking(page)).toBeVisible();
  // Who leaves a link at once has not seen it, and it is not kept.
  await expect.poll(async () => Object.keys(await entries(page)).filter((key) => /^iep\/w\/(?!main\/).*\/head$/.test(key))).toHaveLength(1);
  await page.getByRole("button", { name: "Back to my own workspace" }).click();
  await withOwnWork(page);
  const before = await own(page);
  await openSettings(page);
  const list = card(page).getByRole("list", { name: "Workspaces in this browser" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list.getByRole("listitem").first()).toContainText("My workspace (Contoso, seed 1) Shown here");
  await expect(list.getByRole("button", { name: "Discard My workspace" })).toHaveCount(0);
  await list.getByRole("button", { name: "Discard Fabrikam, seed 7" }).click();
  await page.getByRole("dialog", { name: "Discard Fabrikam, seed 7?" }).getByRole("button", { name: "Discard" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("main").locator(":focus"), "the focus stays in the page").toHaveCount(1);
  await expect(told(page).filter({ hasText: "Fabrikam, seed 7 was discarded." })).toBeVisible();
  expect(Object.keys(await entries(page)).filter((key) => key.startsWith("iep/w/fabrikam"))).toEqual([]);
  expect(await own(page)).toEqual(before);
});

test("discarding the workspace shown leads back to one's own", async ({ page }) => {
  await page.goto(FABRIKAM);
  await expect(looking(page)).toBeVisible();
  await openSettings(page);
  await card(page).getByRole("button", { name: "Discard Fabrikam, seed 7" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await expect(rowOf(page, OWN)).toBeVisible();
  await expect(looking(page)).toHaveCount(0);
  expect(Object.keys(await entries(page)).filter((key) => key.startsWith("iep/w/fabrikam"))).toEqual([]);
});

test("a workspace that is discarded in one tab is not brought back by another that shows it", async ({ page, context }) => {
  const [leader, follower] = [await context.newPage(), await context.newPage()];
  for (const tab of [leader, follower]) {
    await tab.goto(FABRIKAM);
    await expect(looking(tab)).toBeVisible();
    await expect(jobs(tab).getByRole("rowheader").first()).toBeVisible();
  }
  const all = await names(jobs(leader));
  await follower.getByRole("button", { name: /^Delete job/ }).and(follower.locator(":not([aria-disabled])")).first().click();
  await follower.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await expect(jobs(leader).getByRole("rowheader")).toHaveCount(all.length - 1);
  await openSettings(page);
  await card(page).getByRole("button", { name: "Discard Fabrikam, seed 7" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await expect(told(page).filter({ hasText: "Fabrikam, seed 7 was discarded." })).toBeVisible();
  for (const tab of [leader, follower]) {
    await expect(tab.getByText("This workspace was discarded in another tab")).toBeVisible();
    await tab.getByRole("button", { name: /^Cancel job/ }).and(tab.locator(":not([aria-disabled])")).first().click();
    await tab.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
    await expect(told(tab).filter({ hasText: "the workspace was discarded in another tab" })).toBeVisible();
  }
  const left = async () => Object.keys(await entries(page)).filter((key) => key.startsWith("iep/w/fabrikam"));
  expect(await left()).toEqual([]);
  await leader.getByRole("button", { name: "Back to my own workspace" }).click();
  await follower.reload();
  for (const tab of [leader, follower]) {
    await expect(rowOf(tab, OWN)).toBeVisible();
    await expect(looking(tab)).toHaveCount(0);
  }
  expect(await left()).toEqual([]);
  // The link begins afresh.
  await leader.goto(FABRIKAM);
  await expect(looking(leader)).toBeVisible();
  await expect(jobs(leader).getByRole("rowheader")).toHaveCount(all.length);
});

test("all tabs that show a workspace show its new beginning", async ({ page, context }) => {
  const other = await context.newPage();
  await openList(other);
  await openSettings(page);
  await card(page).getByRole("combobox", { name: "Scenario" }).selectOption("load");
  await card(page).getByRole("textbox", { name: "Jobs" }).fill("700");
  await card(page).getByRole("button", { name: "Start over…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
  await expect(told(page).filter({ hasText: "Started over as load, seed 1. Jobs: 700." })).toBeVisible();
  await expect(other.getByText("700 jobs", { exact: true })).toBeVisible();
});

test("a file is put in the place of one's own by a tab that does not lead", { tag: "@smoke" }, async ({ page, context }) => {
  await page.goto("./#/?scenario=load&jobs=30&seed=2");
  await expect(page.getByText("30 jobs", { exact: true })).toBeVisible();
  const text = await saved(page);
  await page.getByRole("button", { name: "Back to my own workspace" }).click();
  await expect(rowOf(page, OWN)).toBeVisible();
  const follower = await context.newPage();
  await openSettings(follower);
  await replacing(follower);
  await choose(follower, "thirty.json", text);
  await follower.getByRole("dialog").getByRole("button", { name: "Replace my workspace" }).click();
  await expect(told(follower).filter({ hasText: "This is your own workspace now" })).toBeVisible();
  await expect(page.getByText("30 jobs", { exact: true })).toBeVisible();
  await follower.goto("./#/jobs");
  await expect(follower.getByText("30 jobs", { exact: true })).toBeVisible();
});

test.describe("without room or storage", () => {
  test.use({ provoked: /Failed to load resource/ });

  test("a link whose workspace does not fit says so, and one's own stays", async ({ page, context, baseURL }) => {
    await withOwnWork(page);
    await openSettings(page);
    const text = await saved(page);
    const before = await own(page);
    await page.close();
    await outside(context, baseURL!, (page) => fill(page, 100));
    const later = await context.newPage();
    await later.goto(`./#/?workspace=${encodeURIComponent(text)}`);
    await expect(later.getByText("The workspace in the link was not opened")).toBeVisible();
    await expect(later.locator(".banner").filter({ hasText: "The workspace in the link" })).toContainText("storage for this site is full");
    await expect(rowOf(later, OWN)).toContainText("Cancel requested");
    await openSettings(later);
    await choose(later, "more.json", text);
    await expect(card(later).locator(".banner")).toContainText("storage for this site is full");
    expect(Object.keys(await entries(later)).filter((key) => /^iep\/w\/(file|link)-/.test(key))).toEqual([]);
    expect(await own(later)).toEqual(before);
  });

  test("where nothing is kept, a link still shows its workspace, and a file takes its place after a question", async ({ page, browser, baseURL }) => {
    await page.goto("./#/?scenario=load&jobs=12&seed=1");
    await expect(page.getByText("12 jobs", { exact: true })).toBeVisible();
    const text = await saved(page);
    const other = await somebodyElse(browser, baseURL!);
    const theirs = await other.context.newPage();
    await theirs.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException("denied here", "SecurityError"); } });
      }
    });
    await theirs.goto(`./#/?workspace=${encodeURIComponent(text)}`);
    await expect(theirs.getByText("Nothing is kept after you close this page")).toBeVisible();
    await expect(theirs.getByText("12 jobs", { exact: true })).toBeVisible();
    await theirs.goto("about:blank");
    await theirs.goto("./#/settings");
    await choose(theirs, "twelve.json", text);
    await expect(card(theirs).locator(".banner")).toContainText("denied here");
    await replacing(theirs);
    await choose(theirs, "twelve.json", text);
    await theirs.getByRole("dialog").getByRole("button", { name: "Replace my workspace" }).click();
    await theirs.getByRole("navigation").getByRole("link", { name: "Jobs", exact: true }).click();
    await expect(theirs.getByText("12 jobs", { exact: true })).toBeVisible();
    await other.context.close();
  });
});

test("in Turkish", async ({ page }) => {
  await inLanguage(page, "tr");
  await page.goto("./#/?scenario=Fabrikam&seed=7");
  await expect(page.getByText("Baktığınız çalışma alanı: Fabrikam, çekirdek 7")).toBeVisible();
  await page.getByRole("button", { name: "Kendi çalışma alanım yap" }).click();
  await page.getByRole("dialog", { name: "Bu, kendi çalışma alanınız yapılsın mı?" }).getByRole("button", { name: "Olduğu gibi bırak" }).click();
  await page.goto("./#/settings");
  const region = page.getByRole("region", { name: "Senaryo ve çalışma alanları" });
  await region.getByLabel("Dosya seçin").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(region.getByText("x.json açılmadı")).toBeVisible();
  await expect(region.getByText("Bu portalın bir çalışma alanı değil. Hiçbir şey açılmadı")).toBeVisible();
});
