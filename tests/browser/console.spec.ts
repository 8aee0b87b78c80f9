// The REST console: requests out and back, the history of all calls, code to copy.
import type { Page } from "@playwright/test";
import { call, create, reachable } from "./support/calls.ts";
import { clock, pause } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const response = (page: Page) => page.getByRole("region", { name: "Response", exact: true });
const history = (page: Page) => page.getByRole("region", { name: "History" });

async function pick(page: Page, operation: string) {
  await page.getByLabel("Operation").selectOption({ label: operation });
}

test.beforeEach(async ({ page }) => {
  await page.goto("./#/console");
  await expect(page.getByRole("heading", { level: 1, name: "REST console" })).toBeVisible();
});

test("an operation is picked, sent and answered", async ({ page }) => {
  await pick(page, "Get Job");
  await expect(page.getByLabel("Method")).toHaveValue("GET");
  await expect(page.getByLabel("Path and query")).toHaveValue(/\/jobs\/[^/?]+\?api-version=2021-01-01$/);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(response(page).getByText("200 OK")).toBeVisible();
  await expect(page.getByRole("region", { name: "Response body" })).toContainText('"type": "Microsoft.ImportExport/jobs"');
  await response(page).getByText("Response headers").click();
  await expect(page.getByRole("region", { name: "Response headers" })).toContainText("x-ms-request-id: ");
});

