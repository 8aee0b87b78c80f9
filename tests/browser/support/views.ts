// Every view that the portal has, as tours that need one page each: what is opened once is looked at in all widths,
// themes and languages. Nothing here reads a text, so that a tour goes the same way in each language.
import type { Page } from "@playwright/test";
import { create, openForCalls } from "./calls.ts";
import { classes, handIn } from "./class-views.ts";
import { door } from "./door.ts";
import { gallery } from "./gallery-views.ts";
import { openJob, type JobName, type Tab } from "./jobs.ts";
import { openList } from "./portal.ts";
import { learning } from "./learning.ts";
import { closeDialog, popover } from "./overlays.ts";
import { past } from "./past.ts";
import { presenting } from "./presenting.ts";
import { fill, kept } from "./storage.ts";
import { expect } from "./test.ts";

export type View = {
  name: string;
  open: (page: Page) => Promise<unknown>;
  /** The widths at which the view exists, if not all. */
  widths?: number[];
};

export type Tour = { name: string; views: View[]; prepare?: (page: Page) => Promise<unknown>; provoked?: RegExp };

/** A name as long as a job's may be. */
export const LONG: JobName = "global-engineering-drawings-and-simulation-results-2009-to-2025";
/** A job with ten drives. */
export const TEN: JobName = "media-masters-import";

const NARROW = [768, 320];
const SUBSCRIPTION = "5f1c9a70-0000-4000-8000-00000c0a7050";

const row = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
const tab = (page: Page, step: number) => page.getByRole("tab").nth(step);
const drive = (n: number) => `<Drive><DriveId>WD-WX21A${1000 + n}</DriveId><BitLockerKey>111111-222222-333333-444444-555555-666666-777777-888888</BitLockerKey><ManifestFile>\\DriveManifest.xml</ManifestFile><ManifestHash>0123456789ABCDEF0123456789ABCDEF</ManifestHash></Drive>`;
const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Leaves the page and comes back, which forgets what was chosen on it. */
async function afresh(page: Page, place: string) {
  await page.goto("./#/activity");
  await page.locator("main table").waitFor();
  await page.goto(place);
}

const list: View[] = [
  { name: "list", open: (page) => openList(page) },
  {
    name: "list with all jobs chosen",
    open: async (page) => {
      await openList(page, "?columns=state,percentComplete,type,location,resourceGroup,created");
      for (const box of await page.locator("tr[data-no] [type=checkbox]").all()) await box.check();
    },
  },
  { name: "columns", open: (page) => popover(page, "columns") },
  { name: "export", open: (page) => popover(page, "export") },
  {
    name: "filters",
    widths: NARROW,
    open: async (page) => {
      await page.keyboard.press("Escape");
      await page.setViewportSize({ width: 320, height: 800 });
      await page.locator("[aria-controls=filters]").click();
    },
  },
  {
    name: "navigation",
    widths: NARROW,
    open: async (page) => {
      await page.locator("[aria-controls=filters]").click();
      await page.locator("[aria-controls=nav]").click();
      await expect(page.locator("#nav")).toBeVisible();
    },
  },
  {
    name: "list without a match",
    open: async (page) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.locator("[aria-controls=nav]").click();
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto("./#/jobs?q=pilot&type=Import&state=Completed&location=eastus");
      await page.locator("main .empty").waitFor();
    },
  },
];

const questions: View[] = [
  {
    name: "the reason of a refusal",
    open: async (page) => {
      await openList(page, "?sort=name");
      await row(page, "legal-hold-export").locator(".button--delete").focus();
      await expect(page.locator(".tip")).toBeVisible();
    },
  },
  {
    name: "cancel",
    open: async (page) => {
      // The tip lies over the row below until it is sent away.
      await page.keyboard.press("Escape");
      await row(page, TEN).locator(".button--row").first().click();
    },
  },
  {
    name: "delete",
    open: async (page) => {
      await closeDialog(page);
      await row(page, "pilot-migration").locator(".button--delete").click();
    },
  },
  ...[1, 2].map((command) => ({
    name: command === 1 ? "cancel many" : "delete many",
    open: async (page: Page) => {
      await closeDialog(page);
      await page.locator("thead [type=checkbox]").check();
      await page.locator(".command-bar .button").nth(command).click();
      await page.locator("dialog[open]").waitFor();
    },
  })),
];

