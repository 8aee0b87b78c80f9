// A plain static server, as any host is one: files of a folder under a path, nothing rewritten.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const usual = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Where the release build is. */
export const dist = process.env.PORTAL_DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));

/**
 * Serves the folder `root` under the path `base` of 127.0.0.1 until `close` is called.
 * `alter(name, bytes)` may give back other bytes for a file, or null as if it were not there.
 * `headers` are sent with every file; `types` says what an ending means, beside the usual. `compress` sends brotli to whoever takes it, as most hosts do.
 */
export async function serve({ root = dist, base = "/", port = 0, alter = (_name, bytes) => bytes, headers = {}, types = {}, compress = false } = {}) {
  const packed = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const name = normalize(path.slice(base.length).replace(/(^|\/)$/, "$1index.html"));
    let bytes = null;
    if (path.startsWith(base) && !name.startsWith("..") && !name.startsWith(sep)) {
      bytes = alter(name, await readFile(join(root, name)).catch(() => null));
    }
    if (bytes === null) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const type = types[extname(name)] ?? usual[extname(name)] ?? "application/octet-stream";
    const encoding = {};
    if (compress && /\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
      if (!packed.has(name)) packed.set(name, brotliCompressSync(bytes));
      bytes = packed.get(name);
      encoding["content-encoding"] = "br";
    }
    response.writeHead(200, { "content-type": type, "cache-control": "no-cache", ...encoding, ...headers }).end(bytes);
  });
  await new Promise((resolve, reject) => server.on("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ base: process.env.PORTAL_BASE, port: Number(process.env.PORTAL_PORT) });
  console.log(`serving ${dist} at ${url}`);
}
