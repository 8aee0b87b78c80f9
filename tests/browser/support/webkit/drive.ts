// Has Playwright drive WebKitGTK in the place of the Firefox that it speaks WebDriver BiDi with. It reaches into Playwright,
// whose version is pinned.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserType } from "@playwright/test";
import { start, until } from "./program.ts";
import { Remote } from "./remote.ts";
import { SCREEN } from "./session.ts";

type Inside = { _launchProcess(): Promise<unknown> };

/** Has what this launches be WebKitGTK, until the function is called that this gives. */
export async function drive(browserType: BrowserType, locale: string, timezone: string): Promise<() => Promise<void>> {
  let display = "";
  const screen = start("Xvfb", ["-displayfd", "1", "-screen", "0", `${SCREEN.width}x${SCREEN.height}x24`, "-nolisten", "tcp"], process.env, (said) => (display += said));
  await until("the screen of Xvfb", () => display.includes("\n"));
  const artifactsDir = mkdtempSync(join(tmpdir(), "portal-webkit-files-"));

  const inside: Inside = (browserType as any)._connection.toImpl(browserType)._bidiFirefox;
  inside._launchProcess = async () => {
    const transport = new Remote({ display: `:${display.trim()}`, locale, timezone });
    const browserProcess = { onclose: undefined, close: () => transport.close(), kill: () => transport.close() };
    return { browserProcess, artifactsDir, userDataDir: artifactsDir, transport };
  };
  return async () => {
    await screen.stop();
    rmSync(artifactsDir, { recursive: true, force: true });
  };
}
