// The list where cancels are concerned, its room, and what it says when something is done.
import { call, reachable } from "./support/calls.ts";
import { resourceId } from "./support/jobs.ts";
import { inLanguage, jobs, names, openList, pause, rowOf } from "./support/portal.ts";
import { plainFonts } from "./support/picture.ts";
import { expect, test } from "./support/test.ts";

// What is told of a moment stands over the page and is announced: in either place it is told.
const toasts = (page: import("@playwright/test").Page) => page.locator("body");

test("jobs are filtered by how they stand towards cancelling, and the filter is in the link", async ({ page }) => {
  await openList(page);
  await pause(page);
  const all = await names(jobs(page));
  const filter = page.getByRole("combobox", { name: "Cancel", exact: true });
  await filter.selectOption("Cancel requested");
  await expect(page).toHaveURL(/[?&]cancel=requested$/);
  const requested = await names(jobs(page));
  expect(requested).toHaveLength(3);
  for (const name of requested) await expect(rowOf(page, name)).toContainText("Cancel requested");
  await expect(page.getByRole("button", { name: "Remove filter Cancel: Cancel requested" })).toBeVisible();
  await filter.selectOption("Cancelled");
  const cancelled = await names(jobs(page));
  for (const name of cancelled) await expect(rowOf(page, name)).toContainText(/Cancelled at \d+%/);
  await filter.selectOption("None");
  expect((await names(jobs(page))).length).toBe(all.length - requested.length - cancelled.length);
});

test("a search finds what the list says of a job, and its tags", async ({ page }) => {
  await openList(page, "?columns=state,tags");
  await pause(page);
  const search = page.getByRole("searchbox", { name: "Search jobs" });
  const shown = jobs(page).locator("tr[data-no]");
  for (const words of ["cancel requested", "cancelled", "faulted"]) {
    await search.fill(words);
    for (const row of await shown.all()) await expect(row).toContainText(new RegExp(words, "i"));
    expect(await shown.count(), words).toBeGreaterThan(0);
  }
  await reachable(page);
  expect((await call(page, "PATCH", resourceId("legal-hold-export"), { tags: { purpose: "rehearsal-7" } })).status).toBe(200);
  await search.fill("rehearsal-7");
  await expect(shown).toHaveCount(1);
  await expect(rowOf(page, "legal-hold-export")).toContainText("purpose: rehearsal-7");
});

test("the tile of pending cancellations leads to them", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openList(page);
  await page.getByRole("link", { name: "Pending cancellations 3" }).click();
  await expect(page).toHaveURL(/\?cancel=requested$/);
  await expect(page.getByText("3 of 15 jobs shown")).toBeVisible();
  await page.getByRole("link", { name: "Pending cancellations 3" }).press("Enter");
  await expect(page).toHaveURL(/#\/jobs$/);
});

test("the storage account, the tags and the day of deletion are columns", async ({ page }) => {
  await openList(page);
  await page.getByRole("button", { name: "Columns" }).click();
  const columns = page.getByRole("region", { name: "Columns" });
  for (const name of ["Storage account", "Tags", "Deletion date"]) {
    await columns.getByRole("checkbox", { name }).check();
    await expect(page.getByRole("columnheader", { name })).toBeVisible();
  }
  await expect(page).toHaveURL(/storageAccount%2Ctags%2Cdeletion$/);
  await expect(rowOf(page, "pilot-migration").getByRole("time").last()).toHaveText(/\d+ \w+ 2026/);
});

test("a pending cancel is shown in place of being offered again", async ({ page }) => {
  await openList(page, "?cancel=requested");
  await pause(page);
  const pending = page.getByRole("button", { name: /^Cancel job .*: pending$/ }).first();
  await expect(pending).toHaveText("Pending");
  await expect(pending).toHaveAccessibleDescription(/already requested/);
  await pending.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(toasts(page)).toContainText("Another request changes nothing.");
});

