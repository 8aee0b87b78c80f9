import { resourceId } from "./support/jobs.ts";
import { jobs } from "./support/portal.ts";
import { expect, needs, test } from "./support/test.ts";

const JOB = "sequencing-run-118";
for (const [what, address] of [["list", "./"], ["page of a job", `./#/resource${resourceId(JOB)}/overview`]] as const) {
  test(`nothing moves while the ${what} appears for the first time`, async ({ page }) => {
    needs("shifts");
    await page.addInitScript(() => {
      const shifts: { value: number; what: string }[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as any[]) {
          const moved = entry.sources.map(({ node }: any) => node?.outerHTML?.slice(0, 100) ?? node?.nodeName);
          shifts.push({ value: entry.value, what: moved.join(" | ") });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(address);
    const last = what === "list" ? jobs(page).getByRole("row").nth(1) : page.getByRole("heading", { level: 1, name: JOB });
    await expect(last).toBeVisible();
    // All that comes later, such as whether scripts' calls reach the service, has come too.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const shifts: { value: number; what: string }[] = await page.evaluate(() => (globalThis as any).shifts);
    expect(shifts.reduce((sum, { value }) => sum + value, 0), JSON.stringify(shifts)).toBeLessThan(0.01);
  });
}

test("the release build starts below any path", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText("needs JavaScript")).toBeHidden();
});

test("the policy forbids inline code and eval", async ({ page }) => {
  await page.goto("./");
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
});

test("what is not plain markup is refused as markup", async ({ page }) => {
  await page.goto("./");
  const refused = (html: string) =>
    page.evaluate((text) => {
      try {
        document.createElement("template").innerHTML = text;
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    }, html);
  for (const html of [
    '<p class="a" hidden>One &lt; two, on = off<br></p><!-- b -->',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    '<input type="text" aria-label="Say if it is > 2" value=x>',
  ]) {
    expect(await refused(html), html).toBe(false);
  }
  for (const html of [
    '<img src="x" onerror="alert(1)">',
    "<img src=x onerror=alert(1)>",
    "<p title='a'>single quotes are not ours</p>",
    "<ScRiPt>alert(1)</ScRiPt>",
    '<a href="JavaScript:alert(1)">a</a>',
    '<iframe srcdoc="<p>a</p>"></iframe>',
    '<p style="color: red">a</p>',
    "a <",
  ]) {
    expect(await refused(html), html).toBe(true);
  }
});

test("no script but the portal's own can be loaded", async ({ page }) => {
  await page.goto("./");
  const message = await page.evaluate(() => {
    try {
      document.createElement("script").src = "./other.js";
      return "allowed";
    } catch (error) {
      return String(error);
    }
  });
  expect(message).toContain("refused as a script");
});

test("without JavaScript the page says what it needs", async ({ browser, baseURL }) => {
  needs("no scripts");
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.getByText("needs JavaScript")).toBeVisible();
  await expect(page.getByText("JavaScript gerektirir")).toBeVisible();
  await context.close();
});
