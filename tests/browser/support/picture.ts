// Pictures that are compared with those kept in pictures/: what a change makes look different is seen, and has to be meant.
// `npx playwright test states gallery --update-snapshots` takes them anew.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./test.ts";

/** Has the page use the fonts that the set-up installs, whatever else a machine has. */
async function plainFonts(page: Page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':root { --font: "Liberation Sans"; --mono: "Liberation Mono"; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** Expects that a part of the page looks as it is kept under this name. */
export async function expectPicture(part: Locator, name: string) {
  await plainFonts(part.page());
  // Two machines draw the edge of a letter a little differently; a line of text has more points than this.
  await expect(part).toHaveScreenshot(`${name}.png`, { maxDiffPixels: 60, animations: "disabled" });
}
