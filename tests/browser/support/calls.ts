// Calls to the REST API that scripts in the portal's page make, many at once where a test wants that.
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** A subscription and a group of the tests' own. */
export const GROUP = "/subscriptions/00000000-0000-4000-8000-00000000cafe/resourceGroups/lab";
export const JOBS = `${GROUP}/providers/Microsoft.ImportExport/jobs`;

/** What a page has done to jobs, as the service has answered. */
export type Done = {
  /** Jobs that were made, cancelled, deleted: by name. */
  created: string[];
  cancelled: string[];
  deleted: string[];
  /** Statuses that nobody expects. */
  odd: string[];
};

/** Opens a page of the portal and waits until calls of scripts reach the service. */
export async function openForCalls(page: Page, address = "./#/jobs") {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await reachable(page);
}

/** Waits until calls of scripts reach the service, and puts `call` into the page. */
export async function reachable(page: Page) {
  await page.evaluate(async (jobs) => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    }
    const account = "/subscriptions/00000000-0000-4000-8000-00000000cafe/resourceGroups/lab/providers/Microsoft.Storage/storageAccounts/labdata";
    const address = { recipientName: "Lab", streetAddress1: "1 Sample Street", city: "Sampleton", postalCode: "00000", countryOrRegion: "Exampleland", phone: "000", email: "lab@example.com" };
    const job = { location: "West US", properties: { jobType: "Export", storageAccountId: account, returnAddress: address, export: { blobList: { blobPathPrefix: ["/"] } } } };
    const call = async (method: string, name: string, body?: unknown) => {
      const path = name.startsWith("/") ? name : `${jobs}${name && "/" + name}`;
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
      const answer = await fetch(`.${path}${path.includes("?") ? "&" : "?"}api-version=2021-01-01`, init);
      const text = await answer.text();
      return { status: answer.status, body: text ? JSON.parse(text) : null };
    };
    const all = async () => {
      const found: any[] = [];
      for (let next = `${jobs}?`; next; ) {
        const { body } = await call("GET", next);
        found.push(...body.value);
        next = body.nextLink ? "/" + body.nextLink.slice(new URL(".", document.baseURI).href.length).replace(/[?&]api-version=[^&]*/, (m: string) => (m[0] === "?" ? "?x=" : "")) : "";
      }
      return found;
    };
    Object.assign(globalThis, { call, all, exportJob: job });
  }, JOBS);
}

/** One call; its status and body. */
export const call = (page: Page, method: string, name: string, body?: unknown): Promise<{ status: number; body: any }> =>
  page.evaluate(([method, name, body]) => (globalThis as any).call(method, name, body), [method, name, body] as const);

export const create = (page: Page, name: string) => page.evaluate((name) => (globalThis as any).call("PUT", name, (globalThis as any).exportJob), name) as Promise<{ status: number; body: any }>;

/** The names of the group's jobs, in order, and which of them are to be cancelled, as the service lists them. */
export const listed = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await (globalThis as any).all()).map((job: any) => `${job.name}${job.properties.cancelRequested ? " cancelled" : ""}`).sort());

/** Sends so many random commands about `shared` names: what was accepted. The same seed sends the same. */
export const storm = (page: Page, seed: number, count: number, shared: string[]): Promise<Done> =>
  page.evaluate(
    async ([seed, count, shared]) => {
      const { call, exportJob } = globalThis as any;
      const done: Done = { created: [], cancelled: [], deleted: [], odd: [] };
      let state = seed * 2_654_435_761;
      const draw = (below: number) => {
        state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
        return state % below;
      };
      const send = async (index: number) => {
        const kind = draw(10);
        const name = shared[draw(shared.length)];
        if (kind < 4) {
          const own = `tab-${seed}-${index}`;
          const { status } = await call("PUT", own, exportJob);
          if (status === 201) done.created.push(own);
          else done.odd.push(`PUT ${status}`);
          shared.push(own);
        } else if (kind < 7) {
          const { status } = await call("PATCH", name, { properties: { cancelRequested: true } });
          if (status === 200) done.cancelled.push(name);
          else if (status !== 404 && status !== 409) done.odd.push(`PATCH ${status}`);
        } else if (kind < 9) {
          const { status } = await call("DELETE", name);
          if (status === 200) done.deleted.push(name);
          else if (status !== 204 && status !== 409) done.odd.push(`DELETE ${status}`);
        } else {
          const { status } = await call("GET", name);
          if (status !== 200 && status !== 404) done.odd.push(`GET ${status}`);
        }
      };
      // A few are always under way at once.
      let next = 0;
      const work = async () => {
        while (next < count) await send(next++);
      };
      await Promise.all([1, 2, 3, 4].map(work));
      return done;
    },
    [seed, count, shared] as const,
  );
