// What happens when a file is not the one that was built: it does not run, and the page says so.
import { createHash } from "node:crypto";
import type { Page, Request } from "@playwright/test";
import { create, listed, openForCalls, reachable } from "./support/calls.ts";
import { clock, pause, withoutCopy } from "./support/portal.ts";
import { serve } from "./support/server.mjs";
import { entries } from "./support/storage.ts";
import { expect, needs, test } from "./support/test.ts";

type Alter = NonNullable<NonNullable<Parameters<typeof serve>[0]>["alter"]>;

/** Serves the release build with altered files while `body` runs. */
async function withServer(alter: Alter, body: (url: string) => Promise<void>) {
  const server = await serve({ base: "/altered/", alter });
  try {
    await body(server.url);
  } finally {
    await server.close();
  }
}

/** Alters the file whose name matches, once it is there. */
const altering =
  (name: RegExp, change: (bytes: Buffer) => Buffer | string | null): Alter =>
  (file, bytes) =>
    bytes && name.test(file) ? change(bytes) : bytes;

const portal = (page: Page) => page.getByRole("heading", { level: 1 });
const marked = (page: Page) => page.evaluate(() => "tampered" in globalThis);
const mark = (bytes: Buffer) => `globalThis.tampered = true;\n${bytes}`;

// The server of these tests has a port of its own, and the browser itself reports what it refuses.
const provoked = [
  /request to another origin: http:\/\/127\.0\.0\.1:\d+\/altered\//,
  /Failed to find a valid digest/,
  /SRI's integrity checks failed/,
  /Failed to load resource: the server responded with a status of 404/,
  // A call that nobody in the page can answer.
  /Failed to load resource: the server responded with a status of (409|503)/,
  /Failed to load resource: net::ERR_FAILED/,
  // The browser looks for a newer worker whenever it likes, also while the network is off.
  /An unknown error occurred when fetching the script/,
  // The browser looks for its worker by itself, also while a test has the network switched off.
  /Failed to load resource: net::ERR_INTERNET_DISCONNECTED/,
  // The server stops with its test, while the page may still be fetching what comes after the list.
  /Failed to load resource: net::ERR_CONNECTION_REFUSED/,
  /Fetch API cannot load http:\/\/127\.0\.0\.1:\d+\/altered\/.*_[a-z]+\.wasm/,
  /Content Security Policy/,
  /blocked by CORS policy/,
  /^console: Event$/,
  /TypeError: Failed to fetch/,
  /Error: 404 for /,
  /CompileError/,
  // Of the program that a test makes to stop, not of the portal.
  /RuntimeError: unreachable\s+at wasm:\/\/wasm\//,
  /RangeError: Maximum call stack size exceeded\s+at wasm:\/\/wasm\//,
  // A dialog in a frame of another origin has its focus given by the page around it.
  /Blocked autofocusing/,
];
// The same in Firefox's words, which reports what it refuses as an error and of an object its class at most.
const provokedInFirefox = [
  /None of the “sha384” hashes in the integrity attribute match/,
  /Loading module from “\S+” was blocked because of a disallowed MIME type/,
  /^uncaught: Content-Security-Policy: /,
  /^uncaught: Cross-Origin Request Blocked: /,
  /^console: (\{\}|Error)$/,
  /RuntimeError: unreachable executed/,
  /InternalError: too much recursion/,
  /NetworkError when attempting to fetch resource/,
];
test.use({
  provoked: async ({}, use, info) => {
    const all = info.project.name === "firefox" ? [...provoked, ...provokedInFirefox] : provoked;
    await use(new RegExp(all.map((one) => one.source).join("|")));
  },
});

// What a host does that lost or changed a file, to pages without an offline copy; offline.spec.ts is about the copy.
test.beforeEach(async ({ context }) => withoutCopy(context));

test("a changed script does not run, and the page says so in both languages", async ({ page }) => {
  await withServer(altering(/portal-\w+\.js$/, mark), async (url) => {
    await page.goto(url);
    await expect(page.getByRole("alert")).toContainText("was changed on its way");
    await expect(page.getByRole("alert")).toContainText("değiştirilmiş");
    expect(await marked(page)).toBe(false);
    await expect(portal(page)).toHaveCount(0);
  });
});

