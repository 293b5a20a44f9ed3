import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort, runNext } from "../../scripts/setup/serve.mjs";

const root = path.resolve(import.meta.dirname, "../..");

export type RunningApp = {
  url: string;
  pid: number | undefined;
  /** Resolves to the exit code. */
  stop: () => Promise<number>;
};
type Options = { env?: Record<string, string | undefined>; onLog?: (line: string) => void };

/** The built app on a port and an empty database of its own. */
export async function startApp(options: Options = {}): Promise<RunningApp> {
  const data = await mkdtemp(path.join(tmpdir(), "scaling-readiness-e2e-"));
  const app = await startOn(path.join(data, "e2e.db"), options);
  return {
    ...app,
    async stop() {
      const code = await app.stop();
      await rm(data, { recursive: true, force: true });
      return code;
    },
  };
}

/** The built app on a port of its own and the database of a file, which stays. Its log tells what went wrong. */
export async function startOn(file: string, { env, onLog }: Options = {}): Promise<RunningApp> {
  const all: NodeJS.ProcessEnv = { ...process.env, LOG_LEVEL: "warn", ...env, DATABASE_URL: `file:${file}` };
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/migrate.ts"];
  await promisify(execFile)(process.execPath, script, { cwd: root, env: all });
  return startNext(root, { env: all, onLog });
}

/** The Next app that was built in a folder, on a port of its own. */
export async function startNext(folder: string, options: Options = {}): Promise<RunningApp> {
  const { url, pid, stop, answered } = runNext("start", { port: await freePort(), folder, ...options });
  await answered;
  return { url, pid, stop };
}
