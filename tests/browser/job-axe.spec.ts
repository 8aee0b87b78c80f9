import AxeBuilder from "@axe-core/playwright";
import { openJob, type Tab } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

const tabs: Tab[] = ["overview", "tracking", "drives", "keys", "json", "calls"];

for (const [width, theme, locale] of [
  [1280, "light", "en-US"],
  [768, "dark", "en-US"],
  [320, "dark", "tr-TR"],
  [320, "light", "tr-TR"],
] as const) {
  test.describe(`${width} px, ${theme}, ${locale}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme: theme, locale });

    test("axe finds nothing on the job page and nothing is wider than the window", async ({ page }) => {
      // Six pages are looked through, not one.
      test.slow();
      for (const tab of tabs) {
        await openJob(page, "drone-survey-raw", tab);
        if (tab === "keys") await page.getByRole("tabpanel").getByRole("button").first().click();
        const found = await new AxeBuilder({ page }).analyze();
        expect(found.violations, tab).toEqual([]);
        const overflow = await page.evaluate(() => {
          const main = document.querySelector("main")!;
          return main.scrollWidth - main.clientWidth;
        });
        expect(overflow, tab).toBe(0);
      }
    });
  });
}

test("axe finds nothing with a log open, with fields refused, and where there is no job", async ({ page }) => {
  test.slow();
  await openJob(page, "plant-telemetry-import", "drives");
  await page.getByRole("button", { name: /^Error log of/ }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await openJob(page, "hr-archive-2012-2019", "tracking");
  await page.getByLabel("Drives have been shipped").check();
  await page.getByRole("button", { name: "Update tracking information" }).click();
  await expect(page.getByRole("group", { name: /need a change/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto("./#/resource/subscriptions/x/resourceGroups/y/providers/Microsoft.ImportExport/jobs/no-such/overview");
  await expect(page.getByRole("heading", { level: 1, name: "There is no such job" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
