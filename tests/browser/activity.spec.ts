// The activity log: who did what when, with which result.
import { call, reachable } from "./support/calls.ts";
import { resourceId } from "./support/jobs.ts";
import { clock, openList, pause } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

// The browser itself notes a 409 in the console.
test.use({ provoked: /Failed to load resource: the server responded with a status of 409/ });

const log = (page: import("@playwright/test").Page) => page.getByRole("table", { name: "Activity log" });

test("what is done appears on top, with who, when and the result, and stays after the job", async ({ page }) => {
  await openList(page);
  await pause(page);
  await page.getByRole("button", { name: "Delete job pilot-migration" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await expect(page.getByRole("link", { name: "pilot-migration", exact: true })).toHaveCount(0);
  await page.goto("./#/activity");
  const first = log(page).getByRole("row").nth(1);
  await expect(first).toContainText("Delete");
  await expect(first).toContainText("pilot-migration");
  await expect(first).toContainText("Portal");
  await expect(first).toContainText("Done");
  await expect(log(page).getByRole("link", { name: "pilot-migration" })).toHaveCount(0);
});

test("lines are filtered by text and lead to jobs that are there", async ({ page }) => {
  await page.goto("./#/activity");
  await page.getByRole("searchbox", { name: "Filter the log" }).fill("legal-hold ship");
  await expect(log(page).getByRole("row")).toHaveCount(2);
  await log(page).getByRole("link", { name: "legal-hold-export" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "legal-hold-export" })).toBeVisible();
  await page.goBack();
  await page.getByRole("searchbox", { name: "Filter the log" }).fill("(no such line");
  await expect(page.getByRole("heading", { name: "No matching entries" })).toBeVisible();
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect(log(page)).toBeVisible();
});

test("the filter is in the link, and knows the four letters i of Turkish", async ({ page, browser, baseURL }) => {
  await page.goto("./#/activity");
  await page.getByRole("searchbox", { name: "Filter the log" }).fill("legal-hold ship");
  await expect(page).toHaveURL(/#\/activity\?q=legal-hold%20ship$/);
  await page.reload();
  await expect(page.getByRole("searchbox", { name: "Filter the log" })).toHaveValue("legal-hold ship");
  await expect(log(page).getByRole("row")).toHaveCount(2);
  const context = await browser.newContext({ baseURL, locale: "tr-TR" });
  const other = await context.newPage();
  await other.goto("./#/activity?q=iptal");
  const rows = other.getByRole("table").getByRole("row");
  await expect(rows.nth(1)).toContainText("İptal isteği");
  const found = await rows.count();
  await other.getByRole("searchbox").fill("İPTAL");
  await expect(other).toHaveURL(/PTAL$/);
  await expect(rows).toHaveCount(found);
  await context.close();
});

test("a refused line says why and leads to the rule", async ({ page }) => {
  const path = "/subscriptions/5f1c9a70-0000-4000-8000-00000c0a7050/resourceGroups/rg-media/providers/Microsoft.ImportExport/jobs/media-masters-import";
  await page.goto("./#/console");
  await page.getByLabel("Method").or(page.getByRole("combobox", { name: "Method" })).first().selectOption("DELETE");
  await page.getByLabel("Path and query").fill(`${path}?api-version=2021-01-01`);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator("[aria-live=polite]")).toContainText("Answered with status 409");
  await page.getByRole("link", { name: "Activity log" }).click();
  const line = log(page).getByRole("row").nth(1);
  await expect(line).toContainText("Refused: This job can’t be deleted while it is Shipping");
  await line.getByRole("link", { name: "Show the rule in the diagram" }).click();
  await expect(page.getByRole("figure", { name: "Highlighted: the states that allow “Delete”." })).toBeFocused();
});

test("what the service deletes is told as its doing", async ({ page }) => {
  await page.goto("./#/activity");
  await pause(page);
  await clock(page).getByRole("button", { name: "+90 days", exact: true }).click();
  const first = log(page).getByRole("row").nth(1);
  await expect(first).toContainText("The service");
  await expect(first).toContainText("Delete");
});

test("other rules and jumps of time are written down and stay, refusals are shown for this visit", async ({ page }) => {
  await page.goto("./#/settings");
  await pause(page);
  const before = await clock(page).getByRole("time").getAttribute("datetime");
  await page.getByRole("group", { name: "Rule set" }).getByRole("radio", { name: "Portal 2023" }).check();
  await clock(page).getByRole("button", { name: "+1 day", exact: true }).click();
  await expect(clock(page).getByRole("time")).not.toHaveAttribute("datetime", before!);
  await reachable(page);
  const refused = await call(page, "PATCH", resourceId("sequencing-run-118"), { properties: { cancelRequested: true } });
  expect(refused.status).toBe(409);
  await page.goto("./#/activity");
  await expect(page.getByText("Refused requests are kept for this visit only.")).toBeVisible();
  const refusal = log(page).getByRole("row").filter({ hasText: "Refused: " });
  await expect(refusal).toContainText("sequencing-run-118");
  await expect(refusal).toContainText("Rule set: Portal 2023");
  const chosen = log(page).getByRole("row").filter({ has: page.getByRole("cell", { name: "Rule set Portal 2023", exact: true }) });
  for (const visit of ["this", "the next"]) {
    const jump = log(page).getByRole("row").filter({ hasText: "Clock moved to" });
    await expect(jump, `in ${visit} visit`).toContainText("Portal");
    // The log tells whole seconds.
    await expect(jump.getByRole("time")).toHaveAttribute("datetime", before!.replace(/\.\d+/, ""));
    await expect(chosen).toContainText("Done");
    await page.reload();
  }
  await expect(refusal).toHaveCount(0);
});

test("state changes stand beside commands where they are wanted, and who, what and result filter", async ({ page }) => {
  await openList(page);
  await pause(page);
  await clock(page).getByRole("button", { name: "+1 day", exact: true }).click();
  await page.goto("./#/activity");
  const rows = log(page).getByRole("row");
  await expect(log(page).getByText(/^State changed to/)).toHaveCount(0);
  await page.getByRole("combobox", { name: "What" }).selectOption("State changes");
  await expect(page).toHaveURL(/#\/activity\?what=states$/);
  await expect(rows.nth(1)).toContainText("State changed to");
  await expect(rows.nth(1)).toContainText("The service");
  await page.getByRole("searchbox", { name: "Filter the log" }).fill("sequencing-run-118 transferring");
  await expect(rows).toHaveCount(2);
  await page.getByRole("combobox", { name: "What" }).selectOption("Commands and state changes");
  await page.getByRole("searchbox", { name: "Filter the log" }).fill("");
  await page.getByRole("combobox", { name: "Who" }).selectOption("Portal");
  await expect(rows.nth(1)).toContainText("Clock moved to");
  await expect(log(page).getByText(/^State changed to/)).toHaveCount(0);
  await page.getByRole("combobox", { name: "Result" }).selectOption("Refused");
  await expect(page.getByRole("heading", { name: "No matching entries" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Result" })).toHaveValue("refused");
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL(/#\/activity$/);
});
