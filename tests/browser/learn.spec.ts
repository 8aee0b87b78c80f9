// Lessons: the catalogue, and a lesson beside the portal, done by a person's controls, shown, spoilt, resumed.
import { expectAccessible } from "./support/axe.ts";
import { begin, button, complete, confirm, done, jump, lesson, tasks, toJobs } from "./support/lesson.ts";
import { clock, rowOf } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const course = ["ship-it", "cancel-or-delete", "where-delete", "cancel-is-a-request", "too-late", "three-texts", "closed-stays", "way-back", "lost-late-extra", "export-is-different", "put-or-patch", "spring-clean"];

test("the catalogue is reached from the navigation, tells time and progress, and leads to a lesson", async ({ page }) => {
  await page.goto("./#/jobs");
  await page.getByRole("navigation").getByRole("link", { name: "Learn" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Learn" })).toBeVisible();
  const lessons = page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
  await expect(lessons).toHaveCount(12);
  await expect(lessons.first()).toContainText("10 minutes");
  await expect(lessons.first()).toContainText("Not begun");
  await expectAccessible(page);
  await lessons.first().getByRole("link").click();
  await expect(lesson(page).getByRole("heading", { level: 2, name: "Ship it, or lose it" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Ship it, or lose it" })).toBeVisible();
  await expect(tasks(page)).toHaveCount(2);
  await expectAccessible(page);
});

for (const id of course) {
  test(`${id} is solved by Show me, task by task`, async ({ page }) => {
    await begin(page, id);
    const count = await tasks(page).count();
    if (id === "spring-clean") {
      await expect(button(page, "Show me"), "an exam shows nothing").toHaveCount(0);
      await button(page, "Give the exam up").click();
    }
    for (let n = 0; n < count; n++) {
      await expect(done(page)).toHaveCount(n);
      await button(page, "Show me").click();
      await expect(done(page)).toHaveCount(n + 1);
    }
    await expect(complete(page)).toBeVisible();
    await expect(lesson(page)).toContainText(/^.*0 of \d+ points/s);
  });
}

test("a refused press is an answer: where-delete by a person's controls, with a wrong move and a reload", { tag: "@smoke" }, async ({ page }) => {
  await begin(page, "where-delete");
  await toJobs(page);
  await page.getByRole("button", { name: "Delete job erp-history-import" }).press("Enter");
  await expect(lesson(page)).toContainText("This task asks for a job in Transferring.");
  // The wrong move is what the second task asks for.
  await expect(done(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Delete job sequencing-run-118" }).press("Enter");
  await expect(done(page)).toHaveCount(2);
  await page.reload();
  await expect(done(page), "it goes on where it was").toHaveCount(2);
  await confirm(page, "Delete", "pilot-migration");
  await expect(lesson(page)).toContainText("The other one still stands in Completed.");
  await confirm(page, "Delete", "wrong-region-import");
  await expect(complete(page)).toBeVisible();
  await expect(lesson(page)).toContainText("3 of 3 points");
  await lesson(page).getByRole("link", { name: "All lessons" }).click();
  await expect(page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Where delete works" }) })).toContainText("Completed");
});

test("ship-it by a person's controls: hints, a spoilt goal, the way back, and the end", async ({ page }) => {
  await begin(page, "ship-it");
  await expect(lesson(page)).not.toContainText("Hint 1");
  await button(page, "Hint").click();
  await expect(lesson(page)).toContainText("Hint 1 Open the job and look for its tracking information.");
  await toJobs(page);
  await jump(page, "+90 days");
  await expect(rowOf(page, "hr-archive-2012-2019")).toHaveCount(0);
  await expect(lesson(page)).toContainText("It waited in Creating for 14 days");
  await button(page, "Go back to before").click();
  await rowOf(page, "hr-archive-2012-2019").getByRole("link", { name: "hr-archive-2012-2019" }).click();
  await page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Mark as shipped" }).click();
  const panel = page.getByRole("dialog", { name: "Mark as shipped" });
  await panel.getByLabel("Carrier").fill("FedEx");
  await panel.getByLabel("Tracking number").fill("100200300");
  await panel.getByRole("button", { name: "Mark as shipped" }).click();
  await expect(done(page)).toHaveCount(1);
  await jump(page, "+90 days");
  await expect(complete(page)).toBeVisible();
  await expect(lesson(page)).toContainText("2 of 2 points, 1 hints");
  await button(page, "Restart the lesson").click();
  await expect(done(page)).toHaveCount(0);
  await expect(complete(page)).toHaveCount(0);
});

test("cancel-is-a-request ends with a question, whose answers give their reasons", async ({ page }) => {
  await begin(page, "cancel-is-a-request");
  await toJobs(page);
  await confirm(page, "Cancel", "sequencing-run-118");
  await expect(lesson(page)).toContainText("The request is pending");
  await expect(done(page)).toHaveCount(1);
  await jump(page, "+90 days");
  await expect(complete(page)).toBeVisible();
  await lesson(page).getByLabel(/^Nothing: the cancel/).check();
  await expect(lesson(page)).toContainText("Not quite. A cancel undoes nothing.");
  await lesson(page).getByLabel(/^What had been copied/).check();
  await expect(lesson(page)).toContainText("Right. Clean up");
  await expectAccessible(page);
});

test("cancel-or-delete by keyboard alone", async ({ page }) => {
  await begin(page, "cancel-or-delete");
  const press = async (name: string | RegExp) => {
    const found = page.getByRole("button", { name, exact: typeof name === "string" }).last();
    await found.focus();
    await page.keyboard.press("Enter");
  };
  await page.getByRole("navigation").getByRole("link", { name: "Jobs", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("main").getByRole("rowheader").first().waitFor();
  await press("Cancel job hr-archive-2012-2019");
  await press("Cancel job");
  await expect(lesson(page)).toContainText("Let a minute pass.");
  await press("+1 hour");
  await expect(done(page)).toHaveCount(1);
  await press("Delete job pilot-migration");
  await press("Delete job");
  await expect(complete(page)).toBeVisible();
});

test("on a phone the lesson is a sheet that is folded up, and covers nothing then", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await begin(page, "cancel-or-delete");
  const unfold = lesson(page).getByRole("button", { name: "Unfold the lesson" });
  await expect(unfold).toHaveAttribute("aria-expanded", "false");
  const [sheet, dock] = [await lesson(page).boundingBox(), await clock(page).boundingBox()];
  expect(dock!.y + dock!.height, "the clock ends where the sheet begins").toBeLessThanOrEqual(sheet!.y + 1);
  await unfold.click();
  await expect(tasks(page)).toHaveCount(2);
  await button(page, "Show me").click();
  await expect(done(page)).toHaveCount(1);
  await button(page, "Show me").click();
  await expect(complete(page)).toBeVisible();
  await expectAccessible(page);
});

test("a lesson points at the control of its task, and its own workspace leaves the user's as it was", async ({ page }) => {
  await begin(page, "cancel-or-delete");
  await toJobs(page);
  await expect(page.locator("[data-lesson-anchor]")).toHaveAccessibleName("Cancel job hr-archive-2012-2019");
  await confirm(page, "Cancel", "hr-archive-2012-2019");
  await button(page, "Leave the lesson").click();
  await expect(lesson(page)).toHaveCount(0);
  await expect(rowOf(page, "hr-archive-2012-2019").getByRole("button", { name: "Cancel job hr-archive-2012-2019" })).not.toHaveAttribute("aria-disabled", "true");
  await page.goto("./#/learn/cancel-or-delete");
  await expect(lesson(page)).toContainText("Let a minute pass.");
});

test("a lesson that there is not is told", async ({ page }) => {
  await page.goto("./#/learn/no-such-lesson");
  await expect(page.getByRole("alert").filter({ hasText: "There is no lesson of this name." })).toBeVisible();
});

test.describe("in Turkish", () => {
  test.use({ locale: "tr-TR" });
  for (const id of ["cancel-or-delete", "where-delete", "too-late"]) {
    test(`${id} is solved by Show me`, async ({ page }) => {
      await page.goto(`./#/learn/${id}`);
      const ders = page.getByRole("region", { name: "Ders", exact: true });
      const items = ders.getByRole("list", { name: "Görevler" }).getByRole("listitem");
      await items.first().waitFor();
      const count = await items.count();
      for (let n = 0; n < count; n++) {
        await ders.getByRole("button", { name: "Bana göster" }).click();
        await expect(items.filter({ hasText: "(yapıldı)" })).toHaveCount(n + 1);
      }
      await expect(ders.getByRole("status").filter({ hasText: "Ders tamamlandı" })).toBeVisible();
    });
  }
});
