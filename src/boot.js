// The start of the page: fetches the portal's files, checks each against its digest before it may run,
// and shows one of the sentences in index.html when the portal cannot start.
// It is written into index.html itself, where the content security policy knows it by its digest,
// so that there is no script before it that could have been changed unnoticed.
(() => {
  // The release build adds the digests; under `trunk serve` the page has none, and what it names itself is not checked.
  const files = document.querySelector('meta[name="portal-files"]').dataset;
  const absolute = (path) => new URL(path, document.baseURI).href;

  // --- In a page that is not the portal's own (?embed=1), for src/portal/embed.

  // What the page around the frame says before the portal can hear it waits here.
  const greetings = [];
  let greet = (event) => greetings.push(event);
  // Whoever sees the portal there is no visitor of this site: it finds nothing in which anything could be kept or by
  // which other tabs could be met, as in a frame without an origin, whatever the frame allows.
  if (/^\?(.*&)?embed=1(&|$)/.test(location.search)) {
    const hide = (of, names, get) => names.forEach((name) => Object.defineProperty(of, name, { get }));
    hide(window, ["localStorage", "sessionStorage"], () => {
      throw new DOMException("embed=1", "SecurityError");
    });
    hide(window, ["indexedDB", "BroadcastChannel"]);
    hide(navigator, ["locks", "serviceWorker"]);
    document.documentElement.dataset.embed = "";
    addEventListener("message", (event) => event.source === parent && parent !== window && greet(event));
  }

  function hearHost(handler) {
    greet = handler;
    greetings.splice(0).forEach(handler);
  }

  // --- Trusted Types: the only texts that may become markup or the address of a script.

  // Leptos makes elements that never change from texts of its own, which are of this plain form.
  const tag = /<[a-z][\w-]*(?:\s+[a-zA-Z][\w:.-]*(?:="[^"]*"|=[^\s"'<>=`]+)?)*\s*\/?>/.source;
  const plain = new RegExp(`^(?:[^<]|<!(?:--[^<>]*--)?>|</[a-z][\\w-]*>|${tag})*$`);
  const tags = new RegExp(tag, "g");
  const forbidden =
    /^<(?:script|style|iframe|frame|object|embed|base|meta|link|form)\b|\s(?:on\w+|srcdoc|style)=|javascript:/i;
  globalThis.trustedTypes?.createPolicy("default", {
    createHTML: (text) => {
      if (plain.test(text) && !text.match(tags)?.some((found) => forbidden.test(found))) return text;
      throw new TypeError("refused as markup: " + text.slice(0, 200));
    },
    createScriptURL: (url) => {
      if ([files.js, files.worker].some((known) => absolute(known) === absolute(url))) return url;
      throw new TypeError("refused as a script: " + url);
    },
  });

  // --- Whose names these are, for src/store/browser/area.rs.

  // The first copy of the portal at an origin has the plain names there. What another, at another path, keeps and holds
  // begins with its path, so that neither sees or ends anything of the other's; no name of the first begins with a slash.
  const own = (() => {
    const path = new URL("./", document.baseURI).pathname;
    try {
      localStorage["iep/home"] ??= path;
      return localStorage["iep/home"] === path ? "" : path + " ";
    } catch {
      // Where nothing can be kept nothing is shared, and where there is no room there is somebody's work already.
      return "";
    }
  })();

  // --- What the user is told.

  const parsed = new Promise((resolve) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", resolve, { once: true });
    else resolve();
  });
  // With the style sheet the first hides the sentence that nothing ran, without it the second.
  // Until the portal itself speaks, as it was last left; a storage that is blocked has no preferences.
  const preference = (name) => {
    try {
      return localStorage.getItem(own + "iep/pref/" + name);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  root.dataset.boot = /^tr\b/i.test(preference("language") ?? navigator.language) ? "tr" : "en";
  const theme = preference("theme");
  if (theme && theme !== "system") root.dataset.theme = theme;
  // What an address overrides (src/portal/prototype/switches.rs) is read before the page is shown.
  if (/[?&](latency|fail|data|texts|drives|set|copies|pins)=/.test(location.hash)) root.dataset.hold = location.hash;
  parsed.then(() => (document.getElementById("boot-blocked").hidden = true));
  // Whether the portal speaks for itself.
  let shown = false;
  const arrived = late("boot-slow", 5, 20);
  function endSplash() {
    shown = true;
    arrived();
    document.getElementById("boot-splash").hidden = true;
  }
  let told = null;
  addEventListener("click", ({ target }) => target.closest?.(".boot button") && location.reload());

  // Says of something that does not come first that it is slow and then that it may never come, until the function is
  // called that this gives.
  function late(id, ...seconds) {
    const timers = seconds.map((after, times) =>
      setTimeout(() => {
        const words = document.getElementById(id);
        if (!words) return;
        words.hidden = false;
        words.dataset.late = times;
      }, after * 1000),
    );
    return () => {
      timers.forEach(clearTimeout);
      const words = document.getElementById(id);
      if (words) words.hidden = true;
    };
  }

  // Only the first trouble is told, since what follows it is mostly its consequence; but that nothing works any more
  // takes the place of whatever was told before.
  async function tell(trouble) {
    if (told && (trouble !== "stopped" || told === trouble)) return;
    const before = told;
    told = trouble;
    await parsed;
    document.getElementById("boot-splash").hidden = true;
    if (before) document.getElementById("boot-" + before).hidden = true;
    document.getElementById("boot-" + trouble).hidden = false;
  }

  // A failed load does not say why, so look again without running anything.
  async function trouble(url, integrity) {
    try {
      const answer = await fetch(url, { cache: "no-store" });
      // Some hosts answer with a page where a file is missing.
      const page = /^text\/html/.test(answer.headers.get("content-type") ?? "");
      if (answer.status === 404 || answer.status === 410 || page) return "gone";
      if (!answer.ok) return "offline";
      // One that breaks off is no other file.
      await answer.arrayBuffer();
    } catch {
      return "offline";
    }
    try {
      await fetch(url, { cache: "no-store", integrity });
      return null;
    } catch {
      return "changed";
    }
  }

  // --- Start.

  // A style sheet that is refused leaves the portal usable but ugly; that too is said.
  addEventListener(
    "error",
    async ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === "stylesheet") {
        tell((await trouble(target.href, target.integrity)) ?? "offline");
      }
    },
    true,
  );

  // A program that traps does nothing any more; what it was told before is kept.
  // WebAssembly's error is a RuntimeError; a stack that overflows is a RangeError, or an InternalError in Firefox.
  const isTrap = (error) => /^(Runtime|Range|Internal)Error$/.test(error?.name);
  const stopped = (error) => isTrap(error) && tell(shown ? "stopped" : "failed");
  addEventListener("error", ({ error }) => stopped(error));
  addEventListener("unhandledrejection", ({ reason }) => stopped(reason));

  function load(url, integrity) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.type = "module";
      script.integrity = integrity;
      script.onload = resolve;
      script.onerror = reject;
      script.src = url;
      document.head.append(script);
    });
  }

  // Not every host says what a wasm is; then the browser does not compile it while it arrives.
  async function compile(answer) {
    if (!answer.ok) throw new Error(answer.status + " for " + answer.url);
    // The type must stand alone: a charset beside it is refused.
    const known = /^application\/wasm$/i.test(answer.headers.get("content-type")?.trim() ?? "");
    return known ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
  }

  // Whether it was the network: a file that breaks off, or a host that is not there.
  const brokeOff = (error) => error instanceof TypeError;

  // A page that is left stops what it fetches, of which nobody needs to know.
  let left = false;
  addEventListener("pagehide", () => (left = true));
  addEventListener("pageshow", () => (left = false));

  async function start(again) {
    const { js, jsIntegrity = "", wasm, wasmIntegrity = "" } = files;
    try {
      // Both at once; the module below is the one that the script element has checked and evaluated.
      const code = fetch(wasm, { integrity: wasmIntegrity }).then(compile);
      code.catch(() => {});
      await load(js, jsIntegrity);
      const portal = await import(absolute(js));
      const module_or_path = await code;
      await parsed;
      await portal.default({ module_or_path });
    } catch (error) {
      // A program that broke off fails in each browser in its own way, so one more try is due whatever it was.
      const found = (await trouble(js, jsIntegrity)) ?? (await trouble(wasm, wasmIntegrity));
      if (left) return;
      console.error(error);
      if (!found && !again && !isTrap(error)) await start(true);
      else tell(found ?? (brokeOff(error) ? "offline" : "failed"));
    }
  }

  // --- What the first view does not need, for src/portal/rooms: further wasm in the memory of the first.

  // Where each and its style sheet are and their digests; those of the rooms stand in a section of the one behind the list.
  const places = { later: [files.later, files.laterIntegrity ?? "", files.laterStyle, files.laterStyleIntegrity] };
  // Likewise of the texts, by the tag of their language.
  for (const one of files.texts.split(",")) {
    const [tag, ...place] = one.split(" ");
    places[tag] = place;
  }
  // The language whose texts come with whatever is fetched.
  let spoken = "en";
  // What the first wasm exports, as soon as something has been fetched.
  let program;
  // Those that are there or on their way.
  const parts = {};
  // Why one did not come.
  const errors = {};
  // Resolves when the sheet is there; one that does not come is told above, and what it would style is usable without.
  function addStyle(href, integrity) {
    return new Promise((resolve) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", crossOrigin: "", integrity, href });
      link.onload = link.onerror = resolve;
      document.head.append(link);
    });
  }

  async function fetchPart(name) {
    const [url, integrity, style, styleIntegrity] = places[name];
    const styled = style && addStyle(style, styleIntegrity);
    const answer = await fetch(url, { integrity });
    if (!answer.ok) throw new Error(answer.status + " for " + url);
    if (/\.json$/.test(url)) return addTexts(await answer.json());
    const module = await WebAssembly.compile(await answer.arrayBuffer());
    for (const rooms of WebAssembly.Module.customSections(module, "rooms")) {
      Object.assign(places, JSON.parse(new TextDecoder().decode(rooms)));
    }
    await WebAssembly.instantiate(module, { __wasm_split: program });
    await styled;
  }

  // Puts texts where the program looks for them, each so far from the end of the one before (xtask/src/texts.rs).
  function addTexts([gaps, texts]) {
    const memory = new Uint8Array(program.memory.buffer);
    const encoder = new TextEncoder();
    let at = 0;
    texts.forEach((text, no) => {
      at += gaps[no];
      at += encoder.encodeInto(text, memory.subarray(at)).written;
    });
  }

  // Resolves when this file is there, which is fetched once.
  function part(name) {
    // What broke off once may come at the second try; what the host does not have will not.
    const retried = (error) => (brokeOff(error) ? fetchPart(name) : Promise.reject(error));
    const failed = (error) => {
      errors[name] = error;
      delete parts[name];
      throw error;
    };
    if (!parts[name]) delete errors[name];
    return (parts[name] ??= fetchPart(name).catch(retried).catch(failed));
  }

  // Calls `told` in the table of the first wasm, whose exports these are, with whether the file is there.
  async function loadPart(name, exports, told, data) {
    program = exports;
    // Everything that opens from the list waits for it.
    const settled = name === "later" ? late("boot-late", 2, 20) : () => {};
    const there = await Promise.all([part(name), part(spoken)]).then(
      () => true,
      () => false,
    );
    settled();
    exports.__indirect_function_table.get(told)(data, there);
  }

  // Has the texts of this language come with whatever is fetched, at once if something has been; resolves with whether
  // they are there or will come so.
  async function speak(tag) {
    if (program && places[tag]) {
      try {
        await part(tag);
      } catch {
        return false;
      }
    }
    spoken = tag;
    return true;
  }

  async function tellLater(name) {
    if (left) return;
    if (name === "later") {
      // Who calls meanwhile should not wait for what may never come.
      if (answer === wait) answer = refuse;
      early.splice(0).forEach(refuse);
    }
    // What is missing of a room may be its texts.
    const file = errors[name] ? name : spoken;
    const error = errors[file];
    console.error(error);
    tell((await trouble(...places[file])) ?? (brokeOff(error) ? "offline" : "failed"));
  }

  // --- The service worker, for src/relay.

  const refusal = (name) => Object.assign(new Error("service worker: " + name), { name });

  // Whether the worker on the host is the one that belongs to the page that is there now, which may be newer than this
  // one: pages are kept in caches.
  async function isNewer(worker) {
    const page = await fetch("./", { cache: "no-store" }).then((answer) => answer.text());
    const [, integrity] = page.match(/data-worker-integrity="([^"]+)"/) ?? [];
    if (!integrity || integrity === files.workerIntegrity) return false;
    return fetch(worker, { cache: "no-store", integrity }).then(({ ok }) => ok);
  }

  // Fails unless the worker is the one that this build shipped; one that was changed is taken away.
  async function checkWorker() {
    const { worker, workerIntegrity = "" } = files;
    try {
      const answer = await fetch(worker, { cache: "no-store", integrity: workerIntegrity });
      if (!answer.ok) throw new Error(answer.status + " for " + worker);
    } catch (error) {
      const found = (await trouble(worker, workerIntegrity)) ?? "offline";
      if (found !== "changed") throw refusal(found);
      if (await isNewer(worker).catch(() => false)) throw refusal("newer");
      // The browser renews a worker by itself; without a registration there is nothing to renew.
      const old = await navigator.serviceWorker.getRegistration(absolute("./"));
      await old?.unregister();
      tell("worker");
      throw refusal(found);
    }
  }

  // Before the browser renews a worker by itself, which it does soon after a page has come. Asking a sandboxed frame for
  // its workers is an error.
  async function checkEarly() {
    if (navigator.serviceWorker?.controller) await checkWorker();
  }

  // Registers the worker if it is the one that this build shipped. A refusal is an Error whose name is
  // "unsupported", "changed", "gone", "offline" or that of the browser's own error.
  async function registerWorker() {
    const workers = navigator.serviceWorker;
    if (!workers) throw refusal("unsupported");
    try {
      await checkWorker();
    } catch (error) {
      // The one of before goes on, or the newer one takes its place: both hand calls to the page.
      const old = /newer|offline/.test(error.name) && (await workers.getRegistration(absolute("./")));
      if (old) return old;
      throw error;
    }
    return workers.register(files.worker, { scope: "./", updateViaCache: "none" });
  }

  // A message of the worker that nobody listens to is lost as soon as the page is parsed, so calls that it hands over
  // before the portal can answer wait here.
  const early = [];
  const wait = (event) => early.push(event);
  let answer = wait;
  const hear = (event) => answer(event);
  try {
    navigator.serviceWorker?.addEventListener("message", hear);
  } catch {
    // A sandboxed frame may not even ask; it has no worker.
  }

  function refuse({ data, ports: [port] }) {
    const error = { code: "ServiceUnavailable", message: "The page that made this call is not complete. Reload it." };
    const headers = [["content-type", "application/json; charset=utf-8"]];
    if (data?.kind === "relay") port?.postMessage({ status: 503, headers, body: JSON.stringify({ error }) });
  }

  function answerCalls(handler) {
    answer = handler;
    early.splice(0).forEach(handler);
  }

  globalThis.portalBoot = Object.freeze({ own, arrived: location.hash, endSplash, hearHost, loadPart, speak, tellLater, registerWorker, answerCalls });
  checkEarly().catch(() => {});
  start();
})();
