// A window as WebDriver BiDi has it: a browsing context that tells what happens in it. WebDriver tells nothing by itself, so
// its document is looked at again and again.
import { Script } from "node:vm";
import { type Call, type Outcome, type Said, type Seen, agent } from "./agent.ts";
import { until } from "./program.ts";
import { SCREEN, type Session, WebDriverError } from "./session.ts";

export type Emit = (method: string, params: Record<string, unknown>) => void;

/** How often a document is looked at, in milliseconds: while something is awaited of it, and else. */
const SOON = 5;
const USUALLY = 40;

/** The sandbox that Playwright uses. */
const UTILITY = "__playwright_utility_world__";

/** The document that a script was to run in is not there any more. */
export class Gone extends Error {
  constructor() {
    super("Execution context was destroyed, most likely because of a navigation");
  }
}

let last = 0;
const next = (what: string) => `${what}-${++last}`;
const bare = (url: string) => url.replace(/#.*/s, "");

export class Window {
  url = "about:blank";
  private token = "";
  private realm = "";
  private state: DocumentReadyState = "loading";
  /** What has been asked for and not come yet. */
  private navigation: string | null = null;
  /** The texts that the document knows as functions. */
  private readonly learned = new Set<string>();
  private readonly awaited = new Map<number, { tell: (outcome: Outcome) => void; fail: (error: Error) => void }>();
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    readonly session: Session,
    /** Its name in the session, which is its name in WebDriver BiDi, too. */
    readonly name: string,
    readonly userContext: string,
    private readonly emit: Emit,
  ) {}

  /** Begins to tell. */
  async begin() {
    this.emit("browsingContext.contextCreated", { context: this.name, userContext: this.userContext, url: this.url, parent: null, children: [], originalOpener: null });
    await this.asked(() => this.look());
    this.wake();
  }

  /** What is asked of a window that has just come: its first document may go while it is looked at. */
  private async asked<T>(ask: () => Promise<T>): Promise<T> {
    const notYet = (error: unknown) => {
      if (!(error instanceof WebDriverError)) throw error;
      return undefined;
    };
    const { found } = await until("the document of a new window", () => ask().then((found) => ({ found }), notYet));
    return found;
  }

  /** Ends to tell; the window may go on. */
  end() {
    this.closed = true;
    clearTimeout(this.timer);
    this.leave();
    this.emit("browsingContext.contextDestroyed", { context: this.name, userContext: this.userContext, url: this.url, parent: null, children: [] });
  }

  command(method: "GET" | "POST", path: string, body?: object) {
    return this.session.in(this.name, method, path, body);
  }

  /** Runs statements in whatever document is there. */
  private async execute(script: string, ...args: unknown[]): Promise<any> {
    const text = await this.command("POST", "/execute/sync", { script, args });
    return typeof text === "string" ? JSON.parse(text) : text;
  }

  /** Runs a function in the document; it may make functions of these texts. */
  async call(script: string, texts: string[], call: Omit<Call, "window">): Promise<Outcome> {
    if (!this.token) await this.look();
    const { token } = this;
    const fresh = texts.filter((text) => !this.learned.has(text));
    const learn = fresh.length > 0 ? `agent.learn([${fresh.map((text) => `[${JSON.stringify(text)}, ${thunk(text)}]`)}]);` : "";
    const found: Outcome | number | null = await this.execute(
      `const agent = document.portalAgent; if (agent?.token !== arguments[0]) return "null"; ${learn} return JSON.stringify(agent.run(${script}, arguments[1]));`,
      token,
      { ...call, window: this.name },
    ).catch(async (error) => {
      // What has gone in the middle of it has not failed.
      await this.look();
      throw this.token === token ? error : new Gone();
    });
    if (this.token === token) for (const text of fresh) this.learned.add(text);
    if (found === null) {
      await this.look();
      throw new Gone();
    }
    if (typeof found !== "number") return found;
    // It may have been left while this was on its way.
    if (this.token !== token) throw new Gone();
    const outcome = new Promise<Outcome>((tell, fail) => this.awaited.set(found, { tell, fail }));
    this.wake();
    return outcome;
  }

  forget(handles: string[]) {
    return this.execute("document.portalAgent?.forget(arguments[0]);", handles);
  }

  /** The name of the realm that scripts run in: WebDriver has no sandboxes, but Playwright wants to tell its own from the page's. */
  place(sandbox?: string) {
    return sandbox ? `${this.realm}/${sandbox}` : this.realm;
  }

  async navigate(url: string): Promise<string> {
    const navigation = next("navigation");
    const address = new URL(url).href;
    if (address.includes("#") && bare(address) === bare(this.url)) {
      await this.look();
      await this.execute("location.href = arguments[0];", address);
      this.url = address;
      this.emit("browsingContext.fragmentNavigated", { context: this.name, navigation, url: address, timestamp: Date.now() });
    } else {
      this.navigation = navigation;
      await this.command("POST", "/url", { url: address });
    }
    this.wake();
    return navigation;
  }

  async reload(): Promise<string> {
    const navigation = (this.navigation = next("navigation"));
    await this.command("POST", "/refresh");
    this.wake();
    return navigation;
  }

  async traverse(delta: number) {
    await this.command("POST", delta < 0 ? "/back" : "/forward");
    this.wake();
  }

  async act(actions: unknown) {
    await this.command("POST", "/actions", { actions });
    // What the page does of it may be that it goes.
    await this.look().catch(() => {});
  }

  /** Makes the window so large that its page has this size. */
  async resize(width: number, height: number) {
    const size = () => this.asked<[number, number]>(() => this.execute("return JSON.stringify([innerWidth, innerHeight]);"));
    let [across, down] = [width, height];
    for (let tries = 0; tries < 40; tries++) {
      const [inner, high] = await size();
      if (inner === width && high === height) return;
      if (tries % 10 === 0) {
        const outer = await this.command("GET", "/window/rect");
        [across, down] = [width + Math.max(0, outer.width - inner), height + Math.max(0, outer.height - high)];
        // The pointer rests in the middle of the screen, and what lies under it has the focus.
        const [x, y] = [Math.round((SCREEN.width - across) / 2), Math.round((SCREEN.height - down) / 2)];
        await this.command("POST", "/window/rect", { x, y, width: across, height: down });
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The window does not take the size ${width} × ${height}; it is ${(await size()).join(" × ")}`);
  }

  /** Looks at the document now, and tells what has happened. */
  look(): Promise<void> {
    return (this.looking ??= this.reallyLook().finally(() => (this.looking = null)));
  }

  private async reallyLook() {
    let seen: Seen | null = await this.execute("return JSON.stringify(document.portalAgent?.look() ?? null);");
    if (!seen || seen.token !== this.token) {
      const token = next("document");
      seen = (await this.execute(`(${agent})(arguments[0]); return JSON.stringify(document.portalAgent.look());`, token)) as Seen;
      this.arrive(seen);
    }
    if (this.closed) return;
    if (seen.url !== this.url) {
      this.url = seen.url;
      this.emit("browsingContext.fragmentNavigated", { context: this.name, navigation: null, url: seen.url, timestamp: Date.now() });
    }
    this.progress(seen.state);
    for (const said of seen.said) this.report(said);
    for (const [number, outcome] of seen.done) {
      this.awaited.get(number)?.tell(outcome);
      this.awaited.delete(number);
    }
  }

  /** Another document is there. */
  private arrive({ token, url }: Seen) {
    const first = !this.token;
    this.leave();
    this.token = token;
    this.url = url;
    this.state = "loading";
    this.realm = next("realm");
    const navigation = this.navigation ?? next("navigation");
    this.navigation = null;
    if (!first) this.emit("browsingContext.navigationCommitted", { context: this.name, navigation, url, timestamp: Date.now() });
    const realm = { context: this.name, type: "window", origin: new URL(url).origin };
    this.emit("script.realmCreated", { ...realm, realm: this.realm });
    this.emit("script.realmCreated", { ...realm, realm: this.place(UTILITY), sandbox: UTILITY });
  }

  private leave() {
    for (const realm of this.realm ? [this.realm, this.place(UTILITY)] : []) this.emit("script.realmDestroyed", { realm });
    this.realm = "";
    for (const { fail } of this.awaited.values()) fail(new Gone());
    this.awaited.clear();
    this.learned.clear();
  }

  private progress(state: DocumentReadyState) {
    const before = this.state;
    this.state = state;
    const about = { context: this.name, navigation: null, url: this.url, timestamp: Date.now() };
    if (before === "loading" && state !== "loading") this.emit("browsingContext.domContentLoaded", about);
    if (before !== "complete" && state === "complete") this.emit("browsingContext.load", about);
  }

  private report({ kind, method, text }: Said) {
    const source = { realm: this.realm, context: this.name };
    const entry = { source, level: method === "warn" ? "warn" : "error", text, timestamp: Date.now() };
    if (kind === "error") this.emit("log.entryAdded", { ...entry, type: "javascript" });
    else this.emit("log.entryAdded", { ...entry, type: "console", method, args: [{ type: "string", value: text }] });
  }

  private wake() {
    clearTimeout(this.timer);
    if (this.closed) return;
    const busy = this.awaited.size > 0 || this.navigation !== null;
    this.timer = setTimeout(async () => {
      // A document that is just going cannot be looked at; the next one can.
      await this.look().catch(() => {});
      this.wake();
    }, busy ? SOON : USUALLY);
  }
}

/** Text as a function that gives its value: of an expression, else of statements. */
export function thunk(source: string): string {
  const text = source.trim().replace(/;+$/, "");
  try {
    new Script(`(${text}\n)`);
    return `() => (${text}\n)`;
  } catch {
    return `() => { ${text}\n }`;
  }
}
