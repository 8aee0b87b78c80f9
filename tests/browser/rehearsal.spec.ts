// The rehearsal in wasm: the same file, commands and jumps as in the native test of the same name, the same bytes.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openForCalls } from "./support/calls.ts";
import { clock } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

type Step = { jump: string } | { method: string; path: string; body?: unknown };
type Script = { start: string; steps: Step[]; answers: [number, string][]; end: string };

const script: Script = JSON.parse(readFileSync(fileURLToPath(new URL("../fixtures/rehearsal.json", import.meta.url)), "utf8"));

test.use({ provoked: /Failed to load resource/ });

test("a file, commands and jumps end in a browser as they do natively, to the byte", async ({ page }) => {
  await openForCalls(page, `./#/?workspace=${encodeURIComponent(script.start)}`);
  await expect(clock(page).getByRole("button", { name: "Resume" })).toBeVisible();
  const time = clock(page).getByRole("time");
  const answers: [number, string][] = [];
  for (const step of script.steps) {
    if ("jump" in step) {
      const before = await time.getAttribute("datetime");
      await clock(page).getByRole("button", { name: step.jump, exact: true }).click();
      await expect(time).not.toHaveAttribute("datetime", before!);
      await expect(clock(page).getByRole("button", { name: step.jump, exact: true })).toBeEnabled();
      continue;
    }
    answers.push(
      await page.evaluate(async ({ method, path, body }) => {
        const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
        const answer = await fetch(`.${path}?api-version=2021-01-01`, init);
        return [answer.status, await answer.text()] as [number, string];
      }, step),
    );
  }
  // The address of the portal is not that of the native test.
  const base = new URL(".", page.url()).href.replace(/\/$/, "");
  expect(answers.map(([status, body]) => [status, body.replaceAll(base, "http://127.0.0.1")])).toEqual(script.answers);
  await page.goto("./#/settings");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the workspace as a file" }).click(),
  ]);
  expect(readFileSync((await download.path())!, "utf8")).toBe(script.end);
});
