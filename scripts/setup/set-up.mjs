import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { runStep, StepFailed } from "./run-step.mjs";

export const root = path.resolve(import.meta.dirname, "../..");
export const bare = "tests/bench/bare";

const NODE_MIN = [20, 19];
/** What the build is made of: when none of it changed, the build is reused. */
const SOURCES = ["app", "components", "lib", "prisma/schema.prisma", "public", "next.config.ts", "proxy.ts"];
const SOURCE_FILES = ["package-lock.json", "postcss.config.mjs", "tsconfig.json"];

export function checkMachine() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < NODE_MIN[0] || (major === NODE_MIN[0] && minor < NODE_MIN[1])) {
    throw new StepFailed(
      `Node.js ${NODE_MIN.join(".")} or newer is needed; this is ${process.versions.node}.`,
    );
  }
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new StepFailed(`The folder ${root} cannot be written.`);
  }
}

export async function install() {
  const lock = hashOf(["package-lock.json"]);
  await unlessDone("node_modules/.installed", lock, () =>
    runStep("Installing packages (a few minutes the first time)", "npm", ["ci", "--no-audit", "--no-fund"]),
  );
}

export async function generate() {
  const schema = hashOf(["prisma/schema.prisma", "package-lock.json"]);
  await unlessDone("lib/server/db/generated/.generated", schema, () =>
    runStep("Generating the database client", "npm", ["run", "-s", "generate"]),
  );
}

export async function migrate() {
  await runStep("Checking the database", "npm", ["run", "-s", "db:migrate"]);
}

export async function build() {
  await unlessDone(".next/.built", hashOf([...SOURCES, ...SOURCE_FILES]), () =>
    runStep("Building the app", process.execPath, ["node_modules/next/dist/bin/next", "build"]),
  );
}

/** The bare Next page that ours are measured against. */
export async function buildBare() {
  const sources = [`${bare}/app`, `${bare}/next.config.ts`, "package-lock.json"];
  await unlessDone(`${bare}/.next/.built`, hashOf(sources), () =>
    runStep("Building the bare page", process.execPath, ["node_modules/next/dist/bin/next", "build", bare]),
  );
}

/** Does the work unless a stamp says that it was done for the very same input. */
async function unlessDone(stamp, input, work) {
  const file = path.join(root, stamp);
  if (existsSync(file) && readFileSync(file, "utf8") === input) return;
  await work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, input);
}

function hashOf(places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesUnder).sort())
    hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function filesUnder(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  const entries = readdirSync(path.dirname(full), { withFileTypes: true });
  if (entries.some((entry) => entry.name === path.basename(full) && entry.isFile())) return [place];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "generated" && place === "lib/server/db") return [];
    return filesUnder(path.posix.join(place, entry.name));
  });
}
