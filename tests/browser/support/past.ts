// The past as a tour: the timeline of a recorded workspace, a moment of it, branches, how they differ, and stopping.
import type { Page } from "@playwright/test";
import { closeDialog } from "./overlays.ts";
import { expect } from "./test.ts";
import type { View } from "./views.ts";

const slider = (page: Page) => page.locator(".timeline__range");

export const past: View[] = [
  {
    name: "the timeline",
    open: async (page) => {
      await page.goto("./#/jobs?scenario=Contoso&seed=1");
      await slider(page).waitFor();
      await page.locator("#jump-next").click();
      await expect(page.locator(".timeline__tick").first()).toBeAttached();
    },
  },
  {
    name: "a moment of the past",
    open: async (page) => {
      await slider(page).focus();
      await page.keyboard.press("Home");
      await page.locator(".band").waitFor();
    },
  },
  {
    name: "two branches",
    open: async (page) => {
      await page.locator(".band .button").first().click();
      await expect(page.locator(".branches__chip")).toHaveCount(2);
    },
  },
  {
    name: "how two branches differ",
    open: async (page) => {
      await page.locator("#jump-next").click();
      await page.locator(".branches__chip").first().getByRole("button").last().click();
      await page.locator(".comparison").waitFor();
    },
  },
  {
    name: "before a recording is stopped",
    open: async (page) => {
      await page.locator(".timeline__note button").click();
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "a job in the past",
    open: async (page) => {
      await closeDialog(page);
      await page.locator("tr[data-no] a").first().click();
      await page.locator(".diagram").first().waitFor();
      await slider(page).focus();
      await page.keyboard.press("Home");
      await page.locator(".band").waitFor();
    },
  },
];
