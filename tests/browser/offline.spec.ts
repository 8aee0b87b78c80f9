// The offline copy: the portal without a network, a newer version, and copies that are cut off, emptied or damaged.
import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { current, host, later, type Build } from "./support/builds.ts";
import { openForCalls, create, listed } from "./support/calls.ts";
import { button, complete, lesson } from "./support/lesson.ts";
import { usualRooms } from "./support/portal.ts";
import { expect, needs, test } from "./support/test.ts";

type Host = Awaited<ReturnType<typeof host>>;

// Each host has a port of its own, and is not there at times.
test.use({ provoked: /request to another origin: http:\/\/127\.0\.0\.1:\d+\/|Failed to load resource|Failed to fetch|Fetch API cannot load|SRI's integrity checks|Failed to find a valid digest|Error: 404 for|None of the “sha384” hashes|ServiceWorker passed a promise to FetchEvent\.respondWith\(\) that rejected|console: Error$/ });

async function hosted(build: Build, body: (host: Host) => Promise<void>) {
  const at = await host(build);
  try {
    await body(at);
  } finally {
    await at.close();
  }
}

/** The lists of the copies that are whole: a list is put into its cache last. */
const whole = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const list = name.split(" ")[1];
      if (await (await caches.open(name)).match(list)) found.push(list);
    }
    return found.sort();
  });

/** How many files are in each cache, whole or not. */
const counts = (page: Page) =>
  page.evaluate(async () => {
    const found: Record<string, number> = {};
    for (const name of await caches.keys()) found[name.split(" ")[1]] = (await (await caches.open(name)).keys()).length;
    return found;
  });

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const rows = (page: Page) => page.getByRole("main").getByRole("rowheader");
const offer = (page: Page) => page.getByRole("region", { name: "Messages" }).getByText("A new version is ready");
const update = (page: Page) => page.getByRole("button", { name: "Update now" });

/** A tab with the portal, whose build's copy is whole. */
async function opened(context: BrowserContext, { url }: Host, { list }: Build) {
  const page = await context.newPage();
  await page.goto(url);
  await expect(rows(page).first()).toBeVisible();
  await expect.poll(() => whole(page)).toContain(list);
  return page;
}

/** The files that the page was given since it was loaded, and the style sheet that it wears. */
const given = (page: Page) =>
  page.evaluate(() => {
    const base = new URL("./", location.href).href;
    const names = performance.getEntriesByType("resource").map(({ name }) => name.replace(base, ""));
    return { names, style: document.querySelector<HTMLLinkElement>("link[rel=stylesheet]")!.href.replace(base, "") };
  });

/** Waits until the page is of this build, by its style sheet, whatever it goes through until then. */
const wears = (page: Page, { style }: Build) => expect(page.locator(`link[rel=stylesheet][href$="${style}"]`)).toBeAttached();

/** Every file of the page is of this build. */
async function isOf(page: Page, { files, style }: Build) {
  const found = await given(page);
  expect(found.style).toBe(style);
  // The page looks on the host which worker and which page are there now.
  expect(found.names.filter((name) => name && !files.has(name))).toEqual([]);
}

