// Every step of the wizard, the settings and the console, for everybody: axe finds nothing, nothing is cut off.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const LOOKS = [
  { language: "en", theme: "light", width: 1280 },
  { language: "tr", theme: "dark", width: 320 },
  { language: "en", theme: "contrast", width: 768 },
];

async function look(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide, "nothing is wider than the window").toBe(false);
}

for (const { language, theme, width } of LOOKS) {
  test.describe(`${language}, ${theme}, ${width} px`, () => {
    test.beforeEach(async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(
        ([language, theme]) => {
          localStorage.setItem("iep/pref/language", language!);
          localStorage.setItem("iep/pref/theme", theme!);
        },
        [language, theme],
      );
    });

    test("every step of the wizard, with everything wrong", async ({ page }) => {
      await page.goto("./#/create");
      const tabs = page.getByRole("tab");
      await expect(tabs).toHaveCount(5);
      await look(page);
      await tabs.nth(4).click();
      await expect(page.getByRole("alert").filter({ has: page.getByRole("link") })).toBeVisible();
      for (const no of [4, 3, 2, 1, 0]) {
        await tabs.nth(no).click();
        await expect(tabs.nth(no)).toHaveAttribute("aria-selected", "true");
        await look(page);
      }
      await page.getByRole("radio").nth(1).check();
      await tabs.nth(1).click();
      await page.getByRole("radio").nth(1).check();
      await page.locator("summary").click();
      await page.getByRole("checkbox").last().check();
      await look(page);
    });

    test("the settings", async ({ page }) => {
      await page.goto("./#/settings");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await look(page);
    });

    test("the console", async ({ page }) => {
      await page.goto("./#/console");
      await page.locator("#console-operation").selectOption("list-subscription");
      await page.locator("button[type=submit]").click();
      await expect(page.locator("pre.code").last()).toBeVisible();
      await look(page);
    });
  });
}