test("a changed wasm does not run, and the page says so", async ({ page }) => {
  // A valid module all the same: one custom section more.
  const longer = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0, 2, 1, 0x78])]);
  await withServer(altering(/\.wasm$/, longer), async (url) => {
    await page.goto(url);
    await expect(page.getByRole("alert")).toContainText("was changed on its way");
    await expect(portal(page)).toHaveCount(0);
  });
});

test("the start script does not run when the page itself was changed", async ({ page }) => {
  await withServer(altering(/index\.html$/, (bytes) => bytes.toString().replace("(() => {", "globalThis.tampered = true; (() => {")), async (url) => {
    const refused = Promise.any([
      page.waitForEvent("console", (message) => message.text().includes("Content Security Policy")),
      page.waitForEvent("pageerror", (error) => error.message.includes("The page’s settings blocked an inline script")),
    ]);
    await page.goto(url);
    await refused;
    expect(await marked(page)).toBe(false);
    await expect(page.getByText("its start script did not run")).toBeVisible();
    await expect(page.getByText("başlangıç betiği çalışmadı")).toBeVisible();
  });
});

test("a changed style sheet is not used, and the page says so while it works", async ({ page }) => {
  await withServer(altering(/\.css$/, (bytes) => `${bytes} h1 { display: none }`), async (url) => {
    await page.goto(url);
    await expect(page.getByRole("alert")).toContainText("was changed on its way");
    await expect(portal(page)).toBeVisible();
  });
});

test("a page whose files are gone says that it is old, and reloads on request", async ({ page }) => {
  let gone = true;
  await withServer((name, bytes) => (gone && /\.(wasm|js)$/.test(name) ? null : bytes), async (url) => {
    await page.goto(url);
    await expect(page.getByRole("alert")).toContainText("older version");
    await expect(page.getByRole("alert")).toContainText("eski bir sürümüne");
    gone = false;
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(portal(page)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});

test("a host that answers with a page where a file is gone is understood too", async ({ page }) => {
  const server = await serve({ base: "/altered/" });
  await page.route(/\.wasm$/, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Not here</h1>" }));
  await page.goto(server.url);
  await expect(page.getByRole("alert")).toContainText("older version");
  await server.close();
});

test("a file that does not arrive is told from a changed one", async ({ page }) => {
  const server = await serve({ base: "/altered/" });
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(server.url);
  await expect(page.getByRole("alert")).toContainText("did not arrive");
  await server.close();
});

test("a host that says more of a wasm than its type, or nothing, is as good", async ({ page }) => {
  for (const type of ["application/wasm; charset=utf-8", "application/octet-stream"]) {
    const server = await serve({ base: "/altered/", types: { ".wasm": type } });
    await page.goto(server.url);
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await page.goto("about:blank");
    await server.close();
  }
});

test("a wasm that the browser cannot start is told", async ({ page }) => {
  await page.addInitScript(() => {
    WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError("no"));
  });
  const server = await serve({ base: "/altered/" });
  await page.goto(server.url);
  await expect(page.getByRole("alert")).toContainText("could not start in this browser");
  await server.close();
});

/** Has a program trap, or its stack overflow, as the portal's own would. */
const stop = (page: Page, how: "trap" | "overflow" = "trap") =>
  page.evaluate((how) => {
    const body = how === "trap" ? [5, 1, 3, 0, 0, 11] : [6, 1, 4, 0, 16, 0, 11];
    const program = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, ...body]);
    setTimeout(new WebAssembly.Instance(new WebAssembly.Module(program)).exports.t as () => void);
  }, how);
const stopped = (page: Page) => page.getByRole("alert").filter({ hasText: "stopped because of an error" });

for (const how of ["trap", "overflow"] as const) {
  test(`a program that stops (${how}) is told, with what is kept and what to do`, async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("navigation").first()).toBeVisible();
    await page.getByRole("row").nth(1).waitFor();
    await stop(page, how);
    await expect(stopped(page)).toContainText("What it had confirmed is kept");
    await expect(stopped(page)).toContainText("Reload to go on");
  });
}

