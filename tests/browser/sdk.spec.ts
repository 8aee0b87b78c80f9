// Microsoft's own client library, unmodified, against the service inside the page.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { clock, pause } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

// A page that is left while a call is under way is none of this file's business.
test.use({ provoked: /Failed to load resource/ });

let bundle = "";
test.beforeAll(async () => {
  const made = await build({
    stdin: { contents: 'export * from "@azure/arm-storageimportexport";', resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    format: "iife",
    globalName: "sdk",
    platform: "browser",
    write: false,
  });
  bundle = made.outputFiles[0].text;
});

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("table", { name: "Import/Export jobs" })).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    }
  });
  await page.evaluate(bundle);
  await page.evaluate(() => {
    const base = new URL(".", document.baseURI).href.replace(/\/$/, "");
    const credential = { getToken: async () => ({ token: "none", expiresOnTimestamp: Date.now() + 3_600_000 }) };
    const options = { endpoint: base, $host: base, allowInsecureConnection: true, retryOptions: { maxRetries: 0 } };
    const client = new (globalThis as any).sdk.StorageImportExport(credential, "00000000-0000-4000-8000-00000000cafe", options);
    // The library sends a token over https only, and no token is looked at here.
    client.pipeline.removePolicy({ name: "bearerTokenAuthenticationPolicy" });
    const address = { recipientName: "Lab", streetAddress1: "1 Sample Street", city: "Sampleton", postalCode: "00000", countryOrRegion: "Exampleland", phone: "000", email: "lab@example.com" };
    const account = "/subscriptions/00000000-0000-4000-8000-00000000cafe/resourceGroups/lab/providers/Microsoft.Storage/storageAccounts/labdata";
    const drive = { driveId: "9CA995BB", bitLockerKey: "238810-662376-448998-450120-652806-203390-606320-483076", manifestFile: "\\DriveManifest.xml", manifestHash: "109B21108597EF36D5785F08303F3638", driveHeaderHash: "" };
    Object.assign(globalThis, {
      client,
      importJob: { location: "West US", tags: { team: "lab" }, properties: { jobType: "Import", storageAccountId: account, returnAddress: address, returnShipping: { carrierName: "FedEx", carrierAccountNumber: "989" }, driveList: [drive], logLevel: "Verbose", backupDriveManifest: true, diagnosticsPath: "waimportexport" } },
      exportJob: { location: "West US", properties: { jobType: "Export", storageAccountId: account, returnAddress: address, export: { blobPathPrefix: ["/"] } } },
      all: async (pages: AsyncIterable<unknown>) => {
        const found = [];
        for await (const one of pages) found.push(one);
        return found;
      },
      refused: (call: Promise<unknown>) => call.then(() => null, (error: any) => [error.statusCode, error.code]),
    });
  });
});

/** Runs in the page, where `client` and the two jobs are. */
const inPage = (page: import("@playwright/test").Page, code: string) => page.evaluate(`(async () => { ${code} })()`);

/** What the two jobs of a test share: `made`, and the steps on the way to a cancel. */
const SHIP = `
  const packed = await client.jobs.update(name, "lab", { deliveryPackage: { carrierName: "FedEx", trackingNumber: "123456" } });
  const shipped = await client.jobs.update(name, "lab", { state: "Shipping" });
`;

test("locations by either of their names, and operations", async ({ page }) => {
  const found: any = await inPage(page, `return {
    places: await all(client.locations.list()),
    west: [await client.locations.get("West US"), await client.locations.get("westus")],
    operations: await all(client.operations.list()),
    nowhere: await refused(client.locations.get("Atlantis")),
  }`);
  expect(found.places).toHaveLength(27);
  expect(found.west.map((place: any) => place.name)).toEqual(["West US", "West US"]);
  expect(found.west[0]).toEqual(found.west[1]);
  expect(found.west[0].supportedCarriers).toContain("FedEx");
  expect(found.operations.length).toBeGreaterThan(3);
  expect(found.nowhere).toEqual([404, "ResourceNotFound"]);
});

test("an import job: create, list by pages, get, keys, update, ship, cancel, and both ends of delete", async ({ page }) => {
  const seen: any = await inPage(page, `
    const name = "sdk-import";
    const made = await client.jobs.create(name, "lab", importJob);
    for (const n of [1, 2, 3]) await client.jobs.create("sdk-more-" + n, "lab", importJob);
    const pages = [];
    for await (const one of client.jobs.listByResourceGroup("lab", { top: 2 }).byPage()) pages.push(one.map((job) => job.name));
    const filtered = await all(client.jobs.listBySubscription({ filter: "state eq 'Creating' and jobType eq 'Import'" }));
    const got = await client.jobs.get("SDK-IMPORT", "LAB");
    const keys = await all(client.bitLockerKeys.list(name, "lab"));
    ${SHIP}
    const cancelled = await client.jobs.update(name, "lab", { cancelRequested: true });
    const refusal = await refused(client.jobs.delete(name, "lab"));
    await client.jobs.delete("sdk-more-2", "lab");
    const gone = await refused(client.jobs.get("sdk-more-2", "lab"));
    const left = (await all(client.jobs.listByResourceGroup("lab"))).map((job) => job.name);
    return { made, pages, filtered: filtered.length, got, keys, packed, shipped, cancelled, refusal, gone, left };
  `);
  expect(seen.made.properties.state).toBe("Creating");
  expect(seen.pages).toEqual([["sdk-import", "sdk-more-1"], ["sdk-more-2", "sdk-more-3"]]);
  expect(seen.filtered).toBe(4);
  expect(seen.got.name).toBe("sdk-import");
  expect(seen.keys).toEqual([{ driveId: "9CA995BB", bitLockerKey: expect.stringContaining("238810") }]);
  expect(seen.packed.properties.state).toBe("Creating");
  expect(seen.packed.properties.deliveryPackage).toEqual({ carrierName: "FedEx", trackingNumber: "123456" });
  expect(seen.shipped.properties.state).toBe("Shipping");
  expect([seen.cancelled.properties.state, seen.cancelled.properties.cancelRequested]).toEqual(["Shipping", true]);
  expect(seen.refusal).toEqual([409, "JobStateConflict"]);
  expect(seen.gone).toEqual([404, "ResourceNotFound"]);
  expect(seen.left).toEqual(["sdk-import", "sdk-more-1", "sdk-more-3"]);
});

