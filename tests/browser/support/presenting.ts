// The presenter as a tour: a stop of a demo, what there is to choose, the diagram alone, and a workspace with nothing to play.
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";
import type { View } from "./views.ts";

const bar = (page: Page) => page.locator(".present");
const step = async (page: Page, count: number) => {
  for (let steps = 0; steps < count; steps += 1) await page.keyboard.press("PageDown");
};

export const presenting: View[] = [
  {
    name: "presenter, nothing to play",
    open: async (page) => {
      await page.goto("./#/settings?present=1");
      await bar(page).waitFor();
    },
  },
  {
    name: "presenter, where the story begins",
    open: async (page) => {
      await page.goto("./#/?present=1&demo=cancel-and-delete");
      await bar(page).locator(".present__place").waitFor();
    },
  },
  {
    name: "presenter, a refusal",
    open: async (page) => {
      await step(page, 1);
      await page.locator(".diagram__svg").first().waitFor();
    },
  },
  {
    name: "presenter, what there is to choose",
    open: (page) => bar(page).locator("button[aria-expanded]").click(),
  },
  {
    name: "presenter, the diagram",
    open: async (page) => {
      await bar(page).locator("button[aria-expanded]").click();
      // Firefox lets nobody resize what is full screen; where there is no full screen the diagram fills the window.
      await page.evaluate(() => (Element.prototype.requestFullscreen = () => Promise.reject(new TypeError("no full screen"))));
      await page.keyboard.press("d");
      await expect(page.locator("main [role=tablist]")).toBeHidden();
    },
  },
  {
    name: "presenter, the job is gone",
    open: async (page) => {
      await page.keyboard.press("d");
      await page.keyboard.press("End");
    },
  },
];
