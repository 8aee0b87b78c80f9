// The list of jobs: what stands in it, search, filters, order, columns, selection, keys, exports.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { create, listed, openForCalls } from "./support/calls.ts";
import { clock, jobs, names, openList, pause, rowOf, withoutLater } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

test("each job has a link and two buttons; a refused one stays in reach and says why", async ({ page }) => {
  await openList(page);
  const row = rowOf(page, "pilot-migration");
  await expect(row.getByRole("link", { name: "pilot-migration", exact: true })).toBeVisible();
  const remove = row.getByRole("button", { name: "Delete job pilot-migration" });
  await expect(remove).not.toHaveAttribute("aria-disabled");
  const cancel = row.getByRole("button", { name: "Cancel job pilot-migration" });
  await expect(cancel).toHaveAttribute("aria-disabled", "true");
  await expect(cancel).toHaveAccessibleDescription(/can’t be cancelled while it is Completed.*Creating, Shipping, Received or Transferring.*REST 2017/);
  await cancel.focus();
  await expect(cancel).toBeFocused();
  await cancel.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("[aria-live=polite]")).toContainText("can’t be cancelled");
  const told = page.getByRole("region", { name: "Messages" });
  await expect(told).toContainText("pilot-migration was not cancelled");
  await told.getByRole("link", { name: "Show the rule in the diagram" }).click();
  await expect(page).toHaveURL(/pilot-migration\/overview\?rule=cancel$/);
  await expect(page.getByRole("figure", { name: "Highlighted: the states that allow “Cancel”." })).toBeFocused();
});

