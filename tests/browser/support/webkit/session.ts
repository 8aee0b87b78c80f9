// A session: one MiniBrowser with a profile of its own, driven by WebDriver through WebKitWebDriver.
import { type FSWatcher, existsSync, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { find } from "../engines.ts";
import { type Program, freePort, start, until } from "./program.ts";

/** The screen, which is larger than any window of the tests. */
export const SCREEN = { width: 2000, height: 1600 };

/** What GTK is told: nothing moves, and the toolbar may be as narrow as a phone. */
const SETTINGS = "[Settings]\ngtk-enable-animations=0\ngtk-application-prefer-dark-theme=0\n";
const STYLE = "* { min-width: 0; padding: 0; margin: 0; border: 0; }\n";

/** An error that WebDriver has answered with. */
export class WebDriverError extends Error {
  constructor(readonly kind: string, message: string) {
    super(message ? `${kind}: ${message}` : kind);
  }
}

/** The folders of a user who has just come. */
function household(): { home: string; downloads: string; env: NodeJS.ProcessEnv } {
  const home = mkdtempSync(join(tmpdir(), "portal-webkit-"));
  const downloads = join(home, "downloads");
  const config = join(home, "config");
  for (const folder of [downloads, join(config, "gtk-3.0")]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(config, "gtk-3.0/settings.ini"), SETTINGS);
  writeFileSync(join(config, "gtk-3.0/gtk.css"), STYLE);
  writeFileSync(join(config, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const env = { HOME: home, XDG_CONFIG_HOME: config, XDG_DATA_HOME: join(home, "data"), XDG_CACHE_HOME: join(home, "cache") };
  return { home, downloads, env };
}

export type Place = { display: string; locale: string; timezone: string };

export class Session {
  /** Commands wait for each other: each is about the window that is chosen. */
  private turn: Promise<unknown> = Promise.resolve();
  private chosen = "";
  private watcher: FSWatcher | undefined;

  private constructor(
    private readonly address: string,
    private readonly driver: Program,
    private readonly home: string,
    /** Where a file goes that a page saves. */
    private readonly downloads: string,
    readonly version: string,
  ) {}

  static async begin({ display, locale, timezone }: Place): Promise<Session> {
    const { home, downloads, env } = household();
    const port = await freePort();
    const driver = start(find("webkit")!, [`--port=${port}`], {
      ...process.env,
      ...env,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      TZ: timezone,
      LANG: `${locale.replace("-", "_")}.UTF-8`,
      LANGUAGE: locale.replace("-", "_"),
      // There are no services of a desktop, and no graphics card, to be asked. One that is started for the asking would
      // keep its own things in the household.
      DBUS_SESSION_BUS_ADDRESS: "disabled:",
      NO_AT_BRIDGE: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
      // The superuser's does not start with its sandbox.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
    });
    try {
      const root = `http://127.0.0.1:${port}`;
      await until("WebKitWebDriver", () => fetch(`${root}/status`).then(({ ok }) => ok, () => false));
      // A page is waited for where its state is looked at; the driver answers at once.
      const wanted = { capabilities: { alwaysMatch: { pageLoadStrategy: "none" } } };
      const { sessionId, capabilities } = await ask(`${root}/session`, "POST", wanted);
      const session = new Session(`${root}/session/${sessionId}`, driver, home, downloads, capabilities.browserVersion);
      session.chosen = await session.send("GET", "/window");
      return session;
    } catch (error) {
      await driver.stop();
      throw error;
    }
  }

  get window() {
    return this.chosen;
  }

  /** Carries a command out in a window. */
  in(window: string, method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<any> {
    const mine = this.turn.then(async () => {
      if (window !== this.chosen) {
        await this.send("POST", "/window", { handle: window });
        this.chosen = window;
      }
      return this.send(method, path, method === "POST" ? (body ?? {}) : undefined);
    });
    this.turn = mine.catch(() => {});
    return mine;
  }

  /** Opens another window, and says its name. */
  async open(): Promise<string> {
    const { handle } = await this.in(this.chosen, "POST", "/window/new", { type: "window" });
    return handle;
  }

  /** Closes a window that is not the last, and goes on in another. */
  async close(window: string, other: string) {
    await this.in(window, "DELETE", "/window");
    await this.in(other, "POST", "/window", { handle: other }).catch(() => {});
    this.chosen = other;
  }

  /** Tells of each file that a page saves, when it is whole: until then it has another name. It has to be taken away. */
  watch(saved: (name: string, file: string) => void) {
    const told = new Set<string>();
    this.watcher = watch(this.downloads, (_event, name) => {
      if (!name || name.endsWith(".wkdownload")) return;
      const file = join(this.downloads, name);
      if (!existsSync(file)) told.delete(name);
      else if (!told.has(name)) {
        told.add(name);
        saved(name, file);
      }
    });
  }

  async end() {
    this.watcher?.close();
    await Promise.race([this.send("DELETE", "").catch(() => {}), new Promise((resolve) => setTimeout(resolve, 3_000))]);
    await this.driver.stop();
    try {
      rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Some service of the system still holds it; what is temporary goes with the system's other such things.
    }
  }

  private send(method: string, path: string, body?: object) {
    return ask(this.address + path, method, body);
  }
}

async function ask(address: string, method: string, body?: object): Promise<any> {
  const answer = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: any };
  if (!answer.ok) throw new WebDriverError(value.error, value.message);
  return value;
}