test("many at once count only new requests, and the selection goes when they are sent", async ({ page }) => {
  await openList(page, "?sort=name");
  await pause(page);
  const row = page.getByRole("button", { name: /^Cancel job .*: pending$/ }).first();
  const pending = (await row.getAttribute("aria-label"))!.replace(/^Cancel job (.*): pending$/, "$1");
  for (const name of [pending, "media-masters-import"]) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("button", { name: "Cancel (1 of 2)" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel 1 of 2 selected jobs?" });
  await expect(dialog.getByRole("list", { name: "Cancel will be requested" })).toHaveText(/^media-masters-import/);
  const stay = dialog.getByRole("list", { name: "Will stay as they are" });
  await expect(stay).toContainText(pending);
  await expect(stay).toContainText("Cancel is already requested");
  await dialog.getByRole("button", { name: "Cancel 1 job", exact: true }).click();
  await expect(toasts(page)).toContainText("Cancel requested for 1 job");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  for (const name of [pending, "media-masters-import"]) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await expect(page.getByRole("button", { name: "Cancel (0 of 2)" })).toHaveAccessibleDescription(/already requested for the selected jobs/);
});

test("Enter confirms the typed word, and not before it is typed", async ({ page }) => {
  await openList(page);
  await pause(page);
  for (const name of ["pilot-migration", "hr-archive-2012-2019"]) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("button", { name: "Delete (2 of 2)" }).click();
  const word = page.getByRole("textbox", { name: /Type “delete”/ });
  await word.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await word.fill("delete");
  await word.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(rowOf(page, "pilot-migration")).toHaveCount(0);
});

test("refreshing, exporting and choosing rules are seen to be done", async ({ page }) => {
  await openList(page);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(toasts(page)).toContainText("The list is up to date.");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export what is shown as CSV" }).click();
  await download;
  await expect(toasts(page)).toContainText("jobs.csv");
  await page.goto("./#/settings");
  await page.getByRole("group", { name: "Rule set" }).getByRole("radio", { name: "FAQ 2020" }).check();
  await expect(toasts(page)).toContainText("FAQ 2020 now applies.");
});

test("ten rows are in sight at a height of 720 pixels", async ({ page }) => {
  await plainFonts(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await openList(page);
  const table = jobs(page);
  const seen = () =>
    table.evaluate((table) => {
      const region = table.parentElement!.getBoundingClientRect();
      return [...table.querySelectorAll("tr[data-no]")].filter((row) => row.getBoundingClientRect().bottom <= region.bottom + 1).length;
    });
  await expect.poll(seen).toBeGreaterThanOrEqual(10);
  const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(over, "the rows scroll, the page does not").toBeLessThanOrEqual(0);
});

for (const [width, language, name] of [
  [1024, "en", "Name"],
  [1280, "en", "Name"],
  [1920, "en", "Name"],
  [1024, "tr", "Ad"],
  [1280, "tr", "Ad"],
] as const) {
  test(`no name is cut off at ${width} pixels (${language}), and the columns share what is left over`, async ({ page }) => {
    await plainFonts(page);
    await inLanguage(page, language);
    await page.setViewportSize({ width, height: 900 });
    await page.goto("./");
    const jobs = page.getByRole("table");
    await jobs.getByRole("rowheader").first().waitFor();
    const cut = await jobs.getByRole("rowheader").locator("a").evaluateAll((links) => links.filter((link) => link.scrollHeight > link.clientHeight + 1).map((link) => link.textContent));
    expect(cut).toEqual([]);
    const region = jobs.locator("xpath=..");
    expect(await region.evaluate((region) => region.scrollWidth - region.clientWidth), "nothing to scroll").toBeLessThanOrEqual(0);
    const share = await page.getByRole("columnheader", { name, exact: true }).evaluate((head) => head.clientWidth / head.closest("table")!.clientWidth);
    expect(share, "the name does not take it all").toBeLessThan(0.33);
  });
}
