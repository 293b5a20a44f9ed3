import { existsSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
// The tracer that Next finds the files of its own entries with.
import tracer from "next/dist/compiled/@vercel/nft/index.js";

const root = path.resolve(import.meta.dirname, "../..");

const BUNDLE = ".workers/entry.mjs";

/** Makes the one file that worker threads run, lib/server/workers/entry.ts with all that it imports of our own. */
export async function bundleWorkers() {
  await build({
    absWorkingDir: root,
    entryPoints: ["lib/server/workers/entry.ts"],
    outfile: BUNDLE,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // Packages are loaded as they are installed; `server-only` is for Next, and throws anywhere else.
    packages: "external",
    plugins: [{ name: "server-only", setup: leaveOutServerOnly }],
    sourcemap: true,
    logLevel: "warning",
  });
}

/**
 * What worker threads load at run time, with all of the packages that it takes; paths from the project's folder on.
 * Nothing before there is a bundle: Next asks for that of a build also where it only writes types.
 */
export async function workerFiles() {
  if (!existsSync(path.join(root, BUNDLE))) return [];
  const { fileList } = await tracer.nodeFileTrace([BUNDLE], {
    base: root,
    processCwd: root,
    // Those of Node itself, from 20.19 on.
    conditions: ["node", "module-sync"],
  });
  return [...fileList];
}

function leaveOutServerOnly({ onResolve, onLoad }) {
  onResolve({ filter: /^server-only$/ }, ({ path: name }) => ({ path: name, namespace: "left-out" }));
  onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "" }));
}