/** The wizard with everything wrong that can be. */
function wrong(kind: "import" | "export"): Tour {
  const steps = kind === "import" ? [4, 3, 2, 1, 0] : [4, 1];
  const prepare = async (page: Page) => {
    await page.goto("./#/create");
    await expect(page.getByRole("tab")).toHaveCount(5);
    if (kind === "export") await page.getByRole("radio").nth(1).check();
    await tab(page, 1).click();
    if (kind === "export") await page.getByRole("radio").nth(1).check();
    await page.locator("main summary").click();
    await page.getByRole("tabpanel").getByRole("checkbox").last().check();
    await tab(page, 4).click();
    await expect(page.getByRole("alert").filter({ has: page.getByRole("link") })).toBeVisible();
  };
  const views = steps.map((step) => ({ name: `step ${step + 1} of a wrong ${kind}`, open: (page: Page) => tab(page, step).click() }));
  return { name: `the steps of the wizard with everything wrong, ${kind}`, prepare, views };
}

const wizard: View[] = [
  {
    name: "files of drives",
    open: async (page) => {
      await page.goto("./#/create");
      await page.locator("#subscription").fill(SUBSCRIPTION);
      await page.locator("#group").fill("rg-training");
      await page.locator("#job-name").fill(LONG.replace("global", "copied"));
      await tab(page, 1).click();
      await page.locator("#region").selectOption({ index: 2 });
      await page.locator("#storage").fill("trainingstore");
      const files = Array.from({ length: 11 }, (_, n) => file(`drive-${n}.xml`, drive(n)));
      await page.locator("#drives-files").setInputFiles([...files, file("the-journal-of-a-drive-that-was-cut-off.jrn", "<Drive>\n<DriveId>x</Drive>")]);
      await expect(page.locator("#drive-9-driveId")).not.toHaveValue("");
      await expect(page.getByRole("tabpanel").locator(".banner").first()).toBeVisible();
    },
  },
  {
    name: "review",
    open: async (page) => {
      await tab(page, 4).click();
      await expect(page.getByRole("tabpanel").locator(".tone--success").first()).toBeVisible();
    },
  },
  {
    name: "a draft is found",
    open: async (page) => {
      await afresh(page, "./#/create");
      await page.locator("main .banner").waitFor();
    },
  },
];

