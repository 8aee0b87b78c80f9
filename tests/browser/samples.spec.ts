// Create with samples: a job without typing GUIDs, faults on purpose, and formats that are looked at.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";

const step = (page: Page, name: string) => page.getByRole("tab", { name });
const fill = (page: Page) => page.getByRole("button", { name: "Fill with sample data" });
const MARKS = ["FAULT-BITLOCKER", "FAULT-UNREADABLE", "FAULT-COPY", "FAULT-INFO", "FAULT-LATE", "FAULT-MISSING", "FAULT-LOST", "FAULT-EXTRA", "FAULT-ADDRESS"];

test.beforeEach(async ({ page }) => {
  await page.goto("./#/create");
  await expect(page.getByRole("heading", { level: 1, name: "Create an import/export job" })).toBeVisible();
});

test("three clicks and a name make a job", async ({ page }) => {
  await page.getByLabel("Job name").fill("three-clicks");
  await fill(page).click();
  await page.getByRole("button", { name: "Review + create" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "three-clicks" })).toBeVisible();
});

test("every step can be filled with samples, and what was typed stays", async ({ page }) => {
  await page.getByLabel("Resource group").fill("mine");
  for (const name of ["Basics", "Job details", "Return shipping", "Tags", "Review + create"]) {
    await step(page, name).click();
    await expect(fill(page)).toBeVisible();
  }
  await expect(page.getByRole("alert").filter({ hasText: /Fix \d+ fields/ })).toBeVisible();
  await fill(page).click();
  await expect(page.getByText("Validation passed")).toBeVisible();
  await expect(page.locator("[aria-live=polite]")).toContainText(/\d+ values were filled in\./);
  await step(page, "Basics").click();
  await expect(page.getByLabel("Resource group")).toHaveValue("mine");
  await expectAccessible(page);
});

test("place and account are filled in from the workspace and can be picked by name", async ({ page }) => {
  const options = (name: string) =>
    page.getByRole("combobox", { name }).evaluate((input) => [...(input as HTMLInputElement).list!.options].map((option) => [option.value, option.label]));
  for (const label of ["Subscription", "Resource group"]) {
    await expect(page.getByLabel(label)).not.toHaveValue("");
  }
  await expect(page.getByLabel("Subscription"), "not a GUID").toHaveValue(/^Contoso /);
  expect(await options("Subscription")).toContainEqual(["Contoso Main", "5f1c9a70-0000-4000-8000-00000c0a7050"]);
  expect((await options("Resource group")).map(([value]) => value)).toContain("rg-media");
  await step(page, "Job details").click();
  await expect(page.getByLabel("Region")).not.toHaveValue("");
  await expect(page.getByRole("combobox", { name: "Storage account" })).not.toHaveValue("");
  expect((await options("Storage account")).map(([, name]) => name)).toContain("contosofilm");
});

test("sample drives and a sample journal file are at hand", async ({ page }) => {
  await step(page, "Job details").click();
  const add = page.getByRole("button", { name: "Add a sample drive" });
  await add.click();
  await expect(page.getByRole("group", { name: "Drive 1", exact: true }).getByLabel("Drive ID"), "the empty row is taken first").toHaveValue("SAMPLE-001");
  await add.click();
  await expect(page.getByRole("group", { name: "Drive 2", exact: true }).getByLabel("Drive ID")).toHaveValue("SAMPLE-002");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download a sample journal file" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe("sample-drive.jrn");
  const text = await readFile(await file.path());
  await page.getByLabel("Journal files").setInputFiles([{ name: "sample-drive.jrn", mimeType: "text/plain", buffer: text }]);
  await expect(page.getByText("One drive was filled in.").first()).toBeVisible();
  await expect(page.getByRole("group", { name: "Drive 3", exact: true })).toBeVisible();
});

test("each fault can be picked, and its mark is written where it belongs", async ({ page }) => {
  await fill(page).click();
  await step(page, "Job details").click();
  const pick = page.getByLabel("Simulate a fault");
  const lines = await pick.locator("option").allTextContents();
  for (const mark of MARKS) {
    expect(lines.filter((line) => line.startsWith(`${mark}: `) && line.length > mark.length + 10)).toHaveLength(1);
  }
  await pick.selectOption("FAULT-COPY");
  await expect(page.getByRole("group", { name: "Drive 1", exact: true }).getByLabel("Drive ID")).toHaveValue(/-FAULT-COPY$/);
  await expect(page.locator("[aria-live=polite]")).toContainText("FAULT-COPY was written into Drive 1, Drive ID.");
  await pick.selectOption("FAULT-EXTRA");
  await pick.selectOption("FAULT-ADDRESS");
  await page.getByRole("link", { name: "FAULT-EXTRA" }).click();
  await expect(page.getByLabel("Tracking number")).toBeFocused();
  await expect(page.getByLabel("Tracking number")).toHaveValue("FAULT-EXTRA");
  await expect(page.getByRole("textbox", { name: "Street address", exact: true })).toHaveValue(/FAULT-ADDRESS$/);
  await page.getByRole("button", { name: "Review + create" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "training-import-1" })).toBeVisible();
});

test("a format that looks wrong is remarked on when its field is left, and keeps nobody from going on", async ({ page }) => {
  await page.getByLabel("Job name").fill("odd-formats");
  await fill(page).click();
  await step(page, "Job details").click();
  const drive = page.getByRole("group", { name: "Drive 1", exact: true });
  await step(page, "Return shipping").click();
  for (const [tab, field, text, remark] of [
    ["Job details", page.getByRole("combobox", { name: "Storage account" }), "My-Store", /3–24 lower-case letters and digits/],
    ["Job details", drive.getByLabel("BitLocker key"), "1-2-3", /8 groups of 6 digits/],
    ["Job details", drive.getByLabel("Manifest hash"), "xyz", /32 hexadecimal digits/],
    ["Return shipping", page.getByLabel("Phone"), "none", /phone number/],
    ["Return shipping", page.getByLabel("Postal code"), "?", /postal code/],
  ] as const) {
    await step(page, tab).click();
    await field.fill(text);
    await field.blur();
    await expect(field).toHaveAccessibleDescription(remark);
    await expect(field, "it is not called wrong").not.toHaveAttribute("aria-invalid");
  }
  await page.getByRole("button", { name: "Review + create" }).click();
  await expect(page.getByText("Validation passed")).toBeVisible();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "odd-formats" })).toBeVisible();
});

test("an export needs a blob path or a prefix, and says so", async ({ page }) => {
  await page.getByRole("radio", { name: /^Export from Azure/ }).check();
  await page.getByLabel("Job name").fill("either");
  await step(page, "Job details").click();
  await page.getByRole("radio", { name: /^Selected containers/ }).check();
  await step(page, "Review + create").click();
  await page.getByRole("link", { name: "Job details, Blob paths: Enter a blob path or a prefix." }).click();
  const paths = page.getByLabel("Blob paths");
  await expect(paths).toBeFocused();
  await paths.fill("photos");
  await paths.blur();
  await expect(paths).toHaveAccessibleDescription(/^Line 1 isn’t container\/blob/);
  await paths.fill("photos/one.jpg");
  await expect(paths).toHaveAccessibleDescription(/^One path per line/);
});

test("the summary leads back to each step", async ({ page }) => {
  await fill(page).click();
  for (const name of ["Basics", "Job details", "Return shipping", "Tags"]) {
    await step(page, "Review + create").click();
    await page.getByRole("button", { name: `Edit ${name}` }).click();
    await expect(step(page, name)).toBeFocused();
    await expect(step(page, name)).toHaveAttribute("aria-selected", "true");
  }
});