test("an export job: create, get, ship, keys once drives are filled, cancel; another one is deleted", async ({ page }) => {
  await pause(page);
  const seen: any = await inPage(page, `
    const name = "sdk-export";
    const made = await client.jobs.create(name, "lab", exportJob);
    const got = await client.jobs.get(name, "lab");
    const early = await all(client.bitLockerKeys.list(name, "lab"));
    ${SHIP}
    await client.jobs.create("sdk-other", "lab", exportJob);
    await client.jobs.delete("sdk-other", "lab");
    const gone = await refused(client.jobs.get("sdk-other", "lab"));
    const left = (await all(client.jobs.listByResourceGroup("lab"))).map((job) => job.name);
    return { made, got, early, packed, shipped, gone, left };
  `);
  expect(seen.made.properties.jobType).toBe("Export");
  expect(seen.got.properties).toMatchObject({ state: "Creating", export: { blobPathPrefix: ["/"] } });
  expect(seen.early).toEqual([]);
  expect([seen.packed.properties.state, seen.shipped.properties.state]).toEqual(["Creating", "Shipping"]);
  expect(seen.gone).toEqual([404, "ResourceNotFound"]);
  expect(seen.left).toEqual(["sdk-export"]);

  const state = () => inPage(page, `return (await client.jobs.get("sdk-export", "lab")).properties.state`);
  await expect(async () => {
    await clock(page).getByRole("button", { name: "+1 day", exact: true }).click();
    expect(await state()).toBe("Transferring");
  }).toPass();
  const later: any = await inPage(page, `
    const keys = await all(client.bitLockerKeys.list("sdk-export", "lab"));
    const cancelled = await client.jobs.update("sdk-export", "lab", { cancelRequested: true });
    const refusal = await refused(client.jobs.delete("sdk-export", "lab"));
    return { keys, cancelled, refusal };
  `);
  expect(later.keys[0]).toEqual({ driveId: expect.stringMatching(/^MOCK/), bitLockerKey: expect.stringMatching(/^(\d{6}-){7}\d{6}$/) });
  expect([later.cancelled.properties.state, later.cancelled.properties.cancelRequested]).toEqual(["Transferring", true]);
  expect(later.refusal).toEqual([409, "JobStateConflict"]);
});

test("errors have the service's codes", async ({ page }) => {
  const seen: any = await inPage(page, `
    await client.jobs.create("sdk-sent", "lab", importJob);
    await client.jobs.update("sdk-sent", "lab", { deliveryPackage: { carrierName: "FedEx", trackingNumber: "1" }, state: "Shipping" });
    return {
      name: await refused(client.jobs.create("ab", "lab", importJob)),
      body: await refused(client.jobs.create("sdk-empty", "lab", { properties: {} })),
      replace: await refused(client.jobs.create("sdk-sent", "lab", importJob)),
      missing: await refused(client.jobs.get("sdk-none", "lab")),
      update: await refused(client.jobs.update("sdk-none", "lab", { cancelRequested: true })),
      keys: await refused(all(client.bitLockerKeys.list("sdk-none", "lab"))),
      fields: await refused(client.jobs.update("sdk-sent", "lab", { state: "Received" })),
      late: await refused(client.jobs.update("sdk-sent", "lab", { driveList: importJob.properties.driveList })),
      remove: await refused(client.jobs.delete("sdk-sent", "lab")),
      top: await refused(all(client.jobs.listBySubscription({ top: 101 }))),
      filter: await refused(all(client.jobs.listBySubscription({ filter: "state eq Creating" }))),
    };
  `);
  expect(seen).toEqual({
    name: [400, "InvalidResourceName"],
    body: [400, "InvalidRequestContent"],
    replace: [409, "JobStateConflict"],
    missing: [404, "ResourceNotFound"],
    update: [404, "ResourceNotFound"],
    keys: [404, "ResourceNotFound"],
    fields: [400, "InvalidRequestContent"],
    late: [409, "JobStateConflict"],
    remove: [409, "JobStateConflict"],
    top: [400, "InvalidRequestContent"],
    filter: [400, "InvalidRequestContent"],
  });
});
