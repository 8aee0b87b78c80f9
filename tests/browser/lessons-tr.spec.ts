// Three lessons in Turkish by a person's controls, one of them on a phone.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

test.use({ locale: "tr-TR" });

const ders = (page: Page) => page.getByRole("region", { name: "Ders", exact: true });
const done = (page: Page) => ders(page).getByRole("list", { name: "Görevler" }).getByRole("listitem").filter({ hasText: "(yapıldı)" });
const complete = (page: Page) => ders(page).getByRole("status").filter({ hasText: "Ders tamamlandı" });
const jump = (page: Page, name: string) =>
  page.getByRole("group", { name: "Simülasyon saati" }).getByRole("button", { name, exact: true }).click();

async function begin(page: Page, id: string) {
  await page.goto(`./#/learn/${id}`);
  await ders(page).getByRole("heading", { level: 2 }).waitFor();
  const menu = page.getByRole("button", { name: "Menü", exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("navigation").getByRole("link", { name: "İşler", exact: true }).click();
  await page.getByRole("main").getByRole("rowheader").first().waitFor();
}

/** Presses the button of a row and confirms. */
async function confirm(page: Page, what: "iptal et" | "sil", name: string) {
  await page.getByRole("button", { name: `${name} işini ${what}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: `İşi ${what}` }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("where-delete: a wrong move is answered, two refusals, and the two deletes that are right", async ({ page }) => {
  await begin(page, "where-delete");
  await page.getByRole("button", { name: "erp-history-import işini sil" }).press("Enter");
  await expect(ders(page)).toContainText("Bu görevde Aktarılıyor durumundaki bir iş isteniyor.");
  await page.getByRole("button", { name: "sequencing-run-118 işini sil" }).press("Enter");
  await expect(done(page)).toHaveCount(2);
  await page.keyboard.press("Escape");
  await confirm(page, "sil", "pilot-migration");
  await expect(ders(page)).toContainText("Öbürü hâlâ Tamamlandı durumunda.");
  await confirm(page, "sil", "wrong-region-import");
  await expect(complete(page)).toBeVisible();
});

test("cancel-is-a-request: the copy goes on for a while, and the question is answered", async ({ page }) => {
  await begin(page, "cancel-is-a-request");
  await page.getByRole("button", { name: "sequencing-run-118 işini sil" }).press("Enter");
  await expect(ders(page)).toContainText("İşi durdurmayı isteyen, iptaldir.");
  await page.keyboard.press("Escape");
  await confirm(page, "iptal et", "sequencing-run-118");
  await expect(done(page)).toHaveCount(1);
  await expect(ders(page)).toContainText("İstek bekliyor");
  await jump(page, "+90 gün");
  await expect(complete(page)).toBeVisible();
  await ders(page).getByLabel(/^Kopyalama durmadan önce/).check();
  await expect(ders(page)).toContainText("İstemediklerinizi kendiniz temizleyin.");
});

test("cancel-or-delete, on a phone: one is cancelled and stays, one is deleted and gone", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await begin(page, "cancel-or-delete");
  await confirm(page, "iptal et", "hr-archive-2012-2019");
  const unfold = ders(page).getByRole("button", { name: "Dersi genişlet" });
  await unfold.click();
  await expect(ders(page)).toContainText("Bir dakika geçmesini bekleyin.");
  await ders(page).getByRole("button", { name: "Dersi daralt" }).click();
  await jump(page, "+1 saat");
  await confirm(page, "sil", "pilot-migration");
  await unfold.click();
  await expect(done(page)).toHaveCount(2);
  await expect(complete(page)).toBeVisible();
});
