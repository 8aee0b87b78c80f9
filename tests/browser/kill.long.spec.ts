// The browser itself is killed at random moments: every command that was answered is there after the next start.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type Page, chromium } from "@playwright/test";
import { listed, openForCalls } from "./support/calls.ts";
import { chromium as executable, flags } from "./support/chromium.ts";
import { expect, test } from "./support/test.ts";

const KILLS = Number(process.env.PORTAL_KILLS ?? 50);
/** The longest use before a kill, in milliseconds; every fifth comes within the first second after a command. */
const LONGEST = 20_000;

type Running = { process: ChildProcess; browser: Browser; page: Page };

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
  const page = await browser.contexts()[0].newPage();
  await openForCalls(page, new URL("#/settings", url).href);
  return { process, browser, page };
}

async function kill({ process, browser }: Running) {
  const ended = new Promise((resolve) => process.once("exit", resolve));
  globalThis.process.kill(-process.pid!, "SIGKILL");
  await ended;
  await browser.close().catch(() => {});
}

test(`${KILLS} kills: no answered command is lost, no deleted job is back`, async ({ baseURL }) => {
  test.setTimeout(KILLS * 90_000);
  const profile = await mkdtemp(join(tmpdir(), "portal-kill-"));
  const wanted = new Set<string>();
  let seed = 7;
  const draw = (below: number) => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) % below;
  let answered = 0;
  let running = await start(profile, baseURL!);
  try {
    for (let round = 0; round < KILLS; round++) {
      const life = round % 5 === 0 ? draw(1_000) : draw(LONGEST);
      // What is answered is reported one by one; what is under way at the kill may have been done or not.
      const sure: [string, string][] = [];
      let open = "";
      await running.page.exposeFunction("began", (name: string) => void (open = name));
      await running.page.exposeFunction("answered", (kind: string, name: string) => void sure.push([kind, name]));
      const use = running.page
        .evaluate(
          async ([round, known]) => {
            const { call, exportJob, began, answered } = globalThis as any;
            const there = [...known];
            for (let n = 0; ; n++) {
              const deletes = n % 3 === 2 && there.length > 0;
              const name = deletes ? there.shift()! : `kill-${round}-${n}`;
              await began(name);
              const { status } = deletes ? await call("DELETE", name) : await call("PUT", name, exportJob);
              if (status !== (deletes ? 200 : 201)) throw new Error(`${name}: ${status}`);
              await answered(deletes ? "deleted" : "created", name);
              if (!deletes) there.push(name);
              await new Promise((resolve) => setTimeout(resolve, 20 + ((n * 37) % 400)));
            }
          },
          [round, [...wanted]] as const,
        )
        .catch((error: Error) => error);
      await Promise.race([use, new Promise((resolve) => setTimeout(resolve, life))]);
      await kill(running);
      const end = await use;
      expect(String(end), "the page was killed, nothing else went wrong").toMatch(/closed|crash|destroyed|Target/i);
      for (const [kind, name] of sure) {
        if (kind === "created") wanted.add(name);
        else wanted.delete(name);
      }
      answered += sure.length;
      running = await start(profile, baseURL!);
      const found = (await listed(running.page)).map((line) => line.split(" ")[0]);
      // The command that was open at the kill counts as whatever it has come to.
      if (found.includes(open)) wanted.add(open);
      else if (!sure.some(([, name]) => name === open)) wanted.delete(open);
      expect(found, `after kill ${round + 1}, ${life} ms of use`).toEqual([...wanted].sort());
    }
    console.log(`${KILLS} kills, ${answered} answered commands, none lost`);
  } finally {
    await kill(running).catch(() => {});
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
