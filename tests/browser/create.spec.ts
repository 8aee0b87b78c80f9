// The create wizard: an import and an export by hand and by file, what is wrong, drafts.
import type { Page } from "@playwright/test";
import { bell } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const SUBSCRIPTION = "5f1c9a70-0000-4000-8000-00000c0a7050";
const JOURNAL = `[BeginUpdateRecord][2026/02/01 08:00:01.000][Type:ActivityRecord]
ActivityId: DriveInfo
DriveState: [BeginValue]
<?xml version="1.0" encoding="UTF-8"?>
<Drive>
   <DriveId>TRAIN-7</DriveId>
   <BitLockerKey>111111-222222-333333-444444-555555-666666-777777-888888</BitLockerKey>
   <ManifestFile>\\DriveManifest.xml</ManifestFile>
   <ManifestHash>0123456789ABCDEF0123456789ABCDEF</ManifestHash> </Drive>
[EndValue]
[EndUpdateRecord]
`;

const step = (page: Page, name: string) => page.getByRole("tab", { name });
const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

async function basics(page: Page, name: string) {
  await page.getByLabel("Subscription").fill(SUBSCRIPTION);
  await page.getByLabel("Resource group").fill("rg-training");
  await page.getByLabel("Job name").fill(name);
}

async function place(page: Page) {
  await step(page, "Job details").click();
  await page.getByLabel("Region").selectOption("West Europe");
  await page.getByRole("combobox", { name: "Storage account" }).fill("trainingstore");
}

test.beforeEach(async ({ page }) => {
  await page.goto("./#/create");
  await expect(page.getByRole("heading", { level: 1, name: "Create an import/export job" })).toBeVisible();
});

test("an import is made out of journal files", { tag: "@smoke" }, async ({ page }) => {
  await basics(page, "wizard-import");
  await place(page);
  await page.getByLabel("Journal files").setInputFiles([
    file("one.jrn", JOURNAL),
    file("two.xml", JOURNAL.replace("TRAIN-7", "TRAIN-8")),
  ]);
  const second = page.getByRole("group", { name: "Drive 2" });
  await expect(second.getByLabel("Drive ID")).toHaveValue("TRAIN-8");
  await expect(second.getByLabel("Manifest hash")).toHaveValue("0123456789ABCDEF0123456789ABCDEF");
  await page.getByRole("button", { name: "Next: Return shipping" }).click();
  await page.getByLabel("Carrier", { exact: true }).selectOption("FedEx");
  await page.getByLabel("Carrier account number").fill("000-111");
  await step(page, "Review + create").click();
  await expect(page.getByText("Validation passed")).toBeVisible();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "wizard-import" })).toBeVisible();
  await expect(page).toHaveURL(/\/jobs\/wizard-import\/overview$/);
  const toast = page.getByRole("region", { name: "Messages" });
  await expect(toast.getByText("wizard-import was created")).toBeVisible();
  await page.goto("./#/create");
  await expect(page.getByText("unfinished draft"), "a job that is made leaves no draft").toHaveCount(0);
});

