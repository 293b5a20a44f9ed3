import "./setup/node-version.mjs";
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { checks, FAILED, reports } from "./setup/checks.mjs";
import { StepFailed } from "./setup/run-step.mjs";
import { checkFolder, generate, install, root } from "./setup/set-up.mjs";

/**
 * `npm test`: set-up, then every check. Names choose some of them, and what follows one name goes to its tool:
 * `node scripts/test.mjs unit tests/unit/scoring`.
 */
process.chdir(root);
const started = Date.now();

/** Two lanes for two cores; then the browser has the machine to itself. */
const LANES = [
  ["types", "lint", "dependencies", "unused", "build"],
  ["unit", "data", "components"],
];
const BROWSER = ["e2e", "torture"];
const ON_REQUEST = new Set(["torture"]);

async function main() {
  const { chosen, rest } = choose(process.argv.slice(2));
  checkFolder();
  await install({ all: true });
  await generate();

  const rows = [];
  const lanes = LANES.map((lane) => lane.filter((name) => chosen.has(name)));
  const beside = lanes.every((lane) => lane.length > 0);
  await Promise.all(lanes.map((lane) => runLane(lane, { rows, rest, beside })));
  for (const name of BROWSER.filter((name) => chosen.has(name))) {
    const built = rows.some(({ name, failed }) => name === "build" && failed === 0);
    if (built) await runLane([name], { rows, rest, beside: false });
    else rows.push({ name, ...FAILED, seconds: 0 });
  }
  return rows;
}

function choose(args) {
  const names = Object.keys(checks);
  const end = args.findIndex((arg) => !names.includes(arg));
  const wanted = end < 0 ? args : args.slice(0, end);
  const rest = args.slice(wanted.length);
  if (rest.length > 0 && wanted.length !== 1) {
    throw new StepFailed(`${rest[0]} is no check: there are ${names.join(", ")}.`);
  }
  const chosen = new Set(wanted.length > 0 ? wanted : names.filter((name) => !ON_REQUEST.has(name)));
  if (BROWSER.some((name) => chosen.has(name))) chosen.add("build");
  return { chosen, rest };
}

async function runLane(names, { rows, rest, beside }) {
  for (const name of names) {
    const since = Date.now();
    if (!beside) console.log(`\n${name}`);
    const execute = (command, env) => run(command, { env, label: beside ? name : null });
    const counts = await checks[name](execute, rest).catch((error) => {
      console.error(`${name}: ${error.message}`);
      return FAILED;
    });
    rows.push({ name, ...counts, seconds: (Date.now() - since) / 1000 });
  }
}

/** Resolves to the exit code. With a label, each line begins with it: another lane is printing too. */
function run([command, ...args], { env, label }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", ...(label ? ["pipe", "pipe"] : ["inherit", "inherit"])],
      shell: process.platform === "win32",
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on("line", (line) => console.log(label.padEnd(12), line));
    }
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function report(rows) {
  const line = (name, ...cells) => name.padEnd(13) + cells.map((cell) => String(cell).padStart(9)).join("");
  console.log(`\n${line("check", "passed", "failed", "skipped", "time")}`);
  for (const { name, passed, failed, skipped, seconds } of rows) {
    console.log(line(name, passed, failed, skipped, `${seconds.toFixed(1)} s`));
  }
  console.log(line("all of it", "", "", "", `${((Date.now() - started) / 1000).toFixed(1)} s`));
  // Once more at the end: in a long log the tests that failed are hard to find.
  for (const failure of rows.flatMap(({ failures }) => failures)) console.log(`\nfailed: ${failure}`);
}

let rows = [FAILED];
try {
  rows = await main();
  report(rows);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
