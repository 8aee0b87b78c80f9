// The panel "Prototype": overrides of the network, of the jobs and notes on controls, each in the address.
import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { bell, jobs, openList, pause, rowOf, told } from "./support/portal.ts";
import { openJob } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

// The browser says in its console which answers were none.
test.use({ provoked: /Failed to load resource|Failed to load ‘.*ServiceWorker/ });

const panel = (page: Page) => page.getByRole("region", { name: "Prototype", exact: true });
const badge = (page: Page) => page.getByRole("button", { name: /^Overrides/ });
const again = (page: Page) => page.getByRole("main").getByRole("button", { name: "Try again" });
const waiting = (page: Page) => page.getByRole("main").getByText("Waiting for the service…");
const PATH = "providers/Microsoft.ImportExport/locations?api-version=2021-01-01";

/** The statuses and latencies of so many calls of a script, in their order; 0 where none came. */
const calls = (page: Page, count: number) =>
  page.evaluate(
    async ([path, count]) => {
      const all: string[] = [];
      for (let no = 0; no < Number(count); no += 1) {
        const answer = await fetch(String(path)).catch(() => null);
        all.push(`${answer?.status ?? 0} ${answer?.headers.get("x-mock-latency") ?? ""}`);
      }
      return all;
    },
    [PATH, count] as const,
  );

/** Waits until calls of scripts reach the portal. */
const relayed = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** What is kept of the user's own workspace. */
const own = (page: Page) =>
  page.evaluate(() =>
    Object.entries({ ...localStorage })
      .filter(([key]) => key.includes("/main/"))
      .sort(),
  );

async function other(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext();
  const second = await context.newPage();
  await second.goto(page.url());
  return second;
}

test("the panel opens with Ctrl+. and closes with Escape, and the focus goes back", async ({ page }) => {
  await openList(page);
  const name = rowOf(page, "hr-archive-2012-2019").getByRole("link", { name: "hr-archive-2012-2019" });
  await name.focus();
  await page.keyboard.press("Control+.");
  await expect(panel(page)).toBeFocused();
  await expectAccessible(page);
  for (const tab of ["Data", "Look", "Pins", "Link"]) {
    await panel(page).getByRole("tab", { name: tab }).click();
    await expectAccessible(page);
  }
  await panel(page).getByRole("tab", { name: "Link" }).press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(name).toBeFocused();
  await expect(badge(page)).toBeHidden();
});

test("the same link meets the same statuses and latencies in order, in two browsers", async ({ page, browser }) => {
  test.slow();
  await page.goto("./#/jobs?latency=6~5&fail=30%25&seed=3");
  await expect(badge(page)).toHaveText("Overrides: 2");
  await relayed(page);
  const one = await calls(page, 200);
  const second = await other(browser, page);
  await expect(badge(second)).toHaveText("Overrides: 2");
  await relayed(second);
  expect(await calls(second, 200)).toEqual(one);
  const failed = one.filter((call) => call.startsWith("500")).length;
  expect(failed).toBeGreaterThan(40);
  expect(failed).toBeLessThan(80);
  expect(new Set(one.map((call) => call.split(" ")[1])).size).toBeGreaterThan(5);
  await second.context().close();
});

