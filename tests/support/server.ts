import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort, runNext } from "../../scripts/setup/serve.mjs";

const root = path.resolve(import.meta.dirname, "../..");

export type RunningApp = { url: string; pid: number | undefined; stop: () => Promise<void> };

/** The built app on a port and a database of its own: an empty one, or what `seed` puts there. */
export async function startApp(seed?: (env: { DATABASE_URL: string }) => Promise<void>): Promise<RunningApp> {
  const data = await mkdtemp(path.join(tmpdir(), "scaling-readiness-e2e-"));
  const database = { DATABASE_URL: `file:${path.join(data, "e2e.db")}` };
  const env = { ...process.env, ...database };
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/migrate.ts"];
  await promisify(execFile)(process.execPath, script, { cwd: root, env });
  await seed?.(database);
  const app = await startNext(root, env);
  return {
    ...app,
    async stop() {
      await app.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The Next app that was built in a folder, on a port of its own. */
export async function startNext(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<RunningApp> {
  const { url, pid, stop, answered } = runNext("start", { port: await freePort(), folder, env });
  await answered;
  return { url, pid, stop };
}
