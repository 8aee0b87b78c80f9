// A program that runs beside a test and ends with it, however the test ends.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

/** Waits until something is there, and says what was waited for if it never is. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false> | T | undefined | false, milliseconds = 15_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} was not there within ${milliseconds / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a program that dies with this process, too, when that is killed: a shell waits for the end of its input, and then
 * ends everything of its group. What the program writes to its first output is given to `said`.
 */
export function start(program: string, args: string[], env: NodeJS.ProcessEnv = process.env, said: (text: string) => void = () => {}): Program {
  const child = spawn("sh", ["-c", '"$@" </dev/null & read -r _; kill 0', "sh", program, ...args], {
    env,
    detached: true,
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.stdout!.on("data", (data) => said(String(data)));
  // A shell that is gone already takes no end of its input.
  child.stdin!.on("error", () => {});
  return new Program(child);
}

export class Program {
  constructor(private readonly child: ChildProcess) {}

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.stdin!.end();
    await ended;
  }
}
