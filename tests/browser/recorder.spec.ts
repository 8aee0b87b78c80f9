// Lessons of one's own: made of a branch, handed on as a file and a link, taken like any other; and hostile ones.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { button, complete, confirm, done, lesson, tasks, toJobs, tries } from "./support/lesson.ts";
import { expect, test } from "./support/test.ts";

const messages = (page: Page) => page.getByRole("region", { name: "Messages" });
const open = (page: Page) => page.getByLabel("Open a lesson from a file");
const checklist = (page: Page) => page.getByRole("list", { name: "What is missing" });
const file = (text: string) => ({ name: "lesson.json", mimeType: "application/json", buffer: Buffer.from(text) });

/** A small lesson that can be taken. */
const small = (change: (lesson: any) => void = () => {}) => {
  const texts = {
    title: "A small lesson", about: "One learns it.", misconception: "It goes.", situation: "There are jobs.",
    tasks: [{ text: "Try to delete sequencing-run-118.", hints: ["In the list."], says: ["A cancel is no delete."] }],
    debrief: "Some states keep a job.",
  };
  const lesson = {
    format: "lesson/1", id: "small-one", rev: 1, minutes: 5, sources: ["A document"],
    start: { scenario: "Contoso", seed: 1 },
    allow: { surfaces: ["portal"], clock: true, rewind: true },
    tasks: [
      {
        check: { refused: { action: "delete", job: "sequencing-run-118" } },
        says: [{ did: { action: "cancel" } }],
        solve: [{ try: { delete: "sequencing-run-118" } }],
        near: [[{ cancel: "sequencing-run-118" }]],
      },
    ],
    texts: { en: texts },
  };
  change(lesson);
  return JSON.stringify(lesson);
};

/** Does something worth a lesson in a recorded workspace, and makes a draft of its branch. */
async function record(page: Page) {
  await page.goto("./#/jobs?scenario=Contoso&seed=1");
  await page.getByRole("main").getByRole("rowheader").first().waitFor();
  await tries(page, "Delete", "sequencing-run-118");
  await confirm(page, "Cancel", "media-masters-import");
  await confirm(page, "Delete", "finance-close-2024");
  await page.getByRole("link", { name: "Make a lesson of this branch" }).click();
  await page.getByRole("button", { name: "Make a lesson of Branch 1" }).click();
}

test("a lesson is made of a branch: moves, checks, texts, the linter live, and it is taken like any other", async ({ page, context, browser, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await record(page);
  await expect(page.getByRole("heading", { level: 1, name: "Make a lesson" })).toBeVisible();
  const linter = page.getByRole("status", { name: "What the linter says" });
  await expect(linter).toContainText("It can’t be taken yet: at “id” something is missing");
  await page.getByRole("button", { name: "Add a task" }).click();
  await page.getByLabel("media-masters-import", { exact: false }).first().selectOption({ label: "Wrong move in task 2" });
  await page.getByLabel("finance-close-2024 deleted", { exact: true }).selectOption({ label: "Solves task 2" });
  const task = (no: number) => page.getByRole("group", { name: `Task ${no}`, exact: true });
  await task(1).getByRole("checkbox", { name: "sequencing-run-118: “Delete” was refused in Transferring" }).check();
  await task(2).getByRole("checkbox", { name: "finance-close-2024 was deleted by somebody" }).check();
  await page.getByLabel("Id", { exact: true }).fill("keep-or-delete");
  await page.getByLabel("Sources").fill("Canceling and deleting Azure Import/Export jobs (2017)");
  await expect(checklist(page)).toContainText("All texts: English: missing");
  for (const language of ["English", "Türkçe"]) {
    const texts = page.getByRole("region", { name: `Texts: ${language}` });
    for (const label of ["Title", "What one learns", "What many believe", "How things stand", "What to take away"]) {
      await texts.getByLabel(label, { exact: true }).fill(`${label} in ${language}`);
    }
    await texts.getByLabel("Task 1: what is to be done").fill("Try to delete what is being copied.");
    await texts.getByLabel("Task 2: what is to be done").fill("Delete what is finished.");
    await texts.getByLabel("Task 1: hints").fill("In the list.\nThe run.\nPress “Delete” in the row of sequencing-run-118.");
    await texts.getByLabel("Task 2: what wrong move 1 means").fill("A cancel keeps the job for 90 days.");
  }
  await expect(checklist(page).getByText(": missing")).toHaveCount(0);
  await expect(linter).toContainText("The lesson keeps what it promises");
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByLabel("Id", { exact: true }), "the draft is kept").toHaveValue("keep-or-delete");

  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the lesson as a file" }).click()]);
  const text = await readFile(await saved.path(), "utf8");
  expect(JSON.parse(text).tasks).toHaveLength(2);
  await page.getByRole("button", { name: "Copy a link to the lesson" }).click();
  await expect(messages(page)).toContainText("The link to the lesson was copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Add to my lessons" }).click();
  await expect(messages(page)).toContainText("The lesson is among your own now");
  const discard = page.getByRole("button", { name: "Discard the draft" });
  await discard.click();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Id", { exact: true }), "nothing is discarded without an answer").toBeVisible();
  await discard.click();
  await page.getByRole("dialog", { name: "Discard the draft?" }).getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.getByRole("heading", { name: "Which branch?" })).toBeVisible();

  const other = await (await browser.newContext({ baseURL, locale: "en-US" })).newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { level: 2, name: "Title in English" })).toBeVisible();
  await other.getByRole("button", { name: "Add to my lessons" }).click();
  await other.getByRole("link", { name: "Title in English" }).click();
  await expect(lesson(other).getByRole("heading", { level: 2, name: "Title in English" })).toBeVisible();
  await toJobs(other);
  await tries(other, "Delete", "sequencing-run-118");
  await expect(done(other)).toHaveCount(1);
  await confirm(other, "Cancel", "media-masters-import");
  await expect(lesson(other)).toContainText("A cancel keeps the job for 90 days.");
  await confirm(other, "Delete", "finance-close-2024");
  await expect(complete(other)).toBeVisible();
  await button(other, "Leave the lesson").click();
  await expect(lesson(other)).toHaveCount(0);
  await other.goto("./#/learn");
  await other.getByRole("button", { name: "Remove Title in English" }).click();
  await expect(messages(other)).toContainText("The lesson was removed");
  await expect(other.getByRole("link", { name: "Title in English" })).toHaveCount(0);
  await other.goto("./#/learn/keep-or-delete");
  await expect(other.getByRole("alert").filter({ hasText: "There is no lesson of this name." })).toBeVisible();
  await other.context().close();
});

