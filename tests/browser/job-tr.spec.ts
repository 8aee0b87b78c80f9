import { openJob } from "./support/jobs.ts";
import { expect, test } from "./support/test.ts";

test.use({ locale: "tr-TR" });

test("Türkçe: iş iptal edilir, açıklanır ve Tamamlandı durumuna gelir", async ({ page }) => {
  await openJob(page, "sequencing-run-118");
  await expect(page.getByRole("img", { name: /^Durum diyagramı: iş “Aktarılıyor” durumunda/ })).toBeVisible();
  const commands = page.getByRole("group", { name: "Komutlar" });
  await expect(commands.getByRole("button", { name: "Sil" })).toHaveAccessibleDescription(
    /“Aktarılıyor” durumundayken silinemez/,
  );
  await commands.getByRole("button", { name: "İptal et" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "İşi iptal et" }).click();
  const banner = page.getByRole("region", { name: /^İptal istendi/ });
  await expect(banner).toBeVisible();
  for (let day = 0; day < 3; day++) await page.getByRole("button", { name: "+1 gün" }).click();
  await expect(page.getByRole("region", { name: "Temel bilgiler" }).getByText("Tamamlandı", { exact: true })).toBeVisible();
});

test("Türkçe: takip bilgileri girilir ve iş sevk edilir", async ({ page }) => {
  await openJob(page, "hr-archive-2012-2019", "tracking");
  const parcel = page.getByRole("region", { name: "Veri merkezine gönderi" });
  await parcel.getByLabel("Sürücüler sevk edildi").check();
  const update = parcel.getByRole("button", { name: "Takip bilgilerini güncelle" });
  await update.click();
  await expect(parcel.getByRole("group", { name: "2 alanı düzeltin" })).toBeFocused();
  await parcel.getByLabel("Taşıyıcı").fill("UPS");
  await parcel.getByLabel("Takip numarası").fill("1Z-0001");
  await update.click();
  await expect(page.getByText("hr-archive-2012-2019 sevk edildi olarak işaretlendi").first()).toBeVisible();
});

test("Türkçe: silinen bir işin bağlantısı böyle bir iş olmadığını söyler", async ({ page }) => {
  await openJob(page, "finance-close-2024");
  await page.getByRole("group", { name: "Komutlar" }).getByRole("button", { name: "Sil" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "İşi sil" }).click();
  await expect(page).toHaveURL(/#\/jobs$/);
  await expect(page.getByRole("table")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Böyle bir iş yok" })).toBeVisible();
});
