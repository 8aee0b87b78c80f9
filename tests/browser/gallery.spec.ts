// The gallery: every part in every state at an address of its own, accessible in all themes, languages and directions,
// with the tokens that it uses; nothing that is pressed there changes a job.
import type { Page } from "@playwright/test";
import { ALL, COLOURS, findings } from "./support/axe.ts";
import { cutOff } from "./support/cut.ts";
import { expectPicture } from "./support/picture.ts";
import { names, jobs, openList } from "./support/portal.ts";
import { expect, needs, test } from "./support/test.ts";

const specimen = (page: Page, part: string, state: string) => page.locator(`[data-part="${part}"][data-state="${state}"]`);

/** The address of every state of every part, as the gallery has them. */
async function links(page: Page): Promise<string[]> {
  await page.goto("./#/gallery");
  await page.locator(".gallery__name a").first().waitFor();
  return page.locator(".gallery__name a").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
}

const parts = (link: string) => {
  const query = new URLSearchParams(link.split("?")[1]);
  return [query.get("show")!, query.get("state")!] as const;
};

async function look(page: Page, link: string, found: string[]) {
  const [part, state] = parts(link);
  await page.goto(`./${link}`);
  await expect(specimen(page, part, state)).toHaveCount(1);
  if (part === "tip") await expect(page.locator(".tip:popover-open")).toBeVisible();
  if (state === "open" && part !== "tip" && part !== "menu") await expect(page.getByRole("dialog")).toBeVisible();
  for (const theme of ["light", "dark", "contrast"]) {
    await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
    const lines = await findings(page, theme === "light" ? ALL : COLOURS);
    found.push(...lines.map((line) => `${link}, ${theme}: ${line}`));
  }
}

for (const [locale, direction] of [["en-US", "ltr"], ["tr-TR", "ltr"], ["en-US", "rtl"]] as const) {
  test.describe(`${locale}, ${direction}`, () => {
    test.use({ locale });

    test("each state has an address at which it is shown, and axe finds nothing", async ({ page }) => {
      test.setTimeout(600_000);
      const found: string[] = [];
      const all = await links(page);
      expect(all.length).toBeGreaterThan(80);
      expect(new Set(all).size).toBe(all.length);
      for (const link of all) {
        const [part, state] = parts(link);
        // What fits beside others has been looked at with them.
        if (direction === "ltr" && locale === "en-US" || (await specimen(page, part, state).count()) === 0) {
          await look(page, `${link}&dir=${direction}`, found);
          if (locale !== "en-US" || direction !== "ltr") await page.goto("./#/gallery");
          if (locale !== "en-US" || direction !== "ltr") await page.locator(".gallery__name a").first().waitFor();
        }
      }
      expect(found).toEqual([]);
    });

    for (const width of [1280, 320]) {
      test(`all of it together, ${width} pixels wide: axe finds nothing, and nothing is cut off`, async ({ page }) => {
        test.setTimeout(300_000);
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`./#/gallery?dir=${direction}`);
        await page.locator(".gallery__name a").first().waitFor();
        await expect(page.locator("html")).toHaveAttribute("dir", direction);
        const found: string[] = [];
        for (const theme of ["light", "dark", "contrast"]) {
          await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
          found.push(...(await findings(page, theme === "light" ? ALL : COLOURS)).map((line) => `${theme}: ${line}`));
        }
        found.push(...(await page.evaluate(cutOff)));
        expect(found).toEqual([]);
      });
    }
  });
}

for (const theme of ["light", "dark"]) {
  test(`every part looks as its picture says, in the ${theme} theme`, async ({ page }) => {
    needs("pictures");
    test.setTimeout(300_000);
    // So high that the frame lies over no card.
    await page.setViewportSize({ width: 1280, height: 2400 });
    await page.goto("./#/gallery");
    await page.locator(".gallery__name a").first().waitFor();
    await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
    const cards = page.locator(".gallery__card");
    expect(await cards.count()).toBeGreaterThan(25);
    for (const card of await cards.all()) {
      const name = (await card.getAttribute("aria-labelledby"))!.replace("gallery-part-", "");
      await expectPicture(card, `gallery-${name}-${theme}`);
    }
  });
}

test("a page is shown at several widths side by side, at work in each", async ({ page }) => {
  await openList(page);
  await page.keyboard.press("Control+.");
  const panel = page.getByRole("region", { name: "Prototype", exact: true });
  await panel.getByRole("tab", { name: "Look" }).click();
  await panel.getByRole("link", { name: "Show a page at several widths side by side" }).click();
  const frame = (width: number | string) => page.frameLocator(`iframe[title="Import/Export jobs, ${width} px"]`);
  for (const width of ["375", "768", "1,280"]) {
    await expect(frame(width).getByRole("heading", { level: 1, name: "Import/Export jobs" })).toBeVisible();
  }
  await expect(page.getByLabel("Page", { exact: true })).toHaveValue("#/jobs");
  await page.getByRole("checkbox", { name: "768 px" }).uncheck();
  await page.getByRole("checkbox", { name: "320 px" }).check();
  await expect(page).toHaveURL(/at=320%2C375%2C1280/);
  await expect(page.locator("iframe")).toHaveCount(3);
  // What is done in one is seen in the others.
  await frame("1,280").getByRole("button", { name: "Pause" }).click();
  await expect(frame("320").getByRole("button", { name: "Resume" })).toBeAttached();
  // Another look is in all of them, and gone from all of them.
  await page.goto(`${page.url()}&theme=dark`);
  for (const width of ["320", "1,280"]) await expect(frame(width).locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "All off" }).first().click();
  for (const width of ["320", "1,280"]) await expect(frame(width).locator("html")).not.toHaveAttribute("data-theme", "dark");
  await page.getByLabel("Page", { exact: true }).selectOption("Activity log");
  await expect(page.frameLocator('iframe[title="Activity log, 320 px"]').getByRole("heading", { level: 1, name: "Activity log" })).toBeVisible();
});

test("a part tells the tokens that it uses, found in the sheets", { tag: "@smoke" }, async ({ page }) => {
  await page.goto("./#/gallery?show=button");
  await page.getByText(/^Tokens it uses: \d+$/).click();
  const tokens = page.getByRole("definition");
  await expect(page.getByText("--on-solid", { exact: true })).toBeVisible();
  await expect(page.getByText("--control", { exact: true })).toBeVisible();
  await expect(page.getByText("--solid", { exact: true })).toHaveCount(0);
  expect(await tokens.count()).toBeLessThan(40);
});

test("the real questions are shown, but nothing is deleted or cancelled", async ({ page }) => {
  await openList(page);
  const before = await names(jobs(page));
  for (const [part, button] of [["delete", "Delete job"], ["cancel", "Cancel job"]]) {
    await page.goto(`./#/gallery?show=${part}&state=open`);
    await page.getByRole("dialog").getByRole("button", { name: button }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByText("In the gallery nothing is cancelled or deleted. The question is closed.").last()).toBeAttached();
  }
  await openList(page);
  expect(await names(jobs(page))).toEqual(before);
  await expect(page.getByText("Cancel requested for")).toHaveCount(0);
});

test("designers find it in the settings, and a wrong address says that it is wrong", async ({ page }) => {
  await page.goto("./#/settings");
  await page.getByRole("link", { name: "Open the gallery" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Gallery" })).toBeFocused();
  await page.goto("./#/gallery?show=spaceship");
  await expect(page.getByText("The gallery has no such part, or the part has no such state.")).toBeVisible();
  await page.getByRole("link", { name: "All parts" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Controls" })).toBeVisible();
});
