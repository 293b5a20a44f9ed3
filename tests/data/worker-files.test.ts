import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { workerFiles } from "../../scripts/setup/workers.mjs";
import { temporaryFolder } from "../support/folder";

const root = path.resolve(import.meta.dirname, "../..");

test("with the files that a build takes along for worker threads, and no others, one begins", async () => {
  const elsewhere = await temporaryFolder();
  const files = await workerFiles();
  for (const file of files) cpSync(path.join(root, file), path.join(elsewhere, file));
  const script = `import("./.workers/entry.mjs").then((entry) => console.log(typeof entry.default))`;
  expect(execFileSync(process.execPath, ["-e", script], { cwd: elsewhere, encoding: "utf8" })).toBe(
    "function\n",
  );
  expect(files).toEqual(
    expect.arrayContaining([
      "node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
      "node_modules/better-sqlite3/build/Release/better_sqlite3.node",
      "node_modules/highs/build/highs.wasm",
    ]),
  );
}, 120_000);
