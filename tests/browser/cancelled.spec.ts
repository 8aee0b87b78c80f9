// What a cancel has come to is seen everywhere on a job's page, and a job in trouble says why.
import type { Page } from "@playwright/test";
import { resourceId, openJob } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

const commands = (page: Page) => page.getByRole("group", { name: "Commands" });
const steps = (page: Page) => page.getByRole("region", { name: "Status" }).getByRole("listitem");

async function cancel(page: Page) {
  await commands(page).getByRole("button", { name: "Cancel", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
}

test("a pending cancel stands in the place of its command, and REST still takes the repeat", async ({ page }) => {
  await openJob(page, "sequencing-run-118");
  await cancel(page);
  const pending = commands(page).getByRole("button", { name: "Cancel requested" });
  await expect(pending).toHaveAttribute("aria-disabled", "true");
  await expect(pending).toHaveAccessibleDescription(/^Cancel was requested on .* and is still pending/);
  await pending.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Available actions" })).toContainText("Cancel was requested on");
  const status = await page.evaluate(async (id) => {
    await navigator.serviceWorker.ready;
    const init = { method: "PATCH", body: JSON.stringify({ properties: { cancelRequested: true } }), headers: { "content-type": "application/json" } };
    return (await fetch(`.${id}?api-version=2021-01-01`, init)).status;
  }, resourceId("sequencing-run-118"));
  expect(status).toBe(200);
});

test("header, essentials and tracker say at what part a job was cut short", async ({ page }) => {
  await openJob(page, "sequencing-run-118");
  await cancel(page);
  for (let day = 0; day < 3; day++) await page.getByRole("button", { name: "+1 day" }).click();
  const words = /Completed · Cancelled at 4\d%/;
  await expect(page.getByRole("main").locator(".page-head, header").filter({ hasText: "sequencing-run-118" }).first()).toContainText(words);
  await expect(page.getByRole("region", { name: "Essentials" })).toContainText(words);
  await expect(steps(page).last()).toContainText(words);
  await expect(steps(page).filter({ hasText: "Transferring" })).toContainText(/Copy stopped at 4\d%/);
});

test("a job that was cancelled before shipping shows which steps it goes without", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019");
  await cancel(page);
  await page.getByRole("button", { name: "+1 hour" }).click();
  await expect(steps(page).filter({ hasText: "Creating" })).toContainText("Cancelled here");
  for (const state of ["Shipping", "Received", "Transferring", "Packaging"]) {
    await expect(steps(page).filter({ hasText: state })).toContainText("Skipped");
  }
});

test("off the overview a cancel takes one line that leads there", async ({ page }) => {
  await openJob(page, "drone-survey-raw", "drives");
  const line = page.getByRole("region", { name: /^Cancel requested/ });
  expect((await line.boundingBox())!.height).toBeLessThan(48);
  await line.getByRole("link", { name: "Details" }).click();
  await expect(page).toHaveURL(/\/overview$/);
  expect((await line.boundingBox())!.height).toBeGreaterThan(48);
});

test("a closed job says which drive, which log, what to do and when it is deleted", async ({ page }) => {
  await openJob(page, "plant-telemetry-import");
  for (let day = 0; day < 9; day++) await page.getByRole("button", { name: "+1 day" }).click();
  const why = page.getByRole("region", { name: "Why this job is Closed" });
  await expect(why).toContainText(/Some files of drive .*FAULT-COPY couldn’t be copied\. .* Create a new job/);
  await expect(why).toContainText(/The service deletes the job on \d+ \w+ 2026.*in \d+ days/);
  await why.getByRole("button", { name: /^Error log of .*FAULT-COPY$/ }).click();
  const log = page.getByRole("dialog", { name: /^Error log of .*FAULT-COPY$/ });
  await expect(log).toContainText("<Error>FileReadError</Error>");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tab", { name: "Drives" })).toHaveAttribute("aria-selected", "true");
});

test("a faulted job says what it waits for and until when", async ({ page }) => {
  await openJob(page, "erp-history-import", "tracking");
  const back = page.getByRole("region", { name: "Return", exact: true });
  await back.getByLabel("Street address", { exact: false }).first().fill("FAULT-ADDRESS 1");
  await back.getByRole("button", { name: "Update return information" }).click();
  await page.getByRole("button", { name: "+1 day" }).click();
  const why = page.getByRole("region", { name: "Operators need a valid return address" });
  await expect(why).toContainText("the job continues within an hour.");
  await expect(why).toContainText(/Without an answer the service closes the job on \d+ \w+ 2026.*in \d+ days/);
});
