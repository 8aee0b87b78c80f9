// Measures whether one build starts later than another: node bench/against.mjs OTHER [THIS], two folders such as dist/.
// The two take turns, so that what else the machine does meets both. First visits and reloads, each to the first row.
import { chromium as launcher } from "@playwright/test";
import { browserFlags, browserPath } from "./browser.mjs";
import { median } from "./measure.mjs";
import { dist, serve } from "../support/server.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 21);

const [other, mine = dist] = process.argv.slice(2);
if (!other) throw new Error("Which build is it to be compared with? node bench/against.mjs OTHER [THIS]");

/** The milliseconds until the first row of a page that is on its way. */
async function firstRow(page) {
  await page.locator("tr[data-no]").first().waitFor();
  return page.evaluate(() => performance.getEntriesByName("first-row")[0].startTime);
}

const browser = await launcher.launch({ executablePath: browserPath(), args: browserFlags });
const times = { first: { other: [], mine: [] }, again: { other: [], mine: [] } };
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [which, root] of round % 2 ? [["other", other], ["mine", mine]] : [["mine", mine], ["other", other]]) {
    const host = await serve({ root, base: "/some/where/", compress: true });
    // Without its worker, which would fetch the whole portal meanwhile.
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const look = () => (document.querySelector("tr[data-no]") ? performance.mark("first-row") : requestAnimationFrame(look));
      look();
    });
    await page.goto(host.url);
    const first = await firstRow(page);
    await page.reload();
    const again = await firstRow(page);
    // The first round warms the machine up.
    if (round > 0) {
      times.first[which].push(first);
      times.again[which].push(again);
    }
    await context.close();
    await host.close();
  }
}
await browser.close();
for (const [what, { other, mine }] of Object.entries(times)) {
  const ratios = mine.map((time, round) => time / other[round]).sort((a, b) => a - b);
  console.log(
    `${what === "first" ? "a first visit" : "a reload"}: the first row after ${Math.round(median(mine))} ms, in the other build after ${Math.round(median(other))} ms; ` +
      `${median(ratios).toFixed(2)} times as long (median of ${ROUNDS} pairs, half of them between ${ratios[Math.floor(ROUNDS / 4)].toFixed(2)} and ${ratios[Math.floor((3 * ROUNDS) / 4)].toFixed(2)})`,
  );
}
