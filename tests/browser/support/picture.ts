// Pictures that are compared with those kept in pictures/: what a change makes look different is seen, and has to be meant.
// `npx playwright test states gallery --update-snapshots` takes them anew.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./test.ts";

const plain = () => {
  const sheet = new CSSStyleSheet();
  // The corner by which a field is drawn larger looks different in every other version of the browser.
  sheet.replaceSync(':root { --font: "Liberation Sans"; --mono: "Liberation Mono"; } textarea { resize: none; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};

/** Has every page that is opened from now on use the fonts that the set-up installs, whatever else a machine has. */
export const plainFonts = (page: Page) => page.addInitScript(plain);

/** Expects that a part of the page looks as it is kept under this name. */
export async function expectPicture(part: Locator, name: string) {
  // A look that is worn has taken the place of the sheet.
  await part.page().evaluate(plain);
  // Two machines draw the edge of a letter a little differently; a line of text has more points than this.
  await expect(part).toHaveScreenshot(`${name}.png`, { maxDiffPixels: 60, animations: "disabled" });
}
