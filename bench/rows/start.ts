import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { freePort } from "../../scripts/setup/serve.mjs";
import { root } from "../../scripts/setup/set-up.mjs";
import { within } from "../comparison";
import { inTurn } from "../in-turn";
import type { Row } from "./row";

export const start: Row = {
  name: "start",
  async measure() {
    const folder = await mkdtemp(path.join(tmpdir(), "scaling-readiness-bench-"));
    const env = { ...process.env, DATABASE_URL: `file:${path.join(folder, "start.db")}` };
    try {
      // The first start makes the database: what is measured is to start again.
      const ours = () => secondsToAnswer(["scripts/start.mjs"], env);
      const next = () =>
        secondsToAnswer(["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1"], env);
      await ours();
      const [seconds, beside] = await inTurn(ours, next);
      const limit = within(1.5, { name: "start again, database checked", ours: seconds, unit: "s" });
      return [{ ...limit, besideName: `limit; next start takes ${beside.toFixed(2)} s` }];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

/** From the command to the first answer. */
async function secondsToAnswer(command: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...command], {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await firstAnswer(child, `http://127.0.0.1:${port}`);
    return (performance.now() - started) / 1000;
  } finally {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "close");
  }
}

async function firstAnswer(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(address, { redirect: "manual", headers: { connection: "close" } }).catch(
      () => null,
    );
    await response?.text();
    if (response && response.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${address} did not answer.`);
}