test("that a program has stopped takes the place of what was told before", async ({ page }) => {
  await withServer(altering(/worker\.js$/, mark), async (url) => {
    await page.goto(url);
    await expect(page.getByRole("alert")).toContainText("service worker of this portal was changed");
    await stop(page);
    await expect(stopped(page)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(1);
  });
});

test("a sandboxed frame starts the portal where the host allows it, and says why it did not where not", async ({ page }) => {
  for (const [headers, text] of [
    [{ "access-control-allow-origin": "*" }, "Import/Export"],
    [{}, "did not arrive"],
  ] as const) {
    const frame = `<!doctype html><iframe sandbox="allow-scripts" src="./index.html"></iframe>`;
    const server = await serve({
      base: "/altered/",
      headers,
      alter: (name, bytes) => (name === "frame.html" ? frame : bytes),
    });
    await page.goto(`${server.url}frame.html`);
    const inside = page.frameLocator("iframe");
    await expect(inside.locator("body")).toContainText(text);
    if (text === "Import/Export") {
      await expect(inside.getByText("Nothing is kept after you close this page")).toBeVisible();
      const row = (name: string) => inside.getByRole("row").filter({ has: inside.getByRole("link", { name, exact: true }) });
      // By keys: in so small a frame messages lie over the rows.
      await inside.getByRole("button", { name: "Cancel job media-masters-import" }).press("Enter");
      await inside.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
      await expect(row("media-masters-import")).toContainText("Cancel requested");
      await row("hr-archive-2012-2019").getByRole("button", { name: /Delete/ }).press("Enter");
      await inside.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
      await expect(row("hr-archive-2012-2019")).toHaveCount(0);
    }
    await server.close();
  }
});

test("while its files are on their way the page says what it will be, in the reader's language, and then goes away", async ({ browser }) => {
  await withServer((_name, bytes) => bytes, async (url) => {
    for (const [locale, words] of [["en-US", "An unaffiliated training mock, which"], ["tr-TR", "bağımsız bir eğitim simülasyonu. Yükleniyor"]] as const) {
      const context = await browser.newContext({ locale });
      const page = await context.newPage();
      let arrive = () => {};
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      await page.route(/_bg\.wasm$/, async (route) => {
        await arrived;
        await route.continue();
      });
      await page.goto(url, { waitUntil: "commit" });
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.locator("#boot-splash p:visible")).toHaveCount(1);
      arrive();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText(words)).toBeHidden();
      await context.close();
    }
  });
});

// --- The pages that come after the list.

const wizard = (page: Page) => page.getByRole("heading", { level: 1, name: "Create an import/export job" });
/** Playwright's own way back waits for Firefox to load what is there already. */
const back = (page: Page) => page.evaluate(() => history.back());
const visit = (page: Page) => page.getByRole("link", { name: "Create a job" }).first().click();

test("what comes after the list and is gone from the host leaves the list in sight, and says that the portal is old", async ({ page }) => {
  await withServer((name, bytes) => (/_later\.wasm$/.test(name) ? null : bytes), async (url) => {
    await page.goto(url);
    await expect(portal(page)).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("older version");
    await visit(page);
    await expect(page.getByRole("alert")).toContainText("older version");
    await expect(wizard(page)).toHaveCount(0);
  });
});

test("a changed page does not run when it is asked for, and the portal says so", async ({ page }) => {
  const longer = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0, 2, 1, 0x78])]);
  await withServer(altering(/_later\.wasm$/, longer), async (url) => {
    await page.goto(`${url}#/create`);
    await expect(page.getByRole("alert")).toContainText("was changed on its way");
    await expect(wizard(page)).toHaveCount(0);
  });
});

