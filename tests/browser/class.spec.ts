// Classes: a trainer sets lessons, a learner does and hands them in, and the trainer finds out what each file is worth.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { beginIn, changed, collect, file, join, learner, lesson, saved, setClass, solveWhereDelete, table } from "./support/class.ts";
import { rowOf } from "./support/portal.ts";
import { expect, needs, test } from "./support/test.ts";

const WHERE = "Where delete works";
const CANCEL = "Cancel or delete";

const page_of = (page: Page, name: string) => page.getByRole("navigation", { name: "Class" }).getByRole("link", { name, exact: true });

test("a class is set, done, handed in and collected: what is forged, edited, copied or outdated is told for what it is", async ({ page, browser }) => {
  const link = await setClass(page, [WHERE, CANCEL]);
  expect(link).toMatch(/#\/learn\/class\?lessons=[a-z.-]+$/);
  const context = await browser.newContext();
  const there = await context.newPage();
  await join(there, link, "Anna 7");
  await beginIn(there, WHERE);
  await solveWhereDelete(there);
  await expect(lesson(there)).toContainText("The file holds: your code “Anna 7”");
  await expect(lesson(there)).toContainText(`${WHERE}: 3 of 3 tasks done`);
  await expectAccessible(there);
  const made = await saved(there, () => lesson(there).getByRole("button", { name: "Download my submission" }).click());
  expect(made.name).toBe("Anna_7-where-delete.json");
  await lesson(there).getByRole("link", { name: "Back to the class" }).click();
  await expect(there.getByText(/^1 of 2 lessons complete/)).toBeVisible();
  const all = await saved(there, () => there.getByRole("button", { name: "Download my submission of all lessons" }).click());
  expect(JSON.parse(all.text).sums, "the same work, some moments later").toEqual(JSON.parse(made.text).sums);
  await context.close();

  await page_of(page, "Collect").click();
  await expect(page.getByText("you cannot watch your learners live")).toBeVisible();
  const files = [
    file("anna.json", made.text),
    file("forged.json", changed(made.text, (it) => { it.code = "forger"; })),
    file("claim.json", changed(made.text, (it) => { it.code = "Anna 7"; it.points = 99; })),
    file("edited.json", changed(made.text, (it) => { it.sums[1] = "0"; it.seconds += 1; })),
    file("outdated.json", changed(made.text, (it) => { it.rev += 1; it.code = "old"; })),
    file("other.json", changed(made.text, (it) => { it.lesson = "ship-it"; })),
    file("terms.json", changed(made.text, (it) => { it.terms = "hints=off"; it.code = "elsewhere"; })),
    file("notes.txt", "Dear trainer"),
    file("half.json", made.text.slice(0, 900)),
  ];
  await collect(page, files);
  await expect(page.getByRole("status").filter({ hasText: "9 files read: 1 submissions verified, 3 not." })).toBeVisible();
  await expect(learner(page, "Anna 7")).toContainText("Verified: complete");
  await expect(learner(page, "Anna 7")).toContainText("Handed in 3 times; the best counts.");
  await expect(learner(page, "forger")).toContainText("the seed does not belong to this code");
  await expect(learner(page, "forger")).toContainText("The same recording was handed in by Anna 7");
  await expect(learner(page, "Anna 7")).toContainText("The same recording was handed in by elsewhere, forger, old");
  await expect(learner(page, "old")).toContainText("Outdated");
  await expect(learner(page, "elsewhere")).toContainText("Made in a class on other terms");
  const refused = page.getByRole("region", { name: "Files that were not taken" });
  await expect(refused.getByRole("listitem")).toHaveText([
    "other.json: Not taken: it is about the lesson “ship-it”, which this class does not have.",
    "notes.txt: Not taken: it is no submission, or it was cut off. Ask for the file again.",
    "half.json: Not taken: it is no submission, or it was cut off. Ask for the file again.",
  ]);
  await expectAccessible(page);

  const csv = await saved(page, () => page.getByRole("button", { name: "Download as CSV" }).click());
  expect(csv.name).toBe("class.csv");
  const lines = csv.text.trimEnd().split("\r\n");
  expect(lines[0]).toBe("\u{feff}Learner,Lesson,Result,Points,Points possible,Hints,Tasks shown,Seconds,Same recording as");
  expect(lines).toHaveLength(5);
  expect(lines.find((line) => line.startsWith("Anna 7"))).toContain(`${WHERE},Verified: complete,`);

  await page.getByRole("button", { name: "Forget all files" }).click();
  await expect(table(page)).toHaveCount(0);
  for (const [one, said] of [[files[2]!, "it claims more tasks or points than the replay finds"], [files[3]!, "Differs at command 2"]] as const) {
    await collect(page, [one]);
    await expect(learner(page, "Anna 7")).toContainText(said);
    await page.getByRole("button", { name: "Forget all files" }).click();
  }
});

test("with one number for everybody a neighbour's file is told as a copy, and tasks that were shown stand first", async ({ page }) => {
  needs("media");
  await setClass(page, [WHERE]);
  await page.getByRole("radio", { name: /^The same for everybody/ }).check();
  await page.getByRole("textbox", { name: "Number for everybody" }).fill("7");
  const link = await page.getByRole("textbox", { name: "Link for your learners" }).inputValue();
  expect(link).toContain("number=7");
  await join(page, link, "bert");
  await beginIn(page, WHERE);
  const count = await lesson(page).getByRole("list", { name: "Tasks" }).getByRole("listitem").count();
  for (let n = 1; n <= count; n++) {
    await lesson(page).getByRole("button", { name: "Show me", exact: true }).click();
    await expect(lesson(page).getByRole("listitem").filter({ hasText: "(done)" })).toHaveCount(n);
  }
  const made = await saved(page, () => lesson(page).getByRole("button", { name: "Download my submission" }).click());
  await page.goto("./#/learn/class/collect");
  await collect(page, [file("bert.json", made.text), file("carl.json", changed(made.text, (it) => { it.code = "carl"; }))]);
  await expect(learner(page, "carl")).toContainText("Verified: complete");
  await expect(learner(page, "carl")).toContainText("Copied? The same recording was handed in by bert.");
  await expect(learner(page, "bert")).toContainText("Copied? The same recording was handed in by carl.");
  const failed = page.getByRole("table", { name: "Tasks, the most failed first" });
  await expect(failed.getByRole("row").nth(1)).toContainText("2 of 2 learners");
  await learner(page, "bert").getByRole("button", { name: "Certificate for bert" }).click();
  await expect(page.getByRole("heading", { name: "Certificate for bert" })).toBeFocused();
  await page.getByLabel("Name on the certificate").fill("Bertha Example");
  const certificate = page.getByRole("article");
  await expect(certificate).toContainText("Bertha Example");
  await expect(certificate).toContainText(WHERE);
  await expect(certificate).toContainText("It does not prove who did it");
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print the certificate" })).toBeHidden();
  await expect(certificate).toBeVisible();
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(pages, "it fits on one page").toHaveLength(1);
});

test("terms are kept: order, rules, hints and clock, and what nobody could complete is told", async ({ page }) => {
  await setClass(page, [WHERE, CANCEL]);
  await page.getByRole("button", { name: `Move “${WHERE}” up` }).press("Enter");
  await expect(page.getByRole("button", { name: `Move “${WHERE}” up` })).toBeFocused();
  await page.getByRole("checkbox", { name: /^Moving the clock/ }).uncheck();
  await expect(page.getByText("Nobody can complete this lesson without moving the clock.")).toBeVisible();
  await page.getByRole("checkbox", { name: /^Moving the clock/ }).check();
  await page.getByRole("checkbox", { name: /^Hints/ }).uncheck();
  await page.getByRole("checkbox", { name: /^One after the other/ }).check();
  await page.getByLabel("Rules", { exact: true }).selectOption("FAQ 2020");
  await expectAccessible(page);
  const link = await page.getByRole("textbox", { name: "Link for your learners" }).inputValue();
  expect(link).toMatch(/lessons=where-delete\.cancel-or-delete&order=fixed&rules=faq-2020&hints=off$/);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Link for your learners" }), "it is kept").toHaveValue(link);
  await expect(page.getByLabel("Rules", { exact: true })).toHaveValue("FAQ 2020");
  await page.goto(link);
  await expect(page.getByRole("listitem").filter({ hasText: "by the rules “FAQ 2020”" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "There are no hints." })).toBeVisible();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByLabel("Your code"), "a code is needed").toBeFocused();
  await join(page, link, "dora");
  await expect(page.getByText(`Opens when “${WHERE}” is complete.`)).toBeVisible();
  await expectAccessible(page);
  await beginIn(page, WHERE);
  await expect(lesson(page).getByRole("button", { name: "Hint", exact: true })).toHaveCount(0);
  await page.goto("./#/learn/class?lessons=nonsense..");
  await expect(page.getByRole("alert").filter({ hasText: "This link is no class link" })).toBeVisible();
});

