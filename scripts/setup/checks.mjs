import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { StepFailed } from "./run-step.mjs";
import { build } from "./set-up.mjs";

export const PASSED = { passed: 1, failed: 0, skipped: 0 };
export const FAILED = { passed: 0, failed: 1, skipped: 0 };

/** Where tools leave their counts: read from there, never from what they print. */
export const reports = mkdtempSync(path.join(tmpdir(), "scaling-readiness-test-"));

/**
 * Every check there is: a function of a way to run a command, which resolves to its exit code, and of more
 * arguments for the tool, to the counts of passed, failed and skipped.
 */
export const checks = {
  types: allOf(tool("next", "typegen"), tool("tsc", "--noEmit")),
  lint: allOf(tool("biome", "ci", "--error-on-warnings")),
  dependencies: allOf(tool("tsx", "scripts/check-dependencies.ts")),
  unused: allOf(tool("knip", "--no-progress")),
  build: async (execute) => {
    await build(async (title, ...command) => {
      if ((await execute(command.flat())) !== 0) throw new StepFailed(`${title} failed.`);
    });
    return PASSED;
  },
  unit: vitest("unit"),
  data: vitest("data"),
  components: vitest("components"),
  e2e: playwright([]),
  // What `e2e` does with a few kills of the app, requests and files, with many.
  torture: playwright(["server-killed", "fuzz-"], {
    KILLS: "100",
    FUZZ_REQUESTS: "5000",
    FUZZ_FILES: "500",
    FUZZ_SEED: process.env.FUZZ_SEED ?? String(Math.floor(Math.random() * 2 ** 31)),
  }),
};

function playwright(files, settings = {}) {
  const command = tool("playwright", "test", "--reporter=list,json", ...files);
  return counted(command, countPlaywright, (report) => ({
    env: { ...settings, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }));
}

function tool(name, ...args) {
  return [path.join("node_modules", ".bin", name), ...args];
}

function allOf(...commands) {
  return async (execute, rest) => {
    for (const command of commands) {
      const isLast = command === commands.at(-1);
      if ((await execute(isLast ? [...command, ...rest] : command)) !== 0) return FAILED;
    }
    return PASSED;
  };
}

function vitest(project) {
  const command = tool("vitest", "run", "--project", project, "--reporter=default", "--reporter=json");
  return counted(command, countVitest, (report) => ({ args: [`--outputFile.json=${report}`] }));
}

function counted(command, count, reportTo) {
  const report = path.join(reports, `${randomUUID()}.json`);
  const { args = [], env } = reportTo(report);
  return async (execute, rest) => {
    const code = await execute([...command, ...args, ...rest], env);
    const counts = count(JSON.parse(readFileSync(report, "utf8")));
    // A run that failed without a failed test, or that found no test, is a failure too.
    const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
    return silent ? { ...counts, failed: 1 } : counts;
  };
}

function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unread = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unread.length,
    skipped: numPendingTests + numTodoTests,
  };
}

function countPlaywright({ stats, errors }) {
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed, skipped: stats.skipped };
}
