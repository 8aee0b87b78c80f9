// Classes, by the names that trainers and learners know their pages by, and files as a learner might have changed them.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

export const lesson = (page: Page) => page.getByRole("region", { name: "Lesson", exact: true });
export const table = (page: Page) => page.getByRole("table", { name: "Learners and lessons" });
export const learner = (page: Page, code: string) => table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: code, exact: true }) });

/** What is uploaded under a name. */
export const file = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** Sets a class of these lessons in their order, and returns its link. */
export async function setClass(page: Page, lessons: string[]): Promise<string> {
  await page.goto("./#/learn/class");
  const all = page.getByRole("group", { name: "Lessons, in this order" }).getByRole("checkbox");
  await all.first().waitFor();
  for (const box of await all.all()) await box.uncheck();
  for (const name of lessons) await page.getByRole("checkbox", { name: new RegExp(`^${name}`) }).check();
  return page.getByRole("textbox", { name: "Link for your learners" }).inputValue();
}

/** Opens a class by its link and says who one is. */
export async function join(page: Page, link: string, code: string) {
  await page.goto(link);
  await page.getByLabel("Your code").fill(code);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByText(`You are ${code} in this class.`)).toBeVisible();
}

/** Begins a lesson from the page of the class. */
export async function beginIn(page: Page, title: string) {
  await page.getByRole("button", { name: `Begin “${title}”` }).click();
  await expect(lesson(page).getByRole("heading", { level: 2, name: title })).toBeVisible();
}

/** Solves “Where delete works” by a person's controls. */
export async function solveWhereDelete(page: Page) {
  await page.getByRole("navigation").getByRole("link", { name: "Jobs", exact: true }).click();
  await page.getByRole("main").getByRole("rowheader").first().waitFor();
  for (const name of ["erp-history-import", "sequencing-run-118"]) {
    await page.getByRole("button", { name: `Delete job ${name}` }).press("Enter");
    await page.keyboard.press("Escape");
  }
  for (const name of ["pilot-migration", "wrong-region-import"]) {
    await page.getByRole("button", { name: `Delete job ${name}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await expect(lesson(page).getByRole("status").filter({ hasText: "Lesson complete" })).toBeVisible();
}

/** The text and the name of the file that a press saves. */
export async function saved(page: Page, press: () => Promise<unknown>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Drops files on the page where a trainer collects, and waits until they are read. */
export async function collect(page: Page, files: ReturnType<typeof file>[]) {
  await page.getByLabel("Submissions", { exact: true }).setInputFiles(files);
  await expect(page.getByRole("status").filter({ hasText: /read: / })).toBeVisible();
}

/** The submission with some of it changed. */
export function changed(text: string, change: (submission: any) => void): string {
  const submission = JSON.parse(text);
  change(submission);
  return JSON.stringify(submission);
}
