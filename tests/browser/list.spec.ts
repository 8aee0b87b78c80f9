// The list of jobs: what stands in it, search, filters, order, columns, selection, keys, exports.
import { readFile } from "node:fs/promises";
import { jobs, names, openList, pause, rowOf } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

test("each job has a link and two buttons; a refused one stays in reach and says why", async ({ page }) => {
  await openList(page);
  const row = rowOf(page, "pilot-migration");
  await expect(row.getByRole("link", { name: "pilot-migration", exact: true })).toBeVisible();
  const remove = row.getByRole("button", { name: "Delete job pilot-migration" });
  await expect(remove).not.toHaveAttribute("aria-disabled");
  const cancel = row.getByRole("button", { name: "Cancel job pilot-migration" });
  await expect(cancel).toHaveAttribute("aria-disabled", "true");
  await expect(cancel).toHaveAccessibleDescription(/Completed and cannot be canceled.*REST 2017.*Creating, Shipping, Received or Transferring/);
  await cancel.focus();
  await expect(cancel).toBeFocused();
  await cancel.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("[aria-live=polite]")).toContainText("cannot be canceled");
});

test("a cancel asks first, tells what will happen, and is told and shown afterwards", async ({ page }) => {
  await openList(page);
  await page.getByRole("button", { name: "Cancel job media-masters-import" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel media-masters-import?" });
  await expect(dialog).toContainText("Nothing will be copied");
  await expect(dialog).toContainText("best-effort");
  await expect(dialog).toContainText("90 days");
  await dialog.getByRole("button", { name: "Keep job" }).click();
  await expect(dialog).toHaveCount(0);
  const cancel = page.getByRole("button", { name: "Cancel job media-masters-import" });
  await expect(cancel).toBeFocused();
  await expect(rowOf(page, "media-masters-import")).not.toContainText("Cancel requested");

  await cancel.press("Enter");
  await dialog.getByRole("button", { name: "Cancel job" }).click();
  await expect(rowOf(page, "media-masters-import")).toContainText("Cancel requested");
  await expect(page.locator("[aria-live=polite]")).toContainText("Cancel requested for media-masters-import");
  await expect(cancel).toBeFocused();
});

test("a cancel while copying says that the copy may go on", async ({ page }) => {
  await openList(page);
  await page.getByRole("button", { name: "Cancel job sequencing-run-118" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel sequencing-run-118?" });
  await expect(dialog).toContainText(/is copied. The copy may go on for a while and stops in 8 hours at the latest/);
});

test("a delete asks first, and the job is gone from list and search; the focus goes to its neighbour", async ({ page }) => {
  await openList(page, "?sort=name");
  const before = await names(jobs(page));
  const at = before.indexOf("pilot-migration");
  await page.getByRole("button", { name: "Delete job pilot-migration" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete pilot-migration?" });
  await expect(dialog).toContainText("cannot be undone");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, "pilot-migration")).toHaveCount(1);

  await page.getByRole("button", { name: "Delete job pilot-migration" }).click();
  await dialog.getByRole("button", { name: "Delete job" }).click();
  await expect(rowOf(page, "pilot-migration")).toHaveCount(0);
  await expect(page.locator("[aria-live=polite]")).toContainText("pilot-migration was deleted");
  await expect(jobs(page).getByRole("link", { name: before[at + 1], exact: true })).toBeFocused();
  await page.getByRole("searchbox", { name: "Search jobs" }).fill("pilot-migration");
  await expect(page.getByRole("heading", { name: "No job matches" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "No job matches" })).toBeVisible();
});

test("after the last row the focus goes to the one before, after the only one to the heading", async ({ page }) => {
  await openList(page, "?sort=-name&state=Completed");
  const remove = async (name: string) => {
    await page.getByRole("button", { name: `Delete job ${name}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
    await expect(rowOf(page, name)).toHaveCount(0);
  };
  const all = (await names(jobs(page))).reverse();
  for (const [at, name] of all.slice(0, -1).entries()) {
    await remove(name);
    await expect(jobs(page).getByRole("link", { name: all[at + 1], exact: true })).toBeFocused();
  }
  await remove(all.at(-1)!);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("search, filters, order and columns are in the link", async ({ page, context }) => {
  await openList(page);
  await page.getByRole("searchbox", { name: "Search jobs" }).fill("us");
  await page.getByRole("combobox", { name: "Type" }).selectOption("Import");
  await page.getByRole("columnheader", { name: "Name" }).getByRole("button").click();
  await page.getByRole("button", { name: "Columns" }).click();
  const columns = page.getByRole("region", { name: "Columns" });
  await columns.getByRole("checkbox", { name: "Resource group" }).check();
  await columns.getByRole("checkbox", { name: "Percent complete" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("columnheader", { name: "Resource group" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Percent complete" })).toHaveCount(0);
  const shown = await names(jobs(page));
  expect(shown.length).toBeGreaterThan(1);
  expect(shown).toEqual([...shown].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(jobs(other).getByRole("rowheader").first()).toBeVisible();
  expect(await names(jobs(other))).toEqual(shown);
  await expect(other.getByRole("columnheader", { name: "Resource group" })).toBeVisible();
});

test("a filter is taken away by its pill, and all of them at once", async ({ page }) => {
  await openList(page, "?state=Completed&type=Import&q=a");
  await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("Completed");
  await page.getByRole("button", { name: "Remove filter Type: Import" }).click();
  await expect(page.getByRole("combobox", { name: "Type" })).toHaveValue("");
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await expect(page.getByText("15 jobs", { exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("Completed");
});

test("a search that finds nothing offers the way back, whatever was typed", async ({ page }) => {
  await openList(page);
  for (const junk of ["(", "<b>x</b>", "%", "\\", "ı".repeat(300)]) {
    await page.getByRole("searchbox", { name: "Search jobs" }).fill(junk);
    await expect(page.getByRole("heading", { name: "No job matches" })).toBeVisible();
  }
  await page.getByRole("button", { name: "Clear all filters" }).last().click();
  await expect(jobs(page)).toBeVisible();
});

test("a second press on a column turns the order", async ({ page }) => {
  await openList(page);
  const header = page.getByRole("columnheader", { name: "Location" });
  await header.getByRole("button").click();
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  await expect(jobs(page).getByRole("row").nth(1)).toContainText("Australia East");
  await header.getByRole("button").click();
  await expect(header).toHaveAttribute("aria-sort", "descending");
});

test("the command bar tells which of the chosen jobs may be deleted, and why the others may not", async ({ page }) => {
  await openList(page);
  await pause(page);
  const bar = page.getByRole("group", { name: "Commands" });
  await expect(bar.getByRole("button", { name: "Delete", exact: true })).toHaveAccessibleDescription("Select at least one job first.");
  for (const name of ["pilot-migration", "hr-archive-2012-2019", "legal-hold-export"]) {
    await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  }
  await expect(page.getByText("3 selected")).toBeVisible();
  await bar.getByRole("button", { name: "Delete (2 of 3)" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 2 of 3 selected jobs?" });
  await expect(dialog).toContainText("legal-hold-export");
  await expect(dialog).toContainText("Received and cannot be deleted");
  const go = dialog.getByRole("button", { name: "Delete 2 jobs" });
  await expect(go).toHaveAccessibleDescription(/Type the word “delete” first/);
  await dialog.getByRole("textbox", { name: /Type “delete”/ }).fill("delete");
  await expect(go).not.toHaveAttribute("aria-disabled");
  await go.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator("[aria-live=polite]")).toContainText("2 jobs were deleted");
  await expect(rowOf(page, "pilot-migration")).toHaveCount(0);
  await expect(rowOf(page, "legal-hold-export")).toHaveCount(1);
});

test("many jobs are cancelled at once", async ({ page }) => {
  await openList(page, "?state=Shipping");
  await pause(page);
  await page.getByRole("checkbox", { name: "Select all jobs shown" }).check();
  await page.getByRole("button", { name: "Cancel (2 of 2)" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel 2 jobs" }).click();
  await expect(page.locator("[aria-live=polite]")).toContainText("Cancel requested for 2 jobs");
  await expect(jobs(page).getByText("Cancel requested")).toHaveCount(2);
});

test("what is shown is exported as CSV and JSON", async ({ page }) => {
  await openList(page, "?state=Completed&sort=name&columns=state,location");
  const shown = await names(jobs(page));
  const save = async (item: string) => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: item }).click();
    return readFile(await (await download).path(), "utf8");
  };
  const csv = (await save("Export what is shown as CSV")).split("\r\n");
  expect(csv[0]).toBe("name,state,location");
  expect(csv.slice(1, -1).map((line) => line.split(",")[0])).toEqual(shown);
  const json: { name: string; state: string }[] = JSON.parse(await save("Export what is shown as JSON"));
  expect(json.map((job) => job.name)).toEqual(shown);
  expect(new Set(json.map((job) => job.state))).toEqual(new Set(["Completed"]));
});

test("the keys move in the table, and Tab leaves it", async ({ page }) => {
  await openList(page, "?sort=name");
  const order = await names(jobs(page));
  const link = (at: number) => jobs(page).getByRole("link", { name: order.at(at)!, exact: true });
  await link(0).focus();
  await page.keyboard.press("ArrowDown");
  await expect(link(1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: `Select ${order[1]}` })).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: `Cancel job ${order[1]}` })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("button", { name: `Cancel job ${order[0]}` })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("End");
  await expect(link(-1)).toBeFocused();
  await expect(link(-1)).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(link(0)).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(link(0)).not.toBeFocused();
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press("Tab");
  await expect(jobs(page).locator(":focus")).toHaveCount(0);
});

test("the summary counts, links to a state and tells what is deleted next", async ({ page }) => {
  await openList(page);
  await expect(page.getByText("Summary: 15 jobs by state")).toBeVisible();
  await page.getByRole("link", { name: "3 Completed" }).click();
  await expect(page.getByText("3 of 15 jobs shown")).toBeVisible();
  await expect(page.getByRole("link", { name: "3 Completed" })).toHaveAttribute("aria-current", "true");
});

test("nothing is cut off at the sides, however narrow the window", async ({ page }) => {
  for (const [width, language] of [[320, "en"], [320, "tr"], [375, "tr"], [768, "tr"]] as const) {
    await page.addInitScript((language) => localStorage.setItem("iep/pref/language", language), language);
    await page.setViewportSize({ width, height: 800 });
    await page.goto("./#/jobs");
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
