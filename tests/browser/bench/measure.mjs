// What is measured on a page, the same way whichever page it is. Times are milliseconds.

/** Runs in the page before anything else: notes when the list is first painted, and where wasm keeps its memory. */
export function instrument() {
  const painted = (test) =>
    new Promise((resolve) => {
      const look = () => {
        if (!test()) return requestAnimationFrame(look);
        // The next task behind a frame's callbacks comes when that frame has been handed to the display.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  const memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const memory = (made.instance ?? made).exports.memory;
      if (memory) memories.push(memory);
      return made;
    };
  }
  window.bench = {
    painted,
    seen: painted(() => document.querySelector("tbody tr a") !== null),
    wasmBytes: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length % 2 ? sorted[(sorted.length - 1) / 2] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
};

async function busy(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

/** From the start of the navigation until the list is painted; the main thread's work until then beside it. */
export async function load(page, cdp, url, cold) {
  await page.goto("about:blank");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: cold });
  const before = await busy(cdp);
  await page.goto(url);
  const wall = await page.evaluate(() => window.bench.seen);
  return { wall, cpu: (await busy(cdp)) - before };
}

/** What has been done in this run, so that everything is done to another job. */
const acted = new Set();

/** From the click that confirms until the row shows it and localStorage holds it. */
export async function act(page, cdp, action) {
  const buttons = page
    .getByRole("button", { name: new RegExp(`^${action} job `) })
    .and(page.locator(":not([aria-disabled=true])"));
  const found = await buttons.evaluateAll((all) =>
    all.map((button) => ({ label: button.getAttribute("aria-label") ?? button.innerText, row: button.closest("tr").innerText })),
  );
  const labels = found.map(({ label }) => label);
  // A cancel may be asked for again, which changes nothing.
  const at = found.findIndex(({ label, row }) => !acted.has(label) && !(action === "Cancel" && /cancel requested/i.test(row)));
  acted.add(labels[at]);
  const job = labels[at].replace(`${action} job `, "");
  const button = buttons.nth(at);
  await button.click();
  const dialog = page.getByRole("dialog", { name: `${action} ${job}?` });
  const confirm = await dialog.getByRole("button", { name: `${action} job`, exact: true }).elementHandle();
  const before = await busy(cdp);
  const wall = await page.evaluate(
    async ([confirm, job, gone]) => {
      const key = Object.keys(localStorage).find((key) => key.includes("/job/") && localStorage.getItem(key).includes(`"${job}"`));
      const value = localStorage.getItem(key);
      const row = () => [...document.querySelectorAll("tbody tr a")].find((link) => link.textContent === job)?.closest("tr");
      const text = row().textContent;
      const start = performance.now();
      confirm.click();
      const end = await window.bench.painted(() => {
        const now = localStorage.getItem(key);
        return gone ? !row() && now === null : now !== value && row()?.textContent !== text;
      });
      return end - start;
    },
    [confirm, job, action === "Delete"],
  );
  return { wall, cpu: (await busy(cdp)) - before };
}

/** From the key in the list's search box until other rows are painted. */
export async function filter(page, key) {
  const search = page.getByRole("main").getByRole("searchbox");
  await search.fill("");
  await search.focus();
  // The listener is there before the key comes.
  await page.evaluate(() => {
    window.bench.filtered = new Promise((resolve) => {
      document.addEventListener(
        "input",
        async (event) => {
          const names = () => Array.from(document.querySelectorAll("tbody tr a"), (link) => link.textContent).join();
          const before = names();
          const end = await window.bench.painted(() => names() !== before);
          resolve(end - event.timeStamp);
        },
        { capture: true, once: true },
      );
    });
  });
  await page.keyboard.press(key);
  const wall = await page.evaluate(() => window.bench.filtered);
  await search.fill("");
  return wall;
}

/** From the click on a column's head until the rows are painted in their new order. */
export async function sort(page, column) {
  const head = await page.getByRole("columnheader", { name: column }).getByRole("button").elementHandle();
  return page.evaluate(async (head) => {
    const state = () =>
      document.querySelector("tbody tr a")?.textContent + (head.closest("th").ariaSort ?? "") + location.hash;
    const before = state();
    const start = performance.now();
    head.click();
    return (await window.bench.painted(() => state() !== before)) - start;
  }, head);
}

/** JavaScript's heap and wasm's memory together, in bytes, after the garbage is gone. */
export async function memory(page, cdp) {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  return usedSize + (await page.evaluate(() => window.bench.wasmBytes()));
}

/** Makes and deletes so many jobs through the API from a script of the page, one after the other. */
export function rounds(page, count) {
  return page.evaluate(async (count) => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    }
    const group = "subscriptions/00000000-0000-4000-8000-00000000cafe/resourceGroups/lab";
    const account = `/${group}/providers/Microsoft.Storage/storageAccounts/labdata`;
    const properties = { jobType: "Export", storageAccountId: account, export: { blobList: { blobPathPrefix: ["/"] } } };
    const body = JSON.stringify({ location: "West US", properties });
    const headers = { "content-type": "application/json" };
    for (let round = 0; round < count; round++) {
      const job = `${group}/providers/Microsoft.ImportExport/jobs/round-${round}?api-version=2021-01-01`;
      const made = await fetch(job, { method: "PUT", headers, body });
      const gone = await fetch(job, { method: "DELETE" });
      if (made.status !== 201 || gone.status !== 200) throw new Error(`${made.status}, ${gone.status} in round ${round}`);
    }
  }, count);
}

/** Frames while the list is scrolled for some seconds: how many a second, the longest, the longest task. */
export async function frames(page, seconds) {
  const box = await page.getByRole("table").first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(200, box.height / 2));
  const counted = page.evaluate(
    (seconds) =>
      new Promise((resolve) => {
        const tasks = [];
        const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)));
        observer.observe({ type: "longtask" });
        const gaps = [];
        let last = performance.now();
        const end = last + 1000 * seconds;
        const frame = (now) => {
          gaps.push(now - last);
          last = now;
          if (now < end) return requestAnimationFrame(frame);
          observer.disconnect();
          const whole = gaps.reduce((a, b) => a + b, 0);
          resolve({ aSecond: (1000 * gaps.length) / whole, longest: Math.max(...gaps), longestTask: Math.max(0, ...tasks) });
        };
        requestAnimationFrame(frame);
      }),
    seconds,
  );
  for (let turn = 0; turn < seconds * 10; turn++) await page.mouse.wheel(0, turn % 20 < 15 ? 400 : -600);
  return counted;
}
