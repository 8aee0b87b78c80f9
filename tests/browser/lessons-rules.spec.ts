// Lessons about what may be asked and when, each by a person's controls: a wrong move with its answer, and the end.
import { band, begin, button, complete, confirm, done, jump, lesson, open, pick, rules, send, slider, tasks, toJobs, tries, until } from "./support/lesson.ts";
import { clock, rowOf } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

test("too-late: asked in time first, then so late that the copy ends, then in time in a second branch", async ({ page }) => {
  await begin(page, "too-late");
  await toJobs(page);
  await until(page, "sequencing-run-118", "Packaging");
  await tries(page, "Cancel", "sequencing-run-118");
  await expect(lesson(page)).toContainText("In Packaging the request itself is refused.");
  // When that was stands on the timeline.
  const end = Date.parse(`${(await slider(page).getAttribute("aria-valuetext"))!.replace(/^(.*?\d{4}, \d\d:\d\d).*/, "$1")} UTC`);
  await slider(page).focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await band(page).getByRole("button", { name: "Continue from here" }).click();
  await expect(band(page)).toHaveCount(0);
  const left = async () => end - Date.parse((await clock(page).getByRole("time").getAttribute("datetime"))!);
  while ((await left()) > 3_600_000) {
    const before = await left();
    await jump(page, "+1 hour");
    await expect.poll(left).toBeLessThan(before);
  }
  await confirm(page, "Cancel", "sequencing-run-118");
  await until(page, "sequencing-run-118", "Packaging");
  await expect(done(page)).toHaveCount(1);
  await slider(page).focus();
  for (let day = 0; day < 3; day++) await page.keyboard.press("PageUp");
  await band(page).getByRole("button", { name: "Continue from here" }).click();
  await expect(band(page)).toHaveCount(0);
  await confirm(page, "Cancel", "sequencing-run-118");
  await expect(lesson(page)).toContainText("The request is under way.");
  await until(page, "sequencing-run-118", "Completed");
  await expect(complete(page)).toBeVisible();
});

test("three-texts: refused and accepted under the three rule sets", async ({ page }) => {
  await begin(page, "three-texts");
  await toJobs(page);
  await tries(page, "Cancel", "finance-close-2024");
  await expect(lesson(page)).toContainText("This is refused under all three texts.");
  await rules(page, "Portal 2023");
  await tries(page, "Cancel", "media-masters-import");
  await expect(done(page)).toHaveCount(1);
  await rules(page, "FAQ 2020");
  await tries(page, "Cancel", "sequencing-run-118");
  await confirm(page, "Cancel", "media-masters-import");
  await expect(done(page)).toHaveCount(2);
  await expect(lesson(page)).toContainText("The rules that decide now refuse it in Transferring.");
  await rules(page, "REST 2017");
  await confirm(page, "Cancel", "sequencing-run-118");
  await expect(complete(page)).toBeVisible();
});

test("put-or-patch: the console for a PUT, the job's page for what a PATCH may still change", async ({ page }) => {
  await begin(page, "put-or-patch");
  await pick(page, "hr-archive-2012-2019", "Update Job Properties: tags");
  await send(page, "200 OK");
  await expect(lesson(page)).toContainText("That was a PATCH");
  await pick(page, "hr-archive-2012-2019", "Put Job: create or replace");
  await send(page, "200 OK", (body) => ({ ...body, tags: { owner: "archive" } }));
  await expect(done(page)).toHaveCount(1);
  await pick(page, "media-masters-import", "Put Job: create or replace");
  await send(page, "409 Conflict");
  await expect(done(page)).toHaveCount(2);
  await pick(page, "sequencing-run-118", "Update Job Properties: log settings");
  await send(page, "409 Conflict");
  await expect(lesson(page)).toContainText("Logging is settled when copying begins");
  await open(page, "media-masters-import", "Overview");
  await page.getByRole("button", { name: "Change log settings" }).click();
  await page.getByRole("dialog").getByRole("checkbox", { name: /^Verbose log/ }).uncheck();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await open(page, "plant-telemetry-import", "Overview");
  await page.getByRole("button", { name: "Change tags" }).click();
  await page.getByRole("dialog").getByLabel(/^Tag \d+, Name$/).last().fill("reviewed");
  await page.getByRole("dialog").getByLabel(/^Tag \d+, Value$/).last().fill("yes");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(complete(page)).toBeVisible();
});

test("spring-clean, by keyboard alone: no hints and no Show me, a refusal, a detour, and six commands", async ({ page }) => {
  await begin(page, "spring-clean");
  await expect(button(page, "Hint")).toHaveCount(0);
  await expect(button(page, "Show me")).toHaveCount(0);
  await expect(button(page, "Give the exam up")).toHaveAccessibleDescription(/This is an exam/);
  const press = async (name: string) => {
    await page.getByRole("button", { name, exact: true }).last().focus();
    await page.keyboard.press("Enter");
  };
  const remove = async (name: string) => {
    await press(`Delete job ${name}`);
    await press("Delete job");
    await expect(rowOf(page, name)).toHaveCount(0);
  };
  await page.getByRole("navigation").getByRole("link", { name: "Jobs", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("main").getByRole("rowheader").first().waitFor();
  await press("Delete job plant-telemetry-import");
  await expect(lesson(page)).toContainText("Closed is an end with errors.");
  await remove("finance-close-2024");
  await expect(lesson(page)).toContainText("One is gone; others in Completed are still there.");
  await remove("pilot-migration");
  await remove("wrong-region-import");
  await expect(done(page)).toHaveCount(1);
  await remove("hr-archive-2012-2019");
  await expect(done(page)).toHaveCount(2);
  await press("Cancel job sequencing-run-118");
  await press("Cancel job");
  await expect(lesson(page)).toContainText("The request is on its way.");
  for (let n = 0; n < 40 && (await rowOf(page, "sequencing-run-118").getByText("Completed", { exact: true }).count()) === 0; n++) await press("+1 day");
  await expect(done(page)).toHaveCount(3);
  await remove("sequencing-run-118");
  await expect(complete(page)).toBeVisible();
  await expect(lesson(page)).toContainText("10 of 10 points");
  await expect(tasks(page)).toHaveCount(4);
});

test("where-delete, on a phone: two refusals, and the two deletes that are right", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await begin(page, "where-delete");
  await toJobs(page);
  await tries(page, "Delete", "erp-history-import");
  await button(page, "Unfold the lesson").click();
  await expect(lesson(page)).toContainText("This task asks for a job in Transferring.");
  await button(page, "Fold the lesson up").click();
  await tries(page, "Delete", "sequencing-run-118");
  await confirm(page, "Delete", "pilot-migration");
  await confirm(page, "Delete", "wrong-region-import");
  await button(page, "Unfold the lesson").click();
  await expect(complete(page)).toBeVisible();
});
