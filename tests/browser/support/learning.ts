// The room where one learns as a tour: the catalogue, a lesson with its panel, its answers and its end, and the recorder.
import { expect } from "./test.ts";
import type { View } from "./views.ts";

const panel = ".lesson";

export const learning: View[] = [
  {
    name: "the catalogue of lessons",
    open: async (page) => {
      await page.goto("./#/learn");
      await page.locator(".lessons .card").first().waitFor();
    },
  },
  {
    name: "the recorder where nothing is recorded",
    open: async (page) => {
      await page.goto("./#/learn/recorder");
      await page.locator(".recorder .card").waitFor();
    },
  },
  {
    name: "a lesson",
    open: async (page) => {
      await page.goto("./#/learn/where-delete");
      await page.locator(`${panel} .lesson__tasks li`).first().waitFor({ state: "attached" });
      await expect(page.locator("main h1")).toBeVisible();
    },
  },
  {
    name: "a lesson with a hint",
    open: async (page) => {
      if ((await page.locator(".lesson--folded").count()) > 0) await page.locator(".lesson__head button").last().click();
      await page.locator(`${panel} .lesson__hints + .cluster button`).first().click();
      await page.locator(`${panel} .lesson__hints p`).first().waitFor();
    },
  },
  {
    name: "the end of a lesson",
    open: async (page) => {
      for (let no = 1; no <= 3; no++) {
        await page.locator(`${panel} .lesson__hints + .cluster button`).last().click();
        await expect(page.locator(`${panel} .steps__step--done`)).toHaveCount(no);
      }
      await expect(page.locator(`${panel} fieldset`).or(page.locator(`${panel} h3`)).first()).toBeVisible();
    },
  },
  {
    name: "the recorder with a draft",
    open: async (page) => {
      await page.goto("./#/learn/recorder");
      // On a phone the lesson would lie over it.
      if ((await page.locator(".lesson--folded").count()) === 0) await page.locator(".lesson__head button").last().click();
      await page.locator(".recorder .button--primary").first().click();
      await page.locator(".recorder__move").first().waitFor();
      await expect(page.locator(".recorder [role=status] p, .recorder [role=status] li").first()).toBeVisible();
    },
  },
];
