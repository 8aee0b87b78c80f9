// Mark as shipped: one panel with all that shipping needs.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { call, create, GROUP, openForCalls } from "./support/calls.ts";
import { ADDRESS, openJob } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

const command = (page: Page) => page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Mark as shipped" });
const panel = (page: Page) => page.getByRole("dialog", { name: "Mark as shipped" });

test("one panel marks a job as shipped, which goes to Shipping and cannot be shipped again", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019");
  await command(page).click();
  const field = (name: string) => panel(page).getByLabel(name);
  await expect(field("Carrier"), "one types at once").toBeFocused();
  await expect(field("Ship date"), "the simulated day is filled in").toHaveValue(/^2026-\d\d-\d\d$/);
  await expect(field("Ship date")).toHaveAttribute("type", "date");
  await expect(field("Number of drives")).toHaveValue(/^[1-9]0?$/);
  await expect(field("Recipient"), "the job has an address").toHaveCount(0);
  await expectAccessible(page);
  await field("Carrier").fill("UPS");
  await field("Tracking number").fill("1Z-0001");
  await panel(page).getByRole("button", { name: "Mark as shipped" }).click();
  await expect(panel(page)).toBeHidden();
  await expect(page.getByText("hr-archive-2012-2019 marked as shipped").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Essentials" }).getByText("Shipping", { exact: true })).toBeVisible();
  await expect(command(page)).toHaveAttribute("aria-disabled", "true");
  await expect(command(page)).toHaveAccessibleDescription(/^The job was marked as shipped on /);
  await command(page).press("Enter");
  await expect(panel(page), "it stays shut").toHaveCount(0);
});

test("what shipping lacks is told in the panel, and nothing is sent", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019", "tracking");
  await command(page).click();
  await panel(page).getByLabel("Number of drives").fill("11");
  await panel(page).getByRole("button", { name: "Mark as shipped" }).click();
  const summary = panel(page).getByRole("group", { name: "Fix 3 fields" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: /^Tracking number/ }).click();
  await expect(panel(page).getByLabel("Tracking number"), "not the field of the tab behind").toBeFocused();
  await expect(panel(page).getByLabel("Tracking number")).toHaveAccessibleDescription("This value is required.");
  await panel(page).getByRole("button", { name: "Not yet" }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(command(page)).toBeFocused();
  await expect(page.getByText("was not changed"), "nothing was sent").toHaveCount(0);
});

test("a job without a return address is asked for it in the same panel", async ({ page }) => {
  await openForCalls(page);
  await create(page, "has-address");
  await page.evaluate(async () => {
    const { exportJob, call } = globalThis as any;
    const { returnAddress, ...properties } = exportJob.properties;
    await call("PUT", "no-address-yet", { ...exportJob, properties });
  });
  await page.goto(`./#/resource${GROUP}/providers/Microsoft.ImportExport/jobs/no-address-yet/overview`);
  await page.getByRole("heading", { level: 1, name: "no-address-yet" }).waitFor();
  await command(page).click();
  await panel(page).getByLabel("Carrier").fill("UPS");
  await panel(page).getByLabel("Tracking number").fill("1Z-0001");
  await panel(page).getByRole("button", { name: "Mark as shipped" }).click();
  await expect(panel(page).getByRole("textbox", { name: "Recipient", exact: true })).toHaveAccessibleDescription("This value is required.");
  for (const [name, text] of ADDRESS) {
    await panel(page).getByRole("textbox", { name, exact: true }).fill(text);
  }
  await panel(page).getByRole("button", { name: "Mark as shipped" }).click();
  await expect(page.getByText("no-address-yet marked as shipped").first()).toBeVisible();
  const { body } = await call(page, "GET", "no-address-yet");
  expect(body.properties.state).toBe("Shipping");
  expect(body.properties.returnAddress.recipientName).toBe("Ada Example");
});

test("saving nothing is refused and never says that something was updated", async ({ page }) => {
  await openJob(page, "media-masters-import", "tracking");
  for (const name of ["Update tracking information", "Update return information"]) {
    const update = page.getByRole("button", { name });
    await expect(update).toHaveAccessibleDescription("There are no changes to save.");
    await update.press("Enter");
  }
  const number = page.getByLabel("Tracking number");
  const before = await number.inputValue();
  await number.fill(`${before}x`);
  await expect(page.getByRole("button", { name: "Update tracking information" })).not.toHaveAttribute("aria-disabled");
  await number.fill(before);
  await page.getByRole("button", { name: "Update tracking information" }).press("Enter");
  await expect(page.getByText(/updated/)).toHaveCount(0);
});

test("the panel fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await openJob(page, "hr-archive-2012-2019");
  await command(page).click();
  await expect(panel(page).getByLabel("Carrier")).toBeInViewport();
  await expect(panel(page).getByRole("button", { name: "Mark as shipped" })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
