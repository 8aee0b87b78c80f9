// The search of the top bar, and Refresh in the list.
import { names, jobs, openList } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

test("a job is found by its name from every page", async ({ page }) => {
  await page.goto("./#/settings");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("/");
  const find = page.getByRole("combobox", { name: "Find a job by name" });
  await expect(find).toBeFocused();
  await page.keyboard.type("PILOT");
  await expect(page.locator("datalist#find-names option")).toHaveAttribute("value", "pilot-migration");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "pilot-migration" })).toBeFocused();
  await expect(find).toHaveValue("");
});

test("a text that several names or none have in them leads to the list", async ({ page }) => {
  await page.goto("./#/settings");
  const find = page.getByRole("combobox", { name: "Find a job by name" });
  await find.fill("import");
  await find.press("Enter");
  await expect(page).toHaveURL(/#\/jobs\?q=import$/);
  await expect(jobs(page)).toBeVisible();
  expect((await names(jobs(page))).length).toBeGreaterThan(1);
  for (const junk of ["<img src=x onerror=alert(1)>", "%00&q=", "x".repeat(5000)]) {
    await find.fill(junk);
    await find.press("Enter");
    await expect(page.getByRole("heading", { name: "No job matches" })).toBeVisible();
    await expect(page.getByRole("searchbox", { name: "Search jobs" })).toHaveValue(junk);
  }
});

test("a search for nothing says what is missing", async ({ page }) => {
  await openList(page);
  await page.getByRole("combobox", { name: "Find a job by name" }).press("Enter");
  await expect(page.locator("[aria-live=polite]")).toContainText("Type a job name");
  await expect(page).toHaveURL(/#\/jobs$/);
});

test("Refresh reads the jobs through the API and says that the list is up to date", async ({ page }) => {
  await openList(page);
  const refresh = page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Refresh" });
  await refresh.click();
  await expect(page.locator("[aria-live=polite]")).toContainText("The list is up to date.");
  await expect(refresh).toBeFocused();
  await page.getByRole("link", { name: "REST console" }).click();
  await expect(page.getByRole("region", { name: "History" }).getByText("…/jobs")).toHaveCount(2);
});
