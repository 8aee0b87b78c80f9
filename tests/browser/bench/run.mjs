// Measures the portal beside the hand-written page of this folder, in one run: node bench/run.mjs OUT [N…]
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium as launcher } from "@playwright/test";
import { browserFlags, browserPath } from "./browser.mjs";
import { act, filter, frames, instrument, load, median, memory, rounds, sort } from "./measure.mjs";
import { report } from "./report.mjs";
import { dist, serve } from "../support/server.mjs";

const [out, ...given] = process.argv.slice(2);
const SIZES = given.length ? given.map(Number) : [100, 1_000, 3_000, 10_000];
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const here = fileURLToPath(new URL(".", import.meta.url));

const portal = await serve({ root: dist, base: "/portal/" });
const limit = await serve({ root: here, base: "/vanilla/" });

/** The stored text of one job of the vanilla page: of the length that the portal's load scenario has. */
function job(n) {
  const states = ["Creating", "Shipping", "Received", "Transferring", "Packaging", "Completed"];
  const name = `load-job-${String(n).padStart(5, "0")}`;
  const known = { name, type: n % 3 ? "Import" : "Export", state: states[n % 6], percent: n % 101 };
  const created = new Date(Date.UTC(2026, 0, 1) + n * 977_000).toISOString();
  return JSON.stringify({ ...known, location: `Region ${n % 27}`, created, rest: "x".repeat(280) });
}

const subjects = {
  portal: {
    url: portal.url,
    prepare: async (page, n) => {
      await page.goto(`${portal.url}#/?scenario=load&jobs=${n}&seed=1`);
      await page.evaluate(() => window.bench.seen);
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByRole("button", { name: "Resume" }).waitFor();
    },
  },
  vanilla: {
    url: `${limit.url}vanilla.html`,
    prepare: async (page, n) => {
      await page.goto(`${limit.url}vanilla.html`);
      const entries = Array.from({ length: n }, (_, at) => [`vanilla/job/${at}`, job(at)]);
      await page.evaluate((entries) => entries.forEach(([key, value]) => localStorage.setItem(key, value)), entries);
    },
  },
};

async function measure(subject, n) {
  const browser = await launcher.launch({ executablePath: browserPath(), args: browserFlags });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable");
    await page.addInitScript(instrument);
    await subject.prepare(page, n);
    const figures = {};
    const take = async (name, rounds, one) => {
      const all = [];
      for (let round = 0; round < rounds; round++) all.push(await one(round));
      const split = typeof all[0] === "object";
      figures[name] = median(split ? all.map(({ wall }) => wall) : all);
      if (split) figures[`${name} (CPU)`] = median(all.map(({ cpu }) => cpu));
    };
    await take("cold start", ROUNDS, () => load(page, cdp, subject.url, true));
    await take("warm start", ROUNDS, () => load(page, cdp, subject.url, false));
    figures.memory = await memory(page, cdp);
    await take("Delete", ROUNDS, () => act(page, cdp, "Delete"));
    await take("Cancel", ROUNDS, () => act(page, cdp, "Cancel"));
    await take("filter key", ROUNDS, (round) => filter(page, String((round % 9) + 1)));
    const columns = ["Created", "State", "Location", "Name"];
    await take("sort", ROUNDS, (round) => sort(page, columns[round % columns.length]));
    return { figures, page, context, cdp, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** What only the portal has: a clock. */
async function clock({ page }) {
  const jump = page.evaluate(
    () =>
      new Promise((resolve) => {
        const tasks = [];
        const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)));
        observer.observe({ type: "longtask" });
        setTimeout(() => resolve(Math.max(0, ...tasks)), 4_000);
      }),
  );
  const time = page.getByRole("group", { name: "Simulation clock" });
  const select = time.getByRole("combobox");
  await select.selectOption({ index: (await select.locator("option").count()) - 1 });
  await time.getByRole("button", { name: "Resume" }).click();
  const running = await frames(page, 3);
  await time.getByRole("button", { name: "Pause" }).click();
  await time.getByRole("button", { name: "+90 days" }).click();
  return { "frames a second": running.aSecond, "longest frame": running.longest, "longest task of +90 days": await jump };
}

/** Bytes that are in use after so many jobs have been made and deleted in sight, beside those after a warm-up. */
async function growth({ page, cdp }) {
  // As it was sorted last, the list might draw no row for them.
  await load(page, cdp, portal.url, false);
  await rounds(page, 200);
  const before = await memory(page, cdp);
  await rounds(page, 1_000);
  return (await memory(page, cdp)) - before;
}

const results = [];
for (const n of SIZES) {
  const row = { n };
  for (const [name, subject] of Object.entries(subjects)) {
    const measured = await measure(subject, n);
    row[name] = measured.figures;
    if (name === "portal") {
      if (n === SIZES[0]) row.growth = await growth(measured);
      row.clock = await clock(measured);
    }
    await measured.close();
    console.log(n, name, JSON.stringify(row[name]), JSON.stringify({ ...row.clock, growth: row.growth }));
  }
  results.push(row);
}
await Promise.all([portal.close(), limit.close()]);
await writeFile(join(out, "browser.json"), JSON.stringify(results, null, 2));
const criterion = await readFile(join(out, "native.json"), "utf8").then(JSON.parse, () => []);
await writeFile(join(out, "report.html"), report(results, criterion));
console.log(`The report is ${join(out, "report.html")}`);
