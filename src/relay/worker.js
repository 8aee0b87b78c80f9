// The service worker. It does two things: it hands calls to the API that a page of the portal makes to the page itself,
// where the service is, and it keeps a copy of the portal's files, so that the portal starts without a network.
//
// It keeps nothing in its memory that it needs, since the browser stops it whenever it likes.
"use strict";

const BASE = new URL("./", self.registration.scope);

self.addEventListener("install", (event) => event.waitUntil(arrive()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));

/** A path as a host would read it, however its letters are written. */
const plain = (path) => path.replace(/%([0-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const [base, path] = [plain(BASE.pathname), plain(url.pathname)];
  if (url.origin !== BASE.origin || !path.startsWith(base)) return;
  const name = path.slice(base.length);
  if (API.test(name)) event.respondWith(relay(event, url));
  // Whoever asks with "no-store" wants to know what is on the host.
  else if (!LIST.name || request.method !== "GET" || request.cache === "no-store") return;
  else if (request.mode !== "navigate") event.respondWith(file(request, name));
  else if (name === "" || name === PAGE) event.respondWith(page(request));
});

// --- The relay: it lets no call to the API through to the network, since what is meant for the service is nobody else's
// business.

const API = /^\/*(?:subscriptions\/|providers\/+microsoft\.importexport(?:\/|$))/i;
/** The longest that a page may take, in milliseconds; a hidden page is slow but not dead. */
const PATIENCE = 30_000;

async function relay(event, url) {
  const { request } = event;
  const page = event.clientId ? await self.clients.get(event.clientId) : undefined;
  // A page's address and a frame's have nobody behind them who could answer.
  if (!page) return failure(503, "PortalNotOpen", "No page of the portal made this call.");
  const body = await request.arrayBuffer();
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, PATIENCE);
  });
  const depth = BASE.pathname.split("/").length - 1;
  const target = "/" + url.pathname.split("/").slice(depth).join("/") + url.search;
  const call = { kind: "relay", method: request.method, target, headers: [...request.headers], body };
  page.postMessage(call, [port2, body]);
  const given = await answer;
  port1.close();
  if (!given) return failure(504, "GatewayTimeout", "The page did not answer in time; whether it carried the call out is not known.");
  if (given.broken) return brokenOff(given);
  // Statuses without a body may not even have an empty one.
  const empty = given.status === 204 || given.status === 304;
  return new Response(empty ? null : given.body, { status: given.status, headers: given.headers });
}

// For whoever tries what a page does without a connection (src/portal/prototype): an answer of which nothing comes, or
// only its beginning.
function brokenOff({ status, headers, body }) {
  if (!status) return Response.error();
  const beginning = new TextEncoder().encode(body);
  let sent = false;
  const cut = new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError("The answer broke off."));
      else controller.enqueue(beginning);
      sent = true;
    },
  });
  return new Response(beginning.length ? cut : null, { status, headers });
}

function failure(status, code, message) {
  const id = crypto.randomUUID();
  const headers = { "cache-control": "no-cache", "x-ms-request-id": id, "x-ms-correlation-request-id": id };
  return Response.json({ error: { code, message } }, { status, headers });
}

// --- The copy of the portal's files: one cache for each build. The list of the build's files, which is put there last,
// says that the copy is whole; without it nothing of the cache is served.
//
// Nobody ever gets files of two builds. The page comes from the copy that belongs to this worker. Every other file is asked
// for by a name made of its content or with its digest, by which it is found in whichever copy has it: a page that was
// there before this worker goes on with what it was started with.

/** The list of this build's files, which xtask/src/offline.rs makes; under `trunk serve` there is none, and no copy. */
const LIST = { name: "", integrity: "" };
const PAGE = "index.html";
/** How the names of the caches begin that are of this worker's scope; no path has a space in it. */
const PREFIX = `iep${BASE.pathname} `;
/** What the page's digest leaves out: that of the worker, which names the list in which the page's digest is. */
const WORKER = / data-worker-integrity="([^"]*)"/;
/** Addresses are compared as they are, whatever headers a host would have an answer depend on. */
const EXACT = { ignoreVary: true };

const address = (name) => new URL(name === PAGE ? "./" : name, BASE).href;
const own = () => caches.open(PREFIX + LIST.name);

/** The copies that are whole, this worker's own first. */
async function copies() {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const list = name.slice(PREFIX.length);
    const cache = await caches.open(name);
    const kept = await cache.match(address(list), EXACT);
    if (kept) found.push({ list, cache, ...(await kept.json()) });
  }
  return found.sort((one, other) => (other.list === LIST.name) - (one.list === LIST.name));
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  return "sha384-" + btoa(String.fromCharCode(...hash));
}

/** Whether a file is the one that the list of its build means. */
async function isSound(name, answer, integrity) {
  if (name !== PAGE) return (await digest(await answer.arrayBuffer())) === integrity;
  const text = await answer.text();
  return (await digest(new TextEncoder().encode(text.replace(WORKER, "")))) === integrity;
}

/** A file of a copy; what was damaged there is thrown away, so that it is fetched from the host again. */
async function kept({ cache, files }, name) {
  const answer = await cache.match(address(name), EXACT);
  if (!answer) return undefined;
  // A clone is read, so that the browser can compile the file while it reads it, or has it compiled already.
  if (await isSound(name, answer.clone(), files[name].integrity)) return answer;
  await cache.delete(address(name), EXACT);
  return undefined;
}

