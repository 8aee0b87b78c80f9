// Lessons begun anew: a task and an exam, what keeps time from going back, and progress that is handed on as a file.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { band, begin, button, complete, confirm, done, jump, lesson, slider, toJobs, tries } from "./support/lesson.ts";
import { rowOf } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const messages = (page: Page) => page.getByRole("region", { name: "Messages" });
const file = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
const listed = (page: Page, name: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });

test("a task is restarted: what was done before it stays, and what was done since is undone", async ({ page }) => {
  await begin(page, "where-delete");
  await toJobs(page);
  await tries(page, "Delete", "sequencing-run-118");
  await tries(page, "Delete", "erp-history-import");
  await expect(done(page)).toHaveCount(2);
  await confirm(page, "Delete", "finance-close-2024");
  await expect(rowOf(page, "finance-close-2024")).toHaveCount(0);
  await button(page, "Restart this task").click();
  await expect(rowOf(page, "finance-close-2024")).toHaveCount(1);
  await expect(done(page), "the tasks before it are done").toHaveCount(2);
  await confirm(page, "Delete", "pilot-migration");
  await confirm(page, "Delete", "wrong-region-import");
  await expect(complete(page)).toBeVisible();
  await expect(button(page, "Restart this task")).toHaveCount(0);
});

test("where there are eight branches already, the lesson says so and what to do", async ({ page }) => {
  await begin(page, "cancel-or-delete");
  await toJobs(page);
  for (let no = 1; no < 8; no++) {
    await jump(page, "+1 hour");
    await slider(page).focus();
    await page.keyboard.press("Home");
    await band(page).getByRole("button", { name: "Continue from here" }).click();
    await expect(page.getByRole("group", { name: "Branches" }).getByRole("button", { name: `Branch ${no + 1}`, exact: true })).toBeVisible();
  }
  await confirm(page, "Cancel", "hr-archive-2012-2019");
  await button(page, "Restart this task").click();
  await expect(messages(page)).toContainText("The task was not restarted");
  await expect(messages(page)).toContainText("There are 8 branches already, which is the most. Discard one first");
  await expect(lesson(page)).not.toContainText("The recording of this lesson has stopped");
});

test("an exam that is given up can be shown, is not passed, and can be taken again", async ({ page }) => {
  await begin(page, "spring-clean");
  await button(page, "Give the exam up").click();
  await expect(lesson(page)).toContainText("You gave the exam up.");
  await expectAccessible(page);
  for (let n = 1; n <= 4; n++) {
    await button(page, "Show me").click();
    await expect(done(page)).toHaveCount(n);
  }
  await expect(lesson(page)).toContainText("The exam was given up, so it is not passed.");
  await lesson(page).getByRole("link", { name: "All lessons" }).click();
  await expect(listed(page, "Spring-clean")).toContainText("4 of 4 tasks done");
  await button(page, "Restart the lesson").click();
  await expect(button(page, "Give the exam up")).toBeVisible();
  await expect(button(page, "Show me")).toHaveCount(0);
});

test("progress is saved as a file, and loaded elsewhere without losing what is there", async ({ page, browser, baseURL }) => {
  await begin(page, "where-delete");
  for (let n = 1; n <= 3; n++) {
    await button(page, "Show me").click();
    await expect(done(page)).toHaveCount(n);
  }
  await lesson(page).getByRole("link", { name: "All lessons" }).click();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save my progress as a file" }).click()]);
  const text = await readFile(await saved.path(), "utf8");
  expect(JSON.parse(text).lessons["where-delete"].complete).toBe(true);

  const other = await (await browser.newContext({ baseURL, locale: "en-US", storageState: { cookies: [], origins: [] } })).newPage();
  await begin(other, "ship-it");
  await button(other, "Hint").click();
  await lesson(other).getByRole("link", { name: "All lessons" }).click();
  const load = other.getByLabel("Load progress from a file");
  for (const [bad, why] of [
    [file("x.json", "{}"), "holds no progress of the format progress/1"],
    [file("x.json", " ".repeat(600_000)), "has more than 512 KB"],
    [file("x.json", text.replace(/"done":\d+/, '"done":99')), "tells of results that cannot be"],
  ] as const) {
    await load.setInputFiles(bad);
    await expect(messages(other)).toContainText(why);
  }
  await expect(listed(other, "Where delete works")).toContainText("Not begun");
  await load.setInputFiles(file("progress.json", text));
  await expect(listed(other, "Where delete works")).toContainText("Completed");
  await expect(listed(other, "Ship it, or lose it")).toContainText("0 of 2 tasks done");
  await expect(lesson(other)).toContainText("Hint 1");
  await other.context().close();
});
