// Accessibility: every page, tab, dialog and panel in both languages, all themes and three widths. axe finds
// nothing, and nothing is wider than the window. Theme and width are changed in place, so each view is opened once.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { openJob, type Tab } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ALL = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
const WIDTHS = [1280, 768, 320];
const THEMES = ["light", "dark", "contrast"];

/** What axe finds in the page as it is, one line a finding. */
function findings(page: Page, runOnly: object): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    // @ts-expect-error axe has been put into the page.
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ["violations"], iframes: false });
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { target: string[]; failureSummary: string }[] }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary.split("\n").at(-1)!.trim()}`),
    );
  }, runOnly);
}

/** Looks at the page in all widths and themes. Colours alone differ between themes: the rest is checked once. */
async function look(page: Page, view: string) {
  const found: string[] = [];
  if (await page.evaluate(() => !("axe" in window))) await page.evaluate(axe);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    // The wizard's buttons stick to the edge; at the end of the page they cover nothing that could be pressed.
    await page.evaluate(() => document.querySelector("main:has(.wizard__foot)")?.scrollTo(0, 1e6));
    for (const theme of THEMES) {
      await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
      const lines = await findings(page, theme === THEMES[0] ? ALL : COLOURS);
      found.push(...lines.map((line) => `${view}, ${width} px, ${theme}: ${line}`));
    }
    const wide = await page.evaluate(() => {
      const parts = [document.documentElement, ...document.querySelectorAll("main, dialog[open], .dialog__body, [popover]:popover-open")];
      return parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.className || part.tagName);
    });
    found.push(...wide.map((part) => `${view}, ${width} px: ${part} is wider than its room`));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  expect.soft(found, view).toEqual([]);
}

async function closeDialog(page: Page) {
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
}

const row = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });

for (const locale of ["en-US", "tr-TR"]) {
  test.describe(locale, () => {
    test.use({ locale });
    test.beforeEach(() => test.setTimeout(300_000));

    test("the list, its filters, its popovers and its empty states", async ({ page }) => {
      await page.goto("./#/jobs?columns=state,percentComplete,type,location,resourceGroup,created");
      await page.locator("tr[data-no]").first().waitFor();
      for (const box of await page.locator("tr[data-no] [type=checkbox]").all()) await box.check();
      await look(page, "list with all jobs chosen");
      for (const popover of ["columns", "export"]) {
        await page.locator(`[popovertarget=${popover}]`).click();
        await look(page, popover);
        await page.keyboard.press("Escape");
      }
      await page.goto("./#/jobs?q=pilot&type=Import&state=Completed&location=westus");
      await page.locator(".pill").first().waitFor();
      await look(page, "list without a match");
    });

    test("the questions of the list", async ({ page }) => {
      await page.goto("./#/jobs?sort=name");
      await page.locator("tr[data-no]").first().waitFor();
      await row(page, "legal-hold-export").locator(".button--delete").focus();
      await expect(page.locator(".tip")).toBeVisible();
      await look(page, "the reason of a refusal");
      await row(page, "media-masters-import").locator(".button--row").first().click();
      await look(page, "cancel");
      await closeDialog(page);
      await row(page, "pilot-migration").locator(".button--delete").click();
      await look(page, "delete");
      await closeDialog(page);
      await page.locator("thead [type=checkbox]").check();
      await page.locator(".command-bar .button").nth(2).click();
      await look(page, "delete many");
      await closeDialog(page);
    });

    for (const kind of ["import", "export"]) {
      test(`the steps of the wizard with everything wrong, ${kind}`, async ({ page }) => {
        await page.goto("./#/create");
        const tabs = page.getByRole("tab");
        await expect(tabs).toHaveCount(5);
        if (kind === "export") await page.getByRole("radio").nth(1).check();
        await tabs.nth(1).click();
        if (kind === "export") await page.getByRole("radio").nth(1).check();
        await page.locator("main summary").click();
        await page.getByRole("tabpanel").getByRole("checkbox").last().check();
        await tabs.nth(4).click();
        await expect(page.getByRole("alert").filter({ has: page.getByRole("link") })).toBeVisible();
        for (const step of kind === "import" ? [4, 3, 2, 1, 0] : [4, 1]) {
          await tabs.nth(step).click();
          await look(page, `step ${step + 1}, ${kind}`);
        }
      });
    }

    test("the tabs of a job", async ({ page }) => {
      for (const tab of ["overview", "tracking", "drives", "keys", "json", "calls"] satisfies Tab[]) {
        await openJob(page, "media-masters-import", tab);
        if (tab === "keys") await page.getByRole("tabpanel").getByRole("button").first().click();
        await look(page, tab);
      }
      await openJob(page, "Satellite-Tiles-2026");
      await look(page, "a faulted job");
      await openJob(page, "global-engineering-drawings-and-simulation-results-2009-to-2025");
      await look(page, "a long name");
    });

    test("a job's log, refused fields, and no such job", async ({ page }) => {
      await openJob(page, "plant-telemetry-import", "drives");
      await page.locator("td button").first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await look(page, "log");
      await closeDialog(page);
      await openJob(page, "hr-archive-2012-2019", "tracking");
      await page.locator("#shipped").check();
      await page.getByRole("tabpanel").locator(".button--primary").first().click();
      await expect(page.locator(".error-summary")).toBeVisible();
      await look(page, "tracking refused");
      await page.goto("./#/resource/subscriptions/x/resourceGroups/y/providers/Microsoft.ImportExport/jobs/no-such/overview");
      await expect(page.locator(".message-page, main h1").first()).toBeVisible();
      await look(page, "no such job");
      await page.goto("./#/nowhere");
      await look(page, "no such page");
    });

    test("console, settings and menus", async ({ page }) => {
      await page.goto("./#/console");
      await page.locator("#console-operation").selectOption("list-subscription");
      await page.locator("main button[type=submit]").click();
      await expect(page.locator("pre.code").last()).toBeVisible();
      await look(page, "console");
      await page.goto("./#/settings");
      await page.locator(".settings").waitFor();
      await look(page, "settings");
      for (const popover of ["language", "notifications"]) {
        await page.locator(`.topbar [popovertarget=${popover}]`).click();
        await look(page, popover);
        await page.keyboard.press("Escape");
      }
    });

    test("a workspace beside one's own, and the questions about workspaces", async ({ page }) => {
      await page.goto("./#/?scenario=Fabrikam&seed=7");
      await page.locator(".banners .button").nth(1).click();
      await look(page, "make it my own");
      await closeDialog(page);
      await page.goto("./#/settings");
      await page.locator("#anew-scenario").selectOption("load");
      await page.locator("#anew-seed").fill("x");
      await page.locator("[aria-labelledby=anew-title] .button").click();
      await page.locator("[aria-labelledby=workspaces-title] input[type=file]").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
      await page.locator("[aria-labelledby=workspaces-title] .banner").waitFor();
      await look(page, "workspaces with everything wrong");
      await page.locator("#anew-seed").fill("1");
      await page.locator("[aria-labelledby=anew-title] > div > .button").click();
      await look(page, "begin anew");
      await closeDialog(page);
      await page.locator("[aria-labelledby=workspaces-list] .button").click();
      await look(page, "discard");
    });

    test("help, messages and activity", async ({ page }) => {
      await page.goto("./#/activity");
      await page.locator("main table").waitFor();
      await look(page, "activity");
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      await look(page, "help");
      await closeDialog(page);
      await openJob(page, "finance-close-2024");
      await page.locator(".command-bar .button").nth(1).click();
      await page.locator("dialog .button--danger").click();
      await page.locator(".toast").first().waitFor();
      await look(page, "a message over the list");
      await page.locator(".topbar [popovertarget=notifications]").click();
      await look(page, "notifications");
    });
  });
}
