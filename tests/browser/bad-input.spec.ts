// Bad input: whatever is pasted into the wizard stays text, and each limit has its sentence.
import type { Locator, Page } from "@playwright/test";
import { call, JOBS, openForCalls } from "./support/calls.ts";
import { openJob } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

const HOSTILE = [
  "<img src=x onerror=\"document.title='owned'\">",
  "</script><script>document.title='owned'</script>",
  "{{constructor.constructor('document.title=1')()}} ${document.title} %s %00",
  "\u202egnp.exe\u0000\u0007 ﷽ 👩‍👩‍👧‍👦 Z̸̡̢a̴̧l̷̨g̵̛o",
  "'; DROP TABLE jobs; -- \\ \" ' / ../../etc",
];

/** What a paste does, control characters and all. */
async function paste(field: Locator, text: string) {
  await field.focus();
  await field.evaluate((element, text) => {
    const input = element as HTMLInputElement | HTMLTextAreaElement;
    input.select();
    document.execCommand("insertText", false, text);
  }, text);
}

/** All fields for text of the step shown. */
const fields = (page: Page) => page.getByRole("tabpanel").locator("input:not([type=radio], [type=checkbox], [type=file]), textarea");
const step = (page: Page, name: string) => page.getByRole("tab", { name });

async function openAll(page: Page, exported: boolean) {
  if (exported) {
    await step(page, "Basics").click();
    await page.getByRole("radio", { name: /^Export from Azure/ }).check();
    await step(page, "Job details").click();
    await page.getByRole("radio", { name: /^Selected containers/ }).check();
  } else {
    await step(page, "Job details").click();
  }
  await page.getByText("Logs and encryption").click();
  await page.getByRole("checkbox", { name: /^Customer-managed key/ }).check();
}

