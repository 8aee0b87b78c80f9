// A narrow window: nothing is cut off, and everything that a wide one offers is there.
import { openJob, type Tab } from "./support/jobs.ts";
import { go } from "./support/lesson.ts";
import { openList, rowOf } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

for (const locale of ["en-US", "tr-TR"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the chosen tab is in sight, whichever way it was chosen", async ({ page }) => {
      const tabs = page.getByRole("tab");
      for (const tab of ["calls", "overview", "json", "tracking"] satisfies Tab[]) {
        await openJob(page, "media-masters-import", tab);
        await expect(page.locator(`#tab-${tab}`)).toBeInViewport({ ratio: 0.99 });
      }
      await tabs.nth(1).focus();
      for (const key of ["End", "ArrowRight", "ArrowLeft", "Home"]) {
        await page.keyboard.press(key);
        await expect(page.locator("[role=tab]:focus[aria-selected=true]")).toBeInViewport({ ratio: 0.99 });
      }
      await page.goto("./#/create");
      await expect(tabs).toHaveCount(5);
      await tabs.last().click();
      await expect(tabs.last()).toBeInViewport({ ratio: 0.99 });
    });

    test("the cards of the list show the columns that are chosen", async ({ page }) => {
      await page.goto("./#/jobs");
      const card = page.getByRole("table").getByRole("row").nth(1);
      const low = (await card.boundingBox())!.height;
      await page.locator("[popovertarget=columns]").click();
      const chooser = page.locator("#columns");
      await expect(chooser).toBeVisible();
      for (const box of await chooser.getByRole("checkbox").all()) await box.check();
      await page.keyboard.press("Escape");
      for (const cell of await card.getByRole("cell").all()) await expect(cell).toBeVisible();
      await expect(card.getByRole("rowheader")).toBeVisible();
      const heights = await page.locator("tr[data-no]").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
      expect(new Set(heights).size, "all cards have one height").toBe(1);
      expect(heights[0]).toBeGreaterThan(low);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 667 } });

  test("the list, a job, the wizard and the settings fit, and the menu leads back to the list", { tag: "@smoke" }, async ({ page }) => {
    // Neither the page nor the part of it that scrolls by itself.
    const overhang = () => page.evaluate(() => Math.max(...[document.documentElement, document.querySelector("main")!].map((part) => part.scrollWidth - part.clientWidth)));
    await openList(page);
    expect(await page.evaluate(() => innerWidth)).toBe(375);
    expect(await overhang()).toBe(0);
    await rowOf(page, "media-masters-import").getByRole("link", { name: "media-masters-import", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "media-masters-import" })).toBeInViewport();
    expect(await overhang()).toBe(0);
    await page.goto("./#/create");
    await page.getByRole("tab", { name: "Review + create" }).click();
    await expect(page.getByRole("tab", { name: "Review + create" })).toBeInViewport({ ratio: 0.99 });
    expect(await overhang()).toBe(0);
    await go(page, "Settings");
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    expect(await overhang()).toBe(0);
    await go(page, "Jobs");
    await expect(rowOf(page, "media-masters-import")).toBeVisible();
  });
});
