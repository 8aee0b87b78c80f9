// The front door as a tour: a first visit, what time has changed, and the menu of the workspace with its dialogs.
import type { Page } from "@playwright/test";
import { closeDialog, popover } from "./overlays.ts";
import { openList } from "./portal.ts";
import { expect } from "./test.ts";
import type { View } from "./views.ts";

export const door: View[] = [
  {
    name: "a first visit",
    open: async (page) => {
      await openList(page);
      await page.evaluate(() => localStorage.removeItem("iep/pref/first-steps"));
      await page.reload();
      await page.locator(".steps__list").waitFor();
      // What notices changes comes with the messages, which may be behind the steps.
      await page.locator("#notifications").waitFor({ state: "attached" });
    },
  },
  {
    name: "what a jump has changed",
    open: async (page) => {
      await page.locator("#jump-next").click();
      // The line comes with the changes; the list that it opens has a button of the same target from the start.
      await page.getByRole("contentinfo").locator("[popovertarget=changes]").click();
      await expect(page.locator("#changes")).toBeVisible();
    },
  },
  { name: "the menu of the workspace", open: (page) => popover(page, "workspace") },
  ...[0, 1, 3, 4].map((item) => ({
    name: ["starting over", "opening a file", "", "sharing", "renaming"][item]!,
    open: async (page: Page) => {
      await closeDialog(page);
      await popover(page, "workspace");
      await page.locator("#workspace button").nth(item).click();
      await page.locator("dialog[open]").waitFor();
    },
  })),
];