/** What `look` finds in the copies; nothing where they cannot be read, so that the network is asked. */
async function find(look) {
  try {
    for (const copy of await copies()) {
      const found = await look(copy);
      if (found) return found;
    }
  } catch {
    // As in a private window or when the disk is broken: there is no copy then.
  }
  return undefined;
}

async function file(request, name) {
  const { integrity } = request;
  const isMeant = ({ files }) => Object.hasOwn(files, name) && (!integrity || integrity === files[name].integrity);
  const found = name !== PAGE && (await find((copy) => isMeant(copy) && kept(copy, name)));
  return found || fetch(request);
}

async function page(request) {
  const mine = await find((copy) => copy.list === LIST.name && kept(copy, PAGE));
  if (mine) return mine;
  try {
    return await fetch(request);
  } catch (error) {
    // Better an older build than none.
    const other = await find((copy) => kept(copy, PAGE));
    if (other) return other;
    throw error;
  }
}

// --- Keeping a copy, and letting it go.

/** A file from the host, if it is the one that the list means. */
async function fetched(name, integrity) {
  if (name === PAGE) {
    const answer = await fetch(BASE, { cache: "no-store" });
    if (!answer.ok || !(await isSound(PAGE, answer.clone(), integrity))) throw new Error(`${PAGE} is of another build`);
    // An answer that was redirected may not be given to whoever goes to a page.
    return new Response(answer.body, { headers: answer.headers });
  }
  // What the page has just fetched is there already, unless the browser has kept another file under the name.
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(address(name), { cache, integrity }).catch(() => undefined);
    if (answer?.ok) return answer;
  }
  throw new Error(`${name} did not arrive`);
}

/** Makes this build's copy whole: what is there stays, so that a copy that was broken off is gone on with. */
async function keep() {
  if (!LIST.name) throw new Error("This build has no list of its files");
  const cache = await own();
  const list = (await cache.match(address(LIST.name), EXACT)) ?? (await fetched(LIST.name, LIST.integrity));
  const { files } = await list.clone().json();
  const there = new Set((await cache.keys()).map(({ url }) => url));
  // One after another: nobody waits for them, and somebody may wait for what else the page asks for.
  for (const [name, { integrity }] of Object.entries(files)) {
    if (!there.has(address(name))) await cache.put(address(name), await fetched(name, integrity));
  }
  await cache.put(address(LIST.name), list);
}

/** The same for several who ask at once. */
function keepOnce() {
  const mine = (keeping ??= keep().finally(() => {
    if (keeping === mine) keeping = undefined;
  }));
  return mine;
}
let keeping;

/** A new worker: where a page may have come from a copy, it has a copy of its own before it waits until it is wanted. */
async function arrive() {
  const before = async () => (await copies().catch(() => [])).some(({ list }) => list !== LIST.name);
  if (LIST.name && self.registration.active && (await before())) {
    await keep();
    // The copy may have been removed meanwhile.
    if (await before()) return;
  }
  self.skipWaiting();
}

/** How things are: how many bytes are kept, and which build that is, by the digest of its worker. */
async function standing() {
  const [copy] = await copies();
  if (copy?.list !== LIST.name) return { bytes: 0, build: "" };
  const text = (await (await copy.cache.match(address(PAGE), EXACT))?.text()) ?? "";
  const bytes = Object.values(copy.files).reduce((sum, { bytes }) => sum + bytes, 0);
  return { bytes, build: text.match(WORKER)?.[1] ?? "" };
}

/** Deletes the copies of other builds as soon as no page is open that was started with one. */
async function tidy() {
  const { waiting, installing } = self.registration;
  const { build } = await standing();
  if (waiting || installing || !build) return;
  // Every page holds a lock with the name of its build (src/portal/settings/offline/renewal.rs); what holds none may be of any.
  const { held } = await self.navigator.locks.query();
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (held.filter(({ name }) => name === PREFIX + build).length < pages.length) return;
  const others = (await copies()).filter(({ list }) => list !== LIST.name);
  for (const { list } of others) await caches.delete(PREFIX + list);
}

/** This worker's turn begins: what was left of copies that were never made whole is not gone on with. */
async function begin() {
  await self.clients.claim();
  if (self.registration.installing) return;
  const whole = (await copies()).map(({ list }) => list);
  await remove((list) => list !== LIST.name && !whole.includes(list));
}

async function remove(unwanted) {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && unwanted(name.slice(PREFIX.length))) await caches.delete(name);
  }
}

/** What a page may ask for; it is answered with how things are then. */
const ASKED = {
  look: () => {},
  /** To keep a copy. */
  async keep() {
    await keepOnce();
    await tidy();
  },
  /** To keep none any more; a new worker has nothing to wait for then. */
  async remove() {
    keeping = undefined;
    await remove(() => true);
    self.registration.waiting?.postMessage({ kind: "renew" });
  },
  /** To take the place of the worker before. */
  renew: () => self.skipWaiting(),
};

self.addEventListener("message", (event) => {
  const { data, ports } = event;
  if (!Object.hasOwn(ASKED, data?.kind)) return;
  const done = (async () => ASKED[data.kind]())().then(standing);
  event.waitUntil(
    done.then(
      (now) => ports[0]?.postMessage(now),
      (error) => ports[0]?.postMessage({ why: `${error.name} ${error.message}` }),
    ),
  );
});
