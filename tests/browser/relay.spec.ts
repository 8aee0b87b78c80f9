// The relay: fetch from the portal's own page, at whatever path it is served, is answered by the service.
import { expect, test } from "./support/test.ts";

const OPERATIONS = "providers/Microsoft.ImportExport/operations?api-version=2021-01-01";
const ANY = "subscriptions/00000000-0000-4000-8000-00000000cafe/resourceGroups/lab/providers/Microsoft.ImportExport/jobs/no-such-job?api-version=2021-01-01";
test.use({ provoked: /Failed to load resource/ });

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("table", { name: "Import/Export jobs" })).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    }
  });
});

test("a call below the portal's path reaches the service and not the network", async ({ page }) => {
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
  const cdp = await context.newCDPSession(page);
  await cdp.send("ServiceWorker.enable");
  for (let round = 0; round < 3; round++) {
    await cdp.send("ServiceWorker.stopAllWorkers");
    const status = await page.evaluate(async (path) => (await fetch(path)).status, OPERATIONS);
    expect(status).toBe(200);
  }
});

test("other files below the path come from the host", async ({ page }) => {
  const status = await page.evaluate(async () => (await fetch("index.html")).status);
  expect(status).toBe(200);
});