test("a page is asked for again when it did not come, and needs no network once it came", async ({ page, context }) => {
  let gone = true;
  await withServer((name, bytes) => (gone && /_later\.wasm$/.test(name) ? null : bytes), async (url) => {
    await page.goto(url);
    await visit(page);
    await expect(page.getByRole("alert")).toContainText("older version");
    // It may be asked for the second time only now, and come before anybody asks anew.
    const came = page.waitForResponse((response) => /_later\.wasm$/.test(response.url()) && response.status() === 200);
    gone = false;
    await back(page);
    await visit(page);
    await came;
    await expect(wizard(page)).toBeVisible();
    // What came late works too: calls are answered.
    await reachable(page);
    expect((await create(page, "late-but-there")).status).toBe(201);
    await context.setOffline(true);
    await back(page);
    await visit(page);
    await expect(wizard(page)).toBeVisible();
  });
});

test("a page that cannot be fetched says so in its place, and is fetched at another try", async ({ page }) => {
  // Switching the network off in a page does not do so in its worker, which asks the host for it.
  let lost = false;
  await withServer((name, bytes) => (lost && /_learn\.wasm$/.test(name) ? null : bytes), async (url) => {
    await page.goto(url);
    await reachable(page);
    lost = true;
    await page.goto(`${url}#/learn`);
    const main = page.getByRole("main");
    await expect(main.getByRole("alert")).toContainText("The page could not be fetched. Nothing was changed");
    await page.goto(`${url}#/`);
    await expect(page.getByRole("heading", { level: 1, name: "Import/Export jobs" })).toBeVisible();
    await page.goto(`${url}#/learn`);
    const again = main.getByRole("button", { name: "Try again" });
    await expect(again).toBeVisible();
    lost = false;
    await again.click();
    const heading = page.getByRole("heading", { level: 1, name: "Learn" });
    await expect(heading).toBeVisible();
    await expect(heading).toBeFocused();
  });
});

test("of two tabs one that has all of the portal takes the lead when the files are gone from the host, and goes on", async ({ context }) => {
  let gone = false;
  await withServer((_name, bytes) => (gone ? null : bytes), async (url) => {
    const [leader, follower] = [await context.newPage(), await context.newPage()];
    for (const page of [leader, follower]) await openForCalls(page, url);
    await pause(leader);
    expect((await create(leader, "before")).status).toBe(201);
    gone = true;
    await leader.close();
    expect((await create(follower, "after")).status).toBe(201);
    expect(await listed(follower)).toEqual(["after", "before"]);
  });
});

test("a tab that what comes after the list never reached takes no lead, changes nothing and asks for a reload; then it goes on with everything", async ({ context }) => {
  let gone = false;
  await withServer((name, bytes) => (gone && /_later\.wasm$/.test(name) ? null : bytes), async (url) => {
    const leader = await context.newPage();
    await openForCalls(leader, url);
    await pause(leader);
    expect((await create(leader, "before")).status).toBe(201);
    gone = true;
    const bare = await context.newPage();
    await bare.goto(url);
    await expect(portal(bare)).toBeVisible();
    await expect(bare.getByRole("alert")).toContainText("older version");
    expect((await create(leader, "meanwhile")).status).toBe(201);
    await leader.close();
    const kept = await entries(bare);
    const underWay = new Set<Request>();
    bare.on("request", (request) => underWay.add(request));
    bare.on("requestfinished", (request) => underWay.delete(request));
    bare.on("requestfailed", (request) => underWay.delete(request));
    // Whatever is pressed asks for what is missing, in vain.
    for (const press of [clock(bare).getByRole("button", { name: "+1 day", exact: true }), bare.getByRole("button", { name: "Cancel job media-masters-import" })]) {
      const asked = bare.waitForResponse((response) => /_later\.wasm$/.test(response.url()));
      await press.click();
      expect((await asked).status()).toBe(404);
    }
    await expect(bare.getByRole("alert")).toContainText("Reload to get the current version");
    await expect(bare.getByRole("dialog")).toHaveCount(0);
    expect(await entries(bare)).toEqual(kept);
    // Each press asks twice: for the file, and why it did not come.
    await expect.poll(() => underWay.size).toBe(0);
    gone = false;
    await bare.getByRole("button", { name: "Reload" }).click();
    await expect(bare.getByRole("alert")).toHaveCount(0);
    await reachable(bare);
    expect((await create(bare, "after")).status).toBe(201);
    expect(await listed(bare)).toEqual(["after", "before", "meanwhile"]);
  });
});

