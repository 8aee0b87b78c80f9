// The timeline: looking at the past, going on from it in branches, and undoing a jump.
import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { call, create, openForCalls, storm } from "./support/calls.ts";
import { clock, inLanguage, openList, pause, rowOf } from "./support/portal.ts";
import { entries, everything } from "./support/storage.ts";
import { expect, test } from "./support/test.ts";

const CONTOSO = "./#/jobs?scenario=Contoso&seed=1";
const GONE = "hr-archive-2012-2019";
/** What only a deleted job has said. */
const TAG = "nobody-else-says-this";
const slider = (page: Page) => page.getByRole("slider", { name: "Timeline of this workspace" });
const band = (page: Page) => page.getByRole("region", { name: "Looking at the past" });
const branches = (page: Page) => page.getByRole("group", { name: "Branches" });
const jump = (page: Page, name: string) => clock(page).getByRole("button", { name, exact: true }).click();
const time = (page: Page) => clock(page).getByRole("time");

async function openRecorded(page: Page) {
  await page.goto(CONTOSO);
  await page.getByRole("main").getByRole("rowheader").first().waitFor();
  await expect(slider(page)).toBeVisible();
  await pause(page);
}

async function remove(page: Page, name: string) {
  await page.getByRole("button", { name: `Delete job ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await expect(rowOf(page, name)).toHaveCount(0);
}

/** What is kept, but for the time. */
const kept = async (page: Page) => Object.fromEntries(Object.entries(await entries(page)).filter(([key]) => !/\/(head|wal)$/.test(key)));

test("the past is looked at by keyboard alone, and nothing of it is written or can be changed", async ({ page }) => {
  await openRecorded(page);
  await remove(page, GONE);
  await jump(page, "+1 day");
  await expect(time(page)).toContainText("3 Mar 2026");
  const now = await time(page).textContent();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /, now$/);
  const before = await kept(page);
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /2 Mar 2026, 08:00, where the recording begins/);
  await expect(band(page)).toContainText("you are looking at the past");
  await expect(rowOf(page, GONE)).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /event 1 of \d+: clock paused/);
  await page.keyboard.press("ArrowRight");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /event 2 of \d+: hr-archive-2012-2019 deleted/);
  await expect(rowOf(page, GONE)).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(band(page)).toHaveCount(0);
  await page.keyboard.press("PageUp");
  await expect(band(page)).toHaveCount(1);
  for (const name of ["+1 hour", "Resume"]) {
    await expect(clock(page).getByRole("button", { name })).toHaveAttribute("aria-disabled", "true");
  }
  const cancel = page.getByRole("button", { name: "Cancel job sequencing-run-118" });
  await expect(cancel).toHaveAttribute("aria-disabled", "true");
  await expect(cancel).toHaveAccessibleDescription(/shows the past/);
  expect(await kept(page)).toEqual(before);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(band(page)).toHaveCount(0);
  await expect(time(page)).toHaveText(now!);
  await page.locator("body").press("z");
  await expect(band(page)).toHaveCount(1);
  await band(page).getByRole("button", { name: "Back to now" }).click();
  await expect(cancel).not.toHaveAttribute("aria-disabled");
});

test("who continues from the past is in a branch, and the old line stays through a reload", { tag: "@smoke" }, async ({ page }) => {
  await openRecorded(page);
  await jump(page, "+1 day");
  await remove(page, GONE);
  const end = await time(page).textContent();
  await slider(page).focus();
  await page.keyboard.press("Home");
  await band(page).getByRole("button", { name: "Continue from here" }).click();
  await expect(band(page)).toHaveCount(0);
  await expect(rowOf(page, GONE)).toHaveCount(1);
  const first = branches(page).getByRole("button", { name: "Branch 1", exact: true });
  const second = branches(page).getByRole("button", { name: "Branch 2", exact: true });
  await expect(second).toHaveAttribute("aria-pressed", "true");
  await expect(first).toHaveAttribute("aria-pressed", "false");
  await branches(page).getByRole("button", { name: "Rename Branch 2" }).click();
  await page.getByRole("textbox", { name: "Name of Branch 2" }).fill("Second try");
  await page.keyboard.press("Enter");
  await expect(branches(page).getByRole("button", { name: "Second try", exact: true })).toBeVisible();
  await branches(page).getByRole("button", { name: "Pin Branch 1" }).click();
  await expect(branches(page).getByRole("button", { name: "Pin Branch 1" })).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(branches(page).getByRole("button", { name: "Second try", exact: true })).toHaveAttribute("aria-pressed", "true");
  await branches(page).getByRole("button", { name: "Compare Branch 1 with this branch" }).click();
  const comparison = page.getByRole("region", { name: "Comparison with Branch 1" });
  await expect(comparison).toContainText("The branches part at command 1");
  await expectAccessible(page);
  await first.click();
  await expect(first).toHaveAttribute("aria-pressed", "true");
  await expect(time(page)).toHaveText(end!);
  await expect(rowOf(page, GONE)).toHaveCount(0);
});

test("one tab looks while another works, and both have the same branches", async ({ page, context }) => {
  await openRecorded(page);
  const other = await context.newPage();
  await other.goto(CONTOSO);
  await expect(slider(other)).toBeVisible();
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(band(page)).toHaveCount(1);
  await remove(other, GONE);
  await jump(other, "+1 day");
  await expect(rowOf(page, GONE)).toHaveCount(1);
  await expect(band(other)).toHaveCount(0);
  await band(page).getByRole("button", { name: "Continue from here" }).click();
  for (const tab of [page, other]) {
    const second = branches(tab).getByRole("button", { name: "Branch 2", exact: true });
    await expect(second).toHaveAttribute("aria-pressed", "true");
    await expect(rowOf(tab, GONE)).toHaveCount(1);
  }
});

test("one's own workspace records nothing until it is switched on, and stopping wipes it everywhere", async ({ page, context }) => {
  await openForCalls(page, "./#/settings");
  await expect(slider(page)).toHaveCount(0);
  const choice = page.getByRole("checkbox", { name: "Record this workspace" });
  await expect(choice).not.toBeChecked();
  await choice.check();
  await expect(slider(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto("./#/jobs");
  await expect(slider(other)).toBeVisible();
  await create(page, "short-lived");
  expect((await call(page, "PATCH", "short-lived", { tags: { secret: TAG } })).status).toBe(200);
  expect((await call(page, "DELETE", "short-lived")).status).toBe(200);
  expect(await everything(page)).toContain(TAG);
  await page.getByRole("button", { name: "Stop recording" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop recording" }).click();
  for (const tab of [page, other]) await expect(slider(tab)).toHaveCount(0);
  await expect.poll(() => everything(page)).not.toContain(TAG);
  expect(Object.keys(await entries(page)).filter((key) => key.includes("/rec"))).toEqual([]);
});

test("a jump is undone, and what was deleted since stays deleted", async ({ page }) => {
  await openList(page);
  await pause(page);
  const undo = clock(page).getByRole("button", { name: "Undo the jump" });
  await expect(undo).toHaveCount(0);
  const start = await time(page).textContent();
  await jump(page, "+90 days");
  await expect(rowOf(page, "finance-close-2024")).toHaveCount(0);
  await undo.click();
  await expect(time(page)).toHaveText(start!);
  await expect(undo).toHaveCount(0);
  await expect(rowOf(page, "finance-close-2024")).toHaveCount(1);
  await jump(page, "+1 day");
  await remove(page, GONE);
  await undo.click();
  await expect(time(page)).toHaveText(start!);
  await expect(rowOf(page, GONE)).toHaveCount(0);
  await page.reload();
  await expect(rowOf(page, "finance-close-2024")).toHaveCount(1);
  await expect(rowOf(page, GONE)).toHaveCount(0);
  await expect(undo).toHaveCount(0);
});

test.describe("replay", () => {
  // Of the random commands some are about jobs that are gone.
  test.use({ provoked: /Failed to load resource: the server responded with a status of (404|409)/ });

  test("what was recorded here ends the same when it is replayed natively", async ({ page }) => {
    await openForCalls(page, CONTOSO);
    await pause(page);
    for (let round = 1; round <= 4; round++) {
      expect((await storm(page, round, 12, ["hr-archive-2012-2019", "sequencing-run-118", "media-masters-import"])).odd).toEqual([]);
      await jump(page, round % 2 ? "+1 day" : "Next event");
    }
    // From the past goes a second branch on, so that the file has two.
    await slider(page).focus();
    await page.keyboard.press("Home");
    await band(page).getByRole("button", { name: "Continue from here" }).click();
    await expect(band(page)).toHaveCount(0);
    expect((await storm(page, 9, 12, ["sequencing-run-118"])).odd).toEqual([]);
    await jump(page, "+1 day");
    const states = await page.evaluate(async () => (await (globalThis as any).all()).map((job: any) => `${job.name}: ${job.properties.state}`));
    await page.goto("./#/settings");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save with its recording" }).click()]);
    // The replay refuses a recording that does not lead to the very workspace that is in the file beside it.
    const replay = ["run", "--quiet", "--package", "import-export-portal", "--example", "replay", "--", (await download.path())!];
    const told = execFileSync("cargo", replay, { encoding: "utf8" });
    expect(told).toMatch(/^\* branch 2 .*: \d+ commands/m);
    const replayed = told.split("\n").flatMap((line) => line.match(/^ {4}(\S+: [A-Za-z]+)/)?.slice(1) ?? []);
    expect(replayed.length).toBeGreaterThan(15);
    expect(replayed.sort()).toEqual(expect.arrayContaining(states));
  });
});

test("a link names a moment of a branch", async ({ page }) => {
  await openRecorded(page);
  await jump(page, "+1 day");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /3 Mar 2026/);
  await page.goto("about:blank");
  await page.goto(`${CONTOSO}&branch=1&at=2026-03-02T12:00:00Z`);
  await expect(band(page)).toContainText("2 Mar 2026, 12:00");
});

test("the timeline speaks Turkish", async ({ page }) => {
  await inLanguage(page, "tr");
  await page.goto(CONTOSO);
  const turkish = page.getByRole("slider", { name: "Bu çalışma alanının zaman çizelgesi" });
  await turkish.focus();
  await page.keyboard.press("Home");
  await expect(turkish).toHaveAttribute("aria-valuetext", /kaydın başı/);
  await expect(page.getByRole("region", { name: "Geçmişe bakılıyor" })).toBeVisible();
  await expectAccessible(page);
});
