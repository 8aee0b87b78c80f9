// Accessibility: every page, tab, dialog and panel in both languages, all themes and three widths. axe finds
// nothing, and nothing is wider than the window. Theme and width are changed in place, so each view is opened once.
import type { Page } from "@playwright/test";
import { ALL, COLOURS, findings } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";
import { TOURS, type View } from "./support/views.ts";

const WIDTHS = [1280, 768, 320];
const THEMES = ["light", "dark", "contrast"];
const NOTHING = /(?!)/;

/** Looks at the page in all widths and themes. Colours alone differ between themes: the rest is checked once. */
async function look(page: Page, { name, widths = WIDTHS }: View) {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    // The wizard's buttons stick to the edge; at the end of the page they cover nothing that could be pressed.
    await page.evaluate(() => document.querySelector("main:has(.wizard__foot)")?.scrollTo(0, 1e6));
    for (const theme of THEMES) {
      await page.evaluate((theme) => {
        document.documentElement.setAttribute("data-theme", theme);
        // Firefox 153 keeps the colours of a popover that had no room at its first place; nobody changes the theme while
        // one is open, so it is placed anew.
        for (const popover of document.querySelectorAll<HTMLElement>("[popover]:popover-open")) {
          popover.style.setProperty("position-try-fallbacks", "none");
          popover.getBoundingClientRect();
          popover.style.removeProperty("position-try-fallbacks");
        }
      }, theme);
      const lines = await findings(page, theme === THEMES[0] ? ALL : COLOURS);
      found.push(...lines.map((line) => `${name}, ${width} px, ${theme}: ${line}`));
    }
    const wide = await page.evaluate(() => {
      const parts = [document.documentElement, ...document.querySelectorAll("main, dialog[open], .dialog__body, [popover]:popover-open")];
      return parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.className || part.tagName);
    });
    found.push(...wide.map((part) => `${name}, ${width} px: ${part} is wider than its room`));
  }
  expect.soft(found, name).toEqual([]);
}

for (const locale of ["en-US", "tr-TR"]) {
  test.describe(locale, () => {
    for (const tour of TOURS) {
      test.describe(() => {
        test.use({ locale, provoked: tour.provoked ?? NOTHING });
        test(tour.name, async ({ page }) => {
          test.setTimeout(300_000);
          await tour.prepare?.(page);
          for (const view of tour.views) {
            if (!view.widths) await page.setViewportSize({ width: 1280, height: 800 });
            await view.open(page);
            await look(page, view);
          }
        });
      });
    }
  });
}
