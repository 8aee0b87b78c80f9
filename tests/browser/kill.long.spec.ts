// The browser itself is killed at random moments: every command that was answered is there after the next start.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type Page, chromium } from "@playwright/test";
import { listed, openForCalls } from "./support/calls.ts";
import { chromium as executable, flags } from "./support/engines.ts";
import { clock } from "./support/portal.ts";
import { MAIN, entries } from "./support/storage.ts";
import { expect, needs, test } from "./support/test.ts";

const KILLS = Number(process.env.PORTAL_KILLS ?? 50);
/** Browsers side by side, each with a profile of its own and a part of the kills. */
const PROFILES = Number(process.env.PORTAL_KILL_PROFILES ?? 2);
/**
 * The longest use before a kill, in milliseconds: `PORTAL_KILL_LIFE=600000` spreads the kills over ten minutes.
 * Every fifth comes within the first second after a command.
 */
const LONGEST = Number(process.env.PORTAL_KILL_LIFE ?? 20_000);
/** The longest pause between two commands of a tab, in milliseconds. */
const PAUSE = Math.min(2_000, LONGEST / 50);
/** So many jobs a tab may leave behind before it rather deletes. */
const MANY = 100;
const HOUR = 3_600_000;

type Running = { process: ChildProcess; browser: Browser; pages: Page[] };

async function start(profile: string, url: string): Promise<Running> {
  const args = [...flags, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  await rm(join(profile, "DevToolsActivePort"), { force: true });
  // A group of its own, so that a kill reaches every process of the browser at once.
  const process = spawn(executable(), args, { detached: true, stdio: "ignore" });
  const port = await expect
    .poll(async () => (await readFile(join(profile, "DevToolsActivePort"), "utf8").catch(() => "")).split("\n")[0])
    .toMatch(/^\d+$/)
    .then(() => readFile(join(profile, "DevToolsActivePort"), "utf8"));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port.split("\n")[0]}`);
  const pages: Page[] = [];
  for (let tab = 0; tab < 2; tab++) {
    pages.push(await browser.contexts()[0].newPage());
    await openForCalls(pages[tab], new URL("#/settings", url).href);
  }
  return { process, browser, pages };
}

/** The simulated time that is kept, in milliseconds. */
const time = async (page: Page): Promise<number> => JSON.parse((await entries(page))[`${MAIN}head`])[3];

async function kill({ process, browser }: Running) {
  const ended = new Promise((resolve) => process.once("exit", resolve));
  globalThis.process.kill(-process.pid!, "SIGKILL");
  await ended;
  await browser.close().catch(() => {});
}

for (let profile = 0; profile < PROFILES; profile++) {
  const kills = Math.floor((KILLS + profile) / PROFILES);
  test(`${kills} kills in profile ${profile + 1}: no answered command is lost, no deleted job is back`, ({ baseURL }) =>
    survive(kills, profile, baseURL!));
}

async function survive(kills: number, no: number, baseURL: string) {
  needs("kill");
  test.setTimeout(kills * (90_000 + LONGEST));
  const profile = await mkdtemp(join(tmpdir(), "portal-kill-"));
  const wanted = new Set<string>();
  const cancels = new Set<string>();
  let seed = 7 + no;
  const draw = (below: number) => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) % below;
  let answered = 0;
  let used = 0;
  let running = await start(profile, baseURL);
  try {
    for (let round = 0; round < kills; round++) {
      const life = draw(round % 5 === 0 ? 1_000 : LONGEST);
      const [first, second] = running.pages;
      // A jump that was answered counts as a command.
      const from = await time(first);
      await clock(second).getByRole("button", { name: "+1 hour", exact: true }).click();
      await expect.poll(() => time(first)).toBeGreaterThanOrEqual(from + HOUR);
      // What is answered is reported one by one; what is under way at the kill may have been done or not.
      const sure: [string, string][] = [];
      const open: [string, string][] = [["", ""], ["", ""]];
      const known = [...wanted];
      for (const [tab, page] of running.pages.entries()) {
        await page.exposeFunction("began", (kind: string, name: string) => void (open[tab] = [kind, name]));
        await page.exposeFunction("answered", (kind: string, name: string) => void sure.push([kind, name]));
      }
      const uses = running.pages.map((page, tab) =>
        page
          .evaluate(
            async ([label, known, most, many]) => {
              const { call, exportJob, began, answered } = globalThis as any;
              const there = [...known];
              const send = async (kind: string, name: string, status: number, method: string, body?: unknown) => {
                await began(kind, name);
                const answer = await call(method, name, body);
                if (answer.status !== status) throw new Error(`${kind} ${name}: ${answer.status}`);
                await answered(kind, name);
              };
              for (let n = 0; ; n++) {
                const name = `kill-${label}-${n}`;
                if ((n % 3 === 2 && there.length > 0) || there.length > many) await send("deleted", there.shift()!, 200, "DELETE");
                else {
                  await send("created", name, 201, "PUT", exportJob);
                  if (n % 4 === 1) await send("cancelled", name, 200, "PATCH", { properties: { cancelRequested: true } });
                  there.push(name);
                }
                await new Promise((resolve) => setTimeout(resolve, 20 + ((n * 37) % most)));
              }
            },
            // Each tab deletes jobs of its own, so that every answer is the one expected.
            [`${round}-${tab}`, known.filter((_, n) => n % 2 === tab), PAUSE, MANY] as const,
          )
          .catch((error: Error) => error),
      );
      await Promise.race([...uses, new Promise((resolve) => setTimeout(resolve, life))]);
      await kill(running);
      for (const end of await Promise.all(uses)) {
        expect(String(end), "the page was killed, nothing else went wrong").toMatch(/closed|crash|destroyed|Target/i);
      }
      for (const [kind, name] of sure) {
        if (kind === "created") wanted.add(name);
        else if (kind === "deleted") wanted.delete(name);
        else cancels.add(name);
      }
      answered += sure.length + 1;
      used += life;
      running = await start(profile, baseURL);
      const lines = await listed(running.pages[0]);
      const found = lines.map((line) => line.split(" ")[0]);
      // The commands that were open at the kill count as whatever they have come to.
      for (const [kind, name] of open) {
        if (sure.some(([done, which]) => done === kind && which === name)) continue;
        if (kind === "cancelled") {
          if (lines.includes(`${name} cancelled`)) cancels.add(name);
        } else if (found.includes(name)) wanted.add(name);
        else wanted.delete(name);
      }
      const expected = [...wanted].map((name) => (cancels.has(name) ? `${name} cancelled` : name));
      expect(lines, `after kill ${round + 1}, ${life} ms of use`).toEqual(expected.sort());
      expect(await time(running.pages[0]), "no jump is undone").toBeGreaterThanOrEqual(from + HOUR);
    }
    console.log(`${kills} kills in ${Math.round(used / 1000)} s of use, ${answered} answered commands, none lost`);
  } finally {
    await kill(running).catch(() => {});
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
