// What a page shows while it waits for the service, when that takes long and when it fails: by picture, to the keyboard and
// to screen readers, and without anything that moves when the answer is there.
import type { Page } from "@playwright/test";
import { openJob, type Tab } from "./support/jobs.ts";
import { expectPicture } from "./support/picture.ts";
import { openList, pause, told } from "./support/portal.ts";
import { expect, needs, test } from "./support/test.ts";

// The browser says in its console which answers were none.
test.use({ provoked: /Failed to load resource/ });

const main = (page: Page) => page.getByRole("main");
const waiting = (page: Page) => main(page).getByText("Waiting for the service…");

const TABS = ["overview", "tracking", "drives", "keys", "json", "calls"] satisfies Tab[];
const PAGES = ["list", ...TABS.map((tab) => `job-${tab}`), "create", "activity"];

/** The address of a page, while the clock stands still. */
async function addressOf(page: Page, name: string): Promise<string> {
  await openList(page);
  await pause(page);
  if (!name.startsWith("job-")) return `#/${name === "list" ? "jobs" : name}`;
  await openJob(page, "media-masters-import", name.slice(4) as Tab);
  return new URL(page.url()).hash;
}

/** Opens a page anew with these switches. */
async function openWith(page: Page, address: string, switches: string) {
  await page.goto(`./${address}?${switches}`);
  await page.reload();
}

for (const name of PAGES) {
  test(`${name}: pictures of waiting, of waiting for long, and of a failure`, async ({ page }) => {
    needs("pictures");
    const address = await addressOf(page, name);
    await page.clock.install();
    await openWith(page, address, "fail=never");
    await expect(waiting(page)).toBeVisible();
    await expectPicture(main(page), `state-${name}-slow`);
    await page.clock.fastForward("00:11");
    await expect(main(page).getByText("The service has not answered for a while.")).toBeVisible();
    await expectPicture(main(page), `state-${name}-never`);
    await page.clock.resume();
    await openWith(page, address, "fail=503");
    await expect(main(page).getByRole("alert").filter({ hasText: "This page could not be loaded" })).toBeVisible();
    await expectPicture(main(page), `state-${name}-failed`);
  });

  test(`${name}: nothing moves when the answer is there`, async ({ page }) => {
    needs("shifts");
    const address = await addressOf(page, name);
    await openWith(page, address, "latency=1500");
    await expect(waiting(page)).toBeVisible();
    const moved = await page.evaluate(async () => {
      const from = performance.now();
      const main = document.querySelector("main")!;
      await new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => main.hasAttribute("data-hold") || resolve());
        watch.observe(main, { attributes: true });
        if (!main.hasAttribute("data-hold")) resolve();
      });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return new Promise<string[]>((resolve) => {
        new PerformanceObserver((list) => {
          const late = list.getEntries().filter((entry) => entry.startTime >= from);
          // @ts-expect-error TypeScript does not know this entry.
          resolve(late.flatMap((entry) => entry.sources.map((source) => source.node?.className ?? "?")));
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
      });
    });
    expect(moved).toEqual([]);
    await expect(waiting(page)).toBeHidden();
  });
}

test("while a page waits, the keyboard reaches the frame and the message, and nothing that is not shown", async ({ page }) => {
  await openWith(page, "#/jobs", "fail=never");
  await expect(waiting(page)).toBeVisible();
  await expect(main(page).getByRole("status").filter({ hasText: "Waiting for the service…" })).toBeVisible();
  const reached: string[] = [];
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press("Tab");
    reached.push(
      await page.evaluate(() => {
        const at = document.activeElement!;
        if (at === document.body) return "";
        if (!at.checkVisibility({ visibilityProperty: true })) return `hidden: ${at.outerHTML.slice(0, 80)}`;
        return at.closest("main") ? "main" : "frame";
      }),
    );
  }
  expect(reached.filter((what) => what.startsWith("hidden"))).toEqual([]);
  expect(reached).toContain("frame");
});

test("screen readers hear that a page has come, and why it has not", async ({ page }) => {
  await openWith(page, "#/activity", "latency=600");
  await expect(told(page).filter({ hasText: "The page is loaded." })).toBeAttached();
  await openWith(page, "#/activity", "fail=503");
  await expect(main(page).getByRole("alert")).toContainText("The service is not available at the moment.");
});

test("a job is made once, however often the button is pressed while the answer is on its way", async ({ page }) => {
  await page.goto("./#/create?latency=Jobs_Create:1500");
  await page.getByLabel("Job name").fill("pressed-twice");
  await page.getByRole("button", { name: "Fill with sample data" }).click();
  await page.getByRole("button", { name: "Review + create" }).click();
  const press = page.getByRole("button", { name: "Create", exact: true });
  await press.dblclick();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "pressed-twice" })).toBeVisible();
  await page.goto("./#/activity?q=pressed-twice");
  await expect(main(page).getByRole("row").filter({ hasText: "pressed-twice" }).filter({ hasText: "Create" })).toHaveCount(1);
});
