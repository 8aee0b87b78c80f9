import { readFile } from "node:fs/promises";
import { openJob, resourceId } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

test("a parcel is checked field by field, sent, and marks the job as shipped", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019", "tracking");
  const parcel = page.getByRole("region", { name: "Parcel to the data center" });
  await expect(page.getByText("This address is fictional.")).toBeVisible();
  await parcel.getByLabel("Drives have been shipped").check();
  await parcel.getByLabel("Number of drives").fill("11");
  await parcel.getByRole("button", { name: "Update tracking information" }).click();
  const summary = parcel.getByRole("group", { name: "Fix 3 fields" });
  await expect(summary).toBeFocused();
  await expect(parcel.getByLabel("Carrier")).toHaveAccessibleDescription("This value is required.");
  await expect(parcel.getByLabel("Number of drives")).toHaveAccessibleDescription("The value must be from 0 to 10.");
  await summary.getByRole("link", { name: /^Tracking number/ }).click();
  await expect(parcel.getByLabel("Tracking number")).toBeFocused();
  await parcel.getByLabel("Tracking number").fill("<img src=x onerror=alert(1)>");
  await parcel.getByLabel("Carrier").fill("UPS");
  await parcel.getByLabel("Number of drives").fill("2");
  await expect(summary).toBeHidden();
  await parcel.getByRole("button", { name: "Update tracking information" }).click();
  await expect(page.getByText("hr-archive-2012-2019 marked as shipped").first()).toBeVisible();
  await expect(parcel.getByLabel("Drives have been shipped")).toBeChecked();
  await expect(parcel.getByText(/^Marked as shipped/)).toBeVisible();
  await page.reload();
  await expect(parcel.getByLabel("Tracking number")).toHaveValue("<img src=x onerror=alert(1)>");
  await page.getByRole("tab", { name: "JSON" }).click();
  await expect(page.getByRole("region", { name: "JSON of the job" })).toContainText('"trackingNumber": "<img src=x onerror=alert(1)>"');
});

test("a wrong return address stops the job, and correcting it lets the job go on", async ({ page }) => {
  await openJob(page, "erp-history-import", "tracking");
  const back = page.getByRole("region", { name: "Return", exact: true });
  const update = back.getByRole("button", { name: "Update return information" });
  await back.getByLabel("Street address", { exact: false }).first().fill("FAULT-ADDRESS 1");
  await update.click();
  await expect(page.getByText("Return information of erp-history-import updated").first()).toBeVisible();
  await page.getByRole("button", { name: "+1 day" }).click();
  await expect(page.getByText("Operators need a valid return address")).toBeVisible();
  await back.getByLabel("Street address", { exact: false }).first().fill("1 Example Street");
  await update.click();
  await expect(back.getByRole("button", { name: "Undo changes" })).toBeHidden();
  await page.getByRole("button", { name: "+1 day" }).click();
  await expect(page.getByText("Operators need a valid return address")).toBeHidden();
});

test("tracking information that may not change any more says why", async ({ page }) => {
  await openJob(page, "sequencing-run-118", "tracking");
  const parcel = page.getByRole("region", { name: "Parcel to the data center" });
  await expect(parcel.getByLabel("Carrier")).toHaveAttribute("readonly", "");
  const update = parcel.getByRole("button", { name: "Update tracking information" });
  await expect(update).toHaveAttribute("aria-disabled", "true");
  await expect(update).toHaveAccessibleDescription(/tracking information of this job can’t be changed.*Creating or Shipping/);
});

test("drives show how they stand, and their logs open at the side", async ({ page }) => {
  await openJob(page, "media-masters-import", "drives");
  await expect(page.getByRole("table", { name: "Drives" }).getByRole("row")).toHaveCount(11);
  await openJob(page, "plant-telemetry-import", "drives");
  const row = page.getByRole("row", { name: /FAULT-COPY/ });
  await expect(row).toContainText("CompletedWithErrors");
  await expect(row).toContainText("97%");
  const open = row.getByRole("button", { name: /^Error log of .*FAULT-COPY$/ });
  await open.click();
  const panel = page.getByRole("dialog", { name: /^Error log of .*FAULT-COPY$/ });
  await expect(panel.getByRole("region", { name: "Log text" })).toContainText("<Error>FileReadError</Error>");
  // What is announced is inside the dialog, since screen readers reach nothing else meanwhile.
  await panel.getByRole("button", { name: "Copy" }).click();
  await expect(panel.locator("[aria-live=polite], [aria-live=assertive]").filter({ hasText: /cop/ })).toHaveCount(1);
  const saved = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Download" }).click();
  expect(await readFile(await (await saved).path(), "utf8")).toContain("<Error>FileReadError</Error>");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(open).toBeFocused();
  await expect(page.locator("body > [aria-live]")).toHaveCount(2);
  await openJob(page, "global-engineering-drawings-and-simulation-results-2009-to-2025", "drives");
  await expect(page.getByRole("heading", { name: "No drives yet" })).toBeVisible();
});