test("the wizard may be left while a journal file is read", async ({ page }) => {
  await page.evaluate(() => {
    const real = Blob.prototype.arrayBuffer;
    const gate = new Promise<void>((resolve) => Object.assign(globalThis, { release: resolve }));
    Blob.prototype.arrayBuffer = async function () {
      await gate;
      return real.call(this);
    };
  });
  await place(page);
  await page.getByLabel("Journal files").setInputFiles([file("one.jrn", JOURNAL), file("two.jrn", JOURNAL)]);
  await page.getByRole("link", { name: "Jobs", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import/Export jobs" })).toBeVisible();
  await page.evaluate(() => (globalThis as any).release());
  // The portal goes on.
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});

test("an export is made of chosen blobs, by the keyboard alone", { tag: "@smoke" }, async ({ page }) => {
  await basics(page, "wizard-export");
  await page.getByRole("radio", { name: /^Import into Azure/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Export from Azure/ })).toBeChecked();
  await step(page, "Basics").focus();
  await page.keyboard.press("ArrowRight");
  await expect(step(page, "Job details")).toBeFocused();
  await page.getByLabel("Region").selectOption("Japan East");
  await page.getByRole("combobox", { name: "Storage account" }).fill("trainingstore");
  await page.getByRole("radio", { name: /^Selected containers/ }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("Prefixes").fill("photos/\nscans/2024");
  await step(page, "Job details").focus();
  await page.keyboard.press("End");
  await expect(page.getByText("photos/, scans/2024")).toBeVisible();
  await page.getByRole("button", { name: "Create", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "wizard-export" })).toBeVisible();
});

test("an export is made of what a file lists, with a key of one's own, and its notification leads to it", async ({ page }) => {
  await basics(page, "wizard-list");
  await page.getByRole("radio", { name: /^Export from Azure/ }).check();
  await place(page);
  await page.getByRole("radio", { name: /^Blob list file/ }).check();
  await page.getByLabel("Path of the blob list file").fill("lists/blobs.xml");
  await page.getByText("Logs and encryption").click();
  await page.getByRole("checkbox", { name: /^Customer-managed key/ }).check();
  await page.getByLabel("Key URL").fill("https://vault.example/keys/one");
  await page.getByLabel("Key vault resource ID").fill("/subscriptions/s/vaults/one");
  await step(page, "Review + create").click();
  await expect(page.getByText("Validation passed")).toBeVisible();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "wizard-list" })).toBeVisible();
  await page.getByRole("tab", { name: "JSON" }).click();
  const json = page.getByRole("region", { name: "JSON of the job" });
  await expect(json).toContainText("lists/blobs.xml");
  await expect(json).toContainText('"kekUrl": "https://vault.example/keys/one"');
  await page.goto("./#/settings");
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await bell(page).click();
  await page.getByRole("region", { name: "Notifications" }).getByRole("link", { name: "Go to resource" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "wizard-list" })).toBeFocused();
});

test("files may be dropped", async ({ page }) => {
  await place(page);
  const data = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.jrn"));
    return data;
  }, JOURNAL);
  await page.getByText("or drop the files here").dispatchEvent("drop", { dataTransfer: data });
  await expect(page.getByRole("group", { name: "Drive 1" }).getByLabel("Drive ID")).toHaveValue("TRAIN-7");
});

test("a taken name says just that, whatever may be done with its job", async ({ page }) => {
  await page.getByLabel("Subscription").fill(SUBSCRIPTION);
  await page.getByLabel("Resource group").fill("rg-media");
  const name = page.getByLabel("Job name");
  await name.fill("media-masters-import");
  await name.blur();
  await expect(name).toHaveAccessibleDescription(/^A job with this name already exists in this resource group\. /);
});

test("what is wrong is told at the field and in a summary that leads there", async ({ page }) => {
  const name = page.getByLabel("Job name");
  await name.fill("two words");
  await expect(name).not.toHaveAttribute("aria-invalid");
  await page.getByLabel("Resource group").focus();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAccessibleDescription(/with a letter or digit at both ends/);
  await step(page, "Review + create").click();
  const summary = page.getByRole("alert").filter({ hasText: /Fix \d+ fields/ });
  await expect(summary.getByRole("listitem"), "place and storage are filled in").toHaveCount(5);
  await summary.getByRole("link", { name: "Job details, Drive 1, BitLocker key: This value is required." }).click();
  const key = page.getByRole("group", { name: "Drive 1" }).getByLabel("BitLocker key");
  await expect(key).toBeFocused();
  await expect(key).toHaveAccessibleDescription("This value is required.");
  await expect(step(page, "Job details (needs changes)")).toBeVisible();
  await key.fill("1-2-3");
  await expect(key).not.toHaveAttribute("aria-invalid");
  await step(page, "Review + create").click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page, "nothing is sent").toHaveURL(/#\/create$/);
});

