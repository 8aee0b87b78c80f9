// Memory: what comes and goes leaves nothing behind, however often. Only the program's own memory is looked at, which
// grows in steps of 64 KiB and never shrinks; what a round took when readers were never let go stands beside it.
import type { Page } from "@playwright/test";
import { instrument } from "./bench/measure.mjs";
import { call, create, reachable } from "./support/calls.ts";
import { jobs, openList, pause } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const MOST = 256 * 1024;

test.beforeEach(({ page }) => page.addInitScript(instrument));

/** How much larger the program's memory is after so many rounds; thirty that come before are not counted. */
async function grown(page: Page, rounds: number, round: (at: number) => Promise<unknown>): Promise<number> {
  const bytes = () => page.evaluate(() => (window as any).bench.wasmBytes() as number);
  for (let at = 0; at < 30; at++) await round(at);
  const before = await bytes();
  expect(before, "the program's memory is found").toBeGreaterThan(1_000_000);
  for (let at = 0; at < rounds; at++) await round(at);
  return (await bytes()) - before;
}

test("rows that are scrolled past leave nothing behind", async ({ page }) => {
  await page.goto("./#/?scenario=load&jobs=1000&seed=1");
  await expect(jobs(page)).toHaveAttribute("aria-rowcount", "1001");
  await pause(page);
  const region = page.locator(".table-region");
  const scroll = (at: number) =>
    region.evaluate(async (region, to) => {
      region.scrollTop = to;
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, (at % 2) * 5_000 + (at % 7) * 500);
  // 50 kB each.
  expect(await grown(page, 100, scroll)).toBeLessThanOrEqual(MOST);
});

test("jobs that are made and deleted leave nothing behind", async ({ page }) => {
  await openList(page);
  await reachable(page);
  await pause(page);
  const round = async () => {
    expect(await create(page, "round")).toMatchObject({ status: 201 });
    expect(await call(page, "DELETE", "round")).toMatchObject({ status: 200 });
  };
  // 4 kB each.
  expect(await grown(page, 200, round)).toBeLessThanOrEqual(MOST);
});

test("pages that are left leave nothing behind", async ({ page }) => {
  await openList(page);
  await pause(page);
  const places = ["settings", "console", "activity", "create", "jobs"];
  const visit = async (at: number) => {
    const place = places[at % places.length]!;
    await page.evaluate((place) => (location.hash = `#/${place}`), place);
    await page.locator(`main h1`).waitFor();
  };
  // 10 to 70 kB each.
  expect(await grown(page, 100, visit)).toBeLessThanOrEqual(MOST);
});
