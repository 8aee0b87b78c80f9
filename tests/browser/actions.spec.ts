// Every action has its control on a job's page: a button, a tab, or the console with the call filled in.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { openJob } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

const actions = (page: Page) => page.getByRole("region", { name: "Available actions" });
const JSON_TAB = "JSON of the job";

test("a job in Creating offers a control for each action", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019");
  for (const name of ["Cancel", "Delete", "Mark as shipped", "Change log settings", "Change tags"]) {
    await expect(actions(page).getByRole("button", { name, exact: true })).toBeVisible();
  }
  for (const name of ["Change tracking information", "Change return address and carrier"]) {
    await expect(actions(page).getByRole("link", { name, exact: true })).toBeVisible();
  }
  await expect(actions(page).getByRole("link", { name: /^Open in the REST console: / })).toHaveCount(9);
  await actions(page).getByRole("button", { name: "Mark as shipped" }).click();
  await expect(page.getByRole("dialog", { name: "Mark as shipped" })).toBeVisible();
});

test("tags are changed, and what is wrong with one is said", async ({ page }) => {
  await openJob(page, "sequencing-run-118");
  await actions(page).getByRole("button", { name: "Change tags" }).click();
  const dialog = page.getByRole("dialog", { name: "Change tags" });
  const save = dialog.getByRole("button", { name: "Save" });
  await expect(save).toHaveAccessibleDescription("There are no changes to save.");
  await dialog.getByLabel("Tag 3, Name").fill("project");
  await dialog.getByLabel("Tag 3, Value").fill("x");
  await expect(dialog.getByRole("status")).toContainText("project");
  await expect(save).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Tag 3, Name").fill("owner");
  await expectAccessible(page);
  await save.click();
  await expect(page.getByText("Tags of sequencing-run-118 updated").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Essentials" }).getByText("owner: x")).toBeVisible();
});

test("log settings are changed", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019");
  await actions(page).getByRole("button", { name: "Change log settings" }).click();
  const dialog = page.getByRole("dialog", { name: "Change log settings" });
  await dialog.getByRole("checkbox", { name: /^Back up/ }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Log settings of hr-archive-2012-2019 updated").first()).toBeVisible();
  await page.getByRole("tab", { name: "JSON" }).click();
  await expect(page.getByRole("region", { name: JSON_TAB })).toContainText('"backupDriveManifest": true');
});

test("drives and the whole job are changed in the console, with the call filled in", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019");
  await actions(page).getByRole("link", { name: /^Open in the REST console: Change (the )?drives/ }).click();
  await expect(page).toHaveURL(/#\/console\?job=.*&do=drives$/);
  await expect(page.getByLabel("Method")).toHaveValue("PATCH");
  await expect(page.getByLabel("Path and query")).toHaveValue(/\/jobs\/hr-archive-2012-2019\?api-version=/);
  const body = JSON.parse(await page.getByLabel("Body").inputValue());
  expect(body.properties.driveList).toHaveLength(2);
  expect(body.properties.driveList[0].bitLockerKey, "keys are asked for, not shown").toBe("");
  await page.reload();
  await expect(page.getByLabel("Method"), "the address is enough").toHaveValue("PATCH");
  await openJob(page, "hr-archive-2012-2019");
  await actions(page).getByRole("link", { name: "Open in the REST console: Change tags" }).click();
  const tags = page.getByLabel("Body");
  await expect(tags).toHaveValue(/department/);
  await tags.fill('{"tags": {"left": "alone"}}');
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator("[aria-live=polite]")).toContainText("200");
});
