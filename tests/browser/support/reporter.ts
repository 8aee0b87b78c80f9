// Says at the end which engines the run has covered, and which tests were left out where, by the reason.
import type { FullConfig, FullResult, Reporter, Suite, TestCase } from "@playwright/test/reporter";
import { ENGINES, find, nameOf } from "./engines.ts";

/** What a test notes of the browser that ran it. */
export const VERSION = "version of the browser";

const count = (tests: number) => `${tests} ${tests === 1 ? "test" : "tests"}`;
/** Why a test was left out; nothing if it ran. */
const reason = (test: TestCase) => test.annotations.concat(test.results.flatMap(({ annotations }) => annotations)).find(({ type }) => type === "skip")?.description;

const versionOf = (tests: TestCase[]) => tests.flatMap(({ annotations, results }) => [...annotations, ...results.flatMap(({ annotations }) => annotations)]).find(({ type }) => type === VERSION)?.description;

export default class implements Reporter {
  private suite!: Suite;

  onBegin(_config: FullConfig, suite: Suite) {
    this.suite = suite;
  }

  onEnd(_result: FullResult) {
    const said: string[] = [];
    for (const engine of ENGINES) {
      const project = this.suite.suites.find((suite) => suite.project()?.name === engine);
      if (!find(engine)) said.push(`${nameOf(engine)} is not on this machine`);
      if (!project) continue;
      const tests = project.allTests();
      const out = tests.filter((test) => test.outcome() === "skipped");
      const smoke = project.project()!.grep.toString().includes("@smoke");
      const left = out.length > 0 ? `, ${out.length} left out` : "";
      const version = versionOf(tests);
      said.push(`${nameOf(engine)}${version ? ` ${version}` : ""} ${smoke ? "smoke" : "whole"} (${count(tests.length - out.length)}${left})`);
      this.tell(nameOf(engine), out);
    }
    console.log(`\nengines: ${said.join("; ")}`);
  }

  /** What was left out, under each reason. */
  private tell(engine: string, out: TestCase[]) {
    const reasons = new Map<string, TestCase[]>();
    for (const test of out) {
      const why = reason(test) ?? "no reason was given";
      reasons.set(why, [...(reasons.get(why) ?? []), test]);
    }
    for (const [why, tests] of reasons) {
      console.log(`\nleft out in ${engine} (${count(tests.length)}): ${why}`);
      for (const test of tests) console.log(`  ${test.titlePath().slice(2).join(" › ")}`);
    }
  }
}
