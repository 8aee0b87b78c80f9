// The look: themes, languages, directions, sizes and tokens that are in the address of this tab alone, go wherever
// somebody goes, and change no setting.
import type { Page } from "@playwright/test";
import { cutOff } from "./support/cut.ts";
import { openJob, type Tab } from "./support/jobs.ts";
import { openList } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const root = (page: Page) => page.locator("html");
const token = (page: Page, name: string) => page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name), name);
const go = (page: Page, name: string) => page.getByRole("navigation").getByRole("link", { name, exact: true }).click();

test("a look in the address goes wherever somebody goes, stays over a reload, and is off at one press", async ({ page }) => {
  await openList(page, "?theme=dark&density=compact&dir=rtl&text=150&brand=harbour&state=Creating");
  const worn = async () => {
    await expect(root(page)).toHaveAttribute("data-theme", "dark");
    await expect(root(page)).toHaveAttribute("data-density", "compact");
    await expect(root(page)).toHaveAttribute("dir", "rtl");
    await expect(page).toHaveURL(/theme=dark&density=compact&dir=rtl&text=150&brand=harbour/);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("24px");
    expect(await token(page, "--radius")).toBe("10px");
  };
  await worn();
  await expect(page).toHaveURL(/state=Creating/);
  await go(page, "Activity log");
  await worn();
  await page.reload();
  await worn();
  expect(await page.evaluate(() => localStorage.getItem("iep/pref/theme"))).toBeNull();
  await page.goto("./#/gallery");
  await page.getByRole("region", { name: "Look" }).getByRole("button", { name: "All off" }).click();
  await expect(root(page)).not.toHaveAttribute("dir", /./);
  await expect(page).toHaveURL(/#\/gallery$/);
  expect(await token(page, "--radius")).toBe("5px");
});

test("an address that is gone to later has its look, in every language", async ({ page }) => {
  await openList(page);
  await page.goto("./#/activity?lang=tr");
  await expect(page.getByRole("heading", { level: 1, name: "Etkinlik günlüğü" })).toBeVisible();
  await page.goto("./#/activity?lang=pseudo");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\[Åå.*\]$/);
  // What somebody has named is no text of the portal's.
  await page.goto("./#/jobs");
  await expect(page.getByRole("link", { name: "pilot-migration", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/lang=pseudo/);
});

test("the pseudo-language comes with the look and is not in what the list waits for", async ({ page }) => {
  const files: string[] = [];
  page.on("request", (request) => files.push(request.url()));
  await openList(page);
  expect(files.filter((file) => /_look\./.test(file))).toEqual([]);
});

const PAGES: [string, (page: Page) => Promise<unknown>][] = [
  ["the list", (page) => openList(page)],
  ...(["overview", "tracking", "drives", "keys", "json", "calls"] satisfies Tab[]).map((tab): [string, (page: Page) => Promise<unknown>] => [
    `a job's ${tab}`,
    (page) => openJob(page, "media-masters-import", tab),
  ]),
  ...["create", "activity", "console", "conformance", "learn", "settings", "gallery"].map((place): [string, (page: Page) => Promise<unknown>] => [
    place,
    async (page) => {
      await page.goto(`./#/${place}`);
      await page.locator("main h1").waitFor();
    },
  ]),
];

for (const [look, widths] of [
  ["lang=pseudo", [1280, 375, 320]],
  ["text=200", [1280, 375, 320]],
  ["lang=tr&text=200", [1280, 375, 320]],
  ["lang=pseudo&text=200", [1280, 375]],
  ["dir=rtl", [1280, 375]],
] as const) {
  test(`with ${look} nothing is cut off, and nothing is wider than the window`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.goto(`./#/activity?${look}`);
    await page.locator("main h1").waitFor();
    await expect(page).toHaveURL(new RegExp(look));
    const found: string[] = [];
    for (const [name, open] of PAGES) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await open(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        // Where a scrollbar takes room, the page itself is to be that wide.
        const bar = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
        if (bar > 0) await page.setViewportSize({ width: width + bar, height: 800 });
        found.push(...(await page.evaluate(cutOff)).map((line) => `${name}, ${width} px: ${line}`));
      }
    }
    expect(found).toEqual([]);
  });
}

