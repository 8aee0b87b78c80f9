// Faults of the browser's storage, injected: what was accepted is kept, what was not is told, nothing is half done.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { call, create, listed, openForCalls, reachable } from "./support/calls.ts";
import { bell, clock, jobs, openList, pause, rowOf, usualRooms, withoutCopy, withoutLater } from "./support/portal.ts";
import { serve } from "./support/server.mjs";
import { type Entries, MAIN, entries, fill, forgetSecondCopy, outside, sealed, write } from "./support/storage.ts";
import { expect, test, watch } from "./support/test.ts";

test.use({ provoked: /Failed to load resource|not in its place yet|not all is put in order|may still hold is not noted/ });

const SETTINGS = "./#/settings";
/** How many jobs the first visit has. */
const FIRST = 15;

test.describe("writes that fail", () => {
  /** From `armed` on, every n-th write to localStorage finds no room. */
  const failing = (page: Page, n: number) =>
    page.addInitScript((n) => {
      const set = Storage.prototype.setItem;
      let count = 0;
      Object.assign(globalThis, { armed: false });
      Storage.prototype.setItem = function (key, value) {
        if ((globalThis as any).armed && ++count % n === 0) throw new DOMException("no room", "QuotaExceededError");
        return set.call(this, key, value);
      };
    }, n);
  const arm = (page: Page, armed: boolean) => page.evaluate((armed) => Object.assign(globalThis, { armed }), armed);

  for (const copy of ["with", "without"]) {
    for (const n of [1, 2, 3, 4, 5, 7, 11]) {
      test(`every ${n}. write, ${copy} a second copy: each command is done and kept, or neither`, async ({ page, context }) => {
        if (copy === "without") await page.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
        await failing(page, n);
        await openForCalls(page, SETTINGS);
        await pause(page);
        for (const name of ["one", "two"]) expect((await create(page, `before-${name}`)).status).toBe(201);
        await arm(page, true);
        const wanted = new Set(["before-one", "before-two"]);
        const cancels = new Set<string>();
        let refused = 0;
        for (let round = 0; round < 6; round++) {
          const name = `later-${round}`;
          const made = await create(page, name);
          if (made.status === 201) wanted.add(name);
          else expect([made.status, made.body.error.code, ++refused]).toEqual([507, "InsufficientStorage", refused]);
          const [victim] = wanted;
          // Where every job is deleted and none can be created, nothing is left to be cancelled.
          if (victim === undefined) continue;
          const cancelled = await call(page, "PATCH", victim, { properties: { cancelRequested: true } });
          if (cancelled.status === 200) cancels.add(victim);
          else expect(cancelled.status).toBe(507);
          const shown = () => [...wanted].map((name) => (cancels.has(name) ? `${name} cancelled` : name)).sort();
          expect(await listed(page)).toEqual(shown());
          const gone = await call(page, "DELETE", victim);
          if (gone.status === 200) wanted.delete(victim);
          else expect(gone.status).toBe(507);
          expect(await listed(page)).toEqual(shown());
        }
        const shown = await listed(page);
        if (n === 1) expect(refused).toBe(6);
        await arm(page, false);
        await page.close();
        const later = await context.newPage();
        if (copy === "without") await later.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
        await openForCalls(later, SETTINGS);
        expect(await listed(later)).toEqual(shown);
      });
    }
  }

  test("a full storage is told in a sentence, nothing changes, and deleting still works", async ({ page }) => {
    await openForCalls(page);
    await pause(page);
    await fill(page);
    const name = "plant-telemetry-import";
    const before = await rowOf(page, name).textContent();
    const refused = await create(page, "no-room");
    expect([refused.status, refused.body.error.code]).toEqual([507, "InsufficientStorage"]);
    await expect(page.getByText("The browser’s storage for this site is full")).toBeVisible();
    expect((await call(page, "GET", "no-room")).status).toBe(404);
    expect(await rowOf(page, name).textContent()).toBe(before);
    // The person at the list is told as well, and what to do.
    const shipped = "media-masters-import";
    const asBefore = (await rowOf(page, shipped).textContent())!;
    await rowOf(page, shipped).getByRole("button", { name: /^Cancel job/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel job" }).click();
    await expect(page.getByText("Nothing was changed, because the browser’s storage for this site is full").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(rowOf(page, shipped)).toHaveText(asBefore);
    await rowOf(page, "hr-archive-2012-2019").getByRole("button", { name: /Delete/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(rowOf(page, "hr-archive-2012-2019")).toHaveCount(0);
    await page.reload();
    await expect(rowOf(page, name)).toBeVisible();
    await expect(rowOf(page, "hr-archive-2012-2019")).toHaveCount(0);
  });

  test("where there is no room for the workspace nothing is half kept, and the page says where it is", async ({ page, context, baseURL }) => {
    await outside(context, baseURL!, (other) => fill(other));
    await openForCalls(page);
    await expect(page.getByText("Nothing is kept after you close this page")).toBeVisible();
    await expect(page.getByText("has no room for the workspace")).toBeVisible();
    await pause(page);
    expect((await create(page, "in-memory")).status).toBe(201);
    expect((await call(page, "DELETE", "in-memory")).status).toBe(200);
    expect(Object.keys(await entries(page)).filter((key) => key.startsWith("iep/w/"))).toEqual([]);
    await page.getByRole("link", { name: "Open the settings" }).click();
    await expect(page.getByRole("region", { name: "Storage" })).toContainText("KB used");
  });

  test("a warning comes before the room runs out, with what takes it", async ({ page }) => {
    await openForCalls(page, SETTINGS);
    await fill(page, 300_000);
    await page.reload();
    await expect(page.getByText("The browser’s storage for this site is nearly full")).toBeVisible();
    await expect(page.getByRole("region", { name: "Storage" })).toContainText(/[Oo]ther/);
  });
});

test.describe("broken entries", () => {
  const FOREIGN = ["", "null", "true", "0", '"text"', "[]", "{}", '{"__proto__":{"a":1}}', "[[[[[[[[", "undefined \u0000\ufffd"];
  const spoilt = (text: string, round: number) => {
    const at = (round * 7919) % Math.max(text.length, 1);
    if (round % 5 === 0) return text.slice(0, at);
    if (round % 5 === 1) return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 4) + text.slice(at + 1);
    if (round % 5 === 2) return text.slice(0, at) + "\ud800" + text.slice(at + 1);
    return FOREIGN[round % FOREIGN.length];
  };

  for (const copy of ["with", "without"]) {
    test(`25 corruptions ${copy} a second copy: the rest works, and what is broken is set aside`, async ({ page, context, baseURL }) => {
      test.setTimeout(300_000);
      await openForCalls(page, SETTINGS);
      await pause(page);
      await page.goto("about:blank");
      const sound = await outside(context, baseURL!, entries);
      const keys = Object.keys(sound).filter((key) => key.startsWith(MAIN)).sort();
      expect(keys.length).toBeGreaterThan(FIRST);
      for (let round = 0; round < 25; round++) {
        const key = keys[(round * 31) % keys.length];
        const broken = spoilt(sound[key], round);
        await outside(context, baseURL!, async (other) => {
          if (copy === "without") await forgetSecondCopy(other);
          await other.evaluate(() => localStorage.clear());
          await write(other, { ...sound, [key]: broken });
        });
        await openForCalls(page);
        // Who answers has put in order what was found.
        await listed(page);
        // Without a copy the job whose entry is broken cannot be shown, and no other is missing.
        const least = copy === "with" || !key.includes("/job/") ? FIRST : FIRST - 1;
        const rows = async () => Number(await jobs(page).getAttribute("aria-rowcount")) - 1;
        await expect.poll(rows, `${key} is ${broken.slice(0, 40)}`).toBeGreaterThanOrEqual(least);
        await page.goto("about:blank");
        const after = await outside(context, baseURL!, entries);
        const aside = Object.entries(after).filter(([name]) => name.startsWith("iep/aside/"));
        // Whatever no longer stands in its place is kept as it was found. An idle reserve may have any length.
        const idle = key.endsWith("/wal") && broken.trim() === "";
        const kept = after[key] === broken || aside.some(([name, text]) => name.endsWith(`/${key}`) && text === broken);
        expect(kept || idle, `${key} is ${broken.slice(0, 40)}`).toBe(true);
      }
    });
  }

  test("an entry that cannot be read is named, can be saved and thrown away, and never comes back", async ({ page, context, baseURL }) => {
    await openForCalls(page, SETTINGS);
    await pause(page);
    await page.goto("about:blank");
    const key = await outside(context, baseURL!, async (other) => {
      await forgetSecondCopy(other);
      const key = Object.keys(await entries(other)).find((key) => key.startsWith(`${MAIN}job/`))!;
      await write(other, { [key]: "<b>broken</b>" });
      return key;
    });
    await openList(page);
    await expect(page.getByText(/^(An entry|1 entry|One entry)/)).toBeVisible();
    await expect(jobs(page)).toHaveAttribute("aria-rowcount", String(FIRST));
    await page.goto(SETTINGS);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Download ${key}` }).click()]);
    expect(readFileSync((await download.path())!, "utf8")).toBe("<b>broken</b>");
    await page.getByRole("button", { name: `Discard ${key}` }).click();
    await expect(page.getByRole("button", { name: `Discard ${key}` })).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expect(page.getByRole("button", { name: `Discard ${key}` })).toHaveCount(0);
  });
});

test.describe("versions", () => {
  const fixture = (schema: number): Entries =>
    JSON.parse(readFileSync(fileURLToPath(new URL(`../fixtures/schema-${schema}.json`, import.meta.url)), "utf8"));

  test("what the first format has written is shown, and converted", async ({ page, context, baseURL }) => {
    await outside(context, baseURL!, (other) => write(other, fixture(1)));
    await openForCalls(page);
    await expect(rowOf(page, "plant-telemetry-import")).toBeVisible();
    // Who answers has converted it.
    await listed(page);
    await page.goto("about:blank");
    const head = (await outside(context, baseURL!, entries))[`${MAIN}head`];
    const old = fixture(1)[`${MAIN}head`];
    expect(head).not.toBe(old);
  });

  test("data of a newer format is left alone, and the page asks for a reload", async ({ page, context, baseURL }) => {
    const newer = await outside(context, baseURL!, async (other) => {
      const head = sealed("head", fixture(2)[`${MAIN}head`].replace(/^\[2,/, "[99,"));
      await write(other, { ...fixture(2), [`${MAIN}head`]: head });
      return entries(other);
    });
    await openForCalls(page);
    await expect(page.getByText("A newer version of the portal is running")).toBeVisible();
    const refused = await create(page, "must-not-be");
    expect([refused.status, refused.body.error.code]).toEqual([409, "PortalOutdated"]);
    await page.goto("about:blank");
    const after = await outside(context, baseURL!, entries);
    for (const [key, value] of Object.entries(newer)) expect(after[key]).toBe(value);
  });

  test("a page that hears of a newer one stops writing and asks for a reload", async ({ page, context }) => {
    await openForCalls(page);
    await pause(page);
    await page.evaluate(() => new BroadcastChannel("iep/main").postMessage(JSON.stringify({ v: 99, from: "later" })));
    await expect(page.getByText("A newer version of the portal is running")).toBeVisible();
    const before = await entries(page);
    const refused = await create(page, "must-not-be");
    expect([refused.status, refused.body.error.code]).toEqual([409, "PortalOutdated"]);
    expect(await entries(page)).toEqual(before);
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(page.getByText("A newer version of the portal is running")).toHaveCount(0);
    await reachable(page);
    expect((await create(page, "may-be")).status).toBe(201);
  });

  /** Lets a tab of a newer version, which speaks the tabs' language and writes another format, take the lead and write. */
  const leadAnew = (peer: Page, tells: string, head: string) =>
    peer.evaluate(
      async ([tells, head, main]) => {
        const channel = new BroadcastChannel("iep/main");
        const heard = await new Promise<any>((resolve) => (channel.onmessage = ({ data }) => resolve(JSON.parse(data))));
        const tell = (message: unknown) => channel.postMessage(JSON.stringify({ ...heard, from: "newer", epoch: heard.epoch + 1, message }));
        await new Promise<void>((gained) => {
          const hold = () => (gained(), new Promise(() => {}));
          navigator.locks.request("iep/main", { steal: true }, hold).catch(() => {});
        });
        const written = [["job/1", "what no older version can read"], ["head", head]];
        for (const [key, text] of written) localStorage.setItem(main + key, text);
        if (tells === "its commit") tell({ Commit: written });
        if (tells !== "everything, when it is asked") return;
        const all = Object.entries(localStorage).filter(([key]) => key.startsWith(main));
        channel.onmessage = ({ data }) => {
          if (JSON.parse(data).message === "WantAll") tell({ All: ["", all.map(([key, text]) => [key.slice(main.length), text])] });
        };
        tell({ Beat: { seq: 1_000_000, millis: 0, hidden: false, base: [0, 0] } });
      },
      [tells, head, MAIN] as const,
    );

  for (const tells of ["its commit", "everything, when it is asked", "nothing, and is closed"]) {
    test(`when a newer version takes the lead and tells ${tells}, no tab writes any more, and all ask for a reload`, async ({ context, baseURL }) => {
      const pages = [await context.newPage(), await context.newPage()];
      for (const page of pages) await openForCalls(page);
      await pause(pages[0]);
      expect((await create(pages[1], "before")).status).toBe(201);
      const written = await outside(context, baseURL!, async (peer) => {
        const head = (await entries(peer))[`${MAIN}head`];
        const newer = sealed("head", head.replace(/^\[\d+,(\d+),(\d+)/, (_, seq, epoch) => `[99,${+seq + 1},${+epoch + 1}`));
        await leadAnew(peer, tells, newer);
        const written = await entries(peer);
        expect(written[`${MAIN}head`]).toBe(newer);
        if (tells !== "nothing, and is closed") for (const page of pages) await expect(page.getByText("A newer version of the portal is running")).toBeVisible();
        return written;
      });
      for (const page of pages) {
        await expect(page.getByText("A newer version of the portal is running")).toBeVisible();
        const refused = await create(page, "must-not-be");
        expect([refused.status, refused.body.error.code]).toEqual([409, "PortalOutdated"]);
        await page.getByRole("button", { name: "Reload" }).click();
        await expect(page.getByText("A newer version of the portal is running")).toBeVisible();
      }
      await Promise.all(pages.map((page) => page.goto("about:blank")));
      expect(await outside(context, baseURL!, entries)).toEqual(written);
    });
  }

  test("a page stays usable when its files are gone from the host", async ({ browser }) => {
    let gone = false;
    const server = await serve({ base: "/old/", alter: (_name, bytes) => (gone ? null : bytes) });
    const context = await browser.newContext({ reducedMotion: "reduce" });
    await withoutCopy(context);
    const troubles = watch(context, server.url, /Failed to load resource/);
    try {
      const page = await context.newPage();
      await openForCalls(page, server.url);
      await pause(page);
      await usualRooms(page);
      gone = true;
      await clock(page).getByRole("button", { name: "Resume" }).click();
      await page.getByRole("link", { name: "hr-archive-2012-2019" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "hr-archive-2012-2019" })).toBeVisible();
      for (const name of ["Activity log", "REST console", "Settings"]) {
        await page.getByRole("navigation").getByRole("link", { name }).click();
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      }
      expect((await create(page, "still-works")).status).toBe(201);
      expect(troubles).toEqual([]);
    } finally {
      await context.close();
      await server.close();
    }
  });
});

for (const by of ["another tab", "a newer version"]) {
  for (const broken of ["head", "job/3"]) {
    test(`a page that has found its ${broken} broken and comes to lead late writes over nothing that ${by} has written since`, async ({ page, context, baseURL }) => {
      await context.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
      await openForCalls(page, SETTINGS);
      await pause(page);
      await page.goto("about:blank");
      await outside(context, baseURL!, (other) => write(other, { [`${MAIN}${broken}`]: "<b>broken</b>" }));
      const arrive = await withoutLater(page);
      await page.goto("./#/jobs");
      await expect(jobs(page).getByRole("row").nth(1)).toBeVisible();
      const other = await context.newPage();
      await openForCalls(other, SETTINGS);
      for (const name of ["one", "two"]) expect((await create(other, name)).status).toBe(201);
      await other.close();
      const written = await outside(context, baseURL!, async (other) => {
        const head = (await entries(other))[`${MAIN}head`];
        if (by === "a newer version") await write(other, { [`${MAIN}head`]: sealed("head", head.replace(/^\[\d+,/, "[99,")) });
        return entries(other);
      });
      arrive();
      await reachable(page);
      const made = await create(page, "three");
      if (by === "another tab") {
        expect(made.status).toBe(201);
        expect(await listed(page)).toEqual(["one", "three", "two"]);
        expect(Object.keys(await entries(page)).filter((key) => key.startsWith("iep/aside/"))).toEqual([`iep/aside/1/${MAIN}${broken}`]);
      } else {
        expect(made.status).toBe(409);
        await page.goto("about:blank");
        expect(await outside(context, baseURL!, entries)).toEqual(written);
      }
    });
  }
}

test("without any storage the portal works in memory and says so", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  });
  await openForCalls(page);
  await expect(page.getByText("Nothing is kept after you close this page")).toBeVisible();
  await expect(page.getByText("Access is denied for this document.")).toBeVisible();
  await pause(page);
  expect((await create(page, "in-memory")).status).toBe(201);
  expect((await call(page, "DELETE", "in-memory")).status).toBe(200);
  expect((await call(page, "GET", "in-memory")).status).toBe(404);
  await bell(page).click();
});