const job: View[] = [
  ...(["overview", "tracking", "drives", "keys", "json", "calls"] satisfies Tab[]).map((name) => ({
    name: `job ${name}`,
    open: async (page: Page) => {
      await openJob(page, TEN, name);
      if (name === "keys") await page.getByRole("tabpanel").getByRole("button").first().click();
    },
  })),
  { name: "no calls", open: (page) => openJob(page, "drone-survey-raw", "calls") },
  { name: "no drives", open: (page) => openJob(page, LONG, "drives") },
  { name: "long name", open: (page) => openJob(page, LONG) },
  { name: "faulted job", open: (page) => openJob(page, "Satellite-Tiles-2026") },
  {
    name: "log",
    open: async (page) => {
      await openJob(page, "plant-telemetry-import", "drives");
      await page.locator("td button").first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "tracking refused",
    open: async (page) => {
      await closeDialog(page);
      await openJob(page, "hr-archive-2012-2019", "tracking");
      await page.locator("#shipped").check();
      await page.getByRole("tabpanel").locator(".button--primary").first().click();
      await expect(page.locator(".error-summary")).toBeVisible();
    },
  },
  {
    name: "no such job",
    open: async (page) => {
      await page.goto(`./#/resource/subscriptions/x/resourceGroups/y/providers/Microsoft.ImportExport/jobs/${"no-such-".repeat(8)}/overview`);
      await expect(page.locator(".message-page, main h1").first()).toBeVisible();
    },
  },
  { name: "no such page", open: (page) => page.goto("./#/nowhere") },
];

const pages: View[] = [
  {
    name: "console",
    open: async (page) => {
      await page.goto("./#/console");
      await page.locator("#console-operation").selectOption("list-subscription");
      await page.locator("main button[type=submit]").click();
      await expect(page.locator("pre.code").last()).toBeVisible();
    },
  },
  {
    name: "conformance",
    open: async (page) => {
      await page.goto("./#/conformance");
      await page.locator("main table").last().waitFor();
    },
  },
  {
    name: "settings",
    open: async (page) => {
      await page.goto("./#/settings");
      await page.locator(".settings").waitFor();
    },
  },
  { name: "language", open: (page) => popover(page, "language") },
  { name: "no notifications", open: (page) => popover(page, "notifications") },
  {
    name: "activity",
    open: async (page) => {
      await page.keyboard.press("Escape");
      await page.goto("./#/activity");
      await page.locator("main table").waitFor();
    },
  },
  {
    name: "help",
    open: async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "message",
    open: async (page) => {
      await closeDialog(page);
      await openJob(page, "finance-close-2024");
      await page.locator(".command-bar .button").nth(1).click();
      await page.locator("dialog .button--danger").click();
      await page.locator(".toast").first().waitFor();
    },
  },
  { name: "notifications", open: (page) => popover(page, "notifications") },
];

const workspaces: View[] = [
  {
    name: "make it my own",
    open: async (page) => {
      await page.goto("./#/?scenario=Fabrikam&seed=7");
      await page.locator(".banners .button").nth(1).click();
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "overdue job",
    open: async (page) => {
      await closeDialog(page);
      await page.getByRole("link", { name: "lost-parcel", exact: true }).click();
      await page.locator(".banner").nth(1).waitFor();
    },
  },
  {
    name: "workspaces with everything wrong",
    open: async (page) => {
      await page.goto("./#/settings");
      await page.locator("#anew-scenario").selectOption("load");
      await page.locator("#anew-seed").fill("x");
      await page.locator("[aria-labelledby=anew-title] .button").click();
      await workspaceFile(page, "x.json", "{}");
      await page.locator("[aria-labelledby=workspaces-title] .banner").waitFor();
    },
  },
  {
    name: "begin anew",
    open: async (page) => {
      await page.locator("#anew-seed").fill("1");
      await page.locator("[aria-labelledby=anew-title] > div > .button").click();
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "discard",
    open: async (page) => {
      await closeDialog(page);
      await page.locator("[aria-labelledby=workspaces-list] .button").click();
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "replace my own",
    open: async (page) => {
      await closeDialog(page);
      const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("[aria-labelledby=storage-title] .button").first().click()]);
      await page.locator("[aria-labelledby=workspaces-title] input[type=radio]").nth(1).check();
      await page.locator("[aria-labelledby=workspaces-title] input[type=file]").setInputFiles((await saved.path())!);
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "list without jobs",
    open: async (page) => {
      await closeDialog(page);
      await page.goto("./#/?scenario=Empty&seed=1");
      await page.locator("main .empty").waitFor();
    },
  },
  {
    name: "activity without a line",
    open: async (page) => {
      await page.goto("./#/activity");
      await page.locator("main .empty").waitFor();
    },
  },
];

const workspaceFile = (page: Page, name: string, text: string) =>
  page.locator("[aria-labelledby=workspaces-title] input[type=file]").setInputFiles(file(name, text));

const health: View[] = [
  {
    name: "full storage",
    open: async (page) => {
      await openForCalls(page);
      await kept(page);
      await fill(page);
      expect((await create(page, "no-room")).status).toBe(507);
      await page.locator(".banner").first().waitFor();
    },
  },
  {
    name: "outdated page",
    open: async (page) => {
      await page.evaluate(() => new BroadcastChannel("iep/main").postMessage(JSON.stringify({ v: 99, from: "later" })));
      await page.locator(".banner").first().waitFor();
      await page.locator(".banner .button").first().waitFor();
    },
  },
  {
    name: "discarded workspace",
    open: async (page) => {
      await page.evaluate(() => localStorage.clear());
      await page.goto("about:blank");
      await page.goto("./#/?scenario=Fabrikam&seed=7");
      await page.locator("tr[data-no]").first().waitFor();
      const other = await page.context().newPage();
      await other.goto("./#/settings");
      await other.locator("[aria-labelledby=workspaces-list] .button:not([disabled])").last().click();
      await other.locator("dialog[open] .button--danger").click();
      await expect(other.locator("dialog[open]")).toHaveCount(0);
      await other.close();
      await page.locator(".banner.tone--danger, .banner.tone--warning").first().waitFor();
    },
  },
];

const blocked = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  });

export const TOURS: Tour[] = [
  { name: "a first visit, what time has changed, and the workspace", views: door },
  { name: "the past of a recorded workspace, its branches and how they differ", views: past },
  { name: "the gallery, and other looks", views: gallery },
  { name: "the presenter", views: presenting },
  { name: "the room where one learns, a lesson and the recorder", views: learning },
  { name: "the list, its filters, its popovers and its empty states", views: list },
  { name: "the questions of the list", views: questions },
  wrong("import"),
  wrong("export"),
  { name: "the wizard with ten drives, its review and its draft", views: wizard },
  { name: "the tabs of a job, its log and its refusals", views: job },
  { name: "console, settings, menus, help, messages and activity", views: pages },
  { name: "workspaces beside one's own, and nothing in them", views: workspaces },
  { name: "the pages of a class, its trainer's and its learners'", views: classes, prepare: handIn },
  { name: "what is said of the storage, of versions and of discarded workspaces", views: health, provoked: /Failed to load resource/ },
  { name: "a browser that stores nothing", views: [{ name: "blocked storage", open: (page) => openList(page) }], prepare: blocked, provoked: /Failed to load resource/ },
];
