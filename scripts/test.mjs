import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { StepFailed } from "./setup/run-step.mjs";
import { build, checkMachine, generate, install, root } from "./setup/set-up.mjs";

/** `npm test`: set-up, then every check there is. Arguments choose some of them: `npm test -- unit e2e`. */
process.chdir(root);
const reports = mkdtempSync(path.join(tmpdir(), "scaling-readiness-test-"));
const vitest = (project) => {
  const report = path.join(reports, `${project}.json`);
  const args = [
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  return { args, count: () => countVitest(report) };
};
const e2eReport = path.join(reports, "e2e.json");

const steps = {
  types: { args: ["tsc", "--noEmit"], before: ["next", "typegen"] },
  lint: { args: ["biome", "ci", "--error-on-warnings"] },
  dependencies: { args: ["tsx", "scripts/check-dependencies.ts"] },
  unused: { args: ["knip"] },
  unit: vitest("unit"),
  data: vitest("data"),
  components: vitest("components"),
  e2e: {
    args: ["playwright", "test", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    prepare: build,
    count: () => countPlaywright(e2eReport),
  },
};

function countVitest(report) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0) };
}

function countPlaywright(report) {
  const { stats } = JSON.parse(readFileSync(report, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn("npx", ["--no-install", ...args], {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

async function check({ before, prepare, args, env, count }) {
  if (prepare) await prepare();
  let code = before ? await run(before) : 0;
  if (code === 0) code = await run(args, env);
  const counted = count && existsCounted(count);
  if (!counted) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  // A run that failed without a failed test, such as one that found no test, is a failure too.
  return { passed: counted.passed, failed: code === 0 ? counted.failed : Math.max(1, counted.failed) };
}

function existsCounted(count) {
  try {
    return count();
  } catch {
    return null;
  }
}

async function main() {
  checkMachine();
  await install();
  await generate();
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !(name in steps));
  if (unknown.length > 0) {
    throw new StepFailed(`No such check: ${unknown.join(", ")}. There are ${Object.keys(steps).join(", ")}.`);
  }
  const rows = [];
  for (const [name, step] of Object.entries(steps)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`\n— ${name}`);
    const started = Date.now();
    let counts;
    try {
      counts = await check(step);
    } catch (error) {
      console.error(error.message);
      counts = { passed: 0, failed: 1 };
    }
    rows.push({ check: name, ...counts, seconds: Math.round((Date.now() - started) / 1000) });
  }
  console.table(rows);
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
