// Neighbours: two copies of the portal at two paths of one origin, of which neither sees or ends anything of the other's.
import type { BrowserContext, Page } from "@playwright/test";
import { current, host } from "./support/builds.ts";
import { create, listed, openForCalls } from "./support/calls.ts";
import { clock, pause } from "./support/portal.ts";
import { entries } from "./support/storage.ts";
import { expect, test } from "./support/test.ts";

// The host has a port of its own.
test.use({ provoked: /request to another origin: http:\/\/127\.0\.0\.1:\d+\/|Fetch API cannot load/ });

/** A host with one build at the paths `one/` and `two/`. */
async function neighbours(body: (one: string, two: string) => Promise<void>) {
  const build = await current();
  const at = await host(build, "/");
  at.spoil((name) => build.files.get(name.replace(/^(one|two)\//, "")) ?? null);
  try {
    await body(`${at.url}one/`, `${at.url}two/`);
  } finally {
    await at.close();
  }
}

/** A tab of the copy at this address whose clock stands still, with a job of its own that was made by a script. */
async function withJob(context: BrowserContext, url: string, name: string): Promise<Page> {
  const page = await context.newPage();
  await openForCalls(page, `${url}#/settings`);
  await pause(page);
  expect((await create(page, name)).status).toBe(201);
  return page;
}

const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
/** What is kept of the workspace of the copy with the plain names. */
const plain = async (page: Page) => Object.entries(await entries(page)).filter(([key]) => key.startsWith("iep/w/main/")).sort();

test("workspaces, clocks, settings and drafts of two copies are apart, and each leads its own", async ({ context }) => {
  await neighbours(async (one, two) => {
    const [first, second] = [await withJob(context, one, "of-the-first"), await withJob(context, two, "of-the-second")];
    expect(await listed(first)).toEqual(["of-the-first"]);
    expect(await listed(second)).toEqual(["of-the-second"]);
    const time = await clock(second).innerText();
    await clock(first).getByRole("button", { name: "+1 day" }).click();
    await expect(clock(first)).toContainText("3 Mar 2026");
    expect(await clock(second).innerText()).toBe(time);
    await first.getByRole("radio", { name: "Türkçe" }).check();
    await expect(first.locator("html")).toHaveAttribute("lang", /^tr/);
    for (const page of [first, second]) await page.reload();
    await expect(second.locator("html")).toHaveAttribute("lang", /^en/);
    await expect(first.locator("html")).toHaveAttribute("lang", /^tr/);
    await expect(clock(second)).toContainText("2 Mar 2026");

    const keys = Object.keys(await entries(second));
    for (const head of ["iep/w/main/head", "/two/ iep/w/main/head"]) expect(keys).toContain(head);
    expect(keys.filter((key) => !/^(\/two\/ )?iep\//.test(key))).toEqual([]);
    expect(await databases(second)).toEqual(["/two/ iep", "iep"]);
  });
});

test("a workspace that begins anew in one copy takes nothing from the other, in one tab too", async ({ context }) => {
  await neighbours(async (one, two) => {
    const page = await withJob(context, one, "stays");
    await openForCalls(page, `${two}#/settings`);
    expect(await listed(page)).toEqual([]);
    expect((await create(page, "goes")).status).toBe(201);
    const kept = await plain(page);
    await page.getByRole("button", { name: "Start over…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
    await expect.poll(() => listed(page)).toEqual([]);
    expect(await plain(page)).toEqual(kept);
    await openForCalls(page, `${one}#/settings`);
    expect(await listed(page)).toEqual(["stays"]);
  });
});

test("what was kept before a host had two copies belongs to the copy that is opened first", async ({ context }) => {
  await neighbours(async (one, two) => {
    const page = await withJob(context, one, "from-before");
    await page.evaluate(() => localStorage.removeItem("iep/home"));
    await openForCalls(page, `${two}#/settings`);
    expect(await listed(page)).toEqual(["from-before"]);
    await openForCalls(page, `${one}#/settings`);
    expect(await listed(page)).toEqual([]);
  });
});
