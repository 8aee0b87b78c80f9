// A learning platform: scorm-again over the package that `cargo xtask scorm` makes of dist/.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BrowserContext, Page } from "@playwright/test";
import { serve } from "./server.mjs";
import { unzip } from "./zip.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const library = fileURLToPath(new URL("../node_modules/scorm-again/dist/scorm12.min.js", import.meta.url));

/** What a platform keeps of a learner and a lesson. */
export type Kept = { core: Record<string, unknown>; suspend_data?: string; student_data?: { mastery_score?: string } };

/** The platform's page: it reads the manifest, begins a session and shows the lesson that is asked for. */
const PAGE = `<!doctype html><html lang="en"><head><title>LMS</title><meta charset="utf-8"><link rel="icon" href="data:,">
<style>html, body { margin: 0; height: 100%; } iframe { width: 100%; height: 95%; border: 0; }</style>
<script src="scorm12.js"></script></head><body><script src="lms.js"></script></body></html>`;

const SCRIPT = `(async () => {
  const text = await (await fetch("imsmanifest.xml")).text();
  const manifest = new DOMParser().parseFromString(text, "text/xml");
  const lesson = new URLSearchParams(location.search).get("lesson");
  const item = [...manifest.querySelectorAll("item")].find((item) => item.getAttribute("identifierref") === "lesson-" + lesson);
  const resource = [...manifest.querySelectorAll("resource")].find((one) => one.getAttribute("identifier") === "lesson-" + lesson);
  const mastery = item.getElementsByTagName("adlcp:masteryscore")[0]?.textContent ?? "";
  window.commits = [];
  if (window.wanted.api) {
    window.API = window.wanted.api();
  } else {
    const api = new Scorm12API({ autocommit: false, logLevel: 5 });
    api.loadFromJSON({ core: { student_id: "1", student_name: "A" }, student_data: { mastery_score: mastery }, ...window.wanted.kept });
    api.on("LMSCommit", () => window.commits.push(api.renderCMIToJSONObject().cmi));
    api.on("LMSFinish", () => (window.ended = api.renderCMIToJSONObject().cmi));
    window.API = api;
  }
  const url = resource.getAttribute("href");
  if (window.wanted.opens) {
    window.open(url);
    return;
  }
  const frame = document.createElement("iframe");
  frame.title = item.querySelector("title").textContent;
  frame.src = url;
  document.body.append(frame);
})();`;

/** Makes the package and serves it with the platform's page, at a port of its own. */
export async function platform(language = "en") {
  await promisify(execFile)("cargo", ["xtask", "scorm"], { cwd: root });
  const files = unzip(await readFile(`${root}target/scorm/import-export-course.${language}.zip`));
  const own: Record<string, Buffer | string> = { "lms.html": PAGE, "lms.js": SCRIPT, "scorm12.js": await readFile(library) };
  const server = await serve({ base: "/course/", alter: (name: string) => own[name] ?? files.get(name) ?? null });
  return { ...server, files };
}

/** What a session begins with. */
export type Session = { kept?: Kept; api?: string; opens?: boolean };

/** A page of the platform with a lesson. `api` is the text of a function that makes another interface than scorm-again's. */
export async function launch(context: BrowserContext, url: string, lesson: string, { kept, api, opens }: Session = {}): Promise<Page> {
  const page = await context.newPage();
  const wanted = `{ kept: ${JSON.stringify(kept ?? {})}, opens: ${opens ?? false}, api: ${api ?? "null"} }`;
  await page.addInitScript(`window.wanted = ${wanted};`);
  await page.goto(`${url}lms.html?lesson=${lesson}`);
  return page;
}

/** What the lesson has told the platform so far. */
export const told = (page: Page) => page.evaluate(() => (globalThis as unknown as { API: { renderCMIToJSONObject(): { cmi: Kept } } }).API.renderCMIToJSONObject().cmi);

/** Closes the lesson as platforms do, and gives what is kept then; nothing if the lesson did not end its session. */
export async function close(page: Page): Promise<Kept | undefined> {
  const ended = await page.evaluate(() => {
    document.querySelector("iframe")?.remove();
    return (globalThis as unknown as { ended?: Kept }).ended;
  });
  await page.close();
  return ended;
}