test("a name that is taken is told at the name", async ({ page }) => {
  await basics(page, "first-of-its-name");
  await page.getByRole("radio", { name: /^Export from Azure/ }).check();
  await place(page);
  await step(page, "Review + create").click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "first-of-its-name" })).toBeVisible();
  await page.goto("./#/create");
  await basics(page, "First-Of-Its-Name");
  const name = page.getByLabel("Job name");
  await name.blur();
  await expect(name).toHaveAccessibleDescription(/^A job with this name already exists in this resource group\./);
  await name.fill("second-of-its-name");
  await expect(name).not.toHaveAttribute("aria-invalid");
});

test("once an address is begun, what it needs is marked", async ({ page }) => {
  await step(page, "Return shipping").click();
  const city = page.getByRole("textbox", { name: "City" });
  await expect(city).not.toHaveAttribute("aria-required");
  await page.getByRole("textbox", { name: "Recipient" }).pressSequentially("Ada");
  await expect(page.getByRole("textbox", { name: "Recipient" }), "typing goes on").toHaveValue("Ada");
  await expect(city).toHaveAttribute("aria-required", "true");
  await expect(page.getByRole("textbox", { name: "State or province" })).not.toHaveAttribute("aria-required");
  await expect(page.getByRole("textbox", { name: "Carrier account number" })).not.toHaveAttribute("aria-required");
});

test("a second press on the tab of the step shown changes nothing", async ({ page }) => {
  await step(page, "Job details").click();
  await page.getByText("Logs and encryption").click();
  await step(page, "Job details").click();
  await expect(page.getByRole("checkbox", { name: /^Customer-managed key/ })).toBeVisible();
});

test("a draft survives a reload, does not block the page, and is resumed or discarded", async ({ page }) => {
  await page.getByLabel("Job name").fill("half-done");
  await step(page, "Tags").click();
  await page.getByRole("group", { name: "Tag 1" }).getByLabel("Name").fill("<b>owner</b>");
  await page.reload();
  await expect(page.getByText("Job name: half-done")).toBeVisible();
  await page.getByLabel("Job name").fill("another");
  await page.reload();
  await expect(page.getByText("Job name: half-done"), "what was typed meanwhile has not taken its place").toBeVisible();
  await page.getByRole("button", { name: "Resume draft" }).click();
  await expect(step(page, "Tags"), "it goes on where it was left").toBeFocused();
  await expect(page.getByRole("group", { name: "Tag 1" }).getByLabel("Name")).toHaveValue("<b>owner</b>");
  await step(page, "Basics").click();
  await expect(page.getByLabel("Job name")).toHaveValue("half-done");
  await step(page, "Review + create").click();
  await expect(page.getByText("<b>owner</b>"), "markup stays text").toBeVisible();
  await page.reload();
  await page.getByLabel("Job name").fill("goes-on");
  await page.getByRole("button", { name: "Discard draft" }).click();
  await expect(page.getByLabel("Job name"), "what is being typed stays").toHaveValue("goes-on");
  await page.reload();
  await expect(page.getByText("Job name: goes-on"), "and is the draft now").toBeVisible();
});

test("a job that is made beside an old draft leaves the draft alone", async ({ page }) => {
  await page.getByLabel("Job name").fill("half-done");
  await page.reload();
  await page.getByRole("button", { name: "Fill with sample data" }).click();
  await page.getByRole("button", { name: "Review + create" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "training-import-1" })).toBeVisible();
  await page.goto("./#/create");
  await expect(page.getByText("Job name: half-done")).toBeVisible();
});

test("a draft that cannot be kept is told, on a phone too", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key: string, value: string) {
      if (key === "iep/draft/create") throw new DOMException("full", "QuotaExceededError");
      set.call(this, key, value);
    };
  });
  await page.getByLabel("Job name").fill("not-kept");
  await expect(page.locator("[aria-live=assertive]")).toContainText("The draft can’t be saved in this browser");
  await expect(page.getByRole("main").getByText("The draft can’t be saved in this browser")).toBeVisible();
});

