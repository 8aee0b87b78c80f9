// Measures how soon the list is there without a network, after one visit: node bench/offline.mjs. The host is gone by then.
// The goal is 1 s.
import { chromium as launcher } from "@playwright/test";
import { browserFlags, browserPath } from "./browser.mjs";
import { median } from "./measure.mjs";
import { dist, serve } from "../support/server.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);

/** Whether a copy is whole: its list is put there last. */
const isWhole = (page) =>
  page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const all = await (await caches.open(name)).keys();
      if (all.some(({ url }) => /\/offline-\w+\.json$/.test(url))) return true;
    }
    return false;
  });

const times = [];
const browser = await launcher.launch({ executablePath: browserPath(), args: browserFlags });
for (let round = 0; round < ROUNDS; round += 1) {
  const host = await serve({ root: dist, base: "/some/where/", compress: true });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const first = await context.newPage();
  await first.goto(host.url);
  while (!(await isWhole(first))) await new Promise((resolve) => setTimeout(resolve, 100));
  await first.close();
  await host.close();
  const page = await context.newPage();
  await page.goto(host.url);
  await page.locator("tr[data-no]").first().waitFor();
  times.push(await page.evaluate(() => performance.now()));
  await context.close();
}
await browser.close();
console.log(`without a network: the first row after ${Math.round(median(times))} ms, at most ${Math.round(Math.max(...times))} ms (median of ${ROUNDS})`);
