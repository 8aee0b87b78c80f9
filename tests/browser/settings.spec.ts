// The settings: what is chosen holds at once and after a reload; storage is measured, broken entries are in reach.
import { expect, test } from "./support/test.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("./#/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});

test("the language changes at once and stays", async ({ page }) => {
  await page.getByRole("radio", { name: "Türkçe" }).check();
  await expect(page.getByRole("heading", { level: 1, name: "Ayarlar" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  await page.reload();
  await expect(page.getByRole("group", { name: "Dil" }).getByRole("radio", { name: "Türkçe" })).toBeChecked();
  await page.getByRole("radio", { name: "English" }).check();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});

test("the theme changes at once and stays", async ({ page }) => {
  const theme = page.getByRole("group", { name: "Theme" });
  await theme.getByRole("radio", { name: "High contrast" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
  await theme.getByRole("radio", { name: "System" }).check();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

test("the rule set says what each text allows, and decides at once for REST too", async ({ page }) => {
  const rules = page.getByRole("group", { name: "Rule set" });
  await expect(rules.getByRole("radio", { name: "REST 2017" })).toBeChecked();
  await expect(rules.getByText("cancel in Creating, Shipping, Received and Transferring.")).toBeVisible();
  await expect(rules.getByText("cancel in Creating and Shipping.")).toBeVisible();
  await rules.getByRole("radio", { name: "Portal 2023" }).check();
  await page.reload();
  await expect(rules.getByRole("radio", { name: "Portal 2023" })).toBeChecked();
});

test("the speed of the clock is the same here and in the bar", async ({ page }) => {
  const speed = page.getByRole("group", { name: "Speed of the clock" });
  await speed.getByRole("radio", { name: /^3,600×/ }).check();
  await expect(page.getByRole("group", { name: "Simulation clock" }).getByLabel("Speed").locator("option:checked")).toHaveText("3,600×");
});

test("storage is measured, and the workspace is saved as a file", async ({ page }) => {
  const storage = page.getByRole("region", { name: "Storage" });
  await expect(storage.getByRole("progressbar")).toHaveAccessibleName(/of 5,242,880 characters used/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    storage.getByRole("button", { name: "Save the workspace as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("import-export-contoso.json");
});

test("an entry that was set aside is named, saved and discarded", async ({ page }) => {
  await page.evaluate(() => localStorage.setItem("iep/draft/create", "<b>broken</b>"));
  await page.goto("./#/create");
  await expect(page.getByText("A draft could not be read")).toBeVisible();
  await page.goto("./#/settings");
  const name = "iep/draft/create";
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `Download ${name}` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("iep-draft-create.txt");
  await page.getByRole("button", { name: `Discard ${name}` }).click();
  await expect(page.getByText(`Discard ${name}`)).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("iep/aside/")))).toEqual([]);
});