test("a deleted job is gone: 200, then 404 in the language asked for", { tag: "@smoke" }, async ({ page }) => {
  await page.goto("./#/jobs");
  const button = page.getByRole("button", { name: /^Delete job/ }).and(page.locator(":not([aria-disabled])"));
  const name = (await button.first().getAttribute("aria-label"))!.replace("Delete job ", "");
  await button.first().click();
  await page.getByRole("dialog", { name: `Delete ${name}?` }).getByRole("button", { name: "Delete job" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto("./#/console");
  const call = history(page).getByRole("button").filter({ hasText: "DELETE" });
  await expect(call, "the portal's own call is in the history").toContainText(name);
  await expect(call).toContainText("200");
  await expect(call).toContainText("Portal");
  await call.click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Method").selectOption("GET");
  await page.getByRole("textbox", { name: "Headers" }).fill("accept-language: tr");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(response(page).getByText("404 Not Found")).toBeVisible();
  await expect(page.getByRole("region", { name: "Response body" })).toContainText("adında bir iş yok");
});

test("what calls told of a job goes with it, whoever deletes it", async ({ page }) => {
  const sent = page.getByRole("region", { name: "Headers and body sent" });
  await pause(page);
  await reachable(page);
  const calls = async () => {
    expect((await create(page, "short-lived")).status).toBe(201);
    expect((await call(page, "GET", "short-lived")).status).toBe(200);
    expect((await call(page, "POST", "short-lived/listBitLockerKeys")).status).toBe(200);
    expect((await call(page, "GET", "")).body.value).toHaveLength(1);
  };
  const entries = (method: string) => history(page).getByRole("button").filter({ hasText: method });
  const expectNothingOfIt = async (count: number) => {
    await expect(history(page).getByRole("button")).toHaveCount(count);
    for (const entry of await history(page).getByRole("button").all()) {
      await entry.click();
      await expect(entry).toHaveAttribute("aria-current", "true");
      await expect(page.getByRole("main")).not.toContainText("Sample Street");
      await expect(page.getByRole("main")).not.toContainText("labdata");
    }
  };
  await calls();
  await entries("PUT").click();
  await expect(sent).toContainText("1 Sample Street");
  await expect(page.getByRole("region", { name: "Response body" })).toContainText("1 Sample Street");

  expect((await call(page, "DELETE", "short-lived")).status).toBe(200);
  await expectNothingOfIt(5);
  await entries("PUT").click();
  await expect(response(page).getByText("201 Created")).toBeVisible();
  await expect(response(page).getByText("A job in this call has been deleted")).toBeVisible();

  // Nobody touches it for fourteen days, and the service deletes it.
  await calls();
  await clock(page).getByRole("button", { name: "+90 days", exact: true }).click();
  await expectNothingOfIt(9);
});

test("a list is followed page by page", async ({ page }) => {
  await pick(page, "List Jobs of the subscription, five per page");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const next = page.getByRole("region", { name: "Response body" }).getByRole("link");
  await next.click();
  await expect(history(page).getByRole("button")).toHaveCount(2);
  await expect(page.getByLabel("Path and query")).toHaveValue(/skiptoken/i);
  await expect(response(page).getByText("200 OK")).toBeVisible();
});

test("what cannot be sent is told, and leaves no call", async ({ page }) => {
  await page.getByLabel("Path and query").fill("https://elsewhere.example/x");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByLabel("Path and query")).toHaveAccessibleDescription(/must begin with a slash/);
  await page.getByLabel("Path and query").fill("/nowhere");
  await page.getByRole("textbox", { name: "Headers" }).fill("fine: yes\nno header");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Headers" })).toHaveAccessibleDescription(/Line 2 is not a header/);
  await expect(page.getByText("No calls yet.")).toBeVisible();
});

test("whatever is typed stays text", async ({ page }) => {
  await page.getByLabel("Path and query").fill("/<img src=x onerror=alert(1)>?api-version=<b>");
  await page.getByLabel("Method").selectOption("PUT");
  await page.getByLabel("Body").fill("<script>alert(1)</script>");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(response(page).getByText("404 Not Found")).toBeVisible();
  await expect(page.getByRole("region", { name: "Headers and body sent" })).toContainText("<script>alert(1)</script>");
  await expect(page.locator("main img, main script")).toHaveCount(0);
});

test("every call can be copied as code", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await pick(page, "Update Job Properties: request cancel");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  for (const [tool, expected] of [
    ["curl", "curl"],
    ["Azure CLI", "az import-export update"],
    ["PowerShell", "Update-AzImportExport"],
    ["JavaScript", "arm-storageimportexport"],
  ]) {
    await page.getByRole("tab", { name: tool }).click();
    await page.getByRole("button", { name: `Copy ${tool}` }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(expected);
  }
});

test("a call is sent again", async ({ page }) => {
  await pick(page, "List Operations");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(history(page).getByRole("button")).toHaveCount(1);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(history(page).getByRole("button")).toHaveCount(2);
});

test("the response stands beside the request where there is room, and comes into sight where there is not", async ({ page }) => {
  const box = async (name: string) => (await page.getByRole("region", { name, exact: true }).boundingBox())!;
  for (const width of [1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await pick(page, "Get Job");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(response(page).getByText("200 OK")).toBeVisible();
    const [request, answer] = [await box("Request"), await box("Response")];
    expect(answer.x, `${width} px`).toBeGreaterThanOrEqual(request.x + request.width);
    expect(Math.abs(answer.y - request.y)).toBeLessThan(4);
  }
  await page.setViewportSize({ width: 375, height: 700 });
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Response", exact: true })).toBeInViewport();
});

test("long lines of a response wrap", async ({ page }) => {
  await pick(page, "Get Job");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const body = page.getByRole("region", { name: "Response body" });
  await expect(body).toContainText("Microsoft.ImportExport/jobs");
  expect(await body.evaluate((body) => body.scrollWidth - body.clientWidth)).toBeLessThanOrEqual(0);
});

test("each snippet says where it works", async ({ page }) => {
  await pick(page, "Get Job");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  for (const [tool, where] of [
    ["curl", "A shell does not reach this page."],
    ["Azure CLI", "against the real Azure, with your own login"],
    ["PowerShell", "against the real Azure, with your own login"],
    ["JavaScript", "in this page only"],
  ] as const) {
    await page.getByRole("tab", { name: tool }).click();
    await expect(page.getByRole("tabpanel", { name: tool })).toContainText(where);
  }
});
