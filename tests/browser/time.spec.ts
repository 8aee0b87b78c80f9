// Time that tells: what comes next, what a jump has changed, and what a long one will delete.
import { openJob } from "./support/jobs.ts";
import { bell, clock, jobs, openList, pause, rowOf } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

test("a jump tells how many jobs changed, marks their rows and lists what became of each", { tag: "@smoke" }, async ({ page }) => {
  await openList(page);
  await pause(page);
  await clock(page).getByRole("button", { name: "+1 day" }).click();
  const status = clock(page).getByRole("status");
  await expect(status).toHaveText(/^\d+ jobs changed$/);
  const count = Number.parseInt((await status.textContent())!);
  await expect(page.locator("tr.row--changed").first()).toBeVisible();
  await status.getByRole("button").click();
  const list = page.getByRole("region", { name: "What has changed" });
  await expect(list.getByRole("listitem")).toHaveCount(count);
  await expect(list.getByRole("listitem").first()).toContainText(/→|copied|arrived|started|notified/);
  await list.getByRole("link").first().click();
  await expect(page).toHaveURL(/#\/resource\//);
  await expect(list).toBeHidden();
});

test("the marks go after a while", async ({ page }) => {
  await page.clock.install();
  await openList(page);
  await pause(page);
  await clock(page).getByRole("button", { name: "Next event" }).click();
  await expect(page.locator("tr.row--changed")).toHaveCount(1);
  await page.clock.runFor(9_000);
  await expect(page.locator("tr.row--changed")).toHaveCount(0);
});

test("a jump that changes nothing says so", async ({ page }) => {
  await page.goto("./#/?scenario=Empty");
  await page.getByRole("heading", { name: "Import/Export jobs" }).waitFor();
  await clock(page).getByRole("button", { name: "+1 day" }).click();
  await expect(clock(page).getByRole("status")).toHaveText("No job changed");
});

test("the bar names the next event, on the page of a job that job's own", async ({ page }) => {
  await openList(page);
  await pause(page);
  await expect(clock(page)).toContainText(/in 2 hours: sequencing-run-118 – Drive \S+ will be copied/);
  await openJob(page, "media-masters-import");
  await expect(clock(page)).toContainText(/This job, in \d+ (hours|days?) → Received/);
});

test("the bar says how many jobs +90 days will delete, and keeps its word", async ({ page }) => {
  await openList(page);
  await pause(page);
  const long = clock(page).getByRole("button", { name: "+90 days" });
  await expect(long).toHaveAccessibleDescription(/the service will delete (\d+) jobs/);
  const said = Number.parseInt((await clock(page).getByText(/the service will delete/).textContent())!.replace("+90 days", ""). replace(/\D+/, ""));
  await long.click();
  await clock(page).getByRole("status").getByRole("button").click();
  await expect(page.getByRole("region", { name: "What has changed" }).getByText("Deleted by the service")).toHaveCount(said);
});

test("a future line of a timeline can be gone to", async ({ page }) => {
  await openJob(page, "media-masters-import");
  await pause(page);
  const go = page.getByRole("button", { name: /^Go to this moment: / });
  await expect(go.first()).toHaveAccessibleName(/arrived|Received|data center/i);
  const at = await page.locator(".timeline__item--future time").first().getAttribute("datetime");
  await go.first().click();
  await expect(clock(page).getByRole("time")).toHaveAttribute("datetime", at!);
  await expect(page.getByRole("main")).toContainText("Received");
});

test("the history of notifications has what the service did, without a badge for it", async ({ page }) => {
  await openList(page);
  await pause(page);
  await clock(page).getByRole("button", { name: "Next event" }).click();
  await expect(rowOf(page, "sequencing-run-118")).toHaveClass(/row--changed/);
  await expect(bell(page)).toHaveAccessibleName("Notifications");
  await bell(page).click();
  const history = page.getByRole("region", { name: "Notifications" });
  await expect(history).toContainText("sequencing-run-118");
  await expect(history).toContainText(/Copying of drive \S+ started/);
});

test("an empty list offers the sample jobs beside Create", async ({ page }) => {
  await page.goto("./#/?scenario=Empty");
  await page.getByRole("button", { name: "Load the sample jobs" }).click();
  await expect(jobs(page).getByRole("rowheader").first()).toBeVisible();
});
