import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort, runNext } from "../../scripts/setup/serve.mjs";

const root = path.resolve(import.meta.dirname, "../..");

export type RunningApp = { url: string; pid: number | undefined; stop: () => Promise<void> };

/** It can be killed and started again, on the same port and data. */
export type MortalApp = RunningApp & {
  databaseFile: string;
  kill: () => Promise<void>;
  restart: () => Promise<void>;
};

/** The built app on a port and an empty database of its own. */
export async function startApp(): Promise<MortalApp> {
  const data = await mkdtemp(path.join(tmpdir(), "scaling-readiness-e2e-"));
  const databaseFile = path.join(data, "e2e.db");
  const env = { ...process.env, DATABASE_URL: `file:${databaseFile}` };
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/migrate.ts"];
  await promisify(execFile)(process.execPath, script, { cwd: root, env });
  const port = await freePort();
  let app = await startNext(root, env, port);
  return {
    ...app,
    databaseFile,
    async kill() {
      if (app.pid) process.kill(app.pid, "SIGKILL");
      await app.ended;
    },
    async restart() {
      app = await startNext(root, env, port);
    },
    async stop() {
      await app.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The Next app that was built in a folder, on a port of its own. */
export async function startNext(
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
  port?: number,
): Promise<RunningApp & { ended: Promise<unknown> }> {
  const { url, pid, stop, answered, ended } = runNext("start", {
    port: port ?? (await freePort()),
    folder,
    env,
  });
  await answered;
  return { url, pid, stop, ended };
}
