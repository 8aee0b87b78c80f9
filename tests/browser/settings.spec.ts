// The settings: what is chosen holds at once and after a reload; storage is measured, broken entries are in reach.
import { call, reachable } from "./support/calls.ts";
import { resourceId } from "./support/jobs.ts";
import { pause } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

// The browser itself notes a 409 in the console.
test.use({ provoked: /Failed to load resource: the server responded with a status of 409/ });

test.beforeEach(async ({ page }) => {
  await page.goto("./#/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});

test("the language changes at once and stays", { tag: "@smoke" }, async ({ page }) => {
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

test("the rule set says what each text allows, and decides at once for the buttons and for REST", async ({ page }) => {
  const rules = page.getByRole("group", { name: "Rule set" });
  const settings = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings", exact: true });
  const list = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Jobs", exact: true });
  const cancel = page.getByRole("button", { name: "Cancel job sequencing-run-118" });
  const byRest = () => call(page, "PATCH", resourceId("sequencing-run-118"), { properties: { cancelRequested: true } });
  await pause(page);
  await reachable(page);
  await expect(rules.getByRole("radio", { name: "REST 2017" })).toBeChecked();
  await expect(rules.getByText("cancel in Creating, Shipping, Received and Transferring.")).toBeVisible();
  await expect(rules.getByText("cancel in Creating and Shipping.")).toBeVisible();

  await rules.getByRole("radio", { name: "Portal 2023" }).check();
  await list.click();
  await expect(cancel).toHaveAttribute("aria-disabled", "true");
  await expect(cancel).toHaveAccessibleDescription(/Transferring.*Only jobs in Creating can be cancelled.*Portal 2023/);
  const refused = await byRest();
  expect([refused.status, refused.body.error.code]).toEqual([409, "JobStateConflict"]);
  expect(refused.body.error.innererror).toMatchObject({ state: "Transferring", allowedStates: ["Creating"], ruleSet: "Portal 2023" });
  await page.reload();
  await expect(cancel).toHaveAttribute("aria-disabled", "true");
  await reachable(page);

  await settings.click();
  await expect(rules.getByRole("radio", { name: "Portal 2023" })).toBeChecked();
  await rules.getByRole("radio", { name: "REST 2017" }).check();
  await list.click();
  await expect(cancel).toBeVisible();
  await expect(cancel).not.toHaveAttribute("aria-disabled", "true");
  const taken = await byRest();
  expect([taken.status, taken.body.properties.state, taken.body.properties.cancelRequested]).toEqual([200, "Transferring", true]);
});

test("the speed of the clock is the same here and in the bar", async ({ page }) => {
  const speed = page.getByRole("group", { name: "Clock speed" });
  await speed.getByRole("radio", { name: /^3,600×/ }).check();
  await expect(page.getByRole("group", { name: "Simulation clock" }).getByLabel("Speed").locator("option:checked")).toHaveText("3,600×");
});

test("storage is measured, and the workspace is saved as a file", async ({ page }) => {
  const storage = page.getByRole("region", { name: "Storage" });
  await expect(storage.getByRole("progressbar")).toHaveAccessibleName(/of 5,120 KB used/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    storage.getByRole("button", { name: "Save the workspace as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("import-export-contoso.json");
});

test("an entry that was set aside is named, saved and discarded", async ({ page }) => {
  await page.evaluate(() => localStorage.setItem("iep/draft/create", "<b>broken</b>"));
  await page.goto("./#/create");
  await expect(page.getByText("A draft couldn’t be read")).toBeVisible();
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