test("where nothing is recorded, the recorder says what to do", { tag: "@smoke" }, async ({ page }) => {
  await page.goto("./#/learn");
  await page.getByRole("link", { name: "Make a lesson", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("This workspace is not recorded.");
  await expect(page.getByRole("main").getByRole("link", { name: "Go to the settings" })).toBeVisible();
  await expectAccessible(page);
});

test("hostile lessons are refused with a reason, and the page goes on", async ({ page }) => {
  await page.goto("./#/learn");
  await open(page).waitFor({ state: "attached" });
  const folder = await mkdtemp(join(tmpdir(), "lesson-"));
  const huge = join(folder, "huge.json");
  await writeFile(huge, Buffer.alloc(50 * 1024 * 1024, "["));
  await open(page).setInputFiles(huge);
  await expect(messages(page)).toContainText("it has more than 32 KB");
  await rm(folder, { recursive: true });
  const never = Array.from({ length: 60 }, () => ({ count: {} }));
  for (const [text, why] of [
    ["[".repeat(10_000), "is nested too deep"],
    ["{}", "it is no lesson of the format lesson/1"],
    [small((lesson) => (lesson.tasks[0].check = { all: never })), "tasks[0].check"],
    [small((lesson) => (lesson.tasks[0].check = { anyBranch: { anyBranch: { count: {} } } })), "tasks[0].check"],
    [small((lesson) => (lesson.tasks[0].solve = Array(61).fill({ cancel: "x" }))), "“solve”"],
    [small((lesson) => (lesson.start.steps = [{ delete: "never-was" }, { cancel: "never-was" }])), "of its beginning is refused here"],
    [small((lesson) => (lesson.id = "ship-it")), "A lesson of the course has this id."],
    [small((lesson) => (lesson.id = "../x")), "“id”"],
    [small((lesson) => (lesson.tasks[0].anchor = { control: "#main a" })), "none that a lesson has"],
  ] as const) {
    await open(page).setInputFiles(file(text));
    await expect(messages(page)).toContainText(why);
  }
  await page.goto(`./#/learn/import.${"A".repeat(200_000)}`);
  await expect(page.getByRole("alert").filter({ hasText: "it has more than 32 KB" })).toBeVisible();
  await page.goto("./#/learn/import.bm90IGEgbGVzc29u");
  await expect(page.getByRole("alert").filter({ hasText: "This lesson cannot be used here" })).toBeVisible();
  await page.goto("./#/learn");
  await expect(page.getByRole("heading", { level: 2, name: "Ship it, or lose it" })).toBeVisible();
});

test("scripts in every string of a lesson are read as the words that they are", async ({ page }) => {
  page.on("dialog", () => expect("a dialog").toBe("none"));
  const script = (no: number) => `<img src=x onerror=alert(${no})><script>alert(${no})</script>`;
  const text = small((lesson) => {
    let no = 0;
    const fill = (value: any): any => (typeof value === "string" ? script(no++) : Array.isArray(value) ? value.map(fill) : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)])));
    lesson.texts.en = fill(lesson.texts.en);
    lesson.sources = [script(90)];
  });
  await page.goto("./#/learn");
  await open(page).setInputFiles(file(text));
  await expect(messages(page)).toContainText("The lesson is among your own now");
  await page.getByRole("link", { name: script(0) }).click();
  await expect(lesson(page).getByRole("heading", { level: 2 })).toHaveText(script(0));
  await expect(page.getByRole("main")).toContainText(script(90));
  await expect(tasks(page)).toContainText([script(4)]);
  await button(page, "Show me").click();
  await expect(complete(page)).toBeVisible();
  await expect(page.locator("main img, main script, .lesson img, .lesson script")).toHaveCount(0);
});

test("what reads a lesson is fetched once there is one to read", async ({ page }) => {
  const rooms = () =>
    page.evaluate(() => performance.getEntriesByType("resource").flatMap(({ name }) => name.match(/_(lessons|own)\.wasm$/)?.[1] ?? []));
  await page.goto("./#/learn");
  await expect(page.getByRole("main").getByRole("link", { name: "Ship it, or lose it" })).toBeVisible();
  await expect(open(page)).toBeEnabled();
  expect(await rooms()).toEqual([]);
  await open(page).setInputFiles(file("no lesson"));
  await expect(messages(page)).toContainText("it is no JSON");
  expect(await rooms()).toEqual(["lessons", "own"]);
});