/** What the browser does by itself a while after a visit: looks whether the host has another worker, and installs it. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update().catch(() => {});
    const coming = registration.installing;
    if (!coming) return;
    await new Promise<void>((resolve) => {
      const look = () => ["installed", "redundant", "activated"].includes(coming.state) && resolve();
      coming.addEventListener("statechange", look);
      look();
    });
  });

const card = (page: Page) => page.getByRole("region", { name: "Offline copy" });
const said = (page: Page) => card(page).getByRole("status").first();

test("after one visit the portal starts without a network: every page, both languages, a lesson, a link, a file, a script's call", async ({ context }) => {
  const build = await current();
  await hosted(build, async (at) => {
    await (await opened(context, at, build)).close();
    await at.close();
    const page = await context.newPage();
    await page.goto(at.url);
    await expect(rows(page).first()).toBeVisible();
    for (const [language, names] of [
      ["en", { "": "Import/Export jobs", create: "Create an import/export job", activity: "Activity log", console: "REST console", conformance: "Conformance", learn: "Learn", settings: "Settings" }],
      ["tr", { "": "İçeri/Dışarı Aktarma işleri", settings: "Ayarlar", learn: "Öğren" }],
    ] as const) {
      await page.evaluate((language) => localStorage.setItem("iep/pref/language", language), language);
      await page.reload();
      for (const [route, name] of Object.entries(names)) {
        await page.goto(`${at.url}#/${route}`);
        await expect(heading(page, name)).toBeVisible();
      }
    }
    await page.evaluate(() => localStorage.removeItem("iep/pref/language"));
    await page.reload();
    await page.goto(`${at.url}#/gallery`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.goto(`${at.url}#/`);
    await page.getByRole("link", { name: "hr-archive-2012-2019" }).click();
    await expect(heading(page, "hr-archive-2012-2019")).toBeVisible();
    // A call of a script.
    await openForCalls(page, `${at.url}#/settings`);
    expect((await create(page, "without-a-network")).status).toBe(201);
    expect(await listed(page)).toEqual(["without-a-network"]);
    // A file, out and in.
    const save = page.getByRole("button", { name: "Save the workspace as a file" });
    const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
    const text = await readFile(await download.path());
    await page.getByLabel("Choose a file").setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: text });
    await expect(page.getByText("You are looking at mine")).toBeVisible();
    // A link, and a lesson.
    const other = await context.newPage();
    await other.goto(`${at.url}#/?scenario=fabrikam&seed=7`);
    await expect(rows(other).first()).toBeVisible();
    await expect(other.getByText("You are looking at Fabrikam")).toBeVisible();
    await other.goto(`${at.url}#/learn/ship-it`);
    await expect(lesson(other).getByRole("heading", { level: 2 })).toBeVisible();
    await button(other, "Show me").click();
    await button(other, "Show me").click();
    await expect(complete(other)).toBeVisible();
    for (const tab of [page, other]) await isOf(tab, build);
  });
});

test("a newer version is offered in every tab and forced on none; no tab gets files of two, and the old ones go when nobody needs them", async ({ context }) => {
  const [before, after] = [await current(), await later()];
  await hosted(before, async (at) => {
    const tabs = [await opened(context, at, before), await opened(context, at, before), await opened(context, at, before)];
    const [first, second, third] = tabs;
    await second.goto(`${at.url}#/create`);
    await expect(heading(second, "Create an import/export job")).toBeVisible();
    for (const tab of tabs) await tab.evaluate(() => Object.assign(globalThis, { untouched: true }));
    const untouched = (tab: Page) => tab.evaluate(() => "untouched" in globalThis);
    at.deploy(after);
    await lookForUpdate(third);
    for (const tab of tabs) {
      await expect(offer(tab)).toBeVisible();
      expect(await untouched(tab)).toBe(true);
    }
    // One more tab is as the others are.
    const fourth = await context.newPage();
    await fourth.goto(at.url);
    await expect(offer(fourth)).toBeVisible();
    await isOf(fourth, before);
    await fourth.close();

    await update(first).click();
    await wears(first, after);
    await expect(rows(first).first()).toBeVisible();
    await expect(offer(first)).toHaveCount(0);
    for (const tab of [second, third]) {
      await expect(offer(tab)).toBeVisible();
      expect(await untouched(tab)).toBe(true);
    }
    // What these were not given yet is of their own build, although the host has it no more.
    await third.goto(`${at.url}#/learn`);
    await expect(third.getByRole("heading", { level: 2, name: "Ship it, or lose it" })).toBeVisible();
    await first.goto(`${at.url}#/learn/ship-it`);
    await expect(lesson(first).getByRole("heading", { level: 2 })).toBeVisible();
    await isOf(first, after);
    for (const tab of [second, third]) await isOf(tab, before);
    expect(await whole(first)).toEqual([before.list, after.list].sort());

    await update(second).click();
    await wears(second, after);
    await expect(offer(second)).toHaveCount(0);
    expect(await whole(first)).toEqual([before.list, after.list].sort());
    await third.close();
    await first.reload();
    await expect.poll(() => whole(first)).toEqual([after.list]);
    await expect(offer(first)).toHaveCount(0);
    // And the new one starts without a network.
    await at.close();
    await second.reload();
    await expect(rows(second).first().or(heading(second, "Create an import/export job"))).toBeVisible();
    await isOf(second, after);
  });
});

test("a notice of a newer version can be put away, and the version comes when all tabs were closed", async ({ context }) => {
  const [before, after] = [await current(), await later()];
  await hosted(before, async (at) => {
    const page = await opened(context, at, before);
    at.deploy(after);
    await lookForUpdate(page);
    await page.getByRole("button", { name: "Dismiss: A new version is ready" }).click();
    await expect(offer(page)).toHaveCount(0);
    // From beside the portal one sees when its last tab is gone, upon which the worker that waited begins.
    const other = await context.newPage();
    await other.goto(new URL("/", at.url).href);
    await page.close();
    await expect.poll(() => other.evaluate(async (url) => (await navigator.serviceWorker.getRegistration(url))!.waiting === null, at.url)).toBe(true);
    await other.goto(at.url);
    await wears(other, after);
    await isOf(other, after);
  });
});

test("an update that is cut off at any of its files changes nothing, is gone on with, and is offered when it is whole", async ({ context }) => {
  const [before, after] = [await current(), await later()];
  await hosted(before, async (at) => {
    const page = await opened(context, at, before);
    at.deploy(after);
    for (const [at_, name] of after.kept.entries()) {
      const asked = name;
      // Some are missing, the others come changed.
      at.spoil((file, bytes) => (file !== asked && !(asked === "index.html" && file === "") ? bytes : at_ % 2 ? null : Buffer.concat([bytes ?? Buffer.alloc(0), Buffer.from(" ")])));
      await lookForUpdate(page);
      expect(await whole(page), name).toEqual([before.list]);
      expect((await counts(page))[after.list] ?? 0, "what had come before stays").toBe(at_);
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting), name).toBeNull();
    }
    await page.reload();
    await expect(rows(page).first()).toBeVisible();
    await expect(offer(page)).toHaveCount(0);
    await page.goto(`${at.url}#/settings`);
    await lookForUpdate(page);
    await expect(card(page).getByText("A newer version is on the host, but not all of its files could be kept.")).toBeVisible();
    at.spoil((file, bytes) => (/^offline-/.test(file) ? null : bytes));
    await lookForUpdate(page);
    expect(await whole(page)).toEqual([before.list]);
    at.heal();
    at.asked.length = 0;
    await lookForUpdate(page);
    await expect(offer(page)).toBeVisible();
    await expect(card(page).getByText("A newer version is on the host")).toHaveCount(0);
    expect(at.asked.filter((name) => after.kept.includes(name)), "only what was missing is fetched").toEqual([after.kept.at(-1)]);
    await update(page).click();
    await wears(page, after);
    await isOf(page, after);
  });
});

test("a first copy that is cut off at any of its files is no copy, and is gone on with", async ({ page }) => {
  const build = await current();
  await hosted(build, async (at) => {
    at.spoil((file, bytes) => (/^offline-/.test(file) ? null : bytes));
    await page.goto(`${at.url}#/settings`);
    await expect(said(page)).toContainText("couldn’t be kept");
    await expect(said(page)).toContainText(build.list);
    const press = card(page).getByRole("button", { name: "Keep an offline copy" });
    for (const [no, name] of build.kept.entries()) {
      at.spoil((file, bytes) => (file !== name && !(name === "index.html" && file === "") ? bytes : no % 2 ? null : Buffer.concat([bytes!, Buffer.from(" ")])));
      await press.click();
      await expect(said(page)).toContainText(name);
      expect(await whole(page)).toEqual([]);
      expect((await counts(page))[build.list]).toBe(no);
    }
    at.heal();
    await press.click();
    await expect(said(page)).toContainText("It starts without a network.");
    expect(await whole(page)).toEqual([build.list]);
  });
});

test("a worker that is stopped in the midst of keeping goes on at the next visit, and nothing of the half is served", async ({ page, context }) => {
  needs("cdp");
  const build = await current();
  await hosted(build, async (at) => {
    const cdp = await context.newCDPSession(page);
    await cdp.send("ServiceWorker.enable");
    let stop: (() => void) | undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    at.spoil((file, bytes) => {
      if (file === "lessons/ship-it.tr.json" && stop) {
        stop = void cdp.send("ServiceWorker.stopAllWorkers").then(stop);
      }
      return bytes;
    });
    await page.goto(at.url);
    await stopped;
    expect(await whole(page)).toEqual([]);
    at.asked.length = 0;
    await page.reload();
    await expect(rows(page).first()).toBeVisible();
    expect(at.asked).toContain("index.html");
    await expect.poll(() => whole(page)).toEqual([build.list]);
  });
});

test("a copy that was emptied, or lacks a file, is fetched from the host again", async ({ context }) => {
  const build = await current();
  await hosted(build, async (at) => {
    const page = await opened(context, at, build);
    // Everything but the list, which says that it is whole.
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) if (!/offline-/.test(request.url)) await cache.delete(request);
      }
    });
    await page.reload();
    await expect(rows(page).first()).toBeVisible();
    await expect.poll(async () => (await counts(page))[build.list]).toBe(build.kept.length + 1);
    // One room alone, without a network: that is told, and the rest works.
    const room = build.kept.find((name) => /_class\.wasm$/.test(name))!;
    await page.evaluate(async (room) => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete(room);
    }, room);
    await at.close();
    await page.reload();
    await expect(rows(page).first()).toBeVisible();
    await page.goto(`${at.url}#/learn/class`);
    await expect(page.getByRole("main").getByRole("alert")).toContainText("The page could not be fetched. Nothing was changed");
    await page.goto(`${at.url}#/settings`);
    await expect(heading(page, "Settings")).toBeVisible();
    // Everything gone, list and all.
    await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
    expect(await page.reload().catch((error: Error) => error.message)).toMatch(/ERR_CONNECTION_REFUSED|ERR_FAILED|NS_ERROR_CONNECTION_REFUSED/);
  });
});

test("a file that was changed in the copy is never run: it is fetched from the host again", async ({ page, context }) => {
  const build = await current();
  await hosted(build, async (at) => {
    await (await opened(context, at, build)).close();
    await page.goto(at.url);
    await expect(rows(page).first()).toBeVisible();
    const damage = (pattern: string) =>
      page.evaluate(async (pattern) => {
        const cache = await caches.open((await caches.keys())[0]);
        for (const { url } of await cache.keys()) {
          if (!new RegExp(pattern).test(url)) continue;
          const answer = (await cache.match(url))!;
          const text = url.endsWith("/") ? (await answer.text()).replace("(() => {", "globalThis.tampered = true; (() => {") : "globalThis.tampered = true;";
          await cache.put(url, new Response(text, { headers: answer.headers }));
        }
      }, pattern);
    for (const pattern of ["/$", "portal-\\w+\\.js$", "\\.wasm$", "\\.css$"]) {
      await damage(pattern);
      await page.reload();
      await expect(rows(page).first()).toBeVisible();
      await expect(page.getByRole("alert")).toHaveCount(0);
      expect(await page.evaluate(() => "tampered" in globalThis), pattern).toBe(false);
    }
    // What was damaged and asked for is whole again after the next visit.
    await page.reload();
    await usualRooms(page);
    await page.goto(`${at.url}#/settings`);
    await expect.poll(async () => (await counts(page))[build.list]).toBe(build.kept.length + 1);
    // Without a network there is nothing to run, which is told.
    await damage("_bg\\.wasm$");
    await at.close();
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("did not arrive");
  });
});

test("the offline copy can be removed, stays removed, and is kept again when somebody wants it", async ({ page, context }) => {
  const build = await current();
  await hosted(build, async (at) => {
    await page.goto(`${at.url}#/settings`);
    await expect(said(page)).toHaveText(/^The portal’s files are kept in this browser \(\d\.\d+ MB\)\. It starts without a network\.$/);
    expect(await whole(page)).toEqual([build.list]);
    await card(page).getByRole("button", { name: "Remove the offline copy" }).click();
    await expect(said(page)).toHaveText("The portal’s files are not kept. It needs the network each time it starts.");
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await page.reload();
    const other = await context.newPage();
    await other.goto(`${at.url}#/settings`);
    for (const tab of [page, other]) {
      await expect(said(tab)).toHaveText("The portal’s files are not kept. It needs the network each time it starts.");
    }
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    // A newer version needs no asking then.
    const after = await later();
    at.deploy(after);
    await lookForUpdate(page);
    await page.reload();
    await wears(page, after);
    await expect(offer(page)).toHaveCount(0);
    const keep = card(page).getByRole("button", { name: "Keep an offline copy" });
    // Firefox gives the focus to a page alone that is in front.
    await page.bringToFront();
    await keep.click();
    await expect(said(page)).toContainText("It starts without a network.");
    await expect(card(page).getByRole("button", { name: "Remove the offline copy" })).toBeFocused();
    expect(await whole(page)).toEqual([after.list]);
    await other.close();
    await at.close();
    await page.reload();
    await expect(heading(page, "Settings")).toBeVisible();
    await expect(said(page)).toContainText("It starts without a network.");
  });
});

test("a copy that is removed while a newer version waits leaves nothing behind", async ({ page, context }) => {
  const [before, after] = [await current(), await later()];
  await hosted(before, async (at) => {
    await (await opened(context, at, before)).close();
    await page.goto(`${at.url}#/settings`);
    await expect(said(page)).toContainText("It starts without a network.");
    at.deploy(after);
    await lookForUpdate(page);
    await expect(offer(page)).toBeVisible();
    await card(page).getByRole("button", { name: "Remove the offline copy" }).click();
    await expect(said(page)).toContainText("are not kept");
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting === null)).toBe(true);
    await page.reload();
    await wears(page, after);
    await isOf(page, after);
  });
});

for (const [agrees, words] of [
  [true, "The browser deletes nothing stored here"],
  [false, "The browser has not agreed"],
] as const) {
  test(`the browser can be asked to keep what is stored: it ${agrees ? "agrees" : "refuses"}`, async ({ page }) => {
    await page.addInitScript((agrees) => {
      // A blank page has none.
      if (!("StorageManager" in globalThis)) return;
      StorageManager.prototype.persisted = () => Promise.resolve(false);
      StorageManager.prototype.persist = () => Promise.resolve(agrees);
    }, agrees);
    await page.goto("./#/settings");
    await expect(card(page)).toContainText("Safari does so after seven days without a visit");
    await card(page).getByRole("button", { name: "Ask the browser to keep everything" }).click();
    await expect(card(page)).toContainText(words);
  });
}

test("where there is no service worker the settings say so", async ({ page }) => {
  await page.addInitScript(() => delete (Navigator.prototype as any).serviceWorker);
  await page.goto("./#/settings");
  await expect(said(page)).toContainText("has no service worker for the portal here, for example on plain http or in a private window");
  await expect(card(page).getByRole("button", { name: "offline copy" })).toHaveCount(0);
});

test("the portal can be installed, at whatever path it is", async ({ page, context }) => {
  needs("cdp");
  await page.goto("./");
  const cdp = await context.newCDPSession(page);
  const { url, errors, data } = await cdp.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data!);
  for (const path of [manifest.start_url, manifest.scope, manifest.id]) expect(new URL(path, url).href).toBe(new URL("./", page.url()).href);
  const icons = await page.evaluate(
    (sources) =>
      Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          return image.naturalWidth;
        }),
      ),
    manifest.icons.filter(({ type }: { type: string }) => type === "image/png").map(({ src }: { src: string }) => src),
  );
  expect(icons).toEqual([192, 512, 512]);
  expect((await cdp.send("Page.getInstallabilityErrors")).installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});
