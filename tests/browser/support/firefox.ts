// Playwright drives the system's Firefox by WebDriver BiDi. Where the two do not understand each other, this puts a word
// right on its way. It reaches into Playwright, whose version is pinned.
import { renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "@playwright/test";

type Message = { id?: number; type?: string; method?: string; params?: any; result?: unknown };
type Transport = { send(message: Message): void; onmessage?: (message: Message) => void };
type Inside = {
  _connection: { _transport: Transport };
  downloadCreated(page: unknown, id: string, url: string, suggested: string, file?: string): void;
};

/** Puts right what Playwright and Firefox say to each other. */
export function mend(browser: Browser) {
  const inside: Inside = (browser as any)._connection.toImpl(browser);
  const transport = inside._connection._transport;
  /** Requests that Firefox need not grant. */
  const granted = new Set<number>();
  /** Downloads that have begun, by what is fetched. */
  const begun = new Map<string, string[]>();
  let last = 0;

  const send = transport.send.bind(transport);
  transport.send = (message) => {
    // A page of Firefox reads what it has copied itself without having been granted anything; there is no such permission.
    if (message.method === "permissions.setPermission" && message.params.descriptor.name.startsWith("clipboard-")) granted.add(message.id!);
    send(message);
  };

  // Playwright tells downloads apart by their navigation, of which a file that a page makes has none, and looks for a file
  // under its suggested name, where the second of that name is not: each gets an id, and its file is called by it.
  const created = inside.downloadCreated.bind(inside);
  inside.downloadCreated = (page, id, url, suggested) => created(page, id, url, suggested, id);

  const hear = transport.onmessage!;
  transport.onmessage = (message) => {
    const { id, method, params } = message;
    if (method === "browsingContext.downloadWillBegin") {
      params.navigation ??= `download-${++last}`;
      begun.set(params.url, [...(begun.get(params.url) ?? []), params.navigation]);
    } else if (method === "browsingContext.downloadEnd") {
      params.navigation = begun.get(params.url)?.shift();
      if (params.filepath) renameSync(params.filepath, join(dirname(params.filepath), params.navigation));
    }
    hear(granted.delete(id!) ? { id, type: "success", result: {} } : message);
  };
}
