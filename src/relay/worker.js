// The relay: hands calls to the API that a page of the portal makes to the page itself, where the service is.
// It keeps nothing between calls, since the browser stops it whenever it likes, and it lets no such call through
// to the network: what is meant for the service is nobody else's business.
"use strict";

const BASE = new URL("./", self.registration.scope);
const API = /^\/*(?:subscriptions\/|providers\/+microsoft\.importexport(?:\/|$))/i;
/** The longest that a page may take, in milliseconds; a hidden page is slow but not dead. */
const PATIENCE = 30_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** A path as a host would read it, however its letters are written. */
const plain = (path) => path.replace(/%([0-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const [base, path] = [plain(BASE.pathname), plain(url.pathname)];
  if (url.origin !== BASE.origin || !path.startsWith(base)) return;
  if (!API.test(path.slice(base.length))) return;
  event.respondWith(relay(event, url));
});

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
