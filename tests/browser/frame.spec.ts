// The frame: what stands around every page, on paper, in forced colours and under a finger.
import { clock, jobs, openList, pause, rowOf } from "./support/portal.ts";
import { expect, needs, test } from "./support/test.ts";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 720 }, hasTouch: true });

  test("the menu closes by Escape and by a tap outside", async ({ page }) => {
    needs("touch");
    await openList(page);
    const menu = page.getByRole("button", { name: "Menu" });
    const nav = page.getByRole("navigation", { name: "Main" });
    await menu.click();
    await expect(nav).toBeVisible();
    await nav.getByRole("link").first().focus();
    await page.keyboard.press("Escape");
    await expect(nav).toBeHidden();
    await expect(menu).toBeFocused();
    await menu.tap();
    await expect(nav).toBeVisible();
    await page.touchscreen.tap(360, 400);
    await expect(nav).toBeHidden();
    await expect(page.getByRole("dialog"), "nothing outside is pressed").toHaveCount(0);
    await menu.tap();
    await menu.tap();
    await expect(nav, "its own button closes it too").toBeHidden();
  });

  test("one message lies over the page at a time, the newest", async ({ page }) => {
    await openList(page);
    for (const name of ["branch-backups-emea", "media-masters-import"]) {
      await page.getByRole("button", { name: `Delete job ${name}` }).press("Enter");
    }
    const shown = page.getByRole("region", { name: "Messages" }).locator(".toast:visible");
    await expect(shown).toHaveCount(1);
    await expect(shown).toContainText("media-masters-import");
  });

  test("that time is simulated and that this is no Azure stays in sight, and a finger finds what it presses", async ({ page }) => {
    await openList(page);
    await expect(page.getByText("An unaffiliated training mock. Not connected to Azure.")).toBeInViewport();
    await expect(clock(page).getByText("Simulated time (UTC)")).toBeInViewport();
    const small = await page.locator(".topbar button, .clock button, .clock select").evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => [one.textContent, one.getBoundingClientRect()] as const)
        .filter(([, box]) => box.height < 44 || box.width < 44).map(([name]) => name));
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  });
});

test("the sign of the search key goes while there is text", async ({ page }) => {
  await openList(page);
  const search = page.getByRole("searchbox", { name: "Search jobs" });
  const cap = page.locator(".toolbar .search kbd");
  await expect(cap).toBeVisible();
  await search.fill("a");
  await expect(cap).toBeHidden();
  await search.fill("");
  await expect(cap).toBeVisible();
});

test("what is copied, refreshed or chosen is seen to be", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openList(page);
  const told = page.getByRole("region", { name: "Messages" });
  await page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Refresh" }).click();
  await expect(told.locator(".toast--brief")).toBeVisible();
  await jobs(page).getByRole("link", { name: "media-masters-import" }).click();
  await page.getByRole("button", { name: /^Copy/ }).first().click();
  await expect(told.locator(".toast--brief")).toContainText(/copied/i);
  await page.goto("./#/settings");
  await page.getByRole("radio", { name: "FAQ 2020" }).check();
  await expect(told.locator(".toast--brief")).toContainText("FAQ 2020");
});

test("a printed list is whole, without the frame, with the simulated time", async ({ page }) => {
  needs("media");
  await page.goto("./#/?scenario=load&jobs=300&seed=1");
  await jobs(page).getByRole("rowheader").first().waitFor();
  await expect(page.getByText("300 jobs", { exact: true })).toBeVisible();
  await pause(page);
  expect(await page.locator("tr[data-no]").count()).toBeLessThan(80);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("tr[data-no]")).toHaveCount(300);
  await expect(page.locator("tr[data-no]").last()).toBeVisible();
  for (const gone of [page.getByRole("navigation", { name: "Main" }), page.getByRole("button", { name: "Next event" }), page.getByRole("group", { name: "Commands" })]) {
    await expect(gone).toBeHidden();
  }
  await expect(clock(page).locator("time")).toBeVisible();
  expect(await page.locator("main").evaluate((main) => main.scrollHeight <= main.clientHeight + 1), "nothing is cut off").toBe(true);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect.poll(() => page.locator("tr[data-no]").count()).toBeLessThan(80);
});

test("in forced colours a bar shows what is done and what is not", async ({ page }) => {
  needs("media");
  await page.emulateMedia({ forcedColors: "active" });
  await openList(page);
  const bar = page.locator("tr[data-no] .progress").first();
  const line = await bar.evaluate((bar) => getComputedStyle(bar).borderTopWidth);
  expect(line).toBe("1px");
  await expect(rowOf(page, "media-masters-import")).toBeVisible();
});
