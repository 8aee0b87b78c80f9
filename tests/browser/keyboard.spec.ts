// The keyboard alone: a job is created, shipped, cancelled and deleted without a pointer. After each step the
// focus is where one goes on, and what happened is announced.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

/** Presses Tab, or another key, until the focus is on an element; fails where it never comes there. */
async function reach(page: Page, target: Locator, key = "Tab") {
  await expect(target).toBeAttached();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never leads to ${target}`);
}

async function fill(page: Page, label: string, text: string) {
  const [line, choice] = [page.getByRole("textbox", { name: label, exact: true }), page.getByRole("combobox", { name: label, exact: true })];
  await reach(page, line.or(choice).first());
  await page.keyboard.type(text);
}

async function press(page: Page, name: string | RegExp, back = false) {
  await reach(page, page.getByRole("button", { name, exact: true }), back ? "Shift+Tab" : "Tab");
  await page.keyboard.press("Enter");
}

const announced = (page: Page, text: string | RegExp) => expect(page.locator("[aria-live]").filter({ hasText: text })).toHaveCount(1);
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

test("create, ship, cancel and delete", async ({ page }) => {
  test.slow();
  const name = "by-keyboard-alone";
  await page.goto("./");
  await heading(page, "Import/Export jobs").waitFor();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" }), "the first stop skips the frame").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Import/Export jobs")).toBeFocused();
  await page.keyboard.press(".");
  await announced(page, /paused/i);

  // Create: each step is gone through by its own button, which leads to the beginning of the next.
  await page.keyboard.press("n");
  await expect(heading(page, "Create an import/export job")).toBeFocused();
  await fill(page, "Subscription", "5f1c9a70-0000-4000-8000-00000c0a7050");
  await fill(page, "Resource group", "rg-training");
  await fill(page, "Job name", name);
  await press(page, "Next: Job details");
  await expect(page.getByRole("tab", { name: "Job details" })).toBeFocused();
  await fill(page, "Region", "West Eu");
  await fill(page, "Storage account", "trainingstore");
  await fill(page, "Drive ID", "KEY-1");
  await fill(page, "BitLocker key", "111111-222222-333333-444444-555555-666666-777777-888888");
  await fill(page, "Manifest file", "\\DriveManifest.xml");
  await fill(page, "Manifest hash", "0123456789ABCDEF0123456789ABCDEF");
  await press(page, "Next: Return shipping");
  await expect(page.getByRole("tab", { name: "Return shipping" })).toBeFocused();
  await fill(page, "Carrier", "Fed");
  await fill(page, "Carrier account number", "000-111");
  for (const [label, text] of [
    ["Recipient", "Ada Example"],
    ["Street address", "1 Example Street"],
    ["City", "Amsterdam"],
    ["Postal code", "1000 AA"],
    ["Country or region", "Netherlands"],
    ["Phone", "+31 20 000 0000"],
    ["Email", "ada@example.com"],
  ] as const) {
    await fill(page, label, text);
  }
  await press(page, "Next: Tags");
  await press(page, "Next: Review + create");
  await expect(page.getByRole("tab", { name: "Review + create" })).toBeFocused();
  await expect(page.getByText("Validation passed")).toBeVisible();
  await press(page, "Create");
  await expect(heading(page, name)).toBeFocused();
  await announced(page, `${name} was created`);

  // Ship: the command leads to the field that is filled in first.
  await press(page, "Mark as shipped");
  await expect(page.getByRole("combobox", { name: "Carrier", exact: true })).toBeFocused();
  await page.keyboard.type("UPS");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "Tracking number" })).toBeFocused();
  await page.keyboard.type("1Z-0001");
  await reach(page, page.getByRole("checkbox", { name: "Drives have been shipped" }));
  await page.keyboard.press("Space");
  await press(page, "Update tracking information");
  await announced(page, `${name} marked as shipped`);
  await expect(page.getByRole("button", { name: "Update tracking information" })).toBeFocused();

  // Cancel: Escape changes nothing and gives the focus back; the second time it is meant.
  const commands = page.getByRole("group", { name: "Commands" });
  const cancel = commands.getByRole("button", { name: "Cancel", exact: true });
  await reach(page, cancel, "Shift+Tab");
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: `Cancel ${name}?` });
  await expect(question.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question.getByRole("button", { name: "Keep job" }), "the harmless answer comes first").toBeFocused();
  await reach(page, question.getByRole("button", { name: "Cancel job" }));
  await page.keyboard.press("Enter");
  await announced(page, `Cancel requested for ${name}`);
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");

  // Time passes until the drives are back.
  await reach(page, page.getByRole("button", { name: "+1 day" }));
  const remove = commands.getByRole("button", { name: "Delete", exact: true });
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(remove).not.toHaveAttribute("aria-disabled", "true", { timeout: 200 });
  }).toPass();
  await expect(page.getByRole("button", { name: "+1 day" }), "the focus stays while time passes").toBeFocused();

  // Delete: the job's page is gone, so the focus goes to the list.
  await reach(page, remove, "Shift+Tab");
  await page.keyboard.press("Enter");
  const last = page.getByRole("dialog", { name: `Delete ${name}?` });
  await expect(last.getByRole("button", { name: "Keep job" })).toBeFocused();
  await reach(page, last.getByRole("button", { name: "Delete job" }));
  await page.keyboard.press("Enter");
  await announced(page, `${name} was deleted`);
  await expect(heading(page, "Import/Export jobs")).toBeFocused();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});
