import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { StepFailed } from "./run-step.mjs";
import { build } from "./set-up.mjs";

export const PASSED = { passed: 1, failed: 0, skipped: 0, failures: [] };
export const FAILED = { passed: 0, failed: 1, skipped: 0, failures: [] };

/** Where tools leave their counts: read from there, never from what they print. */
export const reports = mkdtempSync(path.join(tmpdir(), "scaling-readiness-test-"));

/**
 * Every check there is: a function of a way to run a command, which resolves to its exit code, and of more
 * arguments for the tool, to the counts of passed, failed and skipped, and which failed, with why.
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
  const results = testResults.map(({ assertionResults, ...file }) => ({
    ...file,
    failed: assertionResults.filter((test) => test.status === "failed"),
  }));
  const unread = results.filter(({ status, failed }) => status === "failed" && failed.length === 0);
  return {
    passed: numPassedTests,
    failed: numFailedTests + unread.length,
    skipped: numPendingTests + numTodoTests,
    failures: [
      ...unread.map(({ name, message }) => failure(name, "", message)),
      ...results.flatMap(({ name, failed }) =>
        failed.map(({ fullName, failureMessages }) => failure(name, fullName, failureMessages[0])),
      ),
    ],
  };
}

function countPlaywright({ stats, errors, suites }) {
  const failed = stats.unexpected + stats.flaky + errors.length;
  const failures = suites
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ results }) => failure(file, title, results.find(({ error }) => error)?.error.message)),
    );
  return {
    passed: stats.expected,
    failed,
    skipped: stats.skipped,
    failures: [...errors.map(({ message }) => failure("", "", message)), ...failures],
  };
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** What a person needs to go on with: the file, the test, and the first lines of why. */
function failure(file, title, message = "") {
  const lines = stripVTControlCharacters(message).split("\n");
  const why = lines.filter((line) => !line.includes("node_modules")).slice(0, 12);
  return [`${path.relative(process.cwd(), file) || file} ${title}`.trim(), ...why].join("\n    ");
}
