// The state diagram: readable at once, every box and arrow explains itself, and it fills the window on request.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { openJob } from "./support/jobs.ts";
import { expect, needs, test } from "./support/test.ts";

const parts = (page: Page) => page.getByRole("group", { name: "States and ways" });
const part = (page: Page, name: string) => parts(page).getByRole("button", { name, exact: true });
const said = (page: Page) => page.getByRole("figure").locator("[aria-live]");

test("it is on the first screen, wide enough to read", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openJob(page, "sequencing-run-118");
  const drawing = page.getByRole("img", { name: "State diagram: the job is in Transferring" });
  const box = (await drawing.boundingBox())!;
  expect(box.width).toBeGreaterThan(900);
  const clock = (await page.getByRole("group", { name: "Simulation clock" }).boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(clock.y);
  // No letter of it is smaller than 10 pixels.
  const smallest = await drawing.evaluate((svg) => {
    const scale = svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width;
    return Math.min(...[...svg.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale));
  });
  expect(smallest).toBeGreaterThan(10);
});

test("boxes and arrows say what they mean when one points at them, taps them or goes there by keys", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019");
  await expect(said(page)).toContainText("Point at a box or an arrow");
  await part(page, "Deleted").hover();
  await expect(said(page)).toContainText("Deleted: The job is gone");
  await expect(said(page)).toContainText("The service deletes this job on ");
  for (const [way, words] of [
    ["From Creating to Deleted", /A person deletes the job.*14 days after its last change/],
    ["From Completed to Deleted", /A person deletes the job.*90 days after it ended/],
    ["From Closed to Deleted", /90 days after it ended/],
    ["From Shipping to Closed", /does not arrive within 14 days.*30 days/],
    ["From Creating to Completed", /cancelled before it has been shipped/],
  ] as const) {
    await part(page, way).hover();
    await expect(said(page)).toContainText(words);
  }
  await part(page, "Creating").focus();
  await expect(said(page)).toContainText("Current state since");
  await page.keyboard.press("ArrowRight");
  await expect(part(page, "From Creating to Shipping")).toBeFocused();
  await expect(said(page)).toContainText("needs a carrier, a tracking number and a return address");
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await expect(part(page, "Creating")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(parts(page).locator(":focus"), "one stop for the Tab key").toHaveCount(0);
});

test("arrows carry their reasons", async ({ page }) => {
  await openJob(page, "sequencing-run-118");
  const drawing = page.getByRole("img", { name: "State diagram" });
  for (const reason of ["cancelled before shipping", "no answer in 30 days", "by a person", "after 14 days", "after 90 days", "wrong address"]) {
    await expect(drawing.getByText(reason).first()).toBeVisible();
  }
});

test("it fills the window on request, and gives the focus back", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openJob(page, "sequencing-run-118");
  const open = page.getByRole("button", { name: "Full screen" });
  await open.click();
  const dialog = page.getByRole("dialog", { name: "State diagram" });
  expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 800 });
  await dialog.getByRole("button", { name: "Faulted", exact: true }).hover();
  await expect(dialog.locator("p[aria-live]")).toContainText("Faulted: Possible next state.");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});

test("on a phone it runs from top to bottom and is explained by a tap", async ({ browser, baseURL }) => {
  needs("touch");
  const context = await browser.newContext({ viewport: { width: 375, height: 720 }, hasTouch: true, isMobile: true, baseURL: baseURL!, reducedMotion: "reduce" });
  const page = await context.newPage();
  await openJob(page, "hr-archive-2012-2019");
  const box = (await page.getByRole("img", { name: "State diagram" }).boundingBox())!;
  expect(box.height).toBeGreaterThan(box.width);
  await part(page, "Packaging").tap();
  await expect(said(page)).toContainText("Packaging: Not reached.");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await expectAccessible(page);
  await context.close();
});
