// What lies over a page: how it is opened, and how it is sent away.
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

export async function closeDialog(page: Page) {
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
}

export async function popover(page: Page, name: string) {
  await page.keyboard.press("Escape");
  await page.locator(`[popovertarget=${name}]`).first().click();
  await expect(page.locator(`#${name}`)).toBeVisible();
}
