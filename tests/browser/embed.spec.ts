// The portal in a page that is not its own: what that page may ask, what it is told, and what is left alone.
import type { FrameLocator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { openForCalls } from "./support/calls.ts";
import { ask, embed, greet, hosting, said } from "./support/host.ts";
import { openList } from "./support/portal.ts";
import { everything, kept, outside } from "./support/storage.ts";
import { expect, test } from "./support/test.ts";

let host: Awaited<ReturnType<typeof hosting>>;
test.beforeAll(async () => {
  host = await hosting();
});
test.afterAll(() => host.close());
// The hosts have a port of their own; a browser lets no frame of another origin take the focus by itself, and says so.
test.use({ provoked: /request to another origin: http:\/\/127\.0\.0\.1:\d+\/host\/|Blocked autofocusing/ });

const row = (frame: FrameLocator, name: string) => frame.getByRole("row").filter({ has: frame.getByRole("link", { name, exact: true }) });
const ready = (page: Page) => expect.poll(async () => (await said(page))[0], { timeout: 30_000 }).toMatchObject({ iex: 1, ready: true });
const last = async (page: Page, event: string) => (await said(page)).filter((one) => one.event === event).at(-1)?.data;

/** The three ways to show it: of the page's own origin, of another, and without any. */
const ways = [
  ["of the same origin", true, undefined],
  ["of another origin", false, undefined],
  ["without an origin", false, "allow-scripts"],
] as const;

for (const [way, same, sandbox] of ways) {
  test.describe(`in a frame ${way}`, () => {
    const portal = (baseURL: string) => (same ? host.url : baseURL);
    // The test's own server lets no other origin read its files, as a frame without one must.
    const from = (baseURL: string) => (sandbox === undefined ? portal(baseURL) : host.url);

    test("a host is answered by its port, may look, and is refused what changes anything", async ({ page, baseURL }) => {
      const frame = await embed(page, host.url, from(baseURL!), { sandbox });
      await greet(page);
      await ready(page);
      expect((await said(page))[0]).toMatchObject({ write: false, methods: expect.arrayContaining(["state", "jobs", "job", "time", "route", "subscribe", "go"]) });
      expect((await ask(page, "state")).result).toMatchObject({ scenario: "Contoso", jobs: 15, route: "#/jobs" });
      expect((await ask(page, "jobs")).result).toHaveLength(15);
      expect((await ask(page, "job", { job: "media-masters-import" })).result).toMatchObject({ name: "media-masters-import", properties: { state: "Shipping" } });
      expect((await ask(page, "job", { job: "none" })).error).toMatchObject({ code: "noSuchJob" });
      expect((await ask(page, "time")).result).toMatchObject({ paused: false });
      for (const method of ["request", "advance", "load"]) {
        const { error } = await ask(page, method, { by: "P1D" });
        expect(error).toMatchObject({ code: "readOnly", message: expect.stringContaining("&write=1") });
      }
      expect((await ask(page, "fly")).error).toMatchObject({ code: "unknownMethod" });
      expect((await ask(page, "go", { route: "#/activity" })).result).toBe("#/activity");
      await expect(frame.getByRole("heading", { level: 1, name: "Activity log" })).toBeVisible();
      expect((await ask(page, "route")).result).toBe("#/activity");
      expect((await ask(page, "state")).result).toMatchObject({ jobs: 15 });
    });

    test("a host that may write changes the workspace, and is told of what happens", async ({ page, baseURL }) => {
      const frame = await embed(page, host.url, from(baseURL!), { sandbox, query: "?embed=1&write=1" });
      await greet(page);
      await ready(page);
      expect((await ask(page, "subscribe", { events: ["job", "refused", "route"] })).result).toEqual(["job", "refused", "route"]);
      const { id } = (await ask(page, "job", { job: "media-masters-import" })).result as { id: string };
      const path = `${id}?api-version=2021-01-01`;
      const cancelled = await ask(page, "request", { method: "PATCH", path, body: { properties: { cancelRequested: true } } });
      expect(cancelled.result).toMatchObject({ status: 200, body: { name: "media-masters-import" } });
      await expect(row(frame, "media-masters-import")).toContainText("Cancel requested");
      const refused = await ask(page, "request", { method: "DELETE", path });
      expect(refused.result).toMatchObject({ status: 409 });
      await expect.poll(() => last(page, "refused")).toMatchObject({ method: "DELETE", status: 409, message: expect.stringContaining("Shipping") });
      const before = (await ask(page, "time")).result as { now: string };
      const after = (await ask(page, "advance", { by: "P90D" })).result as { now: string };
      expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(90 * 86_400_000);
      await expect.poll(() => last(page, "job")).toMatchObject({ gone: true });
      expect((await ask(page, "load", { scenario: "Fabrikam", seed: 3 })).result).toMatchObject({ scenario: "Fabrikam", seed: 3 });
      await expect(row(frame, "not-sent-yet"), "the list has the names of the new jobs").toHaveCount(1);
      await expect(row(frame, "media-masters-import")).toHaveCount(0);
      await ask(page, "go", { route: "#/create" });
      await expect.poll(() => last(page, "route")).toBe("#/create");
      await ask(page, "unsubscribe", { events: ["route"] });
      await ask(page, "go", { route: "#/jobs" });
      await expect(frame.getByRole("main").getByRole("rowheader").first()).toBeVisible();
      expect(await last(page, "route")).toBe("#/create");
    });

    test("a person works in it as in any portal, and nothing leads out of it", async ({ page, baseURL }) => {
      const frame = await embed(page, host.url, from(baseURL!), { sandbox });
      await expect(frame.getByText("An unaffiliated training mock. Not connected to Azure.")).toBeVisible();
      await expect(frame.getByText("it is gone when this page is closed")).toBeVisible();
      await expect(frame.getByRole("alert")).toHaveCount(0);
      await expect(frame.getByRole("navigation", { name: "Main" })).toHaveCount(0);
      await expect(frame.getByRole("button", { name: "Workspace" })).toHaveCount(0);
      await frame.getByRole("button", { name: "Cancel job media-masters-import" }).press("Enter");
      await frame.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
      await expect(row(frame, "media-masters-import")).toContainText("Cancel requested");
      await expect(frame.locator("a[target=_top], a[target=_parent]")).toHaveCount(0);
      await expectAccessible(page);
    });
  });
}

test("who is not the page around the frame, or greets in another way, gets no answer", async ({ page }) => {
  const frame = await embed(page, host.url, host.url);
  await frame.getByText("it is gone when this page is closed").waitFor();
  for (const [greeting, ports] of [[{ iex: 2, hello: true }, 1], [{ iex: 1 }, 1], ["hello", 1], [{ iex: 1, hello: true }, 0], [{ iex: 1, hello: true }, 2]] as const) {
    await greet(page, greeting, ports);
  }
  // A neighbour in the same page, which can reach the frame as well.
  await page.evaluate(async () => {
    const neighbour = document.createElement("iframe");
    document.body.append(neighbour);
    const script = neighbour.contentDocument!.createElement("script");
    script.textContent = `
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => parent.said.push(data);
      parent.frames[0].postMessage({ iex: 1, hello: true }, "*", [channel.port2]);`;
    neighbour.contentDocument!.body.append(script);
  });
  // What is answered after all that was sent before it has been heard.
  await page.evaluate(() => ((globalThis as unknown as { said: unknown[] }).said.length = 0));
  await greet(page);
  await ready(page);
  await ask(page, "time");
  expect((await said(page)).filter((one) => one.ready)).toHaveLength(1);
});

test("a portal in a window of its own hears nobody, embedded or not", async ({ page, context }) => {
  await page.goto(`${host.url}host.html`);
  for (const query of ["?embed=1", ""]) {
    const [opened] = await Promise.all([
      context.waitForEvent("page"),
      page.evaluate((url) => {
        (globalThis as unknown as { opened: Window | null }).opened = window.open(url);
      }, `${host.url}index.html${query}#/jobs`),
    ]);
    await opened.getByRole("main").getByRole("rowheader").first().waitFor();
    await opened.locator("#notifications").waitFor({ state: "attached" });
    await page.evaluate(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => (globalThis as unknown as { said: unknown[] }).said.push(data);
      (globalThis as unknown as { opened: Window }).opened.postMessage({ iex: 1, hello: true }, "*", [channel.port2]);
    });
    await opened.getByRole("main").getByRole("rowheader").first().click();
    await opened.close();
  }
  expect(await said(page)).toEqual([]);
});