for (const [page_, address, heading] of [
  ["the list", "#/jobs", "Import/Export jobs"],
  ["a job", "JOB/overview", "hr-archive-2012-2019"],
  ["the keys of a job", "JOB/keys", "hr-archive-2012-2019"],
  ["the wizard", "#/create", /./],
  ["the activity log", "#/activity", /./],
] as const) {
  test(`${page_} says that it waits, that it is not known, and is shown when it is`, async ({ page }) => {
    await openJob(page, "hr-archive-2012-2019");
    const job = new URL(page.url()).hash.replace(/\/overview.*/, "");
    const link = address.replace("JOB", job);
    await page.goto(`./${link}?fail=never`);
    await page.reload();
    const main = page.getByRole("main");
    await expect(waiting(page)).toBeVisible();
    await expect(main.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect(main.getByRole("table")).toHaveCount(0);
    await expect(main.getByRole("textbox")).toHaveCount(0);
    await expectAccessible(page);

    await page.goto(`./${link}?fail=503`);
    await page.reload();
    const alert = main.getByRole("alert").filter({ hasText: "This page could not be loaded" });
    await expect(alert).toContainText("The service is not available at the moment.");
    await expectAccessible(page);
    await again(page).click();
    await expect(alert).toBeVisible();

    // It is tried again when somebody says so, and safe to repeat.
    await badge(page).click();
    await panel(page).getByRole("button", { name: "Remove 503 Service Unavailable: Every operation, always" }).click();
    await expect(alert).toBeHidden();
    await expect(waiting(page)).toBeHidden();
  });
}

test("a page that failed once is there at the second try", async ({ page }) => {
  await page.goto("./#/jobs?fail=Jobs_ListBySubscription:offline@1");
  const alert = page.getByRole("main").getByRole("alert").filter({ hasText: "There was no connection." });
  await expect(alert).toBeVisible();
  await again(page).click();
  await expect(jobs(page).getByRole("rowheader").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("nothing is asked twice while the answer is on its way", async ({ page }) => {
  await openList(page);
  await pause(page);
  await page.goto("./#/jobs?fail=Jobs_Update:never");
  await expect(badge(page)).toBeVisible();
  const row = rowOf(page, "hr-archive-2012-2019");
  await row.getByRole("button", { name: /^Cancel/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Waiting for an answer" })).toBeVisible();
  await row.getByRole("button", { name: /^Cancel/ }).click();
  const press = page.getByRole("dialog").getByRole("button", { name: "Cancel job" });
  await expect(press).toHaveAttribute("aria-disabled", "true");
  await expect(press).toHaveAccessibleDescription("You have asked for this already. The answer is still on its way.");
  await page.keyboard.press("Escape");
  await badge(page).click();
  await expect(panel(page).getByText("One call is held back.")).toBeVisible();
  await panel(page).getByRole("button", { name: "Release" }).click();
  await expect(page.getByText("Cancel requested for hr-archive-2012-2019").first()).toBeVisible();
});

/** Cancels a job in Creating, waits until it is Completed, and deletes it; after each try one looks what has happened. */
async function story(page: Page, name: string) {
  const row = rowOf(page, name);
  const ask = async (button: RegExp, press: string, done: () => Promise<boolean>) => {
    for (let tries = 0; tries < 30 && !(await done()); tries += 1) {
      const before = await bell(page).getAttribute("aria-label");
      await row.getByRole("button", { name: button }).click();
      await page.getByRole("dialog").getByRole("button", { name: press }).click();
      // The person always knows: every try ends in a notification.
      await expect(bell(page)).not.toHaveAttribute("aria-label", before!);
    }
    expect(await done()).toBe(true);
  };
  const asked = () => row.getByText(/Cancel requested|Completed/).first().isVisible();
  await ask(/^Cancel/, "Cancel job", asked);
  await page.getByRole("button", { name: "+1 day" }).click();
  await expect(row.getByText("Completed").first()).toBeVisible();
  await ask(/^Delete/, "Delete job", async () => (await row.count()) === 0);
}

/** What the activity log says of a job. */
async function logged(page: Page, name: string) {
  await page.goto(`./#/activity?q=${name}`);
  const rows = page.getByRole("main").getByRole("row").filter({ hasText: name });
  await expect(rows.filter({ hasText: "Delete" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Cancel" })).toHaveCount(1);
}

for (const [what, query] of [
  ["when every answer takes three seconds", "latency=3000"],
  ["when three calls of ten fail", "fail=30%25&seed=3"],
] as const) {
  test(`a job is cancelled, deleted and gone ${what}: nothing lost, nothing twice`, async ({ page }) => {
    test.slow();
    await openList(page);
    await pause(page);
    await page.goto(`./#/jobs?${query}`);
    await page.reload();
    await expect(badge(page)).toBeVisible();
    for (let tries = 0; tries < 20 && !(await jobs(page).isVisible()); tries += 1) {
      await expect(again(page).or(jobs(page))).toBeVisible();
      if (await again(page).isVisible()) await again(page).click();
    }
    await story(page, "hr-archive-2012-2019");
    await page.getByRole("button", { name: "All off" }).click();
    await logged(page, "hr-archive-2012-2019");
  });
}

test("scripts meet a connection that is not there, and an answer that breaks off", async ({ page }) => {
  await page.goto("./#/settings?fail=Locations_List:cut@1,Locations_List:offline@2");
  await relayed(page);
  await expect(badge(page)).toBeVisible();
  const met = await page.evaluate(async (path) => {
    const first = await fetch(path);
    const body = await first.text().then(
      () => "whole",
      () => "broken off",
    );
    const second = await fetch(path).then(
      () => "answered",
      () => "not reached",
    );
    const third = (await (await fetch(path)).json()).value.length > 0;
    return [first.status, body, second, third];
  }, PATH);
  expect(met).toEqual([200, "broken off", "not reached", true]);
});

test("an answer that breaks off says so, and what was done is shown", async ({ page }) => {
  await openList(page);
  await pause(page);
  await page.goto("./#/jobs?fail=Jobs_Delete:cut");
  await expect(badge(page)).toBeVisible();
  await rowOf(page, "hr-archive-2012-2019").getByRole("button", { name: /^Delete/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await expect(told(page).filter({ hasText: "The answer broke off before it was complete." })).toBeVisible();
  await expect(rowOf(page, "hr-archive-2012-2019")).toHaveCount(0);
});

test("overrides go from page to page, survive a reload and are all off at one press", { tag: "@smoke" }, async ({ page }) => {
  await page.goto("./#/settings?latency=200&fail=Jobs_Get:429");
  await expect(badge(page)).toHaveText("Overrides: 2");
  await page.getByRole("link", { name: "Activity log" }).first().click();
  await expect(page).toHaveURL(/#\/activity\?latency=200&fail=Jobs_Get:429$/);
  await page.reload();
  await expect(badge(page)).toHaveText("Overrides: 2");
  await page.getByRole("button", { name: "All off" }).click();
  await expect(badge(page)).toBeHidden();
  await expect(page).toHaveURL(/#\/activity$/);
  await expect(told(page).filter({ hasText: "All overrides are off." })).toBeVisible();
});

test("a network is set in the panel, by the keyboard alone", async ({ page }) => {
  await openList(page);
  await page.keyboard.press("Control+.");
  await panel(page).getByLabel("Latency", { exact: true }).selectOption("800 ms");
  await panel(page).getByLabel("Outcome", { exact: true }).selectOption("429 Too Many Requests");
  await panel(page).getByLabel("Operation", { exact: true }).selectOption("Jobs_Delete");
  await panel(page).getByLabel("When", { exact: true }).selectOption("Some calls, by the seed");
  await panel(page).getByLabel("Share in per cent").fill("0");
  await panel(page).getByRole("button", { name: "Add" }).press("Enter");
  await expect(panel(page).getByLabel("Share in per cent")).toHaveAccessibleDescription("Enter a whole number from 1 to 100.");
  await panel(page).getByLabel("Share in per cent").fill("25");
  await panel(page).getByRole("button", { name: "Add" }).press("Enter");
  await expect(page).toHaveURL(/latency=800&fail=Jobs_Delete:429@25%25/);
  await expect(panel(page).getByText("429 Too Many Requests: Jobs_Delete, 25 % of calls")).toBeVisible();
});

test("what an address says that nobody understands is told", async ({ page }) => {
  await page.goto("./#/jobs?latency=soon&fail=503@2");
  await badge(page).click();
  await expect(panel(page).getByText("Not understood, and left out: latency=soon")).toBeVisible();
});

test("a prototype has its own jobs, in any state, and one's own workspace stays as it was", async ({ page }) => {
  await openList(page);
  await pause(page);
  const before = await own(page);
  expect(before.length).toBeGreaterThan(0);
  await page.keyboard.press("Control+.");
  await panel(page).getByRole("tab", { name: "Data" }).click();
  await panel(page).getByLabel("Texts").selectOption("Right to left");
  await panel(page).getByRole("button", { name: "Open these jobs" }).click();
  await expect(page).toHaveURL(/data=15&texts=rtl/);
  await expect(jobs(page).getByRole("rowheader").first()).toBeVisible();
  await expect(badge(page)).toHaveText("Overrides: 1");
  await badge(page).click();
  await panel(page).getByRole("tab", { name: "Data" }).click();
  await panel(page).getByLabel("Job", { exact: true }).selectOption("hr-archive-2012-2019");
  await panel(page).getByLabel("State").selectOption("Closed");
  await panel(page).getByRole("button", { name: "Set the state" }).click();
  await expect(page).toHaveURL(/set=hr-archive-2012-2019:Closed/);
  await expect(rowOf(page, "hr-archive-2012-2019").getByText("Closed").first()).toBeVisible();
  expect(await own(page)).toEqual(before);
  await page.getByRole("button", { name: "Back to my own workspace" }).click();
  await expect(page).not.toHaveURL(/data=/);
  await expect(rowOf(page, "hr-archive-2012-2019").getByText("Creating").first()).toBeVisible();
});

test("pins are numbered notes that a link hands on", async ({ page, browser }) => {
  await openList(page);
  await page.keyboard.press("Control+.");
  await panel(page).getByRole("tab", { name: "Pins" }).click();
  await panel(page).getByLabel("Control").selectOption("Clock: jumps of time");
  await panel(page).getByRole("button", { name: "Add" }).click();
  await expect(panel(page).getByLabel("Note")).toHaveAccessibleDescription("Enter a note of at most 280 characters.");
  await panel(page).getByLabel("Note").fill("Is this found | 50 %?");
  await panel(page).getByRole("button", { name: "Add" }).click();
  await expect(page.locator('[data-pin="1"]')).toBeVisible();
  await expect(page).toHaveURL(/pins=/);
  const second = await other(browser, page);
  await expect(second.locator('[data-pin="1"]')).toBeVisible();
  await badge(second).click();
  await panel(second).getByRole("tab", { name: "Pins" }).click();
  await expect(panel(second).getByText("Is this found | 50 %?")).toBeVisible();
  await panel(second).getByRole("button", { name: "Go to pin 1" }).click();
  await expect(second.locator('[data-pin="1"]').getByRole("button").first()).toBeFocused();
  await second.context().close();
});

test("a file keeps the overrides, and another is refused", async ({ page }) => {
  await page.goto("./#/settings?latency=200&fail=429@10%25&seed=9");
  await badge(page).click();
  await panel(page).getByRole("tab", { name: "Link" }).click();
  await expect(panel(page).getByRole("textbox", { name: "Link to exactly this" })).toHaveValue(/#\/settings\?latency=200&fail=429@10%25&seed=9$/);
  const [download] = await Promise.all([page.waitForEvent("download"), panel(page).getByRole("button", { name: "Save as a file" }).click()]);
  const file = (await download.path())!;
  await panel(page).getByRole("button", { name: "All off" }).click();
  await expect(page).toHaveURL(/#\/settings$/);
  await panel(page).getByLabel("Open a file").setInputFiles(file);
  await expect(page).toHaveURL(/#\/settings\?latency=200&fail=429@10%25&seed=9$/);
  await panel(page).getByLabel("Open a file").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(told(page).filter({ hasText: "The file was not opened" })).toBeVisible();
  await expect(page).toHaveURL(/latency=200/);
});
