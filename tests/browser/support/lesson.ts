// The lesson beside the portal, by the names that learners know its parts by, and the moves that lessons ask for.
import type { Page } from "@playwright/test";
import { clock, rowOf } from "./portal.ts";
import { expect } from "./test.ts";

export const lesson = (page: Page) => page.getByRole("region", { name: "Lesson", exact: true });
export const tasks = (page: Page) => lesson(page).getByRole("list", { name: "Tasks" }).getByRole("listitem");
export const done = (page: Page) => tasks(page).filter({ hasText: "(done)" });
export const complete = (page: Page) => lesson(page).getByRole("status").filter({ hasText: "Lesson complete" });
/** A button of the lesson. */
export const button = (page: Page, name: string) => lesson(page).getByRole("button", { name, exact: true });
/** Lets the clock jump. */
export const jump = (page: Page, name: string) => clock(page).getByRole("button", { name, exact: true }).click();
export const slider = (page: Page) => page.getByRole("slider", { name: "Timeline of this workspace" });
export const band = (page: Page) => page.getByRole("region", { name: "Looking at the past" });

export async function begin(page: Page, id: string) {
  await page.goto(`./#/learn/${id}`);
  await lesson(page).getByRole("heading", { level: 2 }).waitFor();
}

/** Where a link of the navigation leads; on a phone the navigation is opened first. */
export async function go(page: Page, name: string) {
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
}

export async function toJobs(page: Page) {
  await go(page, "Jobs");
  await page.getByRole("main").getByRole("rowheader").first().waitFor();
}

/** Opens a job from the list, at one of its tabs. */
export async function open(page: Page, name: string, tab: string) {
  await toJobs(page);
  await rowOf(page, name).getByRole("link", { name, exact: true }).click();
  await page.getByRole("tab", { name: tab }).click();
}

/** Presses the button of a row that deletes or cancels its job, and confirms. */
export async function confirm(page: Page, what: "Delete" | "Cancel", name: string) {
  await page.getByRole("button", { name: `${what} job ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: `${what} job` }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** Presses the button of a row that is off, which says why; the tip that says so too is sent away. */
export async function tries(page: Page, what: "Delete" | "Cancel", name: string) {
  await page.getByRole("button", { name: `${what} job ${name}` }).press("Enter");
  await page.keyboard.press("Escape");
}

/** Chooses the rules of a document in the settings, and goes back to the list. */
export async function rules(page: Page, name: string) {
  await go(page, "Settings");
  await page.getByRole("group", { name: "Rule set" }).getByRole("radio", { name }).check();
  await toJobs(page);
}

/** Lets the clock jump from event to event, or by another step, until the row of a job says this. */
export async function until(page: Page, name: string, state: string, step = "Next event") {
  for (let n = 0; n < 60; n++) {
    if ((await rowOf(page, name).getByText(state, { exact: true }).count()) > 0) return;
    const before = await clock(page).getByRole("time").textContent();
    await jump(page, step);
    await expect(clock(page).getByRole("time")).not.toHaveText(before!);
  }
  throw new Error(`${name} never came to ${state}`);
}

/** Sends what the console has typed in, or another body, and waits for this status. */
export async function send(page: Page, status: string, alter?: (body: any) => unknown) {
  const body = page.getByRole("textbox", { name: "Body", exact: true });
  if (alter) await body.fill(JSON.stringify(alter(JSON.parse(await body.inputValue())), null, 2));
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("region", { name: "Response", exact: true }).getByText(status)).toBeVisible();
}

/** Picks an operation for a job in the console, which types the call in. */
export async function pick(page: Page, name: string, operation: string) {
  await go(page, "REST console");
  const job = page.getByRole("combobox", { name: "Job", exact: true });
  await job.fill(name);
  // What was typed counts when the field is left.
  await job.press("Tab");
  await page.getByLabel("Operation").selectOption({ label: operation });
}
