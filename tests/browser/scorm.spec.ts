// The course in a learning platform: what the lessons tell it, what it hands back, and that nothing goes elsewhere.
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { close, launch, platform, told } from "./support/lms.ts";
import type { Kept, Session } from "./support/lms.ts";
import { expect, test, watch } from "./support/test.ts";

let lms: Awaited<ReturnType<typeof platform>>;
test.beforeAll(async () => {
  lms = await platform();
});
test.afterAll(() => lms.close());

/** A learner's browser. Whatever it should not do is a failure. */
async function learner(browser: Browser, body: (context: BrowserContext) => Promise<void>, locale = "en-US") {
  const context = await browser.newContext({ locale, reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
  const troubles = watch(context, lms.url);
  await body(context);
  await context.close();
  expect(troubles, "nothing in the console, no exception, no request to another origin").toEqual([]);
}

const open = (context: BrowserContext, lesson: string, session?: Session) => launch(context, lms.url, lesson, session);

const sco = (page: Page) => page.frameLocator("body > iframe");
const said = (page: Page) => sco(page).getByRole("status").first();
const portal = (page: Page) => sco(page).frameLocator("iframe");
const lesson = (page: Page) => portal(page).getByRole("region", { name: "Lesson", exact: true });
const done = (page: Page) => lesson(page).getByRole("list", { name: "Tasks" }).getByRole("listitem").filter({ hasText: "(done)" });
const button = (page: Page, name: string) => lesson(page).getByRole("button", { name, exact: true });

async function press(page: Page, name: string) {
  await portal(page).getByRole("button", { name, exact: true }).last().press("Enter");
}

/** The first task of cancel-or-delete by a person's controls, after a hint. */
async function cancelIt(page: Page) {
  await button(page, "Hint").click();
  await portal(page).getByRole("navigation").getByRole("link", { name: "Jobs", exact: true }).click();
  await press(page, "Cancel job hr-archive-2012-2019");
  await press(page, "Cancel job");
  await expect(lesson(page)).toContainText("Let a minute pass.");
  await press(page, "+1 hour");
  await expect(done(page)).toHaveCount(1);
}

async function deleteIt(page: Page) {
  await press(page, "Delete job pilot-migration");
  await press(page, "Delete job");
  await expect(lesson(page).getByRole("status").filter({ hasText: "Lesson complete" })).toBeVisible();
}

async function show(page: Page, times: number) {
  for (let n = 0; n < times; n += 1) {
    await expect(done(page)).toHaveCount(n);
    await button(page, "Show me").click();
  }
  await expect(done(page)).toHaveCount(times);
}

test("a lesson tells the platform how far it is, its score and what it needs to go on, and ends its session", async ({ browser }) => {
  await learner(browser, async (context) => {
    const page = await open(context, "cancel-or-delete");
    await expect(lesson(page).getByRole("heading", { level: 2, name: "Cancel or delete" })).toBeVisible();
    expect((await told(page)).core).toMatchObject({ lesson_status: "incomplete" });
    await cancelIt(page);
    await expect(said(page)).toHaveText("Reported to the learning platform: 1 of 2 tasks done.");
    const half = await told(page);
    expect(half.core).toMatchObject({ lesson_status: "incomplete", score: { raw: "" } });
    expect(JSON.parse(half.suspend_data!)).toMatchObject({ lesson: "cancel-or-delete", rev: 1, done: 1, of: 2, hints: [1] });
    await deleteIt(page);
    await expect(said(page)).toHaveText("Reported to the learning platform: passed, 100 of 100.");
    const whole = await told(page);
    expect(whole.core).toMatchObject({ lesson_status: "passed", score: { raw: "100", min: "0", max: "100" } });
    expect(whole.suspend_data!.length).toBeLessThanOrEqual(4_096);
    expect(await page.evaluate(() => (globalThis as unknown as { commits: unknown[] }).commits.length), "each change is kept at once").toBeGreaterThan(1);
    await expectAccessible(page);
    const kept = await close(page);
    expect(kept?.core).toMatchObject({ lesson_status: "passed", exit: "suspend", session_time: expect.stringMatching(/^\d{2,4}:\d\d:\d\d\.\d\d$/) });
  });
});

test("who lets every task be shown completes the lesson, but does not pass it", async ({ browser }) => {
  await learner(browser, async (context) => {
    const page = await open(context, "cancel-or-delete");
    await show(page, 2);
    await expect(said(page)).toContainText("completed with 0 of 100, where 50 are needed to pass");
    expect((await told(page)).core).toMatchObject({ lesson_status: "failed", score: { raw: "0" } });
  });
});

test("where the trainer asks for no score a lesson is completed only", async ({ browser }) => {
  await learner(browser, async (context) => {
    // A platform that does not say what is needed goes by the page; 0 says that nothing is.
    const page = await open(context, "cancel-or-delete", { kept: { core: { student_id: "1" }, student_data: { mastery_score: "0" } } });
    await show(page, 2);
    await expect(said(page)).toHaveText("Reported to the learning platform: completed, 0 of 100.");
    expect((await told(page)).core).toMatchObject({ lesson_status: "completed" });
  });
});

test("in a new session the lesson goes on where it was, and asks again for no hint", async ({ browser }) => {
  await learner(browser, async (context) => {
    const first = await open(context, "cancel-or-delete");
    await cancelIt(first);
    await expect(said(first)).toContainText("1 of 2 tasks done");
    const kept = (await close(first))!;
    const again = await open(context, "cancel-or-delete", { kept });
    await expect(said(again)).toContainText("it goes on where you left it");
    await expect(done(again)).toHaveCount(1);
    await portal(again).getByRole("navigation").getByRole("link", { name: "Jobs", exact: true }).click();
    await deleteIt(again);
    await expect(said(again)).toContainText("passed, 100 of 100");
    expect(JSON.parse((await told(again)).suspend_data!)).toMatchObject({ complete: true, points: 2, hints: [1] });
  });
});

test("in another browser what was reached stays, and the tasks begin anew", async ({ browser }) => {
  let kept: Kept | undefined;
  await learner(browser, async (context) => {
    const page = await open(context, "cancel-or-delete");
    await cancelIt(page);
    await deleteIt(page);
    await expect(said(page)).toContainText("passed, 100 of 100");
    kept = await close(page);
  });
  await learner(browser, async (context) => {
    const page = await open(context, "cancel-or-delete", { kept });
    await expect(said(page)).toContainText("begun in another browser");
    await expect(lesson(page)).toBeVisible();
    await expect(done(page)).toHaveCount(0);
    await show(page, 2);
    await expect(said(page)).toHaveText("Reported to the learning platform: passed, 100 of 100.");
    expect((await told(page)).core).toMatchObject({ lesson_status: "passed", score: { raw: "100" } });
    await lesson(page).getByRole("link", { name: "All lessons" }).click();
    await expect(portal(page).getByRole("listitem").filter({ has: portal(page).getByRole("heading", { name: "Cancel or delete" }) })).toContainText("Completed");
  });
});

test("who comes next at a shared computer finds nothing of the one before", async ({ browser }) => {
  await learner(browser, async (context) => {
    const first = await open(context, "cancel-or-delete");
    await cancelIt(first);
    await expect(said(first)).toContainText("1 of 2 tasks done");
    await close(first);
    const next = await open(context, "cancel-or-delete");
    await expect(lesson(next)).toBeVisible();
    await expect(done(next)).toHaveCount(0);
    await expect(lesson(next)).not.toContainText("Hint 1");
    await show(next, 1);
    await expect(said(next)).toContainText("1 of 2 tasks done");
    expect(JSON.parse((await told(next)).suspend_data!)).toMatchObject({ points: 0, shown: [0] });
  });
});

test("what a platform hands back and cannot be read is told, and its result is not taken away", async ({ browser }) => {
  for (const suspend_data of ["{", '{"format":"suspended/1","run":"x","lesson":"ship-it","rev":1}', "x".repeat(4_096)]) {
    await learner(browser, async (context) => {
      const core = { student_id: "1", lesson_status: "passed", score: { raw: "100" } };
      const page = await open(context, "cancel-or-delete", { kept: { core, suspend_data } });
      await expect(said(page)).toContainText("cannot be read, or belongs to another version");
      await expect(lesson(page)).toBeVisible();
      await show(page, 1);
      await expect(said(page)).toContainText("1 of 2 tasks done");
      expect((await told(page)).core).toMatchObject({ lesson_status: "passed", score: { raw: "100" } });
    });
  }
});

test("without a platform the page says so, and the lesson works on", async ({ browser }) => {
  await learner(browser, async (context) => {
    const page = await context.newPage();
    await page.goto(`${lms.url}lesson-cancel-or-delete.html`);
    await expect(page.getByRole("status").first()).toContainText("No learning platform was found, so nothing is reported.");
    const inside = page.frameLocator("iframe");
    const panel = inside.getByRole("region", { name: "Lesson", exact: true });
    await panel.getByRole("button", { name: "Show me" }).click();
    await expect(panel.getByRole("listitem").filter({ hasText: "(done)" })).toHaveCount(1);
    await expectAccessible(page);
  });
});

test("a platform in the window that opened the lesson is found", async ({ browser }) => {
  await learner(browser, async (context) => {
    const page = await open(context, "cancel-or-delete", { opens: true });
    await expect.poll(() => context.pages().length).toBe(2);
    const own = context.pages()[1]!;
    await expect(own.getByRole("status").first()).toContainText("Connected to the learning platform.");
    await own.close();
    await expect.poll(() => page.evaluate(() => "ended" in globalThis)).toBe(true);
  });
});

test("a platform that refuses is told with its own words, and gets the result again", async ({ browser }) => {
  const refusing = (refused: string) => `() => {
    let code = "0";
    const values = {};
    const answer = (name) => { const is = name !== window.refused; code = is ? "0" : "101"; return String(is); };
    window.refused = "${refused}";
    window.values = values;
    return {
      LMSInitialize: () => answer("LMSInitialize"), LMSFinish: () => answer("LMSFinish"), LMSCommit: () => answer("LMSCommit"),
      LMSGetValue: (name) => ((code = "0"), values[name] ?? ""), LMSSetValue: (name, value) => ((values[name] = value), answer("LMSSetValue")),
      LMSGetLastError: () => code, LMSGetErrorString: () => "No room", LMSGetDiagnostic: () => "",
    };
  }`;
  await learner(browser, async (context) => {
    const silent = await open(context, "cancel-or-delete", { api: refusing("LMSInitialize") });
    await expect(said(silent)).toContainText("does not begin a session (101 No room)");
    await silent.close();
    const page = await open(context, "cancel-or-delete", { api: refusing("LMSCommit") });
    await expect(said(page)).toContainText("did not take the result (101 No room)");
    await show(page, 1);
    await expect(said(page)).toContainText("did not take the result");
    await page.evaluate(() => ((globalThis as unknown as { refused: string }).refused = ""));
    await button(page, "Show me").click();
    await expect(said(page)).toContainText("completed with 0 of 100");
    const values = await page.evaluate(() => (globalThis as unknown as { values: Record<string, string> }).values);
    expect(values).toMatchObject({ "cmi.core.lesson_status": "failed", "cmi.core.score.raw": "0" });
  });
});

test("a lesson that is only looked at reports nothing", async ({ browser }) => {
  await learner(browser, async (context) => {
    const page = await open(context, "cancel-or-delete", { kept: { core: { student_id: "1", lesson_mode: "review", lesson_status: "passed" } } });
    await expect(said(page)).toContainText("nothing is reported");
    await show(page, 1);
    expect((await told(page)).core).toMatchObject({ lesson_status: "passed" });
    expect((await close(page))?.suspend_data ?? "").toBe("");
  });
});

test("in Turkish the page and the lesson speak Turkish, whatever the language of the package", async ({ browser }) => {
  await learner(browser, async (context) => {
    const page = await open(context, "cancel-or-delete");
    const ders = portal(page).getByRole("region", { name: "Ders", exact: true });
    await ders.getByRole("button", { name: "Bana göster" }).click();
    await expect(said(page)).toHaveText("Öğrenme platformuna bildirildi: 2 görevden 1 tanesi yapıldı.");
    expect(await sco(page).locator("html").getAttribute("lang")).toBe("tr");
  }, "tr-TR");
});

test("every lesson of the course is in the manifest and begins from it", async ({ browser }) => {
  const manifest = lms.files.get("imsmanifest.xml")!.toString();
  const ids = [...manifest.matchAll(/identifierref="lesson-([\w-]+)"/g)].map(([, id]) => id!);
  expect(ids).toHaveLength(12);
  await learner(browser, async (context) => {
    for (const id of ids) {
      const page = await open(context, id);
      await expect(lesson(page).getByRole("heading", { level: 2 })).toBeVisible();
      await expect(said(page)).toContainText(/^Connected|tasks done/);
      expect((await close(page))?.core).toMatchObject({ lesson_status: "incomplete" });
    }
  });
});
