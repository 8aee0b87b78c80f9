// Bad input: whatever is pasted into the wizard stays text, and each limit has its sentence.
import type { Locator, Page } from "@playwright/test";
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
    await expect(page.getByRole("alert").filter({ hasText: "values need a change" })).toBeVisible();
    await expect(page.getByRole("tabpanel")).toContainText(text.slice(0, 8));
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(page, "nothing is sent").toHaveURL(/#\/create$/);
    expect(await page.title()).toBe(title);
    await expect(page.locator("main").locator("img, script")).toHaveCount(0);
  }
  await page.reload();
  await page.getByRole("button", { name: "Resume draft" }).click();
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

test("lines of an export have limits of their own", async ({ page }) => {
  await openAll(page, true);
  for (const label of ["Blob paths", "Prefixes"]) {
    const field = page.getByLabel(label);
    await paste(field, `photos/one\n\n${"x".repeat(1025)}`);
    await field.blur();
    await expect(field).toHaveAccessibleDescription(/Line 3: At most 1024 characters are allowed/);
  }
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
