// What stays around every page: frame, clock, notifications, shortcuts, language, theme.
import { expectAccessible } from "./support/axe.ts";
import { bell, clock, jobs, openList, pause, rowOf } from "./support/portal.ts";
import { MAIN, entries } from "./support/storage.ts";
import { expect, test, watch } from "./support/test.ts";

const now = async (page: import("@playwright/test").Page) =>
  Date.parse((await clock(page).getByRole("time").getAttribute("datetime"))!);
const HOUR = 3_600_000;

test("the clock jumps by an hour, a day, to the next event and by 90 days", async ({ page }) => {
  await openList(page);
  await pause(page);
  for (const [button, hours] of [["+1 hour", 1], ["+1 day", 24], ["+90 days", 90 * 24]] as const) {
    const before = await now(page);
    await clock(page).getByRole("button", { name: button, exact: true }).click();
    await expect.poll(async () => (await now(page)) - before).toBe(hours * HOUR);
    await expect(page.locator("[aria-live=polite]")).toContainText("Clock moved to");
  }
});

test("the next event changes a job, and ninety days complete or delete them", async ({ page }) => {
  await openList(page);
  await pause(page);
  const before = await now(page);
  await clock(page).getByRole("button", { name: "Next event", exact: true }).click();
  await expect.poll(() => now(page)).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Cancel job hr-archive-2012-2019" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
  await clock(page).getByRole("button", { name: "+1 hour", exact: true }).click();
  await expect(rowOf(page, "hr-archive-2012-2019")).toContainText("Completed");
  await clock(page).getByRole("button", { name: "+90 days", exact: true }).click();
  await expect(rowOf(page, "hr-archive-2012-2019")).toHaveCount(0);
});

test("the clock is paused, resumed and set to a speed, and stays so after a reload", async ({ page }) => {
  await openList(page);
  await pause(page);
  const stopped = await now(page);
  await clock(page).getByRole("combobox", { name: "Speed" }).selectOption({ label: "3,600×" });
  // It is kept a moment after it is chosen.
  await expect.poll(async () => (await entries(page))[`${MAIN}head`]).toContain("3600000");
  await page.reload();
  await expect(clock(page).getByRole("combobox", { name: "Speed" })).toHaveValue("3600000");
  expect(await now(page)).toBe(stopped);
  await clock(page).getByRole("button", { name: "Resume" }).click();
  await expect.poll(() => now(page)).toBeGreaterThan(stopped + HOUR);
});

test("after navigation the focus is on the heading, and the title names the page", async ({ page }) => {
  await openList(page);
  await expect(page).toHaveTitle(/^Import\/Export jobs/);
  for (const [link, heading] of [["Activity log", "Activity log"], ["REST console", "REST console"], ["Settings", "Settings"], ["Jobs", "Import/Export jobs"]] as const) {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: link, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeFocused();
    await expect(page).toHaveTitle(`${heading} – Import/Export mock portal`);
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: link, exact: true })).toHaveAttribute("aria-current", "page");
  }
});

