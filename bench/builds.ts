import { runStep } from "../scripts/setup/run-step.mjs";
import { isInstalled, npm, root, unlessBuilt } from "../scripts/setup/set-up.mjs";

/** A Next app with nothing in it: the floor that our pages are measured against. */
export const BARE = "bench/bare";
/** The libraries that we are measured against, each on a page or in a program, with packages of their own. */
export const PEERS = "bench/peers";

export async function installPeers(): Promise<void> {
  if (isInstalled(PEERS)) return;
  const options = ["--no-audit", "--no-fund", "--ignore-scripts"];
  await npm("Installing what we are compared with", "ci", "--prefix", PEERS, ...options);
}

export function buildBare(): Promise<void> {
  return buildNext("Building the bare app", BARE, []);
}

export function buildPeers(): Promise<void> {
  // These pages show our own components as well, next to those of others.
  return buildNext("Building the pages of others", PEERS, ["app/globals.css", "components", "lib"]);
}

function buildNext(title: string, folder: string, also: readonly string[]): Promise<void> {
  const sources = ["app", "instrumentation.ts", "next.config.ts", "tsconfig.json"].map(
    (name) => `${folder}/${name}`,
  );
  return unlessBuilt(folder, [...sources, ...also, "package-lock.json"], () =>
    runStep(title, process.execPath, [`${root}/node_modules/next/dist/bin/next`, "build", folder]),
  );
}
