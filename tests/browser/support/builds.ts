// A later build of the portal, made of the one in dist/ as a build makes it, and a host that can be given another.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { dist, serve } from "./server.mjs";

/** The files of a build by their names, and those that its service worker keeps. */
export type Build = { files: Map<string, Buffer>; list: string; kept: string[]; style: string };

const sha = (kind: string, bytes: Buffer) => createHash(kind).update(bytes).digest();
const integrity = (bytes: Buffer) => `sha384-${sha("sha384", bytes).toString("base64")}`;
const short = (bytes: Buffer) => sha("sha256", bytes).toString("hex").slice(0, 16);
const WORKER = / data-worker-integrity="[^"]*"/;
const LIST = /const LIST = \{ name: "([^"]*)", integrity: "([^"]*)" \};/;

function described(files: Map<string, Buffer>): Build {
  const list = LIST.exec(files.get("worker.js")!.toString())![1];
  const kept = Object.keys(JSON.parse(files.get(list)!.toString()).files);
  return { files, list, kept, style: [...files.keys()].find((name) => /^style-.*\.css$/.test(name))! };
}

/** The build in dist/. */
export async function current(): Promise<Build> {
  const names = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of names.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(dist.length + 1), await readFile(path));
  }
  return described(files);
}

/**
 * A later build: another style sheet, another page where one learns, another lesson, and everything that knows these by
 * name or digest. What is as before has the name that it had.
 */
export async function later(mark = "later"): Promise<Build> {
  const { files, list } = await current();
  const found = (name: RegExp) => [...files.keys()].find((file) => name.test(file))!;
  /** Changes a file, and what knows it. */
  const change = (name: string, bytes: Buffer, hashed: boolean, knowing: string[]) => {
    const old = files.get(name)!;
    const renamed = hashed ? name.replace(/[0-9a-f]{16}/, short(bytes)) : name;
    files.delete(name);
    files.set(renamed, bytes);
    for (const file of knowing) {
      const text = files.get(file)!.toString("latin1");
      files.set(file, Buffer.from(text.replaceAll(name, renamed).replaceAll(integrity(old), integrity(bytes)), "latin1"));
    }
    return renamed;
  };
  const append = (name: string, text: string) => Buffer.concat([files.get(name)!, Buffer.from(text)]);
  const style = found(/^style-.*\.css$/);
  change(style, append(style, `/* ${mark} */`), true, ["index.html"]);
  const catalogue = "lessons/catalogue.en.json";
  const before = Buffer.from(files.get(catalogue)!);
  change("lessons/ship-it.en.json", append("lessons/ship-it.en.json", " ".repeat(mark.length)), false, [catalogue]);
  const after = files.get(catalogue)!;
  files.set(catalogue, before);
  change(catalogue, after, false, ["index.html"]);
  // Names and digests of rooms stand in a section of the file behind the list, and are as long as they were.
  const behind = found(/_later\.wasm$/);
  const unchanged = Buffer.from(files.get(behind)!);
  const room = found(/_learn\.wasm$/);
  const section = Buffer.concat([Buffer.from([0, mark.length + 1, mark.length]), Buffer.from(mark)]);
  change(room, Buffer.concat([files.get(room)!, section]), true, [behind]);
  const changed = files.get(behind)!;
  files.set(behind, unchanged);
  change(behind, changed, true, ["index.html"]);
  return relisted(files, list);
}

/** The build with a new list of its files, and a worker and a page that know it. */
function relisted(files: Map<string, Buffer>, old: string): Build {
  const before = JSON.parse(files.get(old)!.toString());
  const page = files.get("index.html")!.toString();
  const listed: Record<string, { integrity: string; bytes: number }> = {};
  const names = [...files.keys()].filter((name) => !/^(_headers|worker\.js|portal\.webmanifest|embed.*|offline-.*|.*\.png)$/.test(name));
  for (const name of names.sort()) {
    const bytes = name === "index.html" ? Buffer.from(page.replace(WORKER, "")) : files.get(name)!;
    listed[name] = { integrity: integrity(bytes), bytes: bytes.length };
  }
  const text = Buffer.from(JSON.stringify({ ...before, files: listed }));
  const name = `offline-${short(text)}.json`;
  files.delete(old);
  files.set(name, text);
  const worker = files.get("worker.js")!.toString();
  const told = Buffer.from(worker.replace(LIST, `const LIST = { name: "${name}", integrity: "${integrity(text)}" };`));
  files.set("worker.js", told);
  files.set("index.html", Buffer.from(page.replace(WORKER, ` data-worker-integrity="${integrity(told)}"`)));
  return described(files);
}

/** A host at a path of its own. `deploy` puts another build in the place of the one before; `alter` spoils files. */
export async function host(build: Build, base = "/some/deep/path/") {
  let deployed = build;
  let alter: (name: string, bytes: Buffer | null) => Buffer | string | null = (_name, bytes) => bytes;
  const asked: string[] = [];
  const server = await serve({
    base,
    alter: (name) => {
      asked.push(name);
      return alter(name, deployed.files.get(name) ?? null);
    },
  });
  return {
    url: server.url,
    /** The names of the files that were asked for. */
    asked,
    deploy: (next: Build) => (deployed = next),
    spoil: (how: typeof alter) => (alter = how),
    heal: () => (alter = (_name, bytes) => bytes),
    /** From now on nobody can reach it. */
    close: () => server.close(),
  };
}
