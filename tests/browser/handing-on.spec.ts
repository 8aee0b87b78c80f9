// The workspace in the header, and addresses that can be handed on.
import { expectAccessible } from "./support/axe.ts";
import { jobs, openList, pause, rowOf, told } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const menu = async (page: import("@playwright/test").Page) => {
  await page.getByRole("banner").getByRole("button", { name: "Workspace" }).click();
  return page.getByRole("region", { name: "Workspace", exact: true });
};

test("the menu says which workspace is shown, renames it and starts it over as it began", async ({ page }) => {
  await page.goto("./#/?scenario=Fabrikam&seed=7");
  await jobs(page).getByRole("rowheader").first().waitFor();
  let open = await menu(page);
  await expect(open).toContainText("Fabrikam, seed 7");
  await expectAccessible(page);
  await open.getByRole("button", { name: "Rename…" }).click();
  const rename = page.getByRole("dialog", { name: "Rename the workspace" });
  await rename.getByRole("textbox", { name: "Name" }).fill("Lesson 3");
  await page.keyboard.press("Enter");
  await expect(rename).toHaveCount(0);
  open = await menu(page);
  await expect(open).toContainText("Lesson 3");
  await page.keyboard.press("Escape");
  await pause(page);
  const before = await page.locator("tr[data-no]").count();
  await page.getByRole("button", { name: /^Delete job/ }).and(page.locator(":not([aria-disabled])")).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click();
  await expect(page.locator("tr[data-no]")).toHaveCount(before - 1);
  await (await menu(page)).getByRole("button", { name: "Start over…" }).click();
  await page.getByRole("dialog", { name: /^Start over with/ }).getByRole("button", { name: "Start over" }).click();
  await expect(told(page).filter({ hasText: "The workspace has started over" })).toBeVisible();
  await expect(page.locator("tr[data-no]")).toHaveCount(before);
});

test("sharing offers a short link and the whole state, says how long each is, and that it was copied", async ({ page, context, browser, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openList(page);
  await (await menu(page)).getByRole("button", { name: "Share…" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this workspace" });
  await expect(dialog.getByText(/^[\d,]+ characters$/)).toHaveCount(2);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Copy the short link" }).click();
  await expect(dialog.getByText(/^Copied: [\d,]+ characters$/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#\/\?scenario=Contoso&seed=1$/);
  const other = await (await browser.newContext({ baseURL })).newPage();
  await other.goto(link);
  await expect(rowOf(other, "media-masters-import")).toBeVisible();
  await other.context().close();
});

test("the address of any page can be handed on", async ({ page, browser, baseURL }) => {
  await page.goto("./#/?scenario=Fabrikam&seed=7");
  const first = jobs(page).getByRole("rowheader").getByRole("link").first();
  const name = await first.textContent();
  await first.click();
  await expect(page).toHaveURL(/\/overview\?scenario=Fabrikam&seed=7$/);
  await page.getByRole("tab", { name: "Drives" }).click();
  await expect(page).toHaveURL(/\/drives\?scenario=Fabrikam&seed=7$/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: name! })).toBeVisible();
  const other = await (await browser.newContext({ baseURL })).newPage();
  await other.goto(page.url());
  await expect(other.getByRole("heading", { level: 1, name: name! })).toBeVisible();
  await other.context().close();
});

test("a page that is not there says that it may belong to another workspace, a cut link that it looks cut off", async ({ page, context }) => {
  await page.goto("./#/resource/subscriptions/s/resourceGroups/g/providers/Microsoft.ImportExport/jobs/nothing/overview");
  await expect(page.getByRole("main")).toContainText("the link may belong to another one");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./#/settings");
  await page.getByRole("button", { name: "Copy a link to this workspace" }).click();
  await expect(page.getByText(/^Copied: [\d,]+ characters$/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("about:blank");
  await page.goto(link.slice(0, link.length - 101));
  await expect(page.getByText("It looks cut off")).toBeVisible();
});
