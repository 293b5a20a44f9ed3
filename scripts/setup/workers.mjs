import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

/** Makes the one file that worker threads run, lib/server/workers/entry.ts with all that it imports of our own. */
export async function bundleWorkers() {
  await build({
    absWorkingDir: root,
    entryPoints: ["lib/server/workers/entry.ts"],
    outfile: ".workers/entry.mjs",
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

function leaveOutServerOnly({ onResolve, onLoad }) {
  onResolve({ filter: /^server-only$/ }, ({ path: name }) => ({ path: name, namespace: "left-out" }));
  onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "" }));
}