test("a token is changed live on every page, with its contrast, taken back, and copied as a sheet that works", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./#/gallery?theme=light");
  const look = page.getByRole("region", { name: "Look" });
  await expect(look.getByText("Contrast: every pair is read well")).toBeVisible();
  await look.getByText("Colours", { exact: true }).click();
  const accent = look.getByRole("textbox", { name: "accent, light theme, as text" });
  await accent.fill("blue");
  await accent.blur();
  await expect(accent).toHaveAccessibleDescription("Write a colour as #rrggbb.");
  await accent.fill("#9cf");
  await accent.blur();
  await expect(look.getByText(/^Contrast: \d+ pairs are too weak$/)).toBeVisible();
  await expect(look.getByLabel("accent, light theme", { exact: true })).toHaveValue("#99ccff");
  await look.getByText(/^Contrast: /).click();
  await expect(look.getByRole("listitem").filter({ hasText: "accent on surface" })).toContainText(/Light 1\.\d\d: fails/);
  await look.getByText("Lengths and numbers", { exact: true }).click();
  await look.getByRole("textbox", { name: "radius", exact: true }).fill("12px");
  await look.getByRole("textbox", { name: "radius", exact: true }).blur();
  await expect(page).toHaveURL(/tokens=accent%3A%2399ccff~%2Cradius%3A12px/);

  await look.getByRole("button", { name: "Copy the style sheet" }).click();
  const sheet = await page.evaluate(() => navigator.clipboard.readText());
  expect(sheet).toContain("--accent: light-dark(#99ccff, #6db3ff);");
  expect(sheet).not.toContain("--danger");
  const button = () => page.evaluate(() => getComputedStyle(document.querySelector(".button--primary")!).backgroundColor);
  await page.goto("./#/create");
  await page.locator(".button--primary").first().waitFor();
  const live = await button();
  expect(live).toBe("rgb(153, 204, 255)");

  const other = await context.newPage();
  await other.goto("./#/create");
  await other.locator(".button--primary").first().waitFor();
  await other.evaluate((sheet) => {
    document.documentElement.dataset.theme = "light";
    const file = new CSSStyleSheet();
    file.replaceSync(sheet);
    document.adoptedStyleSheets = [file];
  }, sheet);
  expect(await other.evaluate(() => getComputedStyle(document.querySelector(".button--primary")!).backgroundColor)).toBe(live);
  await other.close();

  await page.goto("./#/gallery");
  await look.getByText("Colours", { exact: true }).click();
  await look.getByRole("button", { name: "Undo the change of accent" }).click();
  await expect(page).toHaveURL(/tokens=radius%3A12px/);
  await look.getByRole("button", { name: "Undo all changes of tokens" }).click();
  await expect(page).toHaveURL(/#\/gallery\?theme=light$/);
  await expect(look.getByText("Contrast: every pair is read well")).toBeVisible();
});

for (const brand of ["harbour", "ember"]) {
  test(`the brand ${brand} is on every page, in light and dark, and leaves the theme with high contrast alone`, async ({ page }) => {
    await openList(page, `?brand=${brand}&theme=light`);
    await expect(page).toHaveURL(new RegExp(`brand=${brand}`));
    const bar = () => page.evaluate(() => getComputedStyle(document.querySelector(".topbar")!).backgroundColor);
    const [usual, high] = [{ harbour: "rgb(7, 58, 68)", ember: "rgb(59, 29, 18)" }[brand], "rgb(0, 0, 0)"];
    await expect.poll(bar).toBe(usual);
    await page.goto(`./#/activity?brand=${brand}&theme=contrast`);
    await expect.poll(bar).toBe(high);
  });
}
