// The relay: fetch from the portal's own page, at whatever path it is served, is answered by the service.
import type { Page } from "@playwright/test";
import { openForCalls } from "./support/calls.ts";
import { pause } from "./support/portal.ts";
import { fill } from "./support/storage.ts";
import { serve } from "./support/server.mjs";
import { expect, needs, test } from "./support/test.ts";

const OPERATIONS = "providers/Microsoft.ImportExport/operations?api-version=2021-01-01";
const ANY = "subscriptions/00000000-0000-4000-8000-00000000cafe/resourceGroups/lab/providers/Microsoft.ImportExport/jobs/no-such-job?api-version=2021-01-01";
test.use({ provoked: /Failed to load resource|request to another origin: http:\/\/127\.0\.0\.1:\d+\/c(?:o|%6F)unted\// });

test.describe("with its worker", () => {
  test.beforeEach(async ({ page }) => openForCalls(page));

  test("a call below the portal's path reaches the service and not the network", { tag: "@smoke" }, async ({ page }) => {
    const answer = await page.evaluate(async (path) => {
      const response = await fetch(path);
      return [response.status, response.headers.get("content-type"), (await response.json()).value.length > 0];
    }, OPERATIONS);
    expect(answer).toEqual([200, "application/json; charset=utf-8", true]);
  });

  test("a refusal keeps its status, its headers and its code", async ({ page }) => {
    const answer = await page.evaluate(async (path) => {
      const response = await fetch(path, { headers: { "accept-language": "tr" } });
      return [response.status, (await response.json()).error.code, response.headers.has("x-ms-request-id")];
    }, ANY);
    expect(answer).toEqual([404, "ResourceNotFound", true]);
  });

  test("a worker that was stopped answers the next call all the same", async ({ page, context }) => {
    needs("cdp");
    const cdp = await context.newCDPSession(page);
    await cdp.send("ServiceWorker.enable");
    for (let round = 0; round < 3; round++) {
      await cdp.send("ServiceWorker.stopAllWorkers");
      // A call that the stop itself meets may fail, as at a server that is switched off; the next one does not.
      const status = () => page.evaluate((path) => fetch(path).then(({ status }) => status, () => 0), OPERATIONS);
      await expect.poll(status).toBe(200);
    }
  });

  test("other files below the path come from the host", async ({ page }) => {
    const status = await page.evaluate(async () => (await fetch("index.html")).status);
    expect(status).toBe(200);
  });
});

test("stopping the worker at any moment leaks no call to the network", async ({ page, context }) => {
  needs("cdp");
  const leaked: string[] = [];
  const server = await serve({
    base: "/counted/",
    alter: (name, bytes) => {
      if (/^(subscriptions|providers)/.test(name)) leaked.push(name);
      return bytes;
    },
  });
  try {
    await openForCalls(page, server.url);
    const cdp = await context.newCDPSession(page);
    await cdp.send("ServiceWorker.enable");
    const found: (number | string)[] = [];
    for (let round = 0; round < 60; round++) {
      // A call whose worker is stopped while it waits may fail, as one does whose server is switched off.
      const call = page.evaluate((path) => fetch(path).then(({ status }) => status, (error) => error.name), `${OPERATIONS}&round=${round}`);
      // Sooner or later: so many messages go to the browser and back before the stop.
      for (let n = 0; n < round % 6; n++) await cdp.send("Runtime.evaluate", { expression: "0" });
      await cdp.send("ServiceWorker.stopAllWorkers");
      found.push(await call);
    }
    expect(found).toHaveLength(60);
    expect(found.filter((one) => ![200, 503, 504, "TypeError"].includes(one as never))).toEqual([]);
    expect(found).toContain(200);
    await expect.poll(() => page.evaluate((path) => fetch(path).then(({ status }) => status, () => 0), OPERATIONS)).toBe(200);
    expect(leaked).toEqual([]);
  } finally {
    await server.close();
  }
});

test("no way to write an address leads a call past the worker to the network", async ({ page }) => {
  const leaked: string[] = [];
  const server = await serve({
    base: "/counted/",
    alter: (name, bytes) => {
      if (/subscriptions|providers/i.test(decodeURIComponent(name))) leaked.push(name);
      return bytes;
    },
  });
  try {
    await openForCalls(page, server.url);
    for (const [path, status] of [
      ["%73ubscriptions/x/providers/Microsoft.ImportExport/jobs?api-version=2021-01-01", 400],
      ["PROVIDERS/Microsoft%2EImportExport/operations?api-version=2021-01-01", 200],
      ["/c%6Funted/providers/Microsoft.ImportExport/operations?api-version=2021-01-01", 200],
      ["x/../providers/microsoft.importexport/operations?api-version=2021-01-01", 200],
      [".//subscriptions/x", 404],
    ] as const) {
      expect([path, await page.evaluate((path) => fetch(path).then(({ status }) => status), path)]).toEqual([path, status]);
    }
    expect(leaked).toEqual([]);
  } finally {
    await server.close();
  }
});

test("what the browser's storage refuses is told to scripts in their language, with the headers of every answer", async ({ page }) => {
  await openForCalls(page);
  await pause(page);
  await fill(page);
  const refused = (language: string) =>
    page.evaluate(
      async ([path, language]) => {
        const { exportJob } = globalThis as any;
        const headers = { "content-type": "application/json", "accept-language": language };
        const answer = await fetch(path, { method: "PUT", headers, body: JSON.stringify(exportJob) });
        const { code, message } = (await answer.json()).error;
        const has = ["x-ms-request-id", "x-ms-correlation-request-id"].map((name) => answer.headers.has(name));
        return [answer.status, code, answer.headers.get("cache-control"), ...has, message];
      },
      [ANY, language] as const,
    );
  const [english, turkish] = [await refused("en"), await refused("tr")];
  for (const answer of [english, turkish]) {
    expect(answer.slice(0, 5)).toEqual([507, "InsufficientStorage", "no-cache", true, true]);
  }
  expect(english[5]).toContain("storage for this site is full");
  expect(turkish[5]).toContain("depolama alanı dolu");
});

test.describe("without its worker", () => {
  /** The console answers, and says why scripts' calls do not get through. */
  async function worksAndSays(page: Page, why: RegExp) {
    await expect(page.getByText("Calls from scripts: off")).toBeVisible();
    await expect(page.getByText(why)).toBeVisible();
    await page.getByLabel("Operation").selectOption({ label: "Get Job" });
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByRole("region", { name: "Response", exact: true }).getByText("200 OK")).toBeVisible();
  }

  test("as on plain http, the portal works the same and says what is off", async ({ page }) => {
    await page.addInitScript(() => delete (Navigator.prototype as any).serviceWorker);
    await page.goto("./#/console");
    await worksAndSays(page, /no service workers here, for example on plain http/);
  });

  test("after a hard reload the portal works the same and says what is off", async ({ page, context }) => {
    needs("cdp");
    await openForCalls(page, "./#/console");
    await expect(page.getByText("Calls from scripts: on")).toBeVisible();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Page.reload", { ignoreCache: true });
    await worksAndSays(page, /reloaded without its service worker/);
    await page.reload();
    await expect(page.getByText("Calls from scripts: on")).toBeVisible();
  });
});
