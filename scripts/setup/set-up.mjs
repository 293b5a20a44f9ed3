import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { runStep, StepFailed } from "./run-step.mjs";

export const root = path.resolve(import.meta.dirname, "../..");

/** Nothing in these becomes part of the build. Whatever else lies here may, so that a new file is never forgotten. */
const NOT_BUILT = new Set([
  "bench",
  "data",
  "docs",
  "node_modules",
  "playwright-report",
  "scripts",
  "test-results",
  "tests",
]);
const DERIVED = /^(next-env\.d\.ts|.*\.(md|log|tsbuildinfo))$/;

export function checkFolder() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new StepFailed(`The folder ${root} cannot be written: packages and the build belong there.`);
  }
}

/**
 * Packages as the lock file wants them, with the one native module built for this Node.js: those that running needs,
 * or all of them, then added to what is there.
 */
export async function install({ all }) {
  if (!isInstalled(".", { all })) {
    // Prisma would download an engine that nothing here runs; npm below 11.19 does not read `allowScripts`.
    process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
    const runs = isInstalled(".", { all: false });
    const how = runs ? ["install", "--no-save"] : all ? ["ci"] : ["ci", "--omit=dev"];
    await npm("Installing packages (a few minutes the first time)", ...how, "--no-audit", "--no-fund");
  }
  if (!sqliteLoads()) await npm("Building SQLite for this Node.js", "rebuild", "better-sqlite3");
}

export async function generate() {
  const input = hashOf(["prisma/schema.prisma", "package-lock.json"]);
  await unlessDone("lib/server/db/generated/.generated", input, () =>
    npm("Generating the database client", "run", "-s", "generate"),
  );
}

export async function migrate() {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/migrate.ts"];
  await runStep("Checking the database", process.execPath, script);
}

/** `run` may be another way to run a step, with the arguments of `runStep`. */
export async function build(run = runStep) {
  const sources = readdirSync(root).filter(
    (name) => !name.startsWith(".") && !NOT_BUILT.has(name) && !DERIVED.test(name),
  );
  await unlessBuilt(".", sources, async () => {
    await bundle();
    await run("Building the app", process.execPath, ["node_modules/next/dist/bin/next", "build"]);
  });
}

/** What worker threads run. Loaded here, as it needs a package. */
export async function bundle() {
  const { bundleWorkers } = await import("./workers.mjs");
  await bundleWorkers();
}

/** Builds the Next app of a folder unless that was done for the same sources. */
export async function unlessBuilt(folder, sources, work) {
  await unlessDone(path.join(folder, ".next/.built"), hashOf(sources), work);
}

/** npm's own record of what it installed, read against the lock file: also right after an `npm ci` by hand. */
export function isInstalled(folder = ".", { all = true } = {}) {
  const record = path.join(root, folder, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const { packages: installed } = JSON.parse(readFileSync(record, "utf8"));
  const { packages: wanted } = JSON.parse(readFileSync(path.join(root, folder, "package-lock.json"), "utf8"));
  return Object.entries(wanted).every(
    ([place, { version, optional, dev }]) =>
      place === "" || optional || (dev && !all) || installed[place]?.version === version,
  );
}

/** False when the native module was built for another Node.js, or not at all. */
function sqliteLoads() {
  try {
    const Database = createRequire(path.join(root, "package.json"))("better-sqlite3");
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

export async function npm(title, ...args) {
  const cli = process.env.npm_execpath ?? "";
  if (path.basename(cli) === "npm-cli.js") return runStep(title, process.execPath, [cli, ...args]);
  return process.platform === "win32"
    ? runStep(title, "cmd", ["/c", "npm", ...args])
    : runStep(title, "npm", args);
}

/** Does the work unless a stamp says that it was done for the very same input. */
async function unlessDone(stamp, input, work) {
  const file = path.join(root, stamp);
  if (existsSync(file) && readFileSync(file, "utf8") === input) return;
  rmSync(file, { force: true });
  await work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, input);
}

/** Of the names and contents of files, and of all files under folders. */
function hashOf(places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesUnder).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(place) {
  if (place === "lib/server/db/generated") return [];
  const entries = readdirSync(path.join(root, path.dirname(place)), { withFileTypes: true });
  const entry = entries.find(({ name }) => name === path.basename(place));
  if (!entry?.isDirectory()) return [place];
  return readdirSync(path.join(root, place)).flatMap((name) => filesUnder(path.posix.join(place, name)));
}
