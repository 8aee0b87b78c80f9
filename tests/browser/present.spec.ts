// The presenter: played by a clicker alone, started over by a key or because nobody is there, and never at the expense of
// anybody's own workspace.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { openList, pause, rowOf } from "./support/portal.ts";
import { MAIN, entries } from "./support/storage.ts";
import { expect, test } from "./support/test.ts";

const DEMO = "./#/?present=1&demo=cancel-and-delete";
const JOB = "sequencing-run-118";
const presenter = (page: Page) => page.getByRole("region", { name: "Presenter" });
const caption = (page: Page) => presenter(page).getByRole("status");
const press = (page: Page, name: string) => presenter(page).getByRole("button", { name, exact: true }).click();
const stop = (page: Page, number: number) => expect(presenter(page).getByText(`Stop ${number} of 7`)).toBeVisible();

/** What each stop of the demo tells, and the state that the job is in there. */
const STORY: [RegExp, string | null][] = [
  [/The story begins/, null],
  [/Deleting sequencing-run-118 is refused/, "Transferring"],
  [/Cancel requested for sequencing-run-118.*A cancel is a request/, "Transferring"],
  [/copying stopped.*stays in the account/, "Packaging"],
  [/sequencing-run-118 is Packaging/, "Packaging"],
  [/sequencing-run-118 is Completed.*may be deleted now/, "Completed"],
  [/sequencing-run-118 deleted.*gone for good/, "Deleted"],
];

/** Opens the demo, which loads the page anew in a workspace of its own. */
async function open(page: Page, switches = "") {
  await page.goto(`${DEMO}${switches}`);
  await stop(page, 1);
}

/** What is kept of the user's own workspace. */
const own = async (page: Page) => Object.fromEntries(Object.entries(await entries(page)).filter(([key]) => key.startsWith(MAIN)));

async function tells(page: Page, number: number) {
  const [text, state] = STORY[number - 1];
  await stop(page, number);
  await expect(caption(page)).toHaveText(text);
  if (state) await expect(presenter(page).getByText(state, { exact: true })).toBeVisible();
}

test("a clicker alone plays the story to its end and back", { tag: "@smoke" }, async ({ page }) => {
  await open(page);
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("group", { name: "Simulation clock" })).toBeHidden();
  await expect(presenter(page)).toContainText("unaffiliated training mock");
  for (let number = 1; number <= STORY.length; number += 1) {
    await tells(page, number);
    await page.keyboard.press("PageDown");
  }
  await tells(page, STORY.length);
  await expect(rowOf(page, JOB), "the job is gone from the list").toHaveCount(0);
  for (let number = STORY.length - 1; number >= 1; number -= 1) {
    await page.keyboard.press("PageUp");
    await tells(page, number);
  }
  await page.keyboard.press("PageUp");
  await tells(page, 1);
});

test("the page follows the stops to the job, and arrows, ends and a click step as well", async ({ page }) => {
  await open(page);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1, name: JOB })).toBeVisible();
  await page.keyboard.press("Space");
  await tells(page, 3);
  await page.keyboard.press("ArrowLeft");
  await tells(page, 2);
  await page.keyboard.press("End");
  await tells(page, 7);
  await page.keyboard.press("Home");
  await tells(page, 1);
  await caption(page).click();
  await tells(page, 2);
  await press(page, "Next stop");
  await tells(page, 3);
  await expect(presenter(page).getByRole("button", { name: "Next stop" }), "who works by keyboard stays on the button").toBeFocused();
  await press(page, "Last stop");
  await press(page, "Previous stop");
  await tells(page, 6);
  await press(page, "First stop");
  await tells(page, 1);
});

