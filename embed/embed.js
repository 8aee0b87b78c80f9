// Shows the Import/Export mock portal in an element of this page, and talks to it: see docs/EMBED.md.
(() => {
  const base = new URL("./", document.currentScript.src).href;

  // `place` is the element that gets the frame. Options: scenario, seed, jobs, route, write, sandbox, title.
  function embed(place, options = {}) {
    const { scenario, seed, jobs, route = "#/jobs", write = false, sandbox, title = "Import/Export mock portal" } = options;
    const begins = Object.entries({ scenario, seed, jobs }).filter(([, value]) => value !== undefined);
    const query = new URLSearchParams(begins).toString();
    const fragment = route + (query && (route.includes("?") ? "&" : "?") + query);
    const frame = document.createElement("iframe");
    frame.title = title;
    if (sandbox !== undefined) frame.setAttribute("sandbox", sandbox);
    frame.src = `${base}index.html?embed=1${write ? "&write=1" : ""}${fragment}`;

    const asked = new Map();
    const handlers = new Map();
    let port = null;
    let last = 0;
    let settle;
    const ready = new Promise((resolve) => (settle = resolve));

    // A page in the frame that is loaded anew has forgotten this one.
    function greet() {
      asked.forEach(({ reject }) => reject(new Error("The frame was loaded anew.")));
      asked.clear();
      const channel = new MessageChannel();
      port?.close();
      port = channel.port1;
      port.onmessage = ({ data }) => hear(data);
      frame.contentWindow.postMessage({ iex: 1, hello: true }, "*", [channel.port2]);
    }

    function hear(said) {
      if (said.ready) {
        settle(said);
        if (handlers.size) ask("subscribe", { events: [...handlers.keys()] }).catch(() => {});
      } else if (said.event) {
        handlers.get(said.event)?.forEach((handler) => handler(said.data));
      } else if (asked.has(said.id)) {
        const { resolve, reject } = asked.get(said.id);
        asked.delete(said.id);
        if (said.error) reject(Object.assign(new Error(said.error.message), { code: said.error.code }));
        else resolve(said.result);
      }
    }

    function ask(method, params) {
      return new Promise((resolve, reject) => {
        asked.set((last += 1), { resolve, reject });
        port.postMessage({ id: last, method, params });
      });
    }

    frame.addEventListener("load", greet);
    place.append(frame);
    return {
      frame,
      /** What the frame says of itself, as soon as it can be asked. */
      ready,
      /** Asks a method; the promise fails with the reason where it is refused. */
      call: (method, params) => ready.then(() => ask(method, params)),
      /** Calls `handler` with each event of this name. Returns a function that ends that. */
      on(event, handler) {
        if (!handlers.has(event)) handlers.set(event, new Set());
        handlers.get(event).add(handler);
        ready.then(() => ask("subscribe", { events: [event] })).catch(() => {});
        return () => handlers.get(event).delete(handler);
      },
      /** Takes the frame away. */
      close() {
        port?.close();
        frame.remove();
      },
    };
  }

  globalThis.iex = Object.freeze({ embed });
})();
