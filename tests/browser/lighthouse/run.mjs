// Lighthouse on the release build, as a static host serves it below a path: node run.mjs [FILTER]
// Fails if a page stays below what is promised. LIGHTHOUSE_RUNS says how often each page is measured (3).
import { readdir } from "node:fs/promises";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { dist, serve } from "../support/server.mjs";

const JOB = "resource/subscriptions/5f1c9a70-0000-4000-8000-00000c0a7050/resourceGroups/rg-media/providers/Microsoft.ImportExport/jobs/media-masters-import";
const PAGES = { list: "jobs", job: `${JOB}/overview`, create: "create", settings: "settings" };
const DEVICES = { desktop: desktopConfig, mobile: undefined };
const CATEGORIES = ["performance", "accessibility", "best-practices"];
/** The least score of each category. Lighthouse simulates a slow phone and a slow network for `mobile`. */
const LEAST = {
  desktop: { performance: 100, accessibility: 100, "best-practices": 100 },
  mobile: { performance: 90, accessibility: 100, "best-practices": 100 },
};
/** The superuser's browser does not start with its sandbox. */
const FLAGS = ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const RUNS = Number(process.env.LIGHTHOUSE_RUNS ?? 3);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const score = (result, category) => Math.round(100 * (result.categories[category].score ?? 0));
const seconds = (result, audit) => (result.audits[audit].numericValue / 1000).toFixed(2);

/** What a category lost points for, one line an audit. */
function faults(result, category) {
  const refs = result.categories[category].auditRefs.filter(({ weight }) => weight > 0);
  return refs
    .map(({ id }) => result.audits[id])
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, title, displayValue, details }) => {
      const where = (details?.items ?? []).map((item) => item.node?.selector ?? item.source?.url ?? item.description).filter(Boolean);
      return `${id}: ${title} ${displayValue ?? ""} ${where.slice(0, 3).join(" | ")}`.trim();
    });
}

/** The results of one page on one device; the page is a first visit each time. */
async function measure(url, config, port) {
  const results = [];
  for (let run = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: "error" }, config);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    results.push(lhr);
  }
  return results;
}

const portal = await serve({ base: "/training/portal/", compress: true });
// The server compresses a file when it is first asked for it; no visit that is measured waits for that.
for (const name of await readdir(dist)) await (await fetch(portal.url + name)).arrayBuffer();
const browser = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS, logLevel: "error" });
const rows = [];
const troubles = [];
try {
  for (const [device, config] of Object.entries(DEVICES)) {
    for (const [name, route] of Object.entries(PAGES)) {
      if (!`${device} ${name}`.includes(process.argv[2] ?? "")) continue;
      const results = await measure(`${portal.url}#/${route}`, config, browser.port);
      // The run in the middle stands for the speed; what is wrong once is wrong.
      const middle = median(results.map((result) => score(result, "performance")));
      const typical = results.find((result) => score(result, "performance") === middle);
      const row = { device, page: name, performance: middle };
      for (const category of CATEGORIES.slice(1)) row[category] = Math.min(...results.map((result) => score(result, category)));
      row["first paint, s"] = seconds(typical, "first-contentful-paint");
      row["largest paint, s"] = seconds(typical, "largest-contentful-paint");
      row["blocked, s"] = seconds(typical, "total-blocking-time");
      row["layout shift"] = typical.audits["cumulative-layout-shift"].numericValue.toFixed(3);
      rows.push(row);
      for (const category of CATEGORIES) {
        if (row[category] >= LEAST[device][category]) continue;
        const worst = category === "performance" ? typical : results.find((result) => score(result, category) === row[category]);
        troubles.push(`${name}, ${device}: ${category} ${row[category]}, promised ${LEAST[device][category]}`);
        troubles.push(...faults(worst, category).map((fault) => `    ${fault}`));
      }
    }
  }
} finally {
  await browser.kill();
  await portal.close();
}

console.table(rows);
if (troubles.length) {
  console.error(troubles.join("\n"));
  process.exitCode = 1;
}
