// The gallery and the looks, as views: gallery.spec.ts looks at each specimen, look.spec.ts at every page.
import type { Page } from "@playwright/test";
import { openList } from "./portal.ts";
import { expect } from "./test.ts";
import type { View } from "./views.ts";

/** Goes to a specimen, or to all of them, in a look. */
async function show(page: Page, query: string) {
  await page.goto(`./#/gallery?${query}`);
  // A dialog stands in the top layer and leaves its specimen empty.
  if (query.includes("state=")) await page.locator("[data-part]").first().waitFor({ state: "attached" });
  else await page.locator(".look").first().waitFor();
}

export const gallery: View[] = [
  { name: "gallery", open: (page) => show(page, "dir=ltr") },
  { name: "gallery tabs", open: (page) => show(page, "show=tabs") },
  { name: "gallery drawer", open: (page) => show(page, "show=dialog&state=side") },
  { name: "gallery right to left", open: (page) => show(page, "show=field&dir=rtl") },
  {
    name: "list right to left",
    open: async (page) => {
      await openList(page);
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    },
  },
  {
    name: "list with text twice as large",
    // 640 pixels at twice the size are the 320 pixels of WCAG 1.4.10.
    widths: [640],
    open: async (page) => {
      await page.goto("./#/gallery?text=200");
      await expect(page).toHaveURL(/text=200/);
      await openList(page);
    },
  },
  {
    name: "list of the brand ember",
    open: async (page) => {
      await page.goto("./#/gallery?brand=ember");
      await expect(page).toHaveURL(/brand=ember/);
      await openList(page);
    },
  },
];