test("a host that greets anew is answered anew, and the port of before is closed", async ({ page }) => {
  await embed(page, host.url, host.url);
  await greet(page);
  await ready(page);
  await ask(page, "subscribe", { events: ["route"] });
  await greet(page);
  await expect.poll(async () => (await said(page)).filter((one) => one.ready).length).toBe(2);
  await ask(page, "go", { route: "#/activity" });
  expect((await ask(page, "route")).result).toBe("#/activity");
  expect((await said(page)).filter((one) => one.event)).toEqual([]);
});

test.describe("in a browser that is asked what it keeps", () => {
  // The page from which that is asked has no icon, and the browser asks the host for one.
  test.use({ provoked: /Failed to load resource/ });
  test("one's own workspace is not touched: what the browser keeps is the same before and after", async ({ page, context, baseURL }) => {
    // Its worker is there too.
    await openForCalls(page);
    await kept(page);
    await page.goto("about:blank");
    const before = await outside(context, baseURL!, everything);
    expect(before).toContain("iep/w/main/");
    const locks = () => page.evaluate(async () => (await navigator.locks.query()).held!.concat((await navigator.locks.query()).pending!).map(({ name }) => name));
    // A page of the portal's own origin, whose frame may do whatever it likes.
    await page.goto("./embed-example.html");
    const frame = page.frameLocator("#portal iframe");
    await frame.getByText("it is gone when this page is closed").waitFor();
    await frame.getByRole("button", { name: "Cancel job media-masters-import" }).press("Enter");
    await frame.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
    await expect(row(frame, "media-masters-import")).toContainText("Cancel requested");
    await page.getByRole("button", { name: "Load Fabrikam" }).click();
    await expect(page.getByRole("log")).toContainText('"scenario":"Fabrikam"');
    await page.evaluate(() => {
      document.querySelector("iframe")!.contentWindow!.location.hash = "#/settings";
    });
    await frame.getByRole("radio", { name: "Dark", exact: true }).check();
    await frame.getByRole("radio", { name: "FAQ 2020" }).check();
    await page.evaluate(() => {
      document.querySelector("iframe")!.contentWindow!.location.hash = "#/create";
    });
    await frame.getByLabel("Job name").fill("a-draft-of-nobody");
    expect(await locks()).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ active }) => active?.scriptURL))).toHaveLength(1);
    await page.goto("about:blank");
    expect(await outside(context, baseURL!, everything)).toBe(before);
    await openList(page);
    await expect(page.getByRole("row").filter({ hasText: "media-masters-import" })).not.toContainText("Cancel requested");
  });
});

