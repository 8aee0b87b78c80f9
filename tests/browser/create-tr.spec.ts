// Türkçe: bir içeri aktarma işi oluşturma hikayesi.
import { expect, test } from "./support/test.ts";

test.use({ locale: "tr-TR" });

test("Türkçe: sürücüsü elle yazılan bir içeri aktarma işi oluşturulur ve kaynağa gidilir", async ({ page }) => {
  const name = "egitim-isi-1";
  await page.goto("./#/create");
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  await expect(page.getByRole("heading", { level: 1, name: "İçeri/dışarı aktarma işi oluştur" })).toBeVisible();
  await expect(page.getByRole("tab")).toHaveText(["Temel bilgiler", "İş ayrıntıları", "İade gönderimi", "Etiketler", "Gözden geçir + oluştur"]);
  await page.getByLabel("Abonelik").fill("5f1c9a70-0000-4000-8000-00000c0a7050");
  await page.getByLabel("Kaynak grubu").fill("rg-eğitim");
  await page.getByLabel("İş adı").fill("ş");
  await page.getByLabel("Kaynak grubu").blur();
  await expect(page.getByLabel("Kaynak grubu")).not.toHaveAttribute("aria-invalid");
  await page.getByLabel("İş adı").blur();
  await expect(page.getByLabel("İş adı")).toHaveAccessibleDescription(/En az 3 karakter girilmeli/);
  await page.getByLabel("İş adı").fill(name);
  await expect(page.getByRole("radio", { name: /^Azure’a içeri aktarma/ })).toBeChecked();

  await page.getByRole("button", { name: "İleri: İş ayrıntıları" }).click();
  await page.getByLabel("Bölge").selectOption("West Europe");
  await page.getByRole("combobox", { name: "Depolama hesabı" }).fill("egitimdeposu");
  const drive = page.getByRole("group", { name: "Sürücü 1", exact: true });
  await drive.getByLabel("Sürücü kimliği").fill("SÜRÜCÜ-İ1");
  await drive.getByLabel("BitLocker anahtarı").fill("111111-222222-333333-444444-555555-666666-777777-888888");
  await drive.getByLabel("Manifest dosyası").fill("\\DriveManifest.xml");
  await drive.getByLabel("Manifest karması").fill("0123456789ABCDEF0123456789ABCDEF");
  await page.getByRole("button", { name: "İleri: İade gönderimi" }).click();
  await page.getByLabel("Taşıyıcı", { exact: true }).selectOption("FedEx");
  await page.getByLabel("Taşıyıcı hesap numarası").fill("000-111");
  await page.getByRole("button", { name: "İleri: Etiketler" }).click();
  const tag = page.getByRole("group", { name: "Etiket 1" });
  await tag.getByLabel("Ad").fill("bölüm");
  await tag.getByLabel("Değer").fill("ışık");
  await page.getByRole("button", { name: "İleri: Gözden geçir + oluştur" }).click();
  await expect(page.getByText("Doğrulama başarılı")).toBeVisible();
  await page.getByRole("button", { name: "Oluştur", exact: true }).click();

  // The portal goes to the job; the notification leads there too.
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("navigation", { name: "Ana menü" }).getByRole("link", { name: "İşler" }).click();
  await page.getByRole("button", { name: /^Bildirimler/ }).click();
  const notices = page.getByRole("region", { name: "Bildirimler" });
  await expect(notices).toContainText(`${name} oluşturuldu`);
  await notices.getByRole("link", { name: "Kaynağa git" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const essentials = page.getByRole("region", { name: "Temel bilgiler" });
  await expect(essentials).toContainText("Oluşturuluyor");
  await expect(essentials).toContainText("İçeri aktarma işi");
  await expect(essentials, "names of places are the service's own").toContainText("West Europe");
  await expect(essentials).toContainText("bölüm: ışık");
  await expect(page.getByRole("tab")).toHaveText(["Genel bakış", "Takip bilgileri", "Sürücüler", "Şifreleme anahtarları", "JSON", "Çağrılar"]);
  await page.getByRole("tab", { name: "Sürücüler" }).click();
  await expect(page.getByRole("row", { name: /SÜRÜCÜ-İ1/ })).toContainText("Belirtildi");
  await page.getByRole("tab", { name: "JSON" }).click();
  const json = JSON.parse((await page.getByRole("tabpanel").locator("pre").textContent())!);
  expect(json.properties).toMatchObject({ state: "Creating", jobType: "Import", logLevel: "Error" });
  expect(json.properties.driveList[0]).toMatchObject({ driveId: "SÜRÜCÜ-İ1", state: "Specified" });
  await expect(page.getByText("İngilizce", { exact: true })).toHaveCount(0);
});
