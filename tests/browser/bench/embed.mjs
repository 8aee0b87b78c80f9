// Measures how soon an embedded portal can be asked: node bench/embed.mjs. From the frame's creation to its first message,
// with an empty cache and a full one, of another origin, with and without a sandbox. The goal is 2 s.
import { chromium as launcher } from "@playwright/test";
import { browserFlags, browserPath } from "./browser.mjs";
import { median } from "./measure.mjs";
import { dist, serve } from "../support/server.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const portal = await serve({ root: dist, base: "/portal/", headers: { "access-control-allow-origin": "*" }, compress: true });
const page = () => `<!doctype html><title>Host</title><script src="${portal.url}embed.js"></script><body>`;
const host = await serve({ base: "/host/", alter: (name) => (name === "host.html" ? page() : null) });

/** Milliseconds until the frame has said that it is ready. */
async function ready(page, sandbox) {
  await page.goto(`${host.url}host.html`);
  return page.evaluate(async (sandbox) => {
    const began = performance.now();
    await globalThis.iex.embed(document.body, { sandbox }).ready;
    return performance.now() - began;
  }, sandbox);
}

const browser = await launcher.launch({ executablePath: browserPath(), args: browserFlags });
for (const [name, sandbox] of [["another origin", undefined], ["sandboxed", "allow-scripts"]]) {
  const [cold, warm] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    cold.push(await ready(page, sandbox));
    warm.push(await ready(page, sandbox));
    await context.close();
  }
  console.log(`embedded, ${name}: ready after ${median(cold).toFixed(0)} ms with an empty cache, ${median(warm).toFixed(0)} ms with a full one`);
}
await browser.close();
await Promise.all([portal.close(), host.close()]);
