// The texts: those of the reader's language are fetched, and another's when the reader switches to it.
import type { Page } from "@playwright/test";
import { hold, jobs, openList, told, usualRooms } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

/** The languages whose texts this page has fetched. */
const fetched = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType("resource").flatMap(({ name }) => name.match(/_([a-z]{2})\.json$/)?.[1] ?? []));

/** Chooses a language in the bar. */
async function choose(page: Page, name: string) {
  await page.getByRole("button", { name: /^(Language|Dil)$/ }).click();
  await page.getByRole("button", { name, exact: true }).click();
}

test("a reader fetches the texts of one language", async ({ page }) => {
  await openList(page);
  await usualRooms(page);
  expect(await fetched(page)).toEqual(["en"]);
});

test("the texts of another language come once, when it is chosen", async ({ page }) => {
  await page.goto("./#/console");
  await expect(page.getByRole("heading", { level: 1, name: "REST console" })).toBeVisible();
  await usualRooms(page);
  await choose(page, "Türkçe");
  // A room that was there already speaks the other language, as does one that comes now.
  await expect(page.getByRole("heading", { level: 1, name: "REST konsolu" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Gönder", exact: true })).toBeVisible();
  await page.goto("./#/learn");
  await expect(page.getByRole("heading", { level: 1, name: "Öğren" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Kendi dersleriniz");
  expect(await fetched(page)).toEqual(["en", "tr"]);
  await choose(page, "English");
  await expect(page.getByRole("heading", { level: 1, name: "Learn" })).toBeVisible();
  await choose(page, "Türkçe");
  await expect(page.getByRole("heading", { level: 1, name: "Öğren" })).toBeVisible();
  expect(await fetched(page)).toEqual(["en", "tr"]);
});

test("the language chosen last counts, whichever texts come first", async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<boolean>((resolve) => (arrive = () => resolve(true)));
  let ask = () => {};
  const asked = new Promise<void>((resolve) => (ask = resolve));
  await hold(page, "_tr.json", () => {
    ask();
    return arrived;
  });
  await page.goto("./#/settings");
  await page.getByRole("radio", { name: "Türkçe" }).check();
  await asked;
  // The mark is where it was put, and nothing else has changed yet.
  await expect(page.getByRole("radio", { name: "Türkçe" })).toBeChecked();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await page.getByRole("radio", { name: "English" }).check();
  arrive();
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("_tr.json")));
  await expect(page.getByRole("radio", { name: "English" })).toBeChecked();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});

test.describe("with a Turkish browser", () => {
  test.use({ locale: "tr-TR" });
  test("a reader fetches the texts of that language", async ({ page }) => {
    await openList(page);
    await usualRooms(page);
    expect(await fetched(page)).toEqual(["tr"]);
  });
});

test.describe("when texts do not come", () => {
  // The browser itself notes what did not arrive.
  test.use({ provoked: /Failed to load resource|TypeError: Failed to fetch|NetworkError when attempting to fetch/ });

  test("the language stays as it was, which is said, and choosing it again helps", async ({ page }) => {
    let comes = false;
    await hold(page, "_tr.json", async () => comes);
    await page.goto("./#/settings");
    await page.getByRole("radio", { name: "Türkçe" }).check();
    await expect(told(page)).toContainText("The texts in Türkçe did not arrive. The portal stays in English.");
    await expect(page.getByRole("radio", { name: "English" })).toBeChecked();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    comes = true;
    await page.getByRole("radio", { name: "Türkçe" }).check();
    await expect(page.getByRole("heading", { level: 1, name: "Ayarlar" })).toBeVisible();
  });

  test("the list is there all the same, and a reload is offered", async ({ page }) => {
    await page.route(/_en\.json$/, (route) => route.abort());
    await page.goto("./#/jobs");
    await expect(jobs(page).getByRole("rowheader").first()).toBeVisible();
    await expect(page.getByRole("alert").filter({ hasText: "A file of this portal did not arrive." })).toBeVisible();
    await page.unroute(/_en\.json$/);
    await page.getByRole("button", { name: /^Reload/ }).click();
    await page.getByRole("button", { name: /^Cancel job / }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });
});
