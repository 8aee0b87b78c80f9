// Slow and broken networks at a first visit: what has arrived is of use, and what has not is said.
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import { current } from "./support/builds.ts";
import { expect, test } from "./support/test.ts";

// The host has a port of its own, and breaks files off.
test.use({ provoked: /request to another origin: http:\/\/127\.0\.0\.1:\d+\/|Failed to load resource|Failed to fetch|Fetch API cannot load|NetworkError|Error in body stream|Failed to find a valid digest|console: Error$/ });

type How = {
  /** Whether a file is held back at its half until `go` is called. */
  holds?: RegExp;
  /** Whether a file breaks off at its half, the first so many times. */
  breaks?: RegExp;
  times?: number;
};

/** A host with the build, on whose network files come in halves. */
async function slow({ holds = /(?!)/, breaks = /(?!)/, times = Infinity }: How, body: (url: string, go: () => void, held: Set<string>) => Promise<void>) {
  const { files } = await current();
  let go = () => {};
  const gone = new Promise<void>((resolve) => (go = resolve));
  let left = times;
  const held = new Set<string>();
  const types: Record<string, string> = { css: "text/css", html: "text/html", js: "text/javascript", json: "application/json", svg: "image/svg+xml", wasm: "application/wasm" };
  const server = createServer(async (request, response) => {
    const name = new URL(request.url!, "http://localhost").pathname.slice(1) || "index.html";
    const bytes = files.get(name);
    if (!bytes) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[name.split(".").at(-1)!] ?? "application/octet-stream", "content-length": bytes.length, "cache-control": "no-cache" });
    const half = Math.floor(bytes.length / 2);
    response.write(bytes.subarray(0, half));
    if (holds.test(name)) {
      held.add(name);
      await gone;
    }
    if (breaks.test(name) && left > 0) {
      left -= 1;
      return void setTimeout(() => response.destroy(), 50);
    }
    response.end(bytes.subarray(half));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await body(`http://127.0.0.1:${(server.address() as { port: number }).port}/`, go, held);
  } finally {
    go();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const rows = (page: Page) => page.getByRole("main").getByRole("rowheader");
const reload = (page: Page) => page.getByRole("button", { name: /^Reload/ });

test("while the program is on its way the page says that the network is slow, and later that it may be cut", async ({ page }) => {
  await page.clock.install();
  await slow({ holds: /_bg\.wasm$/ }, async (url, go) => {
    await page.goto(url, { waitUntil: "commit" });
    await expect(page.getByText("It is on its way…")).toBeVisible();
    const said = page.getByRole("status").getByText("The network is slow");
    await expect(said).toBeHidden();
    await page.clock.fastForward(5_000);
    await expect(said).toBeVisible();
    await expect(reload(page)).toHaveCount(0);
    await page.clock.fastForward(15_000);
    await expect(page.getByText("If the connection was cut meanwhile, reload.", { exact: true })).toBeVisible();
    await expect(reload(page)).toBeVisible();
    go();
    await page.clock.resume();
    await expect(rows(page).first()).toBeVisible();
    await expect(said).toBeHidden();
  });
});

test("while what opens from the list is on its way the list is read and sorted, and what is pressed opens once it has arrived", async ({ page }) => {
  await page.clock.install();
  await slow({ holds: /_later\.wasm$/ }, async (url, go) => {
    await page.goto(url);
    await expect(rows(page).first()).toBeVisible();
    await page.clock.fastForward(2_000);
    const said = page.getByRole("status").getByText("What opens from it is still on its way");
    await expect(said).toBeVisible();
    await expect(reload(page)).toHaveCount(0);
    await page.getByRole("columnheader", { name: "Name" }).getByRole("button").click();
    await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
    await page.getByRole("button", { name: "Delete job hr-archive-2012-2019" }).click();
    await page.clock.fastForward(18_000);
    await expect(reload(page)).toBeVisible();
    go();
    await page.clock.resume();
    await expect(page.getByRole("dialog", { name: "Delete hr-archive-2012-2019?" })).toBeVisible();
    await expect(said).toBeHidden();
  });
});

for (const [what, breaks] of [["the program", /_bg\.wasm$/], ["what opens from the list", /_later\.wasm$/], ["a page", /_job\.wasm$/]] as const) {
  test(`${what} that breaks off once is asked for again, and nobody is troubled`, async ({ page }) => {
    await slow({ breaks, times: 1 }, async (url) => {
      await page.goto(url);
      await page.getByRole("link", { name: "hr-archive-2012-2019" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "hr-archive-2012-2019" })).toBeVisible();
      await expect(page.getByRole("tab", { name: "Drives" })).toBeVisible();
      await expect(page.getByRole("alert")).toHaveCount(0);
    });
  });
}

test("a program that always breaks off did not arrive, which is no fault of the browser", async ({ page }) => {
  await slow({ breaks: /_bg\.wasm$/ }, async (url) => {
    await page.goto(url);
    await expect(page.getByRole("alert").filter({ hasText: "A file of this portal did not arrive" })).toBeVisible();
    await expect(reload(page)).toBeVisible();
  });
});

test("a list whose other half always breaks off stays in sight and says so", async ({ page }) => {
  await slow({ breaks: /_later\.wasm$/ }, async (url) => {
    await page.goto(url);
    await expect(page.getByRole("alert").filter({ hasText: "A file of this portal did not arrive" })).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
  });
});

test("who leaves a page of lessons before they have come is not troubled when they come", async ({ page }) => {
  const link = "lessons=where-delete.too-late";
  await slow({ holds: /^lessons\// }, async (url, go, held) => {
    const at = async (place: string, heading: string) => {
      await page.goto(`${url}#/${place}`);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    };
    await page.goto(url);
    await expect(rows(page).first()).toBeVisible();
    await at("learn/class", "Class link");
    await at("learn", "Learn");
    await at("learn/class/key", "Answer key");
    await page.getByText("The class on these pages").click();
    await page.getByLabel("Class link", { exact: true }).fill(link);
    await page.getByLabel("Learner’s code").fill("Ada 7");
    await page.getByRole("button", { name: "Show the answer key" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Answer key for Ada 7" })).toBeVisible();
    await at("learn/class/collect", "Collect");
    await at("learn/class/device", "On this device");
    await at(`learn/class?${link}`, "Your class");
    await page.getByLabel("Your code").fill("Ada 7");
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    await expect(page.getByText("You are Ada 7 in this class.")).toBeVisible();
    await at("learn/where-delete", "Learn");
    await page.getByRole("navigation").getByRole("link", { name: "Jobs", exact: true }).click();
    await expect(rows(page).first()).toBeVisible();
    expect(held).toContain("lessons/catalogue.en.json");
    go();
    await page.waitForLoadState("networkidle");
    // Nobody is taken to a lesson that was not waited for, and everything is still there.
    await expect(rows(page).first()).toBeVisible();
    await page.getByRole("link", { name: "hr-archive-2012-2019" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "hr-archive-2012-2019" })).toBeVisible();
    await at("learn/class", "Class link");
    await expect(page.getByRole("textbox", { name: "Link for your learners" })).toBeVisible();
  });
});
