// A workspace with many jobs: the newest are shown while the rest is read, and whoever needs all of them has all of them.
import type { BrowserContext, Page } from "@playwright/test";
import { jobs, names, rowOf, withoutLater } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const COUNT = 2_000;
const OPEN = "./#/";

const summary = (page: Page) => page.getByRole("main").locator("details").filter({ hasText: "Summary" });
const chooseAll = (page: Page) => jobs(page).getByRole("checkbox", { name: "Select all jobs shown" });

/** A workspace with many jobs, which this tab shows again when the portal is opened; the name of its oldest job. */
async function kept(page: Page): Promise<string> {
  await page.goto(`./#/?scenario=load&jobs=${COUNT}&seed=1`);
  await jobs(page).getByRole("columnheader", { name: "Created" }).getByRole("button").click();
  await expect(jobs(page).getByRole("columnheader", { name: "Created" })).toHaveAttribute("aria-sort", "ascending");
  const [oldest] = await names(jobs(page));
  await page.waitForFunction(() => localStorage.getItem("iep/newest/load-1-2000"));
  await page.waitForFunction(() => localStorage.getItem("iep/w/load-1-2000/head"));
  const clock = page.getByRole("group", { name: "Simulation clock" });
  await clock.getByRole("button", { name: "Pause" }).click();
  // With that all is written.
  await clock.getByRole("button", { name: "Resume" }).waitFor();
  await page.goto("about:blank");
  return oldest!;
}

/** Holds all that pages do in tasks of their own, once they show a row, until the function is called that this gives. */
async function held(pages: Page | BrowserContext): Promise<(page: Page) => Promise<void>> {
  await pages.addInitScript(() => {
    const begin = globalThis.setTimeout;
    const waiting: (() => void)[] = [];
    let isHeld = true;
    const hold = (task: () => void, delay?: number, ...rest: unknown[]) => {
      if (isHeld && !delay && document.querySelector("tr[data-no]")) return waiting.push(() => begin(task, 0, ...rest));
      return begin(task, delay, ...rest);
    };
    const release = () => {
      isHeld = false;
      waiting.splice(0).forEach((task) => task());
    };
    Object.assign(globalThis, { setTimeout: hold, release });
  });
  return (page) => page.evaluate(() => (globalThis as any).release());
}

/** The names of the jobs that are drawn, whatever has not come yet. */
const drawn = (page: Page) => jobs(page).getByRole("rowheader").allTextContents();

const isLoading = (page: Page) => expect(jobs(page)).toHaveAttribute("aria-busy", "true");
const isLoaded = (page: Page) => expect(page.getByRole("main").locator("[aria-busy]")).toHaveCount(0);

test("the newest are shown while the rest is read; what is not known yet is not said, and nothing moves", async ({ page }) => {
  await kept(page);
  const release = await held(page);
  await page.addInitScript(() => {
    const shifts: unknown[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) {
        for (const { node } of entry.sources) if (node?.parentElement?.closest(".strip, .toolbar, .table-region")) shifts.push(node.outerHTML);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(OPEN);
  await isLoading(page);
  const first = await drawn(page);
  expect(first.length).toBeGreaterThan(3);
  await expect(jobs(page)).toHaveAttribute("aria-rowcount", String(COUNT + 1));
  await expect(page.getByText("2,000 jobs", { exact: true })).toBeVisible();
  await expect(summary(page)).toContainText("Summary: reading 2,000 jobs…");
  await expect(summary(page).getByRole("link")).toHaveCount(0);
  await expect(chooseAll(page)).toBeDisabled();
  const low = await page.locator(".table-region").evaluate((region) => region.scrollHeight);

  await release(page);
  await isLoaded(page);
  await expect(summary(page)).toContainText("Summary: 2,000 jobs by state");
  await expect(summary(page).getByRole("link", { name: /Creating/ })).toBeVisible();
  await expect(chooseAll(page)).toBeEnabled();
  expect((await names(jobs(page))).slice(0, first.length)).toEqual(first);
  expect(await page.locator(".table-region").evaluate((region) => region.scrollHeight)).toBe(low);
  await page.locator("#notifications").waitFor({ state: "attached" });
  if (test.info().project.name === "chromium") expect(await page.evaluate(() => (globalThis as any).shifts)).toEqual([]);
});

test("whoever searches, sorts or goes to a job before all has been read finds all of them", async ({ page }) => {
  const oldest = await kept(page);
  const release = await held(page);
  const again = async () => {
    await page.goto("about:blank");
    await page.goto(OPEN);
    await isLoading(page);
    await expect(rowOf(page, oldest)).toHaveCount(0);
  };
  await again();
  await page.getByRole("main").getByRole("searchbox").fill(oldest);
  await expect(rowOf(page, oldest)).toBeVisible();

  await again();
  await jobs(page).getByRole("columnheader", { name: "Created" }).getByRole("button").click();
  await expect(jobs(page).getByRole("rowheader").first()).toHaveText(oldest);

  await again();
  const newest = (await drawn(page))[0]!;
  await jobs(page).getByRole("link", { name: newest, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${newest}/overview`));
  await release(page);
  await expect(page.getByRole("heading", { level: 1, name: newest })).toBeVisible();
});

test("a job that another tab deletes meanwhile is gone when all has been read", async ({ context, page }) => {
  await kept(page);
  const release = await held(page);
  await page.goto(OPEN);
  await isLoading(page);
  const other = await context.newPage();
  await other.goto("./#/jobs?scenario=load&jobs=2000&seed=1&state=Completed");
  const remove = jobs(other).getByRole("button", { name: /^Delete job / }).first();
  const name = (await remove.getAttribute("aria-label"))!.replace("Delete job ", "");
  await remove.click();
  await other.getByRole("dialog").getByRole("button", { name: "Delete job", exact: true }).click();
  await expect(rowOf(other, name)).toHaveCount(0);
  await release(page);
  await isLoaded(page);
  await expect(page.getByText("1,999 jobs", { exact: true })).toBeVisible();
  await page.getByRole("main").getByRole("searchbox").fill(name);
  await expect(page.getByRole("heading", { name: "No job matches" })).toBeVisible();
});

test("what comes behind the list waits for no job, and all is shown without it", async ({ page }) => {
  await kept(page);
  const arrive = await withoutLater(page);
  await page.goto(OPEN);
  await isLoaded(page);
  await expect(summary(page)).toContainText("Summary: 2,000 jobs by state");
  await jobs(page).getByRole("columnheader", { name: "Name" }).getByRole("button").click();
  await expect(jobs(page).getByRole("rowheader").first()).toHaveText("load-00001");
  arrive();
});
