// A picture of every view in both languages and themes, wide and narrow, to be looked at: target/pictures/. Fails
// where text is cut off without another place that has it, or where something is wider than the window.
// `cargo xtask pictures` takes them; the tests leave this file out.
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { cutOff } from "./support/cut.ts";
import { expect, test } from "./support/test.ts";
import { TOURS, type View } from "./support/views.ts";

const FOLDER = fileURLToPath(new URL("../../target/pictures/", import.meta.url));
const WIDTHS = [1280, 375];
/** The narrowest window: checked, not taken a picture of. */
const LEAST = 320;
const THEMES = ["light", "dark"];
const NOTHING = /(?!)/;

/** Makes the window so high that the whole page is in it, up to a limit. */
async function fit(page: Page, width: number) {
  const usual = width > 768 ? 800 : 720;
  await page.setViewportSize({ width, height: usual });
  const hidden = await page.evaluate(() => {
    const main = document.querySelector("main")!;
    return main.scrollHeight - main.clientHeight;
  });
  await page.setViewportSize({ width, height: Math.min(usual + hidden, 4000) });
}

async function look(page: Page, language: string, { name, widths = [1280, 320] }: View) {
  const found: string[] = [];
  for (const width of WIDTHS.filter((width) => widths.includes(1280) || width <= 768)) {
    await fit(page, width);
    found.push(...(await page.evaluate(cutOff)).map((line) => `${name}, ${width} px: ${line}`));
    for (const theme of THEMES) {
      await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
      await page.screenshot({ path: `${FOLDER}${name.replaceAll(" ", "-")}-${language}-${theme}-${width}.png`, animations: "disabled" });
    }
  }
  await page.setViewportSize({ width: LEAST, height: 720 });
  found.push(...(await page.evaluate(cutOff)).map((line) => `${name}, ${LEAST} px: ${line}`));
  expect.soft(found, name).toEqual([]);
}

for (const language of ["en", "tr"]) {
  for (const tour of TOURS) {
    test.describe(() => {
      test.use({ locale: language === "en" ? "en-US" : "tr-TR", provoked: tour.provoked ?? NOTHING });
      test(`${tour.name}, ${language}`, async ({ page }) => {
        test.setTimeout(600_000);
        await tour.prepare?.(page);
        for (const view of tour.views) {
          if (!view.widths) await page.setViewportSize({ width: 1280, height: 800 });
          await view.open(page);
          await look(page, language, view);
        }
      });
    });
  }
}
