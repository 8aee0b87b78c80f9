// The conformance page: reached from the console, counted, and narrowed by its choices and its address, in both languages.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const ENGLISH = {
  link: "Conformance: which parts of the service’s contract work here",
  title: "Conformance",
  tables: ["Operations", "API versions", "Query parameters and headers", "Properties", "Error codes"],
  columns: ["Entry", "Works here", "How", "Source", "Shown by"],
  all: "All entries",
  differs: "Differs from the service",
  decided: "Decided here",
  yes: "Yes",
  count: /^(?<works>\d+) of (?<all>\d+) entries work here\. (?<decided>\d+) were decided here .*, and (?<differs>\d+) differ on purpose\.$/,
  sources: "Sources",
  back: "Open the REST console",
};
const TURKISH: typeof ENGLISH = {
  link: "Uyumluluk: hizmet sözleşmesinin burada çalışan bölümleri",
  title: "Uyumluluk",
  tables: ["İşlemler", "API sürümleri", "Sorgu parametreleri ve üst bilgiler", "Özellikler", "Hata kodları"],
  columns: ["Madde", "Burada çalışıyor", "Nasıl", "Kaynak", "Gösteren test"],
  all: "Tüm maddeler",
  differs: "Hizmetten farklı olanlar",
  decided: "Burada karar verilenler",
  yes: "Evet",
  count: /^(?<all>\d+) maddeden (?<works>\d+) tanesi burada çalışıyor\. .* (?<decided>\d+) tanesine burada karar verildi; (?<differs>\d+) tanesi bilerek farklı\.$/,
  sources: "Kaynaklar",
  back: "REST konsolunu aç",
};

/** The rows of all tables but their heads. */
const rows = (page: Page) => page.getByRole("main").getByRole("row").filter({ has: page.getByRole("rowheader") });

/** The numbers that the page tells. */
async function counts(page: Page, words: typeof ENGLISH) {
  const status = page.getByRole("main").getByRole("status");
  await expect(status).toHaveText(words.count);
  const { works, all, decided, differs } = (await status.innerText()).match(words.count)!.groups!;
  return { works: Number(works), all: Number(all), decided: Number(decided), differs: Number(differs) };
}

for (const [locale, words] of [["en-US", ENGLISH], ["tr-TR", TURKISH]] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the console leads to a table of the contract, which adds up and is narrowed by a choice", async ({ page }) => {
      await page.goto("./#/console");
      await page.getByRole("link", { name: words.link }).click();
      await expect(page.getByRole("heading", { level: 1, name: words.title })).toBeVisible();
      const told = await counts(page, words);
      expect(told.differs).toBeGreaterThan(0);
      expect(told.works).toBeLessThan(told.all);
      await expect(rows(page)).toHaveCount(told.all);
      await expect(rows(page).filter({ has: page.getByRole("cell", { name: words.yes, exact: true }) })).toHaveCount(told.works);
      for (const table of words.tables) {
        await expect(page.getByRole("heading", { level: 2, name: table })).toBeVisible();
        const heads = page.getByRole("table", { name: table }).getByRole("columnheader");
        await expect(heads).toHaveText(words.columns);
      }
      await page.getByRole("radio", { name: words.differs }).check();
      await expect(rows(page)).toHaveCount(told.differs);
      expect(page.url()).toContain("#/conformance?show=differs");
      await page.getByRole("radio", { name: words.decided }).check();
      await expect(rows(page)).toHaveCount(told.decided);
      await page.reload();
      await expect(page.getByRole("radio", { name: words.decided })).toBeChecked();
      await expect(rows(page)).toHaveCount(told.decided);
      await page.getByRole("radio", { name: words.all }).check();
      await expect(rows(page)).toHaveCount(told.all);
      await expect(page.getByRole("region", { name: words.sources })).toBeVisible();
      await page.getByRole("link", { name: words.back }).click();
      await expect(page).toHaveURL(/#\/console$/);
    });
  });
}

for (const theme of ["light", "dark"]) {
  test(`at 375 pixels every entry is a card that fits, in the ${theme} theme`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto("./#/conformance");
    await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
    await expect(rows(page).first()).toBeVisible();
    const wide = await page.getByRole("main").evaluate((main) =>
      [main, ...main.querySelectorAll("[role=region], tr, code")].filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline").length,
    );
    expect(wide).toBe(0);
  });
}
