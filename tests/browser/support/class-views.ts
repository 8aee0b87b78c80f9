// The pages of classes as a tour: setting one, being in it, its answer key, what was handed in, and the certificate.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";
import type { View } from "./views.ts";

const LESSONS = "lessons=where-delete.cancel-or-delete.spring-clean";
/** A code as long as one may be. */
const LONG = "somebody-whose-code-is-as-long-as-can-be";

let made = "";

/** Solves the first lesson of a class by what it shows, and keeps the file that is handed in. */
export async function handIn(page: Page) {
  await page.goto(`./#/learn/class?${LESSONS}`);
  await page.locator("#class-code").fill(LONG);
  await page.locator("form.class__code .button--primary").click();
  await page.locator(".lessons .button").first().click();
  const done = page.locator(".lesson .steps__step--done");
  await page.locator(".lesson .steps__step").first().waitFor();
  const count = await page.locator(".lesson .steps__step").count();
  for (let n = 1; n <= count; n++) {
    await page.locator(".lesson__hints + .cluster .button").last().click();
    await expect(done).toHaveCount(n);
  }
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".lesson__body .button--primary").click()]);
  made = await readFile(await download.path(), "utf8");
}

const changed = (name: string, change: object) => ({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...JSON.parse(made), ...change })) });

export const classes: View[] = [
  {
    name: "a class that one is in",
    open: async (page) => {
      await page.goto(`./#/learn/class?${LESSONS}`);
      await page.locator(".class__hand-in .button").waitFor();
    },
  },
  {
    name: "a class that one joins",
    open: async (page) => {
      await page.goto(`./#/learn/class?${LESSONS}&order=fixed&rules=portal-2023&hints=off&clock=off&number=7`);
      await page.locator("#class-code").waitFor();
    },
  },
  { name: "no class", open: (page) => page.goto("./#/learn/class?lessons=..") },
  {
    name: "setting a class",
    open: async (page) => {
      await page.goto("./#/learn/class");
      await page.locator(".class__lesson").first().waitFor();
      await page.locator("[name=class-seed]").nth(1).check();
      await page.locator(".class__number").fill("x");
      await page.locator("[type=checkbox]").nth(-2).uncheck();
    },
  },
  {
    name: "an answer key",
    open: async (page) => {
      await page.goto("./#/learn/class/key");
      await page.locator(".class__own > summary").click();
      await page.locator("#class-own").fill(`./#/learn/class?${LESSONS}`);
      await page.locator("#key-code").fill("anna");
      await page.locator("form .button--primary").click();
      await page.locator(".class__key table").first().waitFor();
    },
  },
  {
    name: "what was handed in",
    open: async (page) => {
      await page.goto("./#/learn/class/collect");
      // The trainer's class is the learner's; it was made another one when a class was set.
      await page.evaluate((link) => localStorage.setItem("iep/pref/class-set", link), LESSONS);
      await page.reload();
      await page.locator("#class-files").setInputFiles([
        changed("good.json", {}),
        changed("forged.json", { code: "bert" }),
        changed("outdated.json", { code: "carl", rev: 99 }),
        changed("terms.json", { code: "dora", terms: "hints=off" }),
        changed("a-file-that-is-about-a-lesson-which-this-class-does-not-have.json", { lesson: "no-such-lesson" }),
      ]);
      await page.locator(".class__table").waitFor();
    },
  },
  {
    name: "a certificate",
    open: async (page) => {
      const learners = page.locator(".class__table tbody tr");
      await learners.filter({ has: page.locator("th", { hasText: LONG }) }).locator(".button").click();
      await page.locator("#certificate-name").fill("Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff");
    },
  },
  {
    name: "at a learner's machine",
    open: async (page) => {
      await page.goto("./#/learn/class/device");
      await page.locator("#inject-fault").selectOption("2");
      await page.locator("#inject-drive").waitFor();
    },
  },
  {
    name: "a lesson is thrown away",
    open: async (page) => {
      await page.locator(".class__lesson .button").first().click();
      await page.locator("dialog[open]").waitFor();
    },
  },
];
