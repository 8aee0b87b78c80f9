// The keyboard alone: a job is created, shipped, cancelled and deleted without a pointer. After each step the
// focus is where one goes on, and what happened is announced.
import type { Locator, Page } from "@playwright/test";
import { ADDRESS, openJob } from "./support/jobs.ts";
import { bell, clock, holdUntilCalled, jobs, openList, pause } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

/** Presses Tab, or another key, until the focus is on an element; fails where it never comes there. */
async function reach(page: Page, target: Locator, key = "Tab") {
  await expect(target).toBeAttached();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never leads to ${target}`);
}

async function fill(page: Page, label: string, text: string) {
  const [line, choice] = [page.getByRole("textbox", { name: label, exact: true }), page.getByRole("combobox", { name: label, exact: true })];
  await reach(page, line.or(choice).first());
  await page.keyboard.type(text);
}

async function press(page: Page, name: string | RegExp, back = false) {
  await reach(page, page.getByRole("button", { name, exact: true }), back ? "Shift+Tab" : "Tab");
  await page.keyboard.press("Enter");
}

const announced = (page: Page, text: string | RegExp) => expect(page.locator("[aria-live]").filter({ hasText: text })).toHaveCount(1);
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

test("create, ship, cancel and delete", async ({ page }) => {
  test.slow();
  const name = "by-keyboard-alone";
  await page.goto("./");
  await heading(page, "Import/Export jobs").waitFor();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" }), "the first stop skips the frame").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Import/Export jobs")).toBeFocused();
  await page.keyboard.press(".");
  await announced(page, /paused/i);

  // Create: each step is gone through by its own button, which leads to the beginning of the next.
  await page.keyboard.press("n");
  await expect(heading(page, "Create an import/export job")).toBeFocused();
  await fill(page, "Subscription", "5f1c9a70-0000-4000-8000-00000c0a7050");
  await fill(page, "Resource group", "rg-training");
  await fill(page, "Job name", name);
  await press(page, "Next: Job details");
  await expect(page.getByRole("tab", { name: "Job details" })).toBeFocused();
  await fill(page, "Region", "West Eu");
  await fill(page, "Storage account", "trainingstore");
  await fill(page, "Drive ID", "KEY-1");
  await fill(page, "BitLocker key", "111111-222222-333333-444444-555555-666666-777777-888888");
  await fill(page, "Manifest file", "\\DriveManifest.xml");
  await fill(page, "Manifest hash", "0123456789ABCDEF0123456789ABCDEF");
  await press(page, "Next: Return shipping");
  await expect(page.getByRole("tab", { name: "Return shipping" })).toBeFocused();
  await fill(page, "Carrier", "Fed");
  await fill(page, "Carrier account number", "000-111");
  for (const [label, text] of ADDRESS) {
    await fill(page, label, text);
  }
  await press(page, "Next: Tags");
  await press(page, "Next: Review + create");
  await expect(page.getByRole("tab", { name: "Review + create" })).toBeFocused();
  await expect(page.getByText("Validation passed")).toBeVisible();
  await press(page, "Create");
  await expect(heading(page, name)).toBeFocused();
  await announced(page, `${name} was created`);

  // Ship: the command opens a panel that begins with the field that is filled in first.
  const ship = page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Mark as shipped" });
  await reach(page, ship);
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Mark as shipped" });
  await expect(panel.getByLabel("Carrier")).toBeFocused();
  await page.keyboard.type("UPS");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("textbox", { name: "Tracking number" })).toBeFocused();
  await page.keyboard.type("1Z-0001");
  await reach(page, panel.getByRole("button", { name: "Mark as shipped" }));
  await page.keyboard.press("Enter");
  await announced(page, `${name} marked as shipped`);
  await expect(panel).toBeHidden();

  // Cancel: Escape changes nothing and gives the focus back; the second time it is meant.
  const commands = page.getByRole("group", { name: "Commands" });
  const cancel = commands.getByRole("button", { name: "Cancel", exact: true });
  await reach(page, cancel, "Shift+Tab");
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: `Cancel ${name}?` });
  await expect(question.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question.getByRole("button", { name: "Keep job" }), "the harmless answer comes first").toBeFocused();
  await reach(page, question.getByRole("button", { name: "Cancel job" }));
  await page.keyboard.press("Enter");
  await announced(page, `Cancel requested for ${name}`);
  await expect(commands.getByRole("button", { name: "Cancel requested" }), "what was pressed keeps the focus").toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");

  // Time passes until the drives are back.
  await reach(page, page.getByRole("button", { name: "+1 day" }));
  const remove = commands.getByRole("button", { name: "Delete", exact: true });
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(remove).not.toHaveAttribute("aria-disabled", "true", { timeout: 200 });
  }).toPass();
  await expect(page.getByRole("button", { name: "+1 day" }), "the focus stays while time passes").toBeFocused();

  // Delete: the job's page is gone, so the focus goes to the list.
  await reach(page, remove, "Shift+Tab");
  await page.keyboard.press("Enter");
  const last = page.getByRole("dialog", { name: `Delete ${name}?` });
  await expect(last.getByRole("button", { name: "Keep job" })).toBeFocused();
  await reach(page, last.getByRole("button", { name: "Delete job" }));
  await page.keyboard.press("Enter");
  await announced(page, `${name} was deleted`);
  await expect(heading(page, "Import/Export jobs")).toBeFocused();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("the focus goes to a neighbour when what was pressed goes away", async ({ page }) => {
  await openList(page, "?state=Completed&type=Import&q=a");
  const pill = (name: string) => page.getByRole("button", { name: `Remove filter ${name}` });
  await pill("State: Completed").press("Enter");
  await expect(pill("State: Completed")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Clear all filters" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Type" })).toBeFocused();
  await page.getByRole("searchbox", { name: "Search jobs" }).fill("(");
  await page.getByRole("heading", { name: "No job matches" }).waitFor();
  await page.getByRole("button", { name: "Clear all filters" }).last().press("Enter");
  await expect(page.getByRole("combobox", { name: "Type" })).toBeFocused();

  await page.goto("./#/activity?q=(");
  await page.getByRole("button", { name: "Clear the filter" }).press("Enter");
  await expect(page.getByRole("searchbox", { name: "Filter the log" })).toBeFocused();

  await openJob(page, "hr-archive-2012-2019", "tracking");
  const parcel = page.getByRole("region", { name: "Parcel to the data center" });
  await parcel.getByLabel("Tracking number").fill("half-typed");
  await parcel.getByRole("button", { name: "Undo changes" }).press("Enter");
  await expect(parcel.getByRole("button", { name: "Update tracking information" })).toBeFocused();
});

test("after a banner and what was set aside the focus stays in the page", async ({ page }) => {
  await page.goto("./#/settings");
  await page.evaluate(() => localStorage.setItem("iep/draft/create", "broken"));
  await page.goto("./#/create");
  await page.getByText("A draft couldn’t be read").waitFor();
  await page.evaluate(() => localStorage.setItem("iep/draft/create", "broken again"));
  await page.goto("./#/activity");
  // The wizard has gone by then, and with it what it said of the first.
  await expect(heading(page, "Activity log")).toBeVisible();
  await page.goto("./#/create");
  await page.getByText("A draft couldn’t be read").waitFor();
  await page.goto("./#/settings");
  await page.reload();
  const banner = page.getByRole("button", { name: "Dismiss: 2 entries couldn’t be read" });
  await banner.press("Enter");
  await expect(banner).toHaveCount(0);
  await expect(heading(page, "Settings")).toBeFocused();
  const discard = page.getByRole("button", { name: "Discard iep/draft/create" });
  for (const left of [1, 0]) {
    await discard.last().press("Enter");
    await expect(discard).toHaveCount(left);
    await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
  }
});

test("a banner that is dismissed before the page has come leaves the focus to its heading", async ({ page }) => {
  await page.goto("./#/settings");
  await page.evaluate(() => localStorage.setItem("iep/draft/create", "broken"));
  await page.goto("./#/create");
  await page.getByText("A draft couldn’t be read").waitFor();
  const come = await holdUntilCalled(page, "_settings.wasm");
  await page.goto("./#/settings");
  await page.reload();
  const banner = page.getByRole("button", { name: /^Dismiss: / });
  await banner.press("Enter");
  await expect(banner).toHaveCount(0);
  await expect(page.locator("#main")).toBeFocused();
  come();
  await expect(heading(page, "Settings")).toBeFocused();
});

test("messages are dismissed one by one, and the focus goes from one to the next", async ({ page }) => {
  await openList(page);
  for (const name of ["pilot-migration", "finance-close-2024"]) {
    await page.getByRole("button", { name: `Cancel job ${name}` }).press("Enter");
  }
  const shown = page.getByRole("region", { name: "Messages" });
  await shown.getByRole("button", { name: "Dismiss: pilot-migration was not cancelled" }).press("Enter");
  await expect(shown.getByText("pilot-migration was not cancelled")).toHaveCount(0);
  await expect(shown.locator(":focus")).toHaveCount(1);
  await shown.getByRole("button", { name: "Dismiss: finance-close-2024 was not cancelled" }).press("Enter");
  await expect(bell(page)).toBeFocused();
  await page.keyboard.press("Enter");
  const history = page.getByRole("region", { name: "Notifications" });
  await history.getByRole("button", { name: "Dismiss: finance-close-2024 was not cancelled" }).press("Enter");
  await expect(history.getByText("finance-close-2024 was not cancelled")).toHaveCount(0);
  await expect(history.locator(":focus")).toHaveCount(1);
  await history.getByRole("button", { name: "Dismiss all" }).press("Enter");
  await expect(history.getByText("Nothing has happened yet.")).toBeVisible();
  await expect(history.getByRole("button", { name: "Close" })).toBeFocused();
});

test("a message stays while the focus or the pointer is in it", async ({ page }) => {
  await page.clock.install();
  await openList(page);
  await page.getByRole("button", { name: "Cancel job pilot-migration" }).press("Enter");
  const told = page.getByRole("region", { name: "Messages" });
  const link = told.getByRole("link", { name: "Show the rule in the diagram" });
  await link.focus();
  await page.clock.fastForward(20_000);
  await expect(link).toBeFocused();
  await page.getByRole("heading", { level: 1 }).focus();
  await told.getByText("pilot-migration was not cancelled").hover();
  await page.clock.fastForward(20_000);
  await expect(link).toBeVisible();
  await page.mouse.move(5, 400);
  await page.clock.fastForward(20_000);
  await expect(link).toHaveCount(0);
});

test("the reason of a refused button stays under the pointer and with the focus, goes by Escape, and is never cut off", async ({ page }) => {
  await openList(page, "?sort=name");
  const tip = page.locator(".tip");
  const refused = page.getByRole("button", { name: "Cancel job pilot-migration" });
  await refused.hover();
  await expect(tip).toBeVisible();
  const [button, box] = [(await refused.boundingBox())!, (await tip.boundingBox())!];
  // It stands beside the row, so that the rows below stay in reach.
  expect(box.x + box.width).toBeLessThanOrEqual(button.x + 1);
  await page.mouse.move(box.x + box.width / 2, button.y + button.height / 2, { steps: 8 });
  await expect(tip, "the pointer can go over to it").toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await page.mouse.move(5, 400);

  await page.getByRole("link", { name: "pilot-migration", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(refused).toBeFocused();
  await expect(tip).toBeVisible();
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(tip, "it stays with the focus").toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await page.getByRole("searchbox", { name: "Search jobs" }).hover();
  await expect(tip, "what was sent away does not come back").toBeHidden();

  // Nor does it tell what is true no longer.
  const remove = page.getByRole("button", { name: "Delete job sequencing-run-118" });
  await page.getByRole("link", { name: "sequencing-run-118", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(remove).toBeFocused();
  await expect(tip).toContainText("Transferring");
  const went = new Set<string | null>();
  for (let events = 0; events < 200 && (await remove.getAttribute("aria-disabled")) === "true"; events++) {
    await page.keyboard.press("e");
    went.add(await tip.textContent());
  }
  expect([...went].join(), "the reason goes along").toContain("Packaging");
  await expect(remove).toBeFocused();
  await expect(tip).toBeHidden();
  await page.getByRole("link", { name: "pilot-migration", exact: true }).focus();
  await page.keyboard.press("ArrowRight");

  // At the bottom of the window there is no room below.
  const bottom = (await refused.boundingBox())!;
  await page.setViewportSize({ width: 1280, height: Math.max(400, Math.ceil(bottom.y + bottom.height + 8)) });
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  for (const button of await jobs(page).locator("[aria-disabled=true]").all()) {
    await button.focus();
    await button.hover();
    await expect(tip).toBeVisible();
    const place = (await tip.boundingBox())!;
    expect(place.y).toBeGreaterThanOrEqual(0);
    expect(place.y + place.height).toBeLessThanOrEqual(page.viewportSize()!.height + 1);
  }
});

test("the keys of the pages and the clock do what the help says, which names all others too", async ({ page }) => {
  await openList(page);
  await pause(page);
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("c");
  await expect(heading(page, "REST console")).toBeFocused();
  await page.keyboard.press("j");
  await expect(heading(page, "Import/Export jobs")).toBeFocused();
  const time = clock(page).getByRole("time");
  const before = await time.getAttribute("datetime");
  await page.keyboard.press("e");
  await expect(time).not.toHaveAttribute("datetime", before!);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const rows = help.getByRole("term");
  await expect(rows.filter({ hasText: "Page Up Page Down" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Home End" })).toHaveCount(1);
  await expect(help.getByText("In tabs: previous or next tab")).toBeVisible();
});
