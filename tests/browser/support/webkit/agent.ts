// The agent: what is put into each document, to keep what scripts hold of it and to tell what has happened in it.

/** What is asked of a script that runs in the document. */
export type Call = {
  /** The arguments, as WebDriver BiDi writes values. */
  args: unknown[];
  /** Whether the result is kept in the document and told by a handle. */
  keep: boolean;
  /** The name of the window, which a script that asks for its window is told. */
  window: string;
};

/** What a document says when it is looked at. */
export type Seen = {
  token: string;
  url: string;
  state: DocumentReadyState;
  done: [number, Outcome][];
  said: Said[];
};

/** What the console or an error that nobody has caught says. */
export type Said = { kind: "console" | "error"; method: string; text: string };

/** How a script has ended: with a value, as JSON, with something that is kept, or with an error. */
export type Outcome = { json?: string; remote?: unknown; error?: string };

/**
 * Runs in the page. It is sent as text, so it uses nothing from outside, and lives on the document: another document has
 * none, by which one that has come is noticed.
 */
export function agent(token: string) {
  const KEY = "portalAgent";
  type Agent = ReturnType<typeof make>;
  const known = (document as any)[KEY] as Agent | undefined;
  // A document that comes back from the history keeps what it holds, and is told apart by a new name.
  if (known) {
    known.token = token;
    return;
  }

  function make() {
    const kept = new Map<string, unknown>();
    const done: [number, Outcome][] = [];
    const said: Said[] = [];
    const learned = new Map<string, () => unknown>();
    let last = 0;

    const keep = (value: unknown) => {
      const handle = `${self.token}:${++last}`;
      kept.set(handle, value);
      return handle;
    };

    /** A value as WebDriver BiDi writes it for arguments. */
    const revive = (value: any): unknown => {
      const handle = value.handle ?? value.sharedId;
      if (handle !== undefined) {
        if (!kept.has(handle)) throw new Error("no such handle");
        return kept.get(handle);
      }
      switch (value.type) {
        case "undefined": return undefined;
        case "null": return null;
        case "number": return typeof value.value === "string" ? Number(value.value) : value.value;
        case "bigint": return BigInt(value.value);
        case "array": return value.value.map(revive);
        case "date": return new Date(value.value);
        case "regexp": return new RegExp(value.value.pattern, value.value.flags);
        case "object": return Object.fromEntries(value.value.map(([key, item]: any) => [typeof key === "string" ? key : revive(key), revive(item)]));
        default: return value.value;
      }
    };

    /** What is told of a value that stays in the document. */
    const describe = (value: any, window: string, keeping: boolean) => {
      if (value === undefined) return { type: "undefined" };
      if (value === null) return { type: "null" };
      if (typeof value === "number") return { type: "number", value: Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? "-0" : String(value) };
      if (typeof value === "bigint") return { type: "bigint", value: String(value) };
      if (typeof value !== "object" && typeof value !== "function") return { type: typeof value, value };
      if (value instanceof Node) {
        const handle = keep(value);
        return { type: "node", handle, sharedId: handle, value: { localName: (value as Element).localName } };
      }
      const handle = keeping ? { handle: keep(value) } : {};
      if (value === globalThis || value.window === value) return { type: "window", ...handle, value: { context: value === globalThis ? window : "" } };
      const type = typeof value === "function" ? "function" : Array.isArray(value) ? "array" : value instanceof Error ? "error" : "object";
      return { type, ...handle };
    };

    const succeeded = (value: unknown, { keep, window }: Call): Outcome => {
      if (keep || value instanceof Node || (value as any)?.window === value) return { remote: describe(value, window, keep) };
      return value === undefined ? { remote: { type: "undefined" } } : { json: JSON.stringify(value) };
    };
    const failed = (error: any): Outcome => ({ error: error instanceof Error ? `${error}\n${error.stack ?? ""}` : String(error) });

    const self = {
      token,
      said,
      /**
       * The page's policy forbids eval, by which Playwright makes functions of text: what it will ask for comes as a function,
       * too, and is known by its text from then on.
       */
      learn(texts: [string, () => unknown][]) {
        const { eval: own } = globalThis;
        if (learned.size === 0) {
          const answer = (text: string) => (learned.has(text) ? learned.get(text)!() : own(text));
          Object.defineProperty(globalThis, "eval", { value: answer, configurable: true, writable: true });
        }
        for (const [text, compiled] of texts) learned.set(text, compiled);
      },
      /** Runs a script; one that takes its time says its number, by which its end is told later. */
      run(script: (...args: unknown[]) => unknown, call: Call): Outcome | number {
        try {
          const value = script(...call.args.map(revive)) as any;
          if (typeof value?.then !== "function") return succeeded(value, call);
          const number = ++last;
          value.then(
            (value: unknown) => done.push([number, succeeded(value, call)]),
            (error: unknown) => done.push([number, failed(error)]),
          );
          return number;
        } catch (error) {
          return failed(error);
        }
      },
      forget: (handles: string[]) => handles.forEach((handle) => kept.delete(handle)),
      look: (): Seen => ({ token: self.token, url: location.href, state: document.readyState, done: done.splice(0), said: said.splice(0) }),
    };
    return self;
  }

  const made = make();
  Object.defineProperty(document, KEY, { value: made });
  const text = (value: unknown) => (value instanceof Error ? String(value.stack ?? value) : typeof value === "object" ? JSON.stringify(value) : String(value));
  for (const method of ["error", "warn", "assert"] as const) {
    const write = console[method].bind(console) as (...words: unknown[]) => void;
    console[method] = (...words: unknown[]) => {
      if (method !== "assert" || !words[0]) made.said.push({ kind: "console", method, text: words.map(text).join(" ") });
      write(...words);
    };
  }
  addEventListener("error", ({ error, message }) => message && made.said.push({ kind: "error", method: "error", text: `${error ?? message}` }));
  addEventListener("unhandledrejection", ({ reason }) => made.said.push({ kind: "error", method: "error", text: `${reason}` }));
}
