// A first visit: what a newcomer finds, the five steps by keyboard and by touch, and the help that brings them back.
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { clock, jobs, openList, rowOf } from "./support/portal.ts";
import { expect, needs, test } from "./support/test.ts";

test.use({ storageState: { cookies: [], origins: [] } });

const steps = (page: Page) => page.getByRole("region", { name: "First steps" });
const step = (page: Page, name: string) => steps(page).getByRole("listitem").filter({ hasText: name });
const done = async (page: Page, name: string) => expect(step(page, name)).toContainText("(done)");

/**
 * Presses Tab until something has the focus, back where it stands before what has it: behind its last control a page hands
 * the focus to the browser's own.
 */
async function tabTo(page: Page, target: Locator) {
  const stands = () =>
    target.evaluateAll((all) => {
      const now = document.activeElement!;
      if (all.includes(now)) return "here";
      const before = (one: Element) => now.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING && !one.contains(now);
      return all.length > 0 && all.every(before) ? "before" : "behind";
    });
  for (let presses = 0; presses < 80; presses++) {
    const where = await stands();
    if (where === "here") return;
    await page.keyboard.press(where === "before" ? "Shift+Tab" : "Tab");
  }
  await expect(target.first()).toBeFocused();
}

/** Asks to be shown where, and waits until the focus is there. */
async function showMe(page: Page, press: (button: Locator) => Promise<void>, there: Locator) {
  await press(steps(page).getByRole("button", { name: "Show me" }));
  await expect(there.and(page.locator(":focus"))).toHaveCount(1);
}

async function fiveSteps(page: Page, press: (target: Locator) => Promise<void>, pressFocused: () => Promise<void>) {
  await openList(page);
  await expect(steps(page).getByRole("listitem")).toHaveCount(5);
  await press(steps(page).getByRole("button", { name: "Try the five steps" }));

  await showMe(page, press, page.getByRole("button", { name: /^Delete job / }).and(page.locator("[aria-disabled=true]")));
  await expect(step(page, "Ask why"), "to look at it is not to ask").not.toContainText("(done)");
  await pressFocused();
  await done(page, "Ask why");
  await expect(page.getByRole("region", { name: "Messages" })).toContainText(/can’t be deleted while it is/);

  const cancel = page.getByRole("button", { name: /^Cancel job / });
  await showMe(page, press, cancel);
  await pressFocused();
  await press(page.getByRole("dialog").getByRole("button", { name: "Cancel job" }));
  await done(page, "Cancel a job");

  const next = clock(page).getByRole("button", { name: "Next event" });
  await showMe(page, press, next);
  await pressFocused();
  await done(page, "Let time pass");
  await expect(page.getByRole("status").filter({ hasText: /jobs? changed/ })).toBeVisible();

  await showMe(page, press, page.getByRole("button", { name: /^Delete job / }));
  await pressFocused();
  await press(page.getByRole("dialog").getByRole("button", { name: "Delete job" }));
  await done(page, "Delete a job");
  await expect(step(page, "See it gone")).not.toContainText("(done)");

  await press(steps(page).getByRole("button", { name: "Show me" }));
  await expect(page.getByRole("heading", { name: "No job matches" })).toBeVisible();
  await done(page, "See it gone");
  await expect(steps(page)).toContainText("All five steps are done");
}

test("the five steps of a first visit are taken with the keyboard alone", async ({ page }) => {
  const press = async (target: Locator) => {
    await tabTo(page, target);
    await page.keyboard.press("Enter");
  };
  await fiveSteps(page, press, () => page.keyboard.press("Enter"));
  await press(steps(page).getByRole("button", { name: "Dismiss" }));
  await expect(steps(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.reload();
  await page.getByRole("heading", { name: "No job matches" }).waitFor();
  await expect(steps(page)).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 720 }, hasTouch: true, isMobile: true });

  test("the five steps are taken by touch at 375 pixels", async ({ page }) => {
    needs("touch");
    // A control that is off can be tapped all the same.
    const tap = (target: Locator) => target.first().tap({ force: true });
    await fiveSteps(page, tap, () => tap(page.locator(":focus")));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  });
});

test("a newcomer is told what this is, and the page passes every check with it", async ({ page }) => {
  await openList(page);
  await expect(steps(page)).toContainText("practice copy of Azure Import/Export");
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(page);
});

for (const [width, height] of [[1280, 720], [768, 1024], [375, 720], [320, 640]]) {
  test(`nothing moves when the first steps come, at ${width} pixels`, async ({ page }) => {
    needs("shifts");
    await page.setViewportSize({ width, height });
    await openList(page);
    await steps(page).getByRole("listitem").first().waitFor();
    const moved = await page.evaluate(() => new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value)))
        .observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
    }));
    expect(moved).toEqual([]);
  });
}

test("what is done is kept, what was sent away comes back from the help", async ({ page }) => {
  await openList(page);
  await page.getByRole("button", { name: "Delete job media-masters-import" }).click({ force: true });
  await done(page, "Ask why");
  await page.reload();
  await done(page, "Ask why");
  await steps(page).getByRole("button", { name: "Dismiss" }).click();
  await expect(steps(page)).toHaveCount(0);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Help" }).getByRole("button", { name: "Show the first steps" }).click();
  await done(page, "Ask why");
});

test("the help says what this is, what the rules are and what every state means", async ({ page }) => {
  await openList(page);
  await page.getByRole("button", { name: "Help" }).click();
  const help = page.getByRole("dialog", { name: "Help" });
  for (const heading of ["What this is", "The rules in short", "States of a job", "States of a drive", "Keyboard shortcuts"]) {
    await expect(help.getByRole("heading", { name: heading, exact: true })).toBeVisible();
  }
  await expect(help.getByRole("term").filter({ hasText: /^(Creating|Shipping|Received|Transferring|Packaging|Completed|Closed|Faulted)$/ })).toHaveCount(8 + 3);
  await expectAccessible(page);
});

test("the word for a state explains itself on hover, focus and tap", async ({ page, browser, baseURL }) => {
  needs("touch");
  await openList(page);
  const tip = page.locator(".tip");
  await rowOf(page, "media-masters-import").getByText("Shipping", { exact: true }).hover();
  await expect(tip).toContainText("on their way to the data center");
  await page.mouse.move(0, 0);
  await expect(tip).toBeHidden();
  await page.getByRole("link", { name: /Transferring/ }).first().focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(tip).toContainText("is being copied");
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await jobs(page).getByRole("link", { name: "media-masters-import" }).click();
  await page.getByRole("tab", { name: "Drives" }).click();
  const drive = page.getByRole("table").locator("[tabindex='0']").filter({ hasText: "Specified" }).first();
  await expect(drive).toHaveAccessibleDescription(/You have listed the drive/);
  await drive.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(tip).toContainText("You have listed the drive");

  const phone = await (await browser.newContext({ baseURL, viewport: { width: 375, height: 720 }, hasTouch: true })).newPage();
  await openList(phone);
  await rowOf(phone, "media-masters-import").getByText("Shipping", { exact: true }).tap();
  await expect(phone.locator(".tip")).toContainText("on their way to the data center");
  await phone.context().close();
});
