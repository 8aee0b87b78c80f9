import { openJob, resourceId } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

test("the overview gives the essentials, and copies what is needed elsewhere", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openJob(page, "sequencing-run-118");
  const essentials = page.getByRole("region", { name: "Essentials" });
  for (const text of ["Transferring", "Import job", "Japan East", "contosolabsraw", "project: Genome", "Error"]) {
    await expect(essentials.getByText(text, { exact: true })).toBeVisible();
  }
  await essentials.getByRole("button", { name: "Copy Resource ID" }).click();
  await expect(page.getByText("Resource ID was copied.").first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(resourceId("sequencing-run-118"));
  await expect(page).toHaveTitle(/^sequencing-run-118 – /);
});

test("an export says what it takes out", async ({ page }) => {
  await openJob(page, "legal-hold-export");
  await expect(page.getByText("Everything that begins with /legal-hold/")).toBeVisible();
  await openJob(page, "global-engineering-drawings-and-simulation-results-2009-to-2025");
  await expect(page.getByText("Everything in the storage account")).toBeVisible();
});

test("tabs are in the address and follow the arrow keys", async ({ page }) => {
  await openJob(page, "sequencing-run-118");
  const tab = (name: string) => page.getByRole("tab", { name, exact: true });
  await expect(tab("Overview")).toHaveAttribute("aria-selected", "true");
  await tab("Overview").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab("Tracking information")).toBeFocused();
  await expect(page).toHaveURL(/\/tracking$/);
  await page.keyboard.press("End");
  await expect(page.getByRole("tabpanel", { name: "Calls" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/\/overview$/);
  await page.goBack();
  await expect(tab("Calls")).toHaveAttribute("aria-selected", "true");
});

test("the state diagram says in words where the job is, was and may go", async ({ page }) => {
  await openJob(page, "sequencing-run-118");
  await expect(page.getByRole("img", { name: "State diagram: the job is in Transferring" })).toBeVisible();
  const row = (state: string) => page.getByRole("row", { name: new RegExp(`^${state}`) });
  await expect(row("Received")).toContainText("Visited from");
  await expect(row("Transferring")).toContainText("Current state since");
  await expect(row("Transferring")).toContainText("Leads to Packaging and Faulted.");
  await expect(row("Packaging")).toContainText("Possible next state.");
  await expect(row("Closed")).toContainText("Not reached.");
  await expect(row("Completed")).toContainText("Delete and Change tags");
  await expect(row("Creating")).toContainText("The service deletes the job 14 days after its last change in this state.");
  await expect(row("Creating")).toContainText("Cancel, Delete, Replace, Mark as shipped");
});

test("a refusal gives its reason and leads to its rule in the diagram", async ({ page }) => {
  await openJob(page, "sequencing-run-118");
  const refused = page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Delete" });
  await expect(refused).toHaveAttribute("aria-disabled", "true");
  await expect(refused).toHaveAccessibleDescription(/This job can’t be deleted while it is Transferring.*Creating or Completed/);
  const diagram = page.getByRole("figure", { name: "Highlighted: the states that allow “Delete”." });
  await page.getByRole("button", { name: "Show the rule in the diagram: Delete" }).click();
  await expect(diagram).toBeFocused();
  await expect(diagram).toBeInViewport();
  await expect(diagram, "the place is ringed").toHaveCSS("outline-style", "solid");
  await expect(page).toHaveURL(/\/overview\?rule=delete$/);
  // The same once more, for the same rule.
  await refused.focus();
  await page.getByRole("button", { name: "Show the rule in the diagram: Delete" }).click();
  await expect(diagram).toBeFocused();
  // The same from another tab.
  await page.getByRole("tab", { name: "Tracking information" }).click();
  // The tip that leads to the other rule closes when the pointer has been away for a while.
  await page.getByRole("tabpanel").getByRole("button", { name: "Show the rule in the diagram", exact: true }).click();
  await expect(page.getByRole("figure", { name: "Highlighted: the states that allow “Change tracking information”." })).toBeFocused();
});

test("a press on a refused command says why and leads to the rule", async ({ page }) => {
  await openJob(page, "sequencing-run-118", "drives");
  await page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Delete" }).press("Enter");
  const told = page.getByRole("region", { name: "Messages" });
  await expect(told).toContainText("This job can’t be deleted while it is Transferring");
  await told.getByRole("link", { name: "Show the rule in the diagram" }).click();
  await expect(page.getByRole("figure", { name: "Highlighted: the states that allow “Delete”." })).toBeFocused();
  await page.reload();
  await expect(page.getByRole("figure", { name: "Highlighted: the states that allow “Delete”." }), "the link alone leads there").toBeFocused();
  // And so does a link to where one is.
  const refused = page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Delete" });
  await refused.press("Enter");
  await told.getByRole("link", { name: "Show the rule in the diagram" }).first().click();
  await expect(page.getByRole("figure", { name: "Highlighted: the states that allow “Delete”." })).toBeFocused();
  await expect(page).toHaveURL(/\/overview\?rule=delete$/);
});

test("the timeline tells past, present and future", async ({ page }) => {
  await openJob(page, "finance-close-2024");
  const items = page.getByRole("list", { name: "Timeline" }).getByRole("listitem");
  await expect(items.first()).toContainText("Job created");
  await expect(items.last()).toContainText(/The service will delete the job\s*in \d+ days/);
  const now = items.filter({ has: page.getByText("Now", { exact: true }) });
  await expect(now).toHaveAttribute("aria-current", "time");
  const before = await items.last().textContent();
  await page.getByRole("button", { name: "+1 day" }).click();
  await expect(items.last()).not.toHaveText(before!);
});

test("a cancel is asked for, explained while it is pending, and ends in Completed", async ({ page }) => {
  await openJob(page, "sequencing-run-118");
  await page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Cancel" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel sequencing-run-118?" });
  await dialog.getByRole("button", { name: "Cancel job" }).click();
  await expect(dialog).toBeHidden();
  const banner = page.getByRole("region", { name: /^Cancel requested/ });
  await expect(banner).toContainText("Copying may continue for a while");
  await page.getByRole("button", { name: "+1 day" }).click();
  await expect(banner).toContainText("Copying stopped at 4");
  for (let day = 0; day < 2; day++) await page.getByRole("button", { name: "+1 day" }).click();
  await expect(page.getByRole("region", { name: "Essentials" }).getByText("Completed", { exact: true })).toBeVisible();
  await expect(banner).toContainText("The job was cancelled");
  await page.getByRole("tab", { name: "Calls" }).click();
  const calls = page.getByRole("table", { name: "Calls to this job in this session" });
  await expect(calls.getByRole("row", { name: /PATCH 200 Portal/ })).toBeVisible();
});