test("the return is told with a date as people write it, and the form asks for what a return needs", async ({ page }) => {
  await openJob(page, "finance-close-2024", "tracking");
  const back = page.getByRole("region", { name: "Parcel on its way back" });
  await expect(back.getByRole("time")).toHaveText(/^\d{1,2} [A-Z][a-z]{2} \d{4}, /);
  await openJob(page, "media-masters-import", "tracking");
  await expect(page.getByRole("textbox", { name: "Recipient" })).toHaveAttribute("autocomplete", "name");
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveAttribute("autocomplete", "email");
  const [carrier, account] = ["Return carrier", "Carrier account number"].map((name) => page.getByRole("textbox", { name }));
  await carrier.fill("");
  await account.fill("");
  await expect(carrier).not.toHaveAttribute("aria-required");
  await account.fill("1");
  await expect(carrier).toHaveAttribute("aria-required", "true");
});

test("BitLocker keys are shown on request only", async ({ page }) => {
  const key = /^\d{6}(-\d{6}){7}$/;
  await openJob(page, "sequencing-run-118", "keys");
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("button", { name: "Show BitLocker keys" }).click();
  await expect(page.getByText(key)).toHaveCount(6);
  await expect(page.getByRole("button", { name: /^Copy BitLocker key/ })).toHaveCount(6);
  await page.getByRole("button", { name: "Hide BitLocker keys" }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("button", { name: "Show BitLocker keys" }).click();
  await expect(page.getByText(key)).toHaveCount(6);
  await page.getByRole("tab", { name: "JSON" }).click();
  await page.getByRole("tab", { name: "Encryption keys" }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("tab", { name: "Calls" }).click();
  await expect(page.getByRole("row", { name: /POST 200 Portal .*listBitLockerKeys/ })).toHaveCount(2);
});

test("the JSON is what the API answers, and can be saved", async ({ page }) => {
  await openJob(page, "drone-survey-raw", "json");
  const text = page.getByRole("region", { name: "JSON of the job" });
  await expect(text).toContainText('"cancelRequested": true');
  const job = JSON.parse((await text.textContent())!);
  expect(job).toMatchObject({ name: "drone-survey-raw", type: "Microsoft.ImportExport/jobs" });
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect((await saved).suggestedFilename()).toBe("drone-survey-raw.json");
});

test("a refresh is a call, and calls are listed with what they came to", async ({ page }) => {
  await openJob(page, "drone-survey-raw", "calls");
  await expect(page.getByRole("heading", { name: "No calls yet" })).toBeVisible();
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("row", { name: /GET 200 Portal/ })).toBeVisible();
  await expect(page.locator("[aria-live=polite]")).toContainText("drone-survey-raw is up to date.");
  await page.getByRole("tabpanel").getByRole("link", { name: "Open the REST console" }).click();
  await expect(page).toHaveURL(/#\/console$/);
});

test("a call from elsewhere is listed too, and each leads to itself in the console", async ({ page }) => {
  await openJob(page, "drone-survey-raw", "calls");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("row", { name: /GET 200 Portal/ })).toBeVisible();
  await page.goto("./#/console");
  await page.getByLabel("Path and query").fill(`${resourceId("drone-survey-raw")}?api-version=2016-11-01`);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator("[aria-live=polite]")).toContainText("Answered with status 200");
  await openJob(page, "drone-survey-raw", "calls");
  await expect(page.getByRole("row", { name: /GET 200 REST/ })).toBeVisible();
  await page.getByRole("row", { name: /GET 200 Portal/ }).getByRole("link").click();
  await expect(page).toHaveURL(/#\/console\?call=\d+$/);
  await expect(page.getByRole("button", { name: /GET.*200 Portal/ })).toHaveAttribute("aria-current", "true");
});