test("the first stop of Tab skips to the content", async ({ page }) => {
  await openList(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(jobs(page)).toBeVisible();
});

test("notifications are kept, lead to the resource, and lose the link when it is gone", async ({ page }) => {
  await openList(page);
  await pause(page);
  await page.getByRole("button", { name: "Cancel job hr-archive-2012-2019" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
  await expect(bell(page)).toHaveAccessibleName("Notifications, 1 new");
  await bell(page).click();
  const panel = page.getByRole("region", { name: "Notifications" });
  await expect(panel.getByText("Cancel requested for hr-archive-2012-2019")).toBeVisible();
  await panel.getByRole("link", { name: "Go to resource" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "hr-archive-2012-2019" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bell(page)).toHaveAccessibleName("Notifications");
  await openList(page);
  await page.getByRole("button", { name: "Delete job hr-archive-2012-2019" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await bell(page).click();
  await expect(panel.getByText("hr-archive-2012-2019 was deleted")).toBeVisible();
  await expect(panel.getByRole("link", { name: "Go to resource" })).toHaveCount(0);
  await panel.getByRole("button", { name: "Dismiss all" }).click();
  await expect(panel.getByText("Nothing has happened yet.")).toBeVisible();
});

test("single keys are shortcuts, are explained, and can be switched off", async ({ page }) => {
  await openList(page);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search jobs" })).toBeFocused();
  await page.keyboard.type("a?a");
  await expect(page.getByRole("searchbox", { name: "Search jobs" })).toHaveValue("a?a");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { level: 1, name: "Activity log" })).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Find a job by name" })).toBeFocused();
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByText("Jump to the next event")).toBeVisible();
  await expectAccessible(page);
  await help.getByRole("checkbox", { name: "Single keys are shortcuts" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await page.keyboard.press("?");
  await page.keyboard.press("s");
  await expect(page.getByRole("heading", { level: 1, name: "Activity log" })).toBeVisible();
  await expect(help).toHaveCount(0);
});

test.describe("on a Mac", () => {
  test.use({ userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15" });
  test("the help says how Tab reaches links", async ({ page }) => {
    await openList(page);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" }).getByText("press Option+Tab")).toBeVisible();
  });
});

test("the language is switched without a reload and kept", async ({ page }) => {
  await openList(page);
  await page.getByRole("button", { name: "Cancel job hr-archive-2012-2019" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
  const told = page.getByText("Cancel requested for hr-archive-2012-2019", { exact: true });
  await expect(told.first()).toBeVisible();
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("button", { name: "Türkçe" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  await expect(page.getByRole("heading", { level: 1, name: "İçeri/Dışarı Aktarma işleri" })).toBeVisible();
  await expect(page.getByRole("button", { name: "pilot-migration işini sil" })).toBeVisible();
  // What was told before stays as it was told, and says in which language.
  await page.getByRole("button", { name: /^Bildirimler/ }).click();
  await expect(page.getByRole("region", { name: "Bildirimler" }).locator("[lang=en]").first()).toContainText("Cancel requested for");
  await page.reload();
  await expect(page.getByRole("group", { name: "Simülasyon saati" })).toBeVisible();
});

test.describe("with a Turkish browser", () => {
  test.use({ locale: "tr-TR" });
  test("the stories of cancel and delete are told in Turkish", async ({ page }) => {
    await page.goto("./");
    await page.getByRole("button", { name: "media-masters-import işini iptal et" }).click();
    const cancel = page.getByRole("dialog", { name: "media-masters-import iptal edilsin mi?" });
    await expect(cancel).toContainText("garanti");
    await cancel.getByRole("button", { name: "İşi iptal et" }).click();
    await expect(page.locator("[aria-live=polite]")).toContainText("media-masters-import için iptal istendi");
    const refused = page.getByRole("button", { name: "media-masters-import işini sil" });
    await expect(refused).toHaveAccessibleDescription(/“Sevk ediliyor” durumundayken silinemez/);
    await page.getByRole("button", { name: "pilot-migration işini sil" }).click();
    await page.getByRole("dialog", { name: "pilot-migration silinsin mi?" }).getByRole("button", { name: "İşi sil" }).click();
    await expect(page.getByRole("link", { name: "pilot-migration", exact: true })).toHaveCount(0);
    await expectAccessible(page);
  });
});

test("on a small screen the navigation opens from the menu button and closes behind a choice", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await openList(page);
  const menu = page.getByRole("button", { name: "Menu" });
  await expect(menu).toHaveAttribute("aria-expanded", "false");
  await menu.click();
  await expectAccessible(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Activity log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Activity log" })).toBeFocused();
  await expect(menu).toHaveAttribute("aria-expanded", "false");
});

test("an address that leads nowhere says so and changes nothing", async ({ page }) => {
  await page.goto("./#/nowhere/%FF<b>");
  await expect(page.getByRole("heading", { level: 1, name: "There is no such page" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Import/Export jobs" }).click();
  await expect(jobs(page)).toBeVisible();
});

test("preferences that cannot be kept do no harm", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const troubles = watch(context, baseURL!);
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  });
  const page = await context.newPage();
  await openList(page);
  await expect(page.getByText("Nothing is kept after you close this page")).toBeVisible();
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("button", { name: "Türkçe" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  expect(troubles).toEqual([]);
  await context.close();
  expect(troubles).toEqual([]);
});