test("a deleted job is gone, is not offered back, and its link says that there is no such job", { tag: "@smoke" }, async ({ page }) => {
  await openJob(page, "finance-close-2024");
  await page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete finance-close-2024?" });
  await expect(dialog).toContainText("You can’t undo this.");
  await dialog.getByRole("button", { name: "Delete job" }).click();
  await expect(page).toHaveURL(/#\/jobs$/);
  await expect(page.getByText("finance-close-2024 was deleted").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /undo/i })).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "There is no such job" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "There is no such job" })).toBeVisible();
  await expect(page.getByText(/finance-close-2024.*rg-datacenter-exit/)).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "All jobs" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import/Export jobs" })).toBeVisible();
});

test("who is back at a deleted job before the list was drawn reads that there is no such job", async ({ page }) => {
  await openJob(page, "finance-close-2024");
  await page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Delete" }).click();
  await page.evaluate(() => {
    const here = location.hash;
    addEventListener("hashchange", () => location.replace(here), { capture: true, once: true });
  });
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "There is no such job" })).toBeVisible();
});

test("a job that the service deletes while its page is open leaves a page that says so", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019");
  await page.getByRole("button", { name: "+90 days" }).click();
  const heading = page.getByRole("heading", { level: 1, name: "There is no such job" });
  await expect(heading).toBeVisible();
  await expect(heading).toBeFocused();
});

test("time that goes by leaves the focus and what is typed alone", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019", "tracking");
  await page.getByLabel("Tracking number").fill("half-typed");
  await page.getByLabel("Speed").selectOption({ label: "3,600×" });
  await page.getByLabel("Tracking number").focus();
  const time = page.getByRole("group", { name: "Simulation clock" }).getByRole("time");
  const before = await time.textContent();
  await expect(time).not.toHaveText(before!);
  await expect(page.getByLabel("Tracking number")).toBeFocused();
  await expect(page.getByLabel("Tracking number")).toHaveValue("half-typed");
});