test("too many tags are told where one adds a tag", async ({ page }) => {
  await page.evaluate(() => {
    const tags = Array.from({ length: 51 }, (_, no) => [`name-${no}`, "value"]);
    localStorage.setItem("iep/draft/create", JSON.stringify({ v: 1, step: "review", texts: {}, tags }));
  });
  await page.reload();
  await page.getByRole("button", { name: "Resume draft" }).click();
  await page.getByRole("link", { name: /^Tags, Tags: / }).click();
  const tags = page.getByRole("tabpanel").getByRole("group", { name: "Tags", exact: true });
  await expect(tags).toBeFocused();
  await expect(tags).toHaveAccessibleDescription("The value must be from 0 to 50.");
});

test("a draft that cannot be read is set aside, not lost", async ({ page }) => {
  await page.evaluate(() => localStorage.setItem("iep/draft/create", "{broken"));
  await page.reload();
  await expect(page.getByText("A draft couldn’t be read")).toBeVisible();
  await page.getByLabel("Job name").fill("next");
  const aside = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("iep/aside/")));
  expect(aside.map(([, value]) => value)).toEqual(["{broken"]);
});

test("broken and hostile files are refused with their name and line", async ({ page }) => {
  await place(page);
  await page.getByLabel("Journal files").setInputFiles([
    file("cut.jrn", JOURNAL.slice(0, 200)),
    file("laughs.xml", "<!DOCTYPE d [<!ENTITY a 'ha'>]>\n<Drive><DriveId>&a;</DriveId></Drive>"),
    file("deep.xml", "<a>".repeat(10_000)),
    file("huge.xml", "x".repeat(1_000_001)),
    file("<img src=x onerror=alert(1)>.xml", "<Drive>\n<DriveId>x</Drive>"),
  ]);
  for (const [name, problem] of [
    ["cut.jrn", "Line 3: The record that begins here is cut off."],
    ["laughs.xml", "Line 1: The file has a document type declaration"],
    ["deep.xml", "Line 1: This is more XML than"],
    ["huge.xml", "The file is larger than 1,000 KB."],
    ["<img src=x onerror=alert(1)>.xml", "Line 2: This is not well-formed XML."],
  ]) {
    const told = page.locator(".banner").filter({ has: page.getByText(name!, { exact: true }) });
    await expect(told).toContainText(problem!);
  }
  await expect(page.getByRole("group", { name: "Drive 1" }).getByLabel("Drive ID")).toHaveValue("");
});

test("drives are typed by hand, ten at most, and taken out again", async ({ page }) => {
  await place(page);
  const add = page.getByRole("button", { name: "Add a drive by hand" });
  for (let no = 2; no <= 10; no++) {
    await add.click();
    await expect(page.getByRole("group", { name: `Drive ${no}`, exact: true }).getByLabel("Drive ID")).toBeFocused();
  }
  await expect(add).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("group", { name: "Drive 2", exact: true }).getByLabel("Drive ID").fill("SECOND");
  await page.getByRole("group", { name: "Drive 3", exact: true }).getByLabel("Drive ID").fill("x".repeat(65));
  await page.getByRole("button", { name: "Remove drive 1", exact: true }).click();
  const first = page.getByRole("group", { name: "Drive 1", exact: true }).getByLabel("Drive ID");
  await expect(first).toBeFocused();
  await expect(first).toHaveValue("SECOND");
  await first.blur();
  await step(page, "Review + create").click();
  await expect(page.getByRole("link", { name: "Job details, Drive 2, Drive ID: At most 64 characters are allowed." })).toBeVisible();
  await step(page, "Job details").click();
  await expect(page.getByRole("group", { name: "Drive 10" })).toHaveCount(0);
});