test.beforeEach(async ({ page }) => {
  await page.goto("./#/create");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("what is pasted stays text in every field, in the review and in the draft", async ({ page }) => {
  test.slow();
  const title = await page.title();
  for (const [round, text] of HOSTILE.entries()) {
    for (const name of ["Basics", "Job details", "Return shipping", "Tags"]) {
      await step(page, name).click();
      if (name === "Job details" && round === 0) await openAll(page, false);
      for (const field of await fields(page).all()) {
        await paste(field, text);
        await expect(field).not.toHaveValue("");
      }
    }
    await step(page, "Review + create").click();
    await expect(page.getByRole("alert").filter({ hasText: /Fix \d+ fields/ })).toBeVisible();
    await expect(page.getByRole("tabpanel")).toContainText(text.slice(0, 8));
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(page, "nothing is sent").toHaveURL(/#\/create$/);
    expect(await page.title()).toBe(title);
    await expect(page.locator("main").locator("img, script")).toHaveCount(0);
  }
  await page.reload();
  await page.getByRole("button", { name: "Resume draft" }).click();
  await step(page, "Basics").click();
  await expect(page.getByLabel("Job name")).toHaveValue(HOSTILE.at(-1)!);
  expect(await page.title()).toBe(title);
});

const LIMITS: [string, [string, number][]][] = [
  ["Basics", [["Resource group", 90], ["Job name", 63]]],
  ["Job details", [
    ["Drive ID", 64], ["BitLocker key", 100], ["Manifest file", 260], ["Manifest hash", 100], ["Drive header hash", 1024],
    ["Container for logs", 200], ["Key URL", 1024], ["Key vault resource ID", 1024],
  ]],
  ["Return shipping", [
    ["Carrier account number", 100], ["Recipient", 100], ["Street address", 100], ["Street address, second line", 100], ["City", 100],
    ["State or province", 100], ["Postal code", 20], ["Country or region", 100], ["Phone", 30], ["Email", 254],
  ]],
  ["Tags", [["Name", 512], ["Value", 256]]],
];

test("each field has its limit and a sentence that names it", async ({ page }) => {
  test.slow();
  await openAll(page, false);
  for (const [name, limits] of LIMITS) {
    await step(page, name).click();
    for (const [label, max] of limits) {
      const field = page.getByRole("tabpanel").getByLabel(new RegExp(`^${label}( \\*)?$`));
      await paste(field, "x".repeat(50_000));
      await paste(field, "x".repeat(max + 1));
      await field.blur();
      await expect(field).toHaveAccessibleDescription(new RegExp(`At most ${max} characters are allowed`));
      await paste(field, "x".repeat(max));
      await expect(field).not.toHaveAccessibleDescription(/characters are allowed/);
    }
  }
});

test("what has a shape of its own says which", async ({ page }) => {
  for (const [name, label, told] of [
    ["Basics", "Subscription", /8-4-4-4-12 hexadecimal digits\./],
    ["Job details", "Storage account", /This is not the resource ID of a storage account\./],
    ["Return shipping", "Email", /This is not an e-mail address\./],
  ] as const) {
    await step(page, name).click();
    const field = page.getByRole("tabpanel").getByLabel(new RegExp(`^${label}( \\*)?$`));
    for (const text of ["x/".repeat(100), "<b>x</b>", "ş ş"]) {
      await paste(field, text);
      await field.blur();
      await expect(field, text).toHaveAccessibleDescription(told);
    }
    await paste(field, "x".repeat(50_000));
    await field.blur();
    await expect(field).toHaveAttribute("aria-invalid", "true");
  }
});

const PARCEL: [string, number][] = [["Carrier", 100], ["Tracking number", 100]];
const RETURN: [string, number][] = [
  ["Recipient", 100], ["Street address", 100], ["Street address, second line", 100], ["City", 100], ["State or province", 100],
  ["Postal code", 20], ["Country or region", 100], ["Phone", 30], ["Email", 254], ["Return carrier", 100], ["Carrier account number", 100],
];

test("the fields of the tracking tab have limits, and nothing is sent past them", async ({ page }) => {
  test.slow();
  await openJob(page, "hr-archive-2012-2019", "tracking");
  for (const [region, button, limits] of [
    ["Parcel to the data center", "Update tracking information", PARCEL],
    ["Return", "Update return information", RETURN],
  ] as const) {
    const form = page.getByRole("region", { name: region, exact: true });
    const field = (label: string) => form.getByLabel(new RegExp(`^${label}( \\*)?$`));
    const send = form.getByRole("button", { name: button });
    for (const [label, max] of limits) await paste(field(label), "x".repeat(max + 1));
    await send.click();
    for (const [label, max] of limits) {
      await expect(field(label)).toHaveAccessibleDescription(new RegExp(`At most ${max} characters are allowed`));
      await paste(field(label), "x".repeat(50_000));
      await expect(field(label)).toHaveAccessibleDescription(new RegExp(`At most ${max} characters are allowed`));
      await paste(field(label), "x".repeat(max));
      await expect(field(label)).not.toHaveAccessibleDescription(/characters are allowed/);
    }
    await form.getByRole("button", { name: "Undo changes" }).click();
  }
  const parcel = page.getByRole("region", { name: "Parcel to the data center" });
  const count = parcel.getByLabel("Number of drives");
  for (const [text, told] of [["-1", /from 0 to 10|whole number/], ["11", /from 0 to 10/], ["two", /whole number/], ["9".repeat(400), /from 0 to 10|whole number/]] as const) {
    await paste(count, text);
    await parcel.getByRole("button", { name: "Update tracking information" }).click();
    await expect(count, text).toHaveAccessibleDescription(told);
  }
  await page.getByRole("tab", { name: "Calls" }).click();
  await expect(page.getByRole("heading", { name: "No calls yet" })).toBeVisible();
});

test.describe("a request that is refused", () => {
  test.use({ provoked: /status of 400/ });

  test("markup in drives, tags and refused requests is text wherever it is shown", async ({ page, context }) => {
    test.slow();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const [drive, tag, value] = ["<img src=x onerror=alert(1)> FAULT-COPY", "<b>tag</b>", "</dd><script>document.title='owned'</script>"];
    await openForCalls(page);
    const title = await page.title();
    const noMarkup = async () => {
      await expect(page.locator("img, body script:not([type]), body b")).toHaveCount(0);
      expect(await page.title()).toContain("Import/Export");
    };
    const { returnAddress } = await page.evaluate(() => (globalThis as any).exportJob.properties);
    const account = "/subscriptions/00000000-0000-4000-8000-00000000cafe/resourceGroups/lab/providers/Microsoft.Storage/storageAccounts/labdata";
    const driveList = [{ driveId: drive, bitLockerKey: "111111-222222-333333-444444-555555-666666-777777-888888", manifestFile: "<i>m</i>", manifestHash: "<u>h</u>" }];
    const deliveryPackage = { carrierName: "<b>FedEx</b>", trackingNumber: "<b>1</b>", shipDate: "<b>2</b>" };
    const returnShipping = { carrierName: "<b>DHL</b>", carrierAccountNumber: "<b>3</b>" };
    const properties = { jobType: "Import", storageAccountId: account, returnAddress: { ...returnAddress, recipientName: "<b>Lab</b>" }, returnShipping, deliveryPackage, driveList };
    expect((await call(page, "PUT", "markup", { location: "West US", tags: { [tag]: value }, properties })).status).toBe(201);
    expect((await call(page, "PATCH", "markup", { properties: { state: "Shipping" } })).status).toBe(200);
    const refused = await call(page, "PATCH", "markup", { tags: { "<img src=x>": "x".repeat(300) } });
    expect(refused.status).toBe(400);
    await page.getByRole("button", { name: "+90 days" }).click();

    await page.goto(`./#/resource${JOBS}/markup/overview`);
    await expect(page.getByText("Closed", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Essentials" })).toContainText(`${tag}: ${value}`);
    await expect(page.getByRole("region", { name: "Timeline" })).toContainText(drive);
    await noMarkup();
    await page.getByRole("tab", { name: "Tracking information" }).click();
    await expect(page.getByLabel(/^Tracking number/)).toHaveValue("<b>1</b>");
    await expect(page.getByRole("region", { name: "Parcel on its way back" })).toContainText("<b>DHL</b>");
    await noMarkup();
    await page.getByRole("tab", { name: "Encryption keys" }).click();
    await page.getByRole("button", { name: "Show BitLocker keys" }).click();
    await expect(page.getByRole("row").filter({ hasText: drive })).toBeVisible();
    await page.getByRole("button", { name: /^Copy BitLocker key/ }).click();
    await expect(page.locator("[aria-live]").filter({ hasText: "was copied" })).toContainText(drive);
    await noMarkup();
    await page.getByRole("tab", { name: "Drives" }).click();
    await page.getByRole("row").getByRole("button", { name: `Error log of ${drive}` }).click();
    await expect(page.getByRole("dialog", { name: `Error log of ${drive}` })).toContainText("FileReadError");
    await noMarkup();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "JSON" }).click();
    await expect(page.getByRole("region", { name: "JSON of the job" })).toContainText("<b>FedEx</b>");
    await noMarkup();
    await page.goto("./#/activity");
    await expect(page.getByRole("row").filter({ hasText: "Refused" })).toContainText("<img src=x>");
    await noMarkup();
    await page.goto("./#/console");
    await expect(page.getByRole("heading", { level: 1, name: "REST console" })).toBeVisible();
    await noMarkup();
    expect(title).toContain("Import/Export");
  });
});

test("lines of an export have limits of their own", async ({ page }) => {
  await openAll(page, true);
  for (const label of ["Blob paths", "Prefixes"]) {
    const field = page.getByLabel(label);
    await paste(field, `photos/one\n\n${"x".repeat(1025)}`);
    await field.blur();
    await expect(field).toHaveAccessibleDescription(/Line 3: At most 1024 characters are allowed/);
  }
  await page.getByRole("radio", { name: /^Blob list file/ }).check();
  const path = page.getByLabel("Path of the blob list file");
  await paste(path, "x".repeat(1025));
  await path.blur();
  await expect(path).toHaveAccessibleDescription(/At most 1024 characters are allowed/);
});

test("a limit is told beside its field and is kept to the letter", async ({ page }) => {
  const name = page.getByLabel("Job name");
  for (const [text, told] of [
    ["ab", /At least 3 characters/],
    ["x".repeat(64), /At most 63 characters/],
    ["-abc", /a letter or digit at both ends/],
    ["a b c", /letters, digits and hyphens/],
    ["işş", /letters, digits and hyphens/],
    ["x".repeat(63), null],
  ] as const) {
    await paste(name, text);
    await name.blur();
    if (told) await expect(name).toHaveAccessibleDescription(told);
    else await expect(name).not.toHaveAttribute("aria-invalid");
  }
});
