// Measures how long the page takes to verify what a class has handed in: node bench/class.mjs FOLDER [ROUNDS]
// `cargo run --example submissions` writes the files, 30 learners and 12 lessons if nothing else is said.
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium as launcher } from "@playwright/test";
import { browserFlags, browserPath } from "./browser.mjs";
import { median } from "./measure.mjs";
import { dist, serve } from "../support/server.mjs";

const [folder, rounds = "5"] = process.argv.slice(2);
const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
const files = names.map((name) => join(resolve(folder), name));
const lessons = [...new Set(names.map((name) => name.replace(/-\d+\.json$/, "")))];
const portal = await serve({ root: dist, base: "/portal/" });
const browser = await launcher.launch({ executablePath: browserPath(), args: browserFlags });
const totals = [];
const longest = [];
try {
  for (let round = 0; round < Number(rounds); round++) {
    const page = await browser.newPage({ locale: "en-US" });
    await page.addInitScript((link) => localStorage.setItem("iep/pref/class-set", link), `lessons=${lessons.join(".")}`);
    await page.goto(`${portal.url}#/learn/class/collect`);
    const field = page.getByLabel("Submissions", { exact: true });
    await field.waitFor();
    // From the moment that the page has the files until the table is painted, and the longest time it did not answer.
    await page.evaluate((count) => {
      window.blocked = 0;
      let last = performance.now();
      const beat = () => {
        window.blocked = Math.max(window.blocked, performance.now() - last);
        last = performance.now();
        setTimeout(beat, 0);
      };
      beat();
      window.verified = new Promise((done) => {
        document.querySelector("#class-files").addEventListener("change", () => {
          const begun = performance.now();
          window.blocked = 0;
          const look = () => {
            const said = [...document.querySelectorAll("[role=status]")].map((it) => it.textContent).join(" ");
            if (!said.includes(`${count} files read:`)) return requestAnimationFrame(look);
            requestAnimationFrame(() => setTimeout(() => done({ total: performance.now() - begun, said, blocked: window.blocked }), 0));
          };
          look();
        }, { capture: true, once: true });
      });
    }, files.length);
    await field.setInputFiles(files);
    const { total, said, blocked } = await page.evaluate(() => window.verified);
    totals.push(total);
    longest.push(blocked);
    console.log(`${total.toFixed(0)} ms, at most ${blocked.toFixed(0)} ms without an answer: ${said.match(/\d+ files read: [^.]*/)?.[0]}`);
    await page.close();
  }
} finally {
  await browser.close();
  await portal.close?.();
}
console.log(`median of ${totals.length}: ${median(totals).toFixed(0)} ms for ${files.length} files, at most ${median(longest).toFixed(0)} ms without an answer`);
process.exit(0);