test.describe("the example", () => {
  for (const query of ["", "?sandbox"]) {
    test(`shows what a host can do, under the same policy ${query}`, async ({ page }) => {
      await page.goto(`${host.url}embed-example.html${query}`);
      const log = page.getByRole("log", { name: "What the frame has said" });
      await expect(log).toContainText('ready {"iex":1,"ready":true');
      await page.getByRole("button", { name: "One day on" }).click();
      await expect(log).toContainText("advance {");
      await expect(log).toContainText("job {");
      await page.getByRole("button", { name: "Activity log" }).click();
      await expect(page.frameLocator("#portal iframe").getByRole("heading", { level: 1, name: "Activity log" })).toBeVisible();
      await expect(log).toContainText('route "#/activity"');
      await expectAccessible(page);
    });
  }
});

test.describe("in Turkish", () => {
  test.use({ locale: "tr-TR" });
  test("the example and the frame speak Turkish", async ({ page }) => {
    await page.goto(`${host.url}embed-example.html`);
    await expect(page.getByRole("heading", { level: 1, name: "Portal kendi sayfanızda" })).toBeVisible();
    await expect(page.frameLocator("#portal iframe").getByText("bu sayfa kapatılınca silinir")).toBeVisible();
    await page.getByRole("button", { name: "Sonraki olay" }).click();
    await expect(page.getByRole("log")).toContainText("advance {");
  });
});
