// Hanging: a leader that hangs with the second copy in its hands keeps nothing of a deleted job there.
import { call, listed, openForCalls } from "./support/calls.ts";
import { pause } from "./support/portal.ts";
import { entries, secondCopy } from "./support/storage.ts";
import { expect, test } from "./support/test.ts";

test.use({ provoked: /Failed to load resource|no second copy any more|the second copy stays/ });

const SETTINGS = "./#/settings";
const SECRET = "Rumpelstiltskin";

test("a job that is deleted while a leader that hangs holds the second copy is taken out of it as soon as it can be reached", async ({ page, context }) => {
  test.slow();
  // The leader hangs for some seconds before it ends a transaction, which holds up every other.
  await page.addInitScript(() => {
    const commit = IDBTransaction.prototype.commit;
    Object.assign(globalThis, { armed: false });
    IDBTransaction.prototype.commit = function () {
      if ((globalThis as any).armed) {
        (globalThis as any).armed = false;
        const end = performance.now() + 9_000;
        while (performance.now() < end);
      }
      return commit.apply(this);
    };
  });
  await openForCalls(page, SETTINGS);
  await pause(page);
  const made = await page.evaluate((secret) => {
    const { call, exportJob } = globalThis as any;
    const returnAddress = { ...exportJob.properties.returnAddress, recipientName: secret };
    return call("PUT", "before", { ...exportJob, properties: { ...exportJob.properties, returnAddress } });
  }, SECRET);
  expect(made.status).toBe(201);
  const other = await context.newPage();
  await openForCalls(other, SETTINGS);
  await expect.poll(() => listed(other)).toEqual(["before"]);
  await page.evaluate(() => Object.assign(globalThis, { armed: true }));
  // The other tab takes the lead on the way; however long that takes, it is carried out once.
  const put = () => other.evaluate(() => (globalThis as any).call("PUT", "another", (globalThis as any).exportJob));
  await expect.poll(async () => (await put()).status, { timeout: 30_000 }).toBeLessThan(300);
  expect((await call(other, "DELETE", "before")).status).toBe(200);
  expect((await call(other, "GET", "before")).status).toBe(404);
  expect(JSON.stringify(await entries(other))).not.toContain(SECRET);
  const storage = other.getByRole("region", { name: "Storage" });
  await expect.poll(async () => JSON.stringify(await secondCopy(other)), { timeout: 30_000 }).not.toContain(SECRET);
  await expect(storage).toContainText("is also saved in a second copy", { timeout: 40_000 });
  const copy = await secondCopy(other);
  expect(JSON.stringify(copy)).not.toContain(SECRET);
  expect(Object.values(copy.entries).join()).toContain('"lab","another"');
  // What was noted beside the ledger is settled.
  await expect.poll(async () => Object.keys(await entries(other)).filter((key) => key.startsWith("iep/copy/"))).toEqual([]);
  expect(await listed(other)).toEqual(["another"]);
  await expect.poll(() => listed(page)).toEqual(["another"]);
});