test("the answer key is a learner's own, with moments and states", { tag: "@smoke" }, async ({ page }) => {
  await setClass(page, ["Too late", CANCEL]);
  await page_of(page, "Answer key").click();
  const key = async (code: string) => {
    await page.getByLabel("Learner’s code").fill(code);
    await page.getByRole("button", { name: "Show the answer key" }).click();
    const region = page.getByRole("region", { name: `Answer key for ${code}` });
    await expect(region.getByRole("table").first()).toBeVisible();
    return region;
  };
  const anna = await key("anna");
  await expect(anna.getByRole("heading", { level: 3 })).toHaveCount(2);
  await expect(anna).toContainText("Task 1:");
  const hers = await anna.textContent();
  await expectAccessible(page);
  const bert = await key("bert");
  expect(await bert.textContent()).not.toBe(hers!.replaceAll("anna", "bert"));
});

test("at a learner's machine a fault is injected and recorded, and a lesson begins anew", async ({ page }) => {
  const link = await setClass(page, [WHERE]);
  await join(page, link, "emil");
  await beginIn(page, WHERE);
  await page.goto("./#/learn/class/device");
  await expect(page.getByRole("listitem").filter({ hasText: WHERE }).filter({ hasText: "Code emil" })).toBeVisible();
  await page.getByLabel("Job", { exact: true }).selectOption("hr-archive-2012-2019");
  await page.getByLabel("What goes wrong").selectOption("The service deletes the job a day from now");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make it go wrong" }).click();
  await expect(page.getByText(/^Done: The service deletes the job/).first()).toBeVisible();
  await page.getByLabel("What goes wrong").selectOption("A drive cannot be read");
  await page.getByLabel("Job", { exact: true }).selectOption("pilot-migration");
  await page.getByRole("button", { name: "Make it go wrong" }).click();
  await expect(page.getByText("Nothing was changed").first()).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Jobs", exact: true }).click();
  await page.getByRole("group", { name: "Simulation clock" }).getByRole("button", { name: "+90 days", exact: true }).click();
  await expect(rowOf(page, "hr-archive-2012-2019")).toHaveCount(0);
  await page.goto("./#/learn/class/device");
  await page.getByRole("button", { name: `Start “${WHERE}” anew` }).click();
  await page.getByRole("dialog").getByRole("button", { name: `Start “${WHERE}” anew` }).click();
  await expect(page.getByRole("table", { name: "Import/Export jobs" }), "one's own workspace").toBeVisible();
  await expect(lesson(page)).toHaveCount(0);
  await page.goto(link);
  await expect(page.getByRole("button", { name: `Begin “${WHERE}”` })).toBeVisible();
});

test.describe("in Turkish, on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 } });

  test("the class is held in its language, and its pages fit", async ({ page }) => {
    await page.goto("./#/learn/class");
    await page.getByRole("combobox", { name: "Language" }).selectOption("tr");
    const link = await page.getByRole("textbox", { name: "Link for your learners" }).inputValue();
    expect(link).toContain("language=tr");
    const fits = () => page.evaluate(() => document.querySelector("main")!.scrollWidth <= document.querySelector("main")!.clientWidth + 1);
    expect(await fits()).toBe(true);
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: "Sınıfınız" })).toBeVisible();
    await page.getByLabel("Kodunuz").fill("Ayşe 7");
    await page.getByRole("button", { name: "Başla", exact: true }).click();
    await expect(page.getByText("12 dersten 0 tanesi tamamlandı")).toBeVisible();
    expect(await fits()).toBe(true);
    await expectAccessible(page);
    for (const place of ["", "/key", "/collect", "/device"]) {
      await page.goto(`./#/learn/class${place}`);
      await expect(page.getByRole("navigation", { name: "Sınıf sayfaları" })).toBeVisible();
      expect(await fits(), place).toBe(true);
      await expectAccessible(page);
    }
  });
});
