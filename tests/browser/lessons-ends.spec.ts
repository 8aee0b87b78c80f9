// Lessons about how jobs end and what an export asks for, each by a person's controls: a wrong move with its answer, and the end.
import { begin, complete, confirm, done, jump, lesson, open, pick, send, toJobs, tries, until } from "./support/lesson.ts";
import { ADDRESS } from "./support/jobs.ts";
import { rowOf } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const KEY = "001111-002222-003333-004444-005555-006666-007777-008888";
const SUBSCRIPTION = "5f1c9a70-0000-4000-8000-00000c0a7050";

test("closed-stays, by keyboard alone: a failed job cannot be thrown away, and is gone after 90 days", async ({ page }) => {
  await begin(page, "closed-stays");
  const press = async (name: string) => {
    await page.getByRole("button", { name, exact: true }).last().focus();
    await page.keyboard.press("Enter");
  };
  await page.getByRole("navigation").getByRole("link", { name: "Jobs", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("main").getByRole("rowheader").first().waitFor();
  await press("Delete job wrong-bitlocker-key");
  await expect(lesson(page)).toContainText("Not in Transferring: the drives are still at the data centre.");
  for (let n = 0; n < 40 && (await rowOf(page, "wrong-bitlocker-key").getByText("Closed", { exact: true }).count()) === 0; n++) await press("+1 day");
  await expect(done(page)).toHaveCount(1);
  await press("Cancel job wrong-bitlocker-key");
  await expect(lesson(page)).toContainText("There is nothing left to cancel.");
  await press("Delete job wrong-bitlocker-key");
  await expect(done(page)).toHaveCount(2);
  await expect(lesson(page)).toContainText("It is still kept: 90 days have not passed");
  await press("+90 days");
  await expect(complete(page)).toBeVisible();
});

test("way-back, on a phone: another carrier is not another address", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await begin(page, "way-back");
  await open(page, "wrong-return-address", "Tracking information");
  await page.getByLabel("Carrier account number").fill("000-111");
  await page.getByRole("button", { name: "Update return information" }).click();
  await lesson(page).getByRole("button", { name: "Unfold the lesson" }).click();
  await expect(lesson(page)).toContainText("the street is still the wrong one");
  await lesson(page).getByRole("button", { name: "Fold the lesson up" }).click();
  await page.getByRole("textbox", { name: "Street address", exact: true }).fill("9 Mustergasse");
  await page.getByRole("button", { name: "Update return information" }).click();
  await lesson(page).getByRole("button", { name: "Unfold the lesson" }).click();
  await expect(done(page)).toHaveCount(1);
  await expect(lesson(page)).toContainText("Not yet: the drives are still at the data centre.");
  await lesson(page).getByRole("button", { name: "Fold the lesson up" }).click();
  for (let week = 0; week < 3; week++) for (let day = 0; day < 7; day++) await jump(page, "+1 day");
  await lesson(page).getByRole("button", { name: "Unfold the lesson" }).click();
  await expect(complete(page)).toBeVisible();
});

test("lost-late-extra: three parcels told apart, and the fourth given up", async ({ page }) => {
  await begin(page, "lost-late-extra");
  await toJobs(page);
  await tries(page, "Delete", "lost-parcel");
  await expect(lesson(page)).toContainText("In Shipping a job cannot be deleted");
  await open(page, "lost-parcel", "Tracking information");
  await page.getByLabel("Tracking number").fill("100200300");
  await page.getByRole("button", { name: "Update tracking information" }).click();
  await expect(done(page)).toHaveCount(1);
  await pick(page, "extra-drive", "Update Job Properties: drives");
  await send(page, "409 Conflict", (body) => {
    const drives = body.properties.driveList.map((drive: object) => ({ ...drive, bitLockerKey: KEY }));
    return { properties: { driveList: [...drives, { ...drives[0], driveId: "9CEXTRA" }] } };
  });
  await expect(done(page)).toHaveCount(2);
  await toJobs(page);
  for (let day = 0; day < 15; day++) await jump(page, "+1 day");
  await expect(lesson(page)).toContainText("Operators know by now.");
  await until(page, "not-sent-yet", "Closed", "+1 day");
  await expect(complete(page)).toBeVisible();
});

test("export-is-different: a prefix in the wizard, empty drives, and keys that the service makes", async ({ page }) => {
  await begin(page, "export-is-different");
  const step = (name: string) => page.getByRole("tab", { name }).click();
  const wizard = async (prefix: string) => {
    await page.getByRole("navigation").getByRole("link", { name: "Create a job" }).click();
    await page.getByLabel("Subscription").fill(SUBSCRIPTION);
    await page.getByLabel("Resource group").fill("rg-datacenter-exit");
    await page.getByLabel("Job name").fill("legal-2019-out");
    await page.getByRole("radio", { name: /^Export from Azure/ }).check();
    await step("Job details");
    await page.getByLabel("Region").selectOption("West US");
    await page.getByRole("combobox", { name: "Storage account" }).fill("contosoarchive");
    await page.getByRole("radio", { name: /^Selected containers/ }).check();
    await page.getByLabel("Prefixes").fill(prefix);
    await step("Return shipping");
    for (const [label, value] of ADDRESS) await page.getByRole("textbox", { name: label, exact: true }).fill(value);
    await step("Review + create");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "legal-2019-out" }).waitFor();
  };
  await wizard("/legal/");
  await expect(lesson(page)).toContainText("it does not take exactly this prefix");
  await toJobs(page);
  await confirm(page, "Delete", "legal-2019-out");
  await wizard("/legal-2019/");
  await expect(done(page)).toHaveCount(1);
  await page.getByRole("tab", { name: "Tracking information" }).click();
  await page.getByRole("combobox", { name: "Carrier", exact: true }).fill("FedEx");
  await page.getByLabel("Tracking number").fill("100200300");
  await page.getByRole("button", { name: "Update tracking information" }).click();
  await expect(lesson(page)).toContainText("The parcel is described, and nothing is shipped yet.");
  await page.getByRole("group", { name: "Commands" }).getByRole("button", { name: "Mark as shipped" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Mark as shipped" }).click();
  await expect(done(page)).toHaveCount(2);
  await page.getByRole("tab", { name: "Encryption keys" }).click();
  await page.getByRole("button", { name: "Show BitLocker keys" }).click();
  await expect(lesson(page)).toContainText("The list is empty");
  await toJobs(page);
  await until(page, "legal-2019-out", "Transferring");
  await expect(done(page)).toHaveCount(2);
  await open(page, "legal-2019-out", "Encryption keys");
  await page.getByRole("button", { name: "Show BitLocker keys" }).click();
  await expect(complete(page)).toBeVisible();
});