test("a cancel asks first, tells what will happen, and is told and shown afterwards", { tag: "@smoke" }, async ({ page }) => {
  await openList(page);
  await page.getByRole("button", { name: "Cancel job media-masters-import" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel media-masters-import?" });
  await expect(dialog).toContainText("Nothing will be copied");
  await expect(dialog).toContainText("best-effort");
  await expect(dialog).toContainText("90 days");
  // All of it is in sight: a dialog is as high as its words where the window is.
  const hidden = await dialog.locator(".dialog__body").evaluate((body) => body.scrollHeight - body.clientHeight);
  expect(hidden, "nothing of the question has to be scrolled to").toBeLessThanOrEqual(0);
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
  await expect(dialog).toContainText(/is copied. Copying may continue for a while and stops in 8 hours at the latest/);
});

test("a delete asks first, and the job is gone from list and search; the focus goes to its neighbour", { tag: "@smoke" }, async ({ page }) => {
  await openList(page, "?sort=name");
  const before = await names(jobs(page));
  const at = before.indexOf("pilot-migration");
  await page.getByRole("button", { name: "Delete job pilot-migration" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete pilot-migration?" });
  await expect(dialog).toContainText("can’t undo this");
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

test("only columns that somebody has chosen get into the link, whatever the size of the window", async ({ page, browser, baseURL }) => {
  for (const width of [375, 768]) {
    await page.setViewportSize({ width, height: 700 });
    await openList(page);
    await expect(page, `at ${width} px`).toHaveURL(/#\/jobs$/);
  }
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("combobox", { name: "State" }).selectOption("Completed");
  await expect(page).toHaveURL(/#\/jobs\?state=Completed$/);
  await expect(page.getByRole("columnheader", { name: "Created" }), "there is no room for it").toHaveCount(0);
  const other = await (await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } })).newPage();
  await other.goto(page.url());
  const heads = other.getByRole("columnheader");
  await expect(heads).toHaveText(["", "Name", "Type", "State", "Percent complete", "Location", "Created", "Actions"]);
  await other.getByRole("button", { name: "Columns" }).click();
  const columns = other.getByRole("region", { name: "Columns" });
  await columns.getByRole("checkbox", { name: "Location" }).uncheck();
  await other.keyboard.press("Escape");
  await other.goto("./#/jobs");
  await expect(other, "chosen columns are said").toHaveURL(/\?columns=type%2Cstate%2CpercentComplete%2Ccreated$/);
  await other.getByRole("button", { name: "Columns" }).click();
  await columns.getByRole("button", { name: "Reset to default" }).click();
  await expect(other).toHaveURL(/#\/jobs$/);
  await other.reload();
  await expect(heads).toHaveText(["", "Name", "Type", "State", "Percent complete", "Location", "Created", "Actions"]);
  await expect(other, "the choice is forgotten").toHaveURL(/#\/jobs$/);
  await other.context().close();
});

test("location and group filter, and are in the link", async ({ page }) => {
  await openList(page, "?columns=location,resourceGroup");
  for (const [filter, value, query] of [["Location", "Japan East", "location=Japan%20East"], ["Group", "rg-field-data", "group=rg-field-data"]] as const) {
    await page.getByRole("combobox", { name: filter }).selectOption(value);
    await expect(page).toHaveURL(new RegExp(query));
    await expect(page.getByRole("button", { name: `Remove filter ${filter}: ${value}` })).toBeVisible();
    for (const row of (await jobs(page).getByRole("row").all()).slice(1)) await expect(row).toContainText(value);
  }
});

test("every column sorts, upwards and downwards", async ({ page }) => {
  const states = ["Creating", "Shipping", "Received", "Transferring", "Packaging", "Completed", "Closed", "Faulted"];
  await openList(page, "?columns=type,state,percentComplete,location,resourceGroup,subscription,created,storageAccount,tags,deletion");
  await pause(page);
  for (const [at, column] of ["Name", "Type", "State", "Percent complete", "Location", "Resource group", "Subscription", "Created", "Storage account", "Tags", "Deletion date"].entries()) {
    const header = page.getByRole("columnheader", { name: column, exact: true });
    const value = (text: string, time: string | null): string | number => {
      if (column === "State") return states.findIndex((state) => text.startsWith(state));
      if (column === "Percent complete") return Number.parseInt(text) || 0;
      return time ? Date.parse(time) : text.toLowerCase();
    };
    for (const direction of ["ascending", "descending"]) {
      await header.getByRole("button").click();
      await expect(header).toHaveAttribute("aria-sort", direction);
      const cells = await jobs(page).locator(`tr[data-no] > :nth-child(${at + 2})`).evaluateAll((cells) =>
        cells.map((cell) => [cell.textContent!.trim(), cell.querySelector("time")?.getAttribute("datetime") ?? null] as const));
      const values = cells.map(([text, time]) => value(text, time));
      expect(values.length).toBeGreaterThan(5);
      const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(values, `${column} ${direction}`).toEqual(direction === "ascending" ? sorted : sorted.reverse());
    }
  }
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
  // A choice made by hand follows all the same.
  const state = page.getByRole("combobox", { name: "State" });
  await state.selectOption("Closed");
  await page.getByRole("button", { name: "Remove filter State: Closed" }).click();
  await expect(state).toHaveValue("");
  await page.goBack();
  await expect(state).toHaveValue("Closed");
  await state.selectOption("");
  await expect(page.getByText(/^\d+ of 15 jobs shown$/).or(page.getByText("15 jobs", { exact: true }))).toBeVisible();
  await expect(page).not.toHaveURL(/state=/);
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
  await expect(dialog).toContainText("can’t be deleted while it is Received");
  const rule = dialog.getByRole("listitem").filter({ hasText: "legal-hold-export" }).getByRole("link", { name: "Show the rule in the diagram" });
  await expect(rule).toHaveAttribute("href", /legal-hold-export\/overview\?rule=delete$/);
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
  await openList(page, "?state=Creating");
  await pause(page);
  await page.getByRole("checkbox", { name: "Select all jobs shown" }).check();
  await page.getByRole("button", { name: "Cancel (2 of 2)" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel 2 jobs" }).click();
  await expect(page.locator("[aria-live=polite]")).toContainText("Cancel requested for 2 jobs");
  await expect(jobs(page).getByText("Cancel requested")).toHaveCount(2);
});

test("of many jobs those that may be are cancelled, the others are told with their rule", async ({ page }) => {
  await openList(page);
  await pause(page);
  for (const name of ["media-masters-import", "pilot-migration"]) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("button", { name: "Cancel (1 of 2)" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel 1 of 2 selected jobs?" });
  await expect(dialog.getByRole("list", { name: "Will stay as they are" })).toContainText("can’t be cancelled while it is Completed");
  await dialog.getByRole("button", { name: "Cancel 1 job", exact: true }).click();
  await expect(page.locator("[aria-live=polite]")).toContainText("Cancel requested for 1 job");
  await expect(rowOf(page, "media-masters-import")).toContainText("Cancel requested");
  await page.getByRole("checkbox", { name: "Select pilot-migration" }).check();
  const refused = page.getByRole("button", { name: "Cancel (0 of 1)" });
  await refused.press("Enter");
  await page.getByRole("region", { name: "Messages" }).getByRole("link", { name: "Show the rule in the diagram" }).click();
  await expect(page).toHaveURL(/pilot-migration\/overview\?rule=cancel$/);
});

test.describe("with a Turkish browser", () => {
  test.use({ locale: "tr-TR" });
  test("the word that confirms may be typed in capitals", async ({ page }) => {
    await page.goto("./");
    for (const name of ["pilot-migration", "hr-archive-2012-2019"]) await page.getByRole("checkbox", { name: `${name} işini seç` }).check();
    await page.getByRole("button", { name: "Sil (2/2)" }).click();
    const go = page.getByRole("dialog").getByRole("button", { name: "2 işi sil" });
    await expect(go).toHaveAttribute("aria-disabled", "true");
    for (const word of ["SİL", "SIL", "sil"]) {
      await page.getByRole("textbox", { name: "Onaylamak için “sil” yazın" }).fill(word);
      await expect(go, word).not.toHaveAttribute("aria-disabled");
    }
  });
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
  expect(csv[0], "Excel needs the mark to read UTF-8").toBe("\ufeffname,state,location");
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

test("the summary's facts are those of the jobs", async ({ page }) => {
  await openList(page);
  await pause(page);
  const fact = (name: string) => page.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::dd");
  await expect(fact("Drives in transit")).toHaveText(/^[1-9]\d*$/);
  await expect(fact("Data copied")).toHaveText(/^[\d.]+ ?TB$/);
  await expect(fact("Pending cancellations")).toHaveText(String(await jobs(page).getByText("Cancel requested").count()));
  await expect(fact("Next automatic deletion")).toContainText(/^in \d+ days/);
  const next = await fact("Next automatic deletion").getByRole("link").textContent();
  await fact("Next automatic deletion").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: next!, exact: true })).toBeVisible();
});

test("the time to the next deletion goes on with the clock, whatever else stands still", async ({ page }) => {
  await openForCalls(page, "./#/?scenario=Empty&seed=1");
  await pause(page);
  expect((await create(page, "waits-to-be-shipped")).status).toBe(201);
  const next = page.getByRole("term").filter({ hasText: "Next automatic deletion" }).locator("xpath=following-sibling::dd");
  await expect(next).toContainText("in 14 days");
  const speed = clock(page).getByRole("combobox", { name: "Speed" });
  await speed.selectOption({ index: (await speed.getByRole("option").count()) - 1 });
  await clock(page).getByRole("button", { name: "Resume" }).click();
  await expect(next).toContainText(/in (1[0-3]|\d) days/);
});

test("nothing is cut off at the sides, however narrow the window", async ({ page }) => {
  for (const [width, language] of [[320, "en"], [320, "tr"], [375, "tr"], [768, "tr"]] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("./#/jobs");
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    await page.evaluate((language) => localStorage.setItem("iep/pref/language", language), language);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test.describe("before what comes after the list has arrived", () => {
  /** A list that what comes after it reaches when told to. */
  async function early(page: Page): Promise<() => void> {
    const arrive = await withoutLater(page);
    await page.goto("./#/jobs");
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    return arrive;
  }
  const menus = [
    { button: "Columns", menu: "Columns" },
    { button: "Export", menu: "Export" },
    { button: "Language", menu: "Language" },
    { button: "Notifications", menu: "Notifications" },
  ];

  for (const { button, menu } of menus) {
    test(`the menu of “${button}” opens when it has, however often and wherever the button is pressed`, async ({ page }) => {
      const arrive = await early(page);
      const opener = page.getByRole("button", { name: button, exact: true });
      // The icon is as good a place to press as the word.
      await opener.locator("svg").click();
      await opener.click();
      await expect(page.getByRole("region", { name: menu, exact: true })).toHaveCount(0);
      arrive();
      await expect(page.getByRole("region", { name: menu, exact: true })).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("region", { name: menu, exact: true })).toBeHidden();
    });
  }

  test("of two menus that are asked for, the last opens", async ({ page }) => {
    const arrive = await early(page);
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("button", { name: "Export", exact: true }).click();
    arrive();
    await expect(page.getByRole("region", { name: "Export" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Columns" })).toBeHidden();
  });

  test("what is said is read out when it has, in a region that was there before", async ({ page }) => {
    const arrive = await early(page);
    const region = await page.locator("[aria-live=polite]").elementHandle();
    await page.getByRole("button", { name: "Delete job media-masters-import" }).press("Enter");
    expect(await region!.textContent()).toBe("");
    arrive();
    await expect(page.locator("[aria-live=polite]")).toContainText("was not deleted");
    expect(await region!.textContent(), "the same region").toContain("was not deleted");
  });
});

test("a list that nobody looks at begins to work all the same", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "hidden", { value: true });
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    globalThis.requestAnimationFrame = () => 0;
  });
  await openForCalls(page, "./#/jobs");
  expect(await listed(page)).toEqual([]);
});
