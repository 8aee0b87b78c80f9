// The remote end: it answers what Playwright asks of a browser in the words of WebDriver BiDi, by WebDriver.
import { rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "./agent.ts";
import { type Place, Session } from "./session.ts";
import { Gone, Window, thunk } from "./window.ts";

type Params = Record<string, any>;
export type Message = { id?: number; type?: string; method?: string; params?: Params; result?: unknown; error?: string; message?: string };

/** Somebody who browses: what is to hold for all windows, and the session, which begins with the first of them. */
type User = {
  place: Place;
  folder: string;
  size: { width: number; height: number } | null;
  session: Session | null;
  windows: Set<Window>;
  /** A window of the session that shows nothing. */
  spare: string | null;
  opened: number;
};

/** What is granted without there being anything to do. */
const GRANTED = /^(session\.subscribe|emulation\.setScreen\w+|permissions\.setPermission|network\.(setCacheBehavior|removeIntercept))$/;

export class Remote {
  onmessage: ((message: Message) => void) | undefined;
  onclose: (() => void) | undefined;
  private readonly users = new Map<string, User>();
  private readonly windows = new Map<string, Window>();
  private readonly outgoing: Message[] = [];
  private last = 0;
  /** A session that nobody has yet. */
  private reserve: Session | null = null;

  constructor(private readonly place: Place) {}

  /** Takes a message of Playwright's. */
  send(message: Message) {
    const { id, method, params } = message;
    this.answer(method!, params ?? {}).then(
      (result) => this.tell({ id, type: "success", result }),
      (error) => this.tell({ id, type: "error", error: "unknown error", message: error instanceof Gone ? error.message : `${method}: ${error.message}` }),
    );
  }

  close() {
    for (const window of this.windows.values()) window.end();
    const sessions = [...this.users.values()].map(({ session }) => session);
    const ended = Promise.all([...sessions, this.reserve].map((session) => session?.end()));
    this.users.clear();
    this.reserve = null;
    void ended.then(() => this.onclose?.());
    return ended;
  }

  /** Messages come one by one, as they do over a network. */
  private tell(message: Message) {
    this.outgoing.push(message);
    setImmediate(() => this.onmessage?.(this.outgoing.shift()!));
  }

  private readonly emit = (method: string, params: Params) => this.tell({ type: "event", method, params });

  private async answer(method: string, params: Params): Promise<unknown> {
    const known = this.answers[method];
    if (known) return known(params);
    if (GRANTED.test(method)) return {};
    throw new Error("WebDriver has nothing for this");
  }

  private window({ context, realm }: Params): Window {
    const found = context ? this.windows.get(context) : [...this.windows.values()].find((window) => window.place() === realm);
    if (!found) throw new Gone();
    return found;
  }

  private readonly answers: Record<string, (params: Params) => Promise<unknown>> = {
    "session.new": async () => {
      // The first one tells the version.
      this.reserve = await Session.begin(this.place);
      return { sessionId: "webkit", capabilities: { browserName: "webkit", browserVersion: this.reserve.version, userAgent: "" } };
    },
    "browser.close": async () => {
      await this.close();
      return {};
    },
    "browser.createUserContext": async () => {
      const userContext = `user-${++this.last}`;
      this.users.set(userContext, { place: this.place, folder: "", size: null, session: null, windows: new Set(), spare: null, opened: 0 });
      return { userContext };
    },
    "browser.removeUserContext": async ({ userContext }) => {
      const user = this.users.get(userContext)!;
      this.users.delete(userContext);
      for (const window of user.windows) {
        window.end();
        this.windows.delete(window.name);
      }
      await user.session?.end();
      return {};
    },
    "browser.setDownloadBehavior": async ({ downloadBehavior, userContexts }) => {
      for (const name of userContexts) this.users.get(name)!.folder = downloadBehavior.destinationFolder;
      return {};
    },
    "emulation.setLocaleOverride": async ({ locale, userContexts }) => this.settle(userContexts, { locale }),
    "emulation.setTimezoneOverride": async ({ timezone, userContexts }) => this.settle(userContexts, { timezone }),
    "browsingContext.create": async ({ userContext }) => {
      const user = this.users.get(userContext)!;
      const session = (user.session ??= await this.begin(user));
      const name = user.spare ?? (await session.open());
      user.spare = null;
      user.opened += 1;
      const window = new Window(session, name, userContext, this.emit);
      user.windows.add(window);
      this.windows.set(name, window);
      if (user.size) await window.resize(user.size.width, user.size.height);
      await window.begin();
      return { context: name };
    },
    "browsingContext.close": async (params) => {
      const window = this.window(params);
      const user = this.users.get(window.userContext)!;
      user.windows.delete(window);
      this.windows.delete(window.name);
      window.end();
      const [other] = user.windows;
      if (other) {
        await window.session.close(window.name, other.name);
      } else {
        // The session ends with its last window, so that is kept for the next page.
        await window.command("POST", "/url", { url: "about:blank" });
        user.spare = window.name;
      }
      return {};
    },
    "browsingContext.setViewport": async ({ context, userContexts, viewport }) => {
      for (const name of userContexts ?? []) this.users.get(name)!.size = viewport;
      if (context) await this.window({ context }).resize(viewport.width, viewport.height);
      return {};
    },
    "browsingContext.navigate": async (params) => ({ navigation: await this.window(params).navigate(params.url), url: params.url }),
    "browsingContext.reload": async (params) => ({ navigation: await this.window(params).reload() }),
    "browsingContext.traverseHistory": async (params) => {
      await this.window(params).traverse(params.delta);
      return {};
    },
    "browsingContext.captureScreenshot": async (params) => ({ data: await this.window(params).command("GET", "/screenshot") }),
    "browsingContext.locateNodes": async () => ({ nodes: [] }),
    "input.performActions": async (params) => {
      await this.window(params).act(whole(params.actions));
      return {};
    },
    "script.evaluate": async ({ target, expression, resultOwnership }) => {
      const window = this.window(target);
      return result(window.place(target.sandbox), await window.call(thunk(expression), [], { args: [], keep: resultOwnership === "root" }));
    },
    "script.callFunction": async ({ target, functionDeclaration, arguments: args = [], resultOwnership }) => {
      const window = this.window(target);
      return result(window.place(target.sandbox), await window.call(functionDeclaration, texts(args), { args, keep: resultOwnership === "root" }));
    },
    "script.disown": async ({ target, handles }) => {
      await this.window(target).forget(handles);
      return {};
    },
    "network.addDataCollector": async () => ({ collector: "none" }),
    "network.addIntercept": async ({ phases, contexts }) => {
      // Playwright intercepts to have an empty page when it fills the storage, before there is any other page; whatever the
      // host has there is as good. What tests ask for is refused rather than forgotten.
      const [user] = contexts ? [this.users.get(this.window({ context: contexts[0] }).userContext)!] : [];
      if (phases.includes("beforeRequestSent") && user?.opened !== 1) throw new Error("WebDriver intercepts no requests");
      return { intercept: `intercept-${++this.last}` };
    },
    "storage.getCookies": async () => ({ cookies: [] }),
  };

  /** What WebKitGTK is told when it starts cannot be changed later. */
  private settle(users: string[], part: Partial<Place>) {
    for (const name of users) {
      const user = this.users.get(name)!;
      if (user.session) throw new Error("WebKitGTK has begun with another");
      user.place = { ...user.place, ...part };
    }
    return {};
  }

  private async begin(user: User): Promise<Session> {
    const reserve = isDeepStrictEqual(user.place, this.place) ? this.reserve : null;
    if (reserve) this.reserve = null;
    const session = reserve ?? (await Session.begin(user.place));
    user.spare = session.window;
    session.watch(async (name, file) => {
      const [window] = user.windows;
      if (!window) return;
      const about = { context: window.name, navigation: null, url: `file:${name}` };
      this.emit("browsingContext.downloadWillBegin", { ...about, suggestedFilename: name });
      const filepath = join(user.folder, `${basename(file)}-${++this.last}`);
      await rename(file, filepath);
      this.emit("browsingContext.downloadEnd", { ...about, status: "complete", filepath });
    });
    return session;
  }
}

/**
 * The texts that Playwright will make functions of. It hands a function on behind its own helper, whether it is one, and
 * whether its value is to be given back; further ones are in what that function is given.
 */
function texts(args: any[]): string[] {
  const found: string[] = args[3]?.type === "string" ? [args[3].value] : [];
  // Playwright writes an object as { o: [{ k: name, v: value }] }, and that is written as WebDriver BiDi has it.
  const search = (value: any) => {
    if (value.type === "array") value.value.forEach(search);
    if (value.type !== "object") return;
    const { k, v, ...others } = Object.fromEntries(value.value.map(([name, item]: any) => [name.value, item]));
    if (v?.type === "string" && /^(callbackText|expression)$/.test(k?.value)) found.push(v.value);
    Object.values({ ...others, ...(v && { v }) }).forEach(search);
  };
  args.slice(4).forEach(search);
  return [...new Set(found)];
}

/** WebKitGTK takes whole pixels only. */
const whole = (sources: any[]) =>
  sources.map((source) => ({ ...source, actions: source.actions.map((action: any) => ("x" in action ? { ...action, x: Math.round(action.x), y: Math.round(action.y) } : action)) }));

function result(realm: string, { json, remote, error }: Outcome): unknown {
  if (error !== undefined) return { type: "exception", realm, exceptionDetails: { text: error, lineNumber: 0, columnNumber: 0 } };
  return { type: "success", realm, result: json === undefined ? remote : bidi(JSON.parse(json)) };
}

/** A value of JSON as WebDriver BiDi writes it. */
function bidi(value: any): unknown {
  if (value === null) return { type: "null" };
  if (Array.isArray(value)) return { type: "array", value: value.map(bidi) };
  if (typeof value === "object") return { type: "object", value: Object.entries(value).map(([key, item]) => [key, bidi(item)]) };
  return { type: typeof value, value };
}
