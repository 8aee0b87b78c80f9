// The parts of the portal that most tests touch, by the names that users know them by.
import { readFile } from "node:fs/promises";
import type { BrowserContext, Locator, Page } from "@playwright/test";

export const jobs = (page: Page) => page.getByRole("table", { name: "Import/Export jobs" });

/** The row of a job in the list. */
export const rowOf = (page: Page, name: string) => jobs(page).getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });

export const clock = (page: Page) => page.getByRole("group", { name: "Simulation clock" });

/** The live regions: what screen readers have been told. */
export const told = (page: Page) => page.locator("[aria-live]").filter({ hasText: /./ });

/** The button that opens the history of notifications. */
export const bell = (page: Page) => page.getByRole("button", { name: /^Notifications/ });

/** Opens the list, in whatever language, and waits for its first row. */
export async function openList(page: Page, query = "") {
  await page.goto(`./#/jobs${query}`);
  await page.getByRole("main").getByRole("rowheader").first().waitFor();
  await drawn(page);
}

/**
 * Has the files whose address ends so come only once this says so, or not at all. They are held in the page: what a service
 * worker fetches for a page passes no route of Playwright's.
 */
export async function hold(pages: Page | BrowserContext, end: string, mayCome: () => Promise<boolean>): Promise<void> {
  const name = `mayCome${end.replace(/\W/g, "_")}`;
  await pages.exposeFunction(name, mayCome);
  await pages.addInitScript(
    ([end, name]) => {
      const fetched = globalThis.fetch;
      globalThis.fetch = async (what, how) => {
        const address = what instanceof Request ? what.url : String(what);
        // @ts-expect-error TypeScript does not know what has been put into the page.
        if (address.endsWith(end) && !(await globalThis[name]())) throw new TypeError("Failed to fetch");
        return fetched(what, how);
      };
    },
    [end, name] as const,
  );
}

/** Holds these files back until the function is called that this gives. */
export async function holdUntilCalled(pages: Page | BrowserContext, end: string): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<boolean>((resolve) => (arrive = () => resolve(true)));
  await hold(pages, end, () => arrived);
  return arrive;
}

/** Holds what comes behind the first view back until the function is called that this gives. */
export const withoutLater = (pages: Page | BrowserContext): Promise<() => void> => holdUntilCalled(pages, "_later.wasm");

/** Has the portal find this preference from its first word on. */
const prefer = (pages: Page | BrowserContext, name: string, value: string) =>
  pages.addInitScript(
    ([name, value]) => {
      try {
        localStorage.setItem(`iep/pref/${name}`, value);
      } catch {
        // A sandboxed frame and a blank page have no storage.
      }
    },
    [name, value] as const,
  );

/** Has the portal keep no offline copy in these pages, so that whatever they are given comes from the host. */
export const withoutCopy = (context: BrowserContext) => prefer(context, "offline", "removed");

export const inLanguage = (page: Page, language: string) => prefer(page, "language", language);

/** Waits until the rooms have come that are fetched without being asked for: the last of them is the conformance page. */
export async function usualRooms(page: Page) {
  const last = () => performance.getEntriesByType("resource").some((entry) => /_conformance\.wasm$/.test(entry.name));
  await page.waitForFunction(last);
}

/** Waits for what comes right behind the first view: shortcuts, tips, messages, and the rows around those in sight. */
async function drawn(page: Page) {
  await page.locator("#notifications").waitFor({ state: "attached" });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Stops the clock, so that nothing happens but what the test does. */
export async function pause(page: Page) {
  await clock(page).getByRole("button", { name: "Pause" }).click();
  await clock(page).getByRole("button", { name: "Resume" }).waitFor();
}

/** The names of the jobs that are drawn, in their order. */
export async function names(table: Locator): Promise<string[]> {
  await drawn(table.page());
  return table.getByRole("rowheader").getByRole("link").allTextContents();
}

/** The workspace as this tab itself shows it, whoever leads: what its file says. The settings must be open. */
export async function replica(page: Page): Promise<string> {
  const save = page.getByRole("button", { name: "Save the workspace as a file" });
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  return readFile(await download.path(), "utf8");
}