test("a call from a tab that what comes after the list never reached is refused within seconds, and never carried out later", async ({ context }) => {
  let gone = false;
  await withServer((name, bytes) => (gone && /_later\.wasm$/.test(name) ? null : bytes), async (url) => {
    const leader = await context.newPage();
    await openForCalls(leader, url);
    await leader.close();
    gone = true;
    const bare = await context.newPage();
    await bare.goto(url);
    await expect(bare.getByRole("alert")).toContainText("older version");
    await reachable(bare);
    const asked = Date.now();
    const refused = await create(bare, "too-late");
    expect([refused.status, refused.body.error.code]).toEqual([503, "ServiceUnavailable"]);
    expect(Date.now() - asked).toBeLessThan(10_000);
    gone = false;
    await clock(bare).getByRole("button", { name: "+1 hour", exact: true }).click();
    await expect(bare.getByText(/^Clock moved to/).first()).toBeAttached();
    expect((await create(bare, "in-time")).status).toBe(201);
    expect(await listed(bare)).toEqual(["in-time"]);
  });
});

// --- The service worker.

/** What registering the worker leads to: "registered", or the name of the refusal. */
const register = (page: Page) =>
  page.evaluate(async () => {
    const { portalBoot } = globalThis as unknown as { portalBoot: { registerWorker(): Promise<ServiceWorkerRegistration> } };
    try {
      await portalBoot.registerWorker();
      await navigator.serviceWorker.ready;
      return "registered";
    } catch (error) {
      return (error as Error).name;
    }
  });

const registrations = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test("the worker that was built is registered", async ({ page }) => {
  await page.goto("./");
  expect(await register(page)).toBe("registered");
});

test("a changed worker is not registered, and the page says so while it works", async ({ page }) => {
  await withServer(altering(/worker\.js$/, mark), async (url) => {
    await page.goto(url);
    expect(await register(page)).toBe("changed");
    expect(await registrations(page)).toBe(0);
    await expect(page.getByRole("alert")).toContainText("service worker of this portal was changed");
    await expect(portal(page)).toBeVisible();
  });
});

test("a worker that is changed after it was registered never runs", async ({ page }) => {
  needs("asked before it runs");
  let changed = false;
  let ran = false;
  const alter: Alter = (name, bytes) => {
    ran ||= name === "ran";
    return bytes && changed && name === "worker.js" ? `fetch("./ran");\n${bytes}` : bytes;
  };
  await withServer(alter, async (url) => {
    await page.goto(url);
    expect(await register(page)).toBe("registered");
    changed = true;
    await page.reload();
    expect(await register(page)).toBe("changed");
    expect(await registrations(page)).toBe(0);
    await page.reload();
    await expect(portal(page)).toBeVisible();
    expect(ran).toBe(false);
  });
});

test("a worker that is newer than a page from a cache is no alarm, and no other tab loses its worker", async ({ page }) => {
  const newer = (bytes: Buffer) => `${bytes}\n// A later build.\n`;
  let deployed = false;
  const alter: Alter = (name, bytes) => {
    if (!bytes || !deployed) return bytes;
    if (name === "worker.js") return newer(bytes);
    if (!/^(index\.html)?$/.test(name)) return bytes;
    const old = /data-worker-integrity="([^"]+)"/.exec(bytes.toString())![1];
    return bytes.toString().replaceAll(old, digest);
  };
  let digest = "";
  await withServer(alter, async (url) => {
    await page.goto(url);
    expect(await register(page)).toBe("registered");
    const worker = await page.evaluate(() => fetch("worker.js", { cache: "no-store" }).then((answer) => answer.text()));
    digest = `sha384-${createHash("sha384").update(newer(Buffer.from(worker))).digest("base64")}`;
    // This page is the old one by now.
    deployed = true;
    expect(await register(page)).toBe("registered");
    expect(await registrations(page)).toBe(1);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});

test("a worker that is gone is told to whoever asked for it", async ({ page }) => {
  await withServer((name, bytes) => (name === "worker.js" ? null : bytes), async (url) => {
    await page.goto(url);
    expect(await register(page)).toBe("gone");
    await expect(portal(page)).toBeVisible();
  });
});