test("own work is untouched, and leaving leads back to it", async ({ page }) => {
  await openList(page);
  await page.getByRole("button", { name: "Delete job hr-archive-2012-2019" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await expect(rowOf(page, "hr-archive-2012-2019")).toHaveCount(0);
  await pause(page);
  const before = await own(page);
  await page.goto(DEMO);
  await stop(page, 1);
  await expect(rowOf(page, "hr-archive-2012-2019"), "the demo has jobs of its own").toHaveCount(1);
  for (let steps = 0; steps < STORY.length; steps += 1) await page.keyboard.press("PageDown");
  await press(page, "More");
  await press(page, "Try it from here");
  await expect(caption(page)).toContainText("trying it yourself");
  await page.keyboard.press("r");
  await stop(page, 1);
  expect(await own(page)).toEqual(before);
  await page.keyboard.press("Escape");
  await expect(presenter(page)).toHaveCount(0);
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await expect(rowOf(page, "pilot-migration")).toHaveCount(1);
  await expect(rowOf(page, "hr-archive-2012-2019"), "one's own workspace again").toHaveCount(0);
  await page.reload();
  await expect(rowOf(page, "pilot-migration")).toHaveCount(1);
  await expect(presenter(page)).toHaveCount(0);
});

test("what somebody tries in a demo is thrown away by a key", async ({ page }) => {
  await open(page);
  await page.keyboard.press("PageDown");
  await press(page, "More");
  await press(page, "Try it from here");
  await expect(caption(page)).toContainText("trying it yourself");
  await page.getByRole("main").getByRole("button", { name: /^Cancel/ }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: /cancel/i }).last().click();
  await expect(page.getByRole("main")).toContainText("Cancel was requested on");
  await page.keyboard.press("r");
  await tells(page, 1);
  await page.keyboard.press("PageDown");
  await tells(page, 2);
  await expect(page.getByRole("main")).not.toContainText("Cancel was requested on");
});

test("it plays by itself at a pace, with a bar to the next stop, and can be halted", async ({ page }) => {
  await page.clock.install();
  await open(page);
  await press(page, "More");
  await presenter(page).getByLabel("Seconds a stop").selectOption("4");
  await press(page, "Play by itself");
  await expect(presenter(page).getByRole("progressbar", { name: "Until the next stop" })).toBeVisible();
  await page.clock.fastForward(4_300);
  await tells(page, 2);
  await page.clock.fastForward(4_300);
  await tells(page, 3);
  await press(page, "Halt");
  await page.clock.fastForward(60_000);
  await tells(page, 3);
});

test("a stand starts over when nobody is there, says so once before, and waits for whoever is", async ({ page }) => {
  await page.clock.install();
  await open(page, "&idle=60");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await tells(page, 3);
  const warning = page.getByRole("region", { name: "Start over" });
  await page.clock.fastForward(61_000);
  await expect(warning).toContainText(/starts over in 1\d|starts over in 20/);
  await expectAccessible(page);
  // Any key says that somebody is there, and asks for nothing else.
  await page.keyboard.press("PageDown");
  await expect(warning).toHaveCount(0);
  await tells(page, 3);
  await page.clock.fastForward(61_000);
  await expect(warning).toBeVisible();
  await warning.getByRole("button", { name: "Go on" }).press("Enter");
  await tells(page, 3);
  await page.clock.fastForward(61_000);
  await expect(warning).toBeVisible();
  await page.clock.fastForward(21_000);
  await tells(page, 1);
  await expect(warning).toHaveCount(0);
  // Whoever wants to speak longer switches it off.
  await page.keyboard.press("PageDown");
  await press(page, "More");
  await presenter(page).getByRole("checkbox", { name: /Starts over after 60 s/ }).uncheck();
  await page.clock.fastForward(300_000);
  await tells(page, 2);
});

test("the state diagram fills the window, follows the recording and goes with Esc", async ({ page }) => {
  await open(page);
  await page.keyboard.press("PageDown");
  await tells(page, 2);
  await page.keyboard.press("d");
  const drawing = page.getByRole("img", { name: /^State diagram: the job is in Transferring/ });
  await expect(drawing).toBeVisible();
  await expect(page.getByRole("tablist")).toBeHidden();
  const box = (await drawing.boundingBox())!;
  const window = await page.evaluate(() => [innerWidth, innerHeight]);
  expect(box.width).toBeGreaterThan(window[0] * 0.6);
  expect(box.y + box.height).toBeLessThanOrEqual(window[1]);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await tells(page, 5);
  await expect(page.getByRole("img", { name: /^State diagram: the job is in Packaging/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tablist")).toBeVisible();
  await expect(presenter(page)).toBeVisible();
});

test("it is there through pages and reloads, on any page that asks for it, and comes back by a key", async ({ page }) => {
  await page.goto("./#/settings?present=1");
  await expect(presenter(page)).toContainText("This workspace is not recorded");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(rowOf(page, JOB)).toHaveCount(1);
  await expect(presenter(page)).toBeVisible();
  await page.reload();
  await expect(presenter(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(presenter(page)).toHaveCount(0);
  await page.keyboard.press("p");
  await expect(presenter(page)).toBeVisible();
  await press(page, "Play “Cancel, then delete”");
  await stop(page, 1);
  await page.keyboard.press("PageDown");
  await tells(page, 2);
  await page.reload();
  await tells(page, 2);
});

test("a recorded workspace plays as well, and is not changed by it", async ({ page }) => {
  await page.goto("./#/jobs?scenario=Contoso&seed=1");
  await expect(page.getByRole("slider", { name: "Timeline of this workspace" })).toBeVisible();
  await page.getByRole("button", { name: "Delete job pilot-migration" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await expect(rowOf(page, "pilot-migration")).toHaveCount(0);
  await page.locator("body").press("p");
  await expect(presenter(page).getByText("Stop 1 of 2")).toBeVisible();
  await expect(rowOf(page, "pilot-migration")).toHaveCount(1);
  await page.keyboard.press("PageDown");
  await expect(caption(page)).toContainText("pilot-migration deleted");
  await page.keyboard.press("r");
  await expect(presenter(page).getByText("Stop 1 of 2")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(presenter(page)).toHaveCount(0);
  await expect(rowOf(page, "pilot-migration"), "the present is what it was").toHaveCount(0);
});

test("what a link says that is not understood is told, and the rest holds", async ({ page }) => {
  await page.goto("./#/?present=1&demo=nothing&idle=soon");
  await expect(presenter(page)).toBeVisible();
  await expect(page.getByText(/was not understood.*demo=nothing, idle=soon/).first()).toBeVisible();
});

for (const [language, name] of [["en-US", "Presenter"], ["tr-TR", "Sunum"]] as const) {
  test.describe(() => {
    test.use({ locale: language });
    test(`it is accessible and fits in both themes, ${language}`, async ({ page }) => {
      for (const [width, height] of [[1280, 720], [1920, 1080], [375, 720]]) {
        await page.setViewportSize({ width, height });
        await page.goto(DEMO);
        const bar = page.getByRole("region", { name, exact: true });
        await expect(bar.getByRole("status")).not.toBeEmpty();
        for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press("PageDown");
        await bar.locator("button[aria-expanded]").click();
        for (const theme of ["light", "dark"]) {
          await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
          await expectAccessible(page);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const box = (await bar.boundingBox())!;
        expect(box.y + box.height, "the bar is in the window").toBeLessThanOrEqual(height + 1);
        expect(box.y, "the page has most of the window").toBeGreaterThan(height * 0.4);
      }
    });
  });
}
