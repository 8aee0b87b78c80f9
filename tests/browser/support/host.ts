// A page that shows the portal in a frame and speaks with it by hand, without embed.js.
import type { Page } from "@playwright/test";
import { serve } from "./server.mjs";

/** What a frame says. */
export type Said = Record<string, unknown> & { ready?: boolean; id?: number; result?: unknown; error?: { code: string; message: string }; event?: string; data?: unknown };

const SCRIPT = `
window.said = [];
window.greet = (frame, greeting = { iex: 1, hello: true }, ports = 1) => {
  const channels = Array.from({ length: ports }, () => new MessageChannel());
  for (const { port1 } of channels) port1.onmessage = ({ data }) => window.said.push(data);
  frame.contentWindow.postMessage(greeting, "*", channels.map(({ port2 }) => port2));
  window.port = channels[0]?.port1;
};
let last = 0;
window.ask = (method, params) => new Promise((resolve) => {
  const id = ++last;
  window.port.addEventListener("message", function hear({ data }) {
    if (data.id !== id) return;
    window.port.removeEventListener("message", hear);
    resolve(data);
  });
  window.port.postMessage({ id, method, params });
});`;

/** A server for hosts, at a port of its own: another origin than the portal's. `dist` is there too, under the same path. */
export const hosting = () =>
  serve({
    base: "/host/",
    headers: { "access-control-allow-origin": "*" },
    alter: (name: string, bytes: Buffer | null) => {
      if (name === "host.html") return "<!doctype html><html lang=en><title>Host</title><link rel=icon href=data:,><script src=host.js></script><body>";
      return name === "host.js" ? SCRIPT : bytes;
    },
  });

type HostPage = { said: Said[]; greet(frame: HTMLIFrameElement, greeting?: unknown, ports?: number): void; ask(method: string, params?: unknown): Promise<Said> };

/** Shows the portal in a page of the host. */
export async function embed(page: Page, host: string, portal: string, { query = "?embed=1", route = "#/jobs", sandbox }: { query?: string; route?: string; sandbox?: string } = {}) {
  await page.goto(`${host}host.html`);
  await page.evaluate(
    ({ src, sandbox }) =>
      new Promise((resolve) => {
        const frame = document.createElement("iframe");
        if (sandbox !== undefined) frame.setAttribute("sandbox", sandbox);
        frame.title = "Portal";
        frame.width = "1200";
        frame.height = "700";
        frame.onload = resolve;
        frame.src = src;
        document.body.append(frame);
      }),
    { src: `${portal}index.html${query}${route}`, sandbox },
  );
  return page.frameLocator("iframe");
}

/** Greets the frame; `greeting` and `ports` for greetings that are none. */
export const greet = (page: Page, greeting?: unknown, ports?: number) =>
  page.evaluate(([greeting, ports]) => (globalThis as unknown as HostPage).greet(document.querySelector("iframe")!, greeting ?? undefined, (ports as number) ?? undefined), [greeting, ports] as const);

/** What the frame has said so far. */
export const said = (page: Page): Promise<Said[]> => page.evaluate(() => (globalThis as unknown as HostPage).said);

/** Asks the frame, and gives its answer. */
export const ask = (page: Page, method: string, params?: unknown): Promise<Said> =>
  page.evaluate(([method, params]) => (globalThis as unknown as HostPage).ask(method as string, params), [method, params] as const);
