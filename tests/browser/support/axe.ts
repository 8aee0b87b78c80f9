// Accessibility: what axe finds on a page, as a list that reads well when it is not empty.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "@playwright/test";
import { expect } from "./test.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Every rule of WCAG 2.2 AA, and what is good besides. */
export const ALL = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** The rules that a change of colours alone can break. */
export const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe finds in a document as it is, one line a finding. */
export async function findings(document: Page | Frame, runOnly: object = ALL, rules: object = {}): Promise<string[]> {
  if (await document.evaluate(() => !("axe" in window))) await document.evaluate(axe);
  return document.evaluate(async ([runOnly, rules]) => {
    // @ts-expect-error axe has been put into the page.
    const { violations } = await window.axe.run(document, { runOnly, rules, resultTypes: ["violations"], iframes: false });
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { target: string[]; failureSummary: string }[] }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary.split("\n").at(-1)!.trim()}`),
    );
  }, [runOnly, rules] as const);
}

/** What a page may leave to a frame in it: the heading, and the main part. */
const LEFT_TO_FRAMES = { "page-has-heading-one": { enabled: false }, "landmark-one-main": { enabled: false } };

/** Expects that axe finds nothing on the page as it is now, nor in its frames. */
export async function expectAccessible(page: Page) {
  const found: string[] = [];
  for (const frame of page.frames()) {
    const rules = frame.childFrames().length > 0 ? LEFT_TO_FRAMES : {};
    found.push(...(await findings(frame, ALL, rules)));
  }
  expect(found, "axe finds nothing").toEqual([]);
}
