import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
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

/** It can be killed and started again, on the same port and data. */
export type MortalApp = RunningApp & {
  databaseFile: string;
  kill: () => Promise<void>;
  /** From another folder when given: as if another build had taken its place. */
  restart: (folder?: string) => Promise<void>;
};

type Options = {
  env?: Record<string, string | undefined>;
  onLog?: (line: string) => void;
  /** Any free one when not given. */
  port?: number;
  /** Fills the migrated database before the app starts. */
  seed?: (env: { DATABASE_URL: string }) => Promise<void>;
  /** That of this project when not given. */
  folder?: string | undefined;
};

/** The built app on a port and an empty database of its own. */
export async function startApp({ seed, ...options }: Options = {}): Promise<MortalApp> {
  const data = await mkdtemp(path.join(tmpdir(), "scaling-readiness-e2e-"));
  const databaseFile = path.join(data, "e2e.db");
  const port = options.port ?? (await freePort());
  let app = await startOn(databaseFile, { ...options, port, seed });
  return {
    ...app,
    databaseFile,
    async kill() {
      if (app.pid) process.kill(app.pid, "SIGKILL");
      await app.ended;
    },
    async restart(folder) {
      app = await startOn(databaseFile, { ...options, port, folder });
    },
    async stop() {
      const code = await app.stop();
      await rm(data, { recursive: true, force: true });
      return code;
    },
  };
}

/** The built app on a port of its own and the database of a file, which stays. Its log tells what went wrong. */
export async function startOn(file: string, { env, seed, folder = root, ...rest }: Options = {}) {
  const database = { DATABASE_URL: `file:${file}` };
  const all: NodeJS.ProcessEnv = { ...process.env, LOG_LEVEL: "warn", ...env, ...database };
  if (!existsSync(file)) await copyFile(await migrated(), file);
  await seed?.(database);
  return startNext(folder, { ...rest, env: all });
}

let template: Promise<string> | undefined;

/** An empty, migrated database, made once a process: copy it before you change it. */
function migrated(): Promise<string> {
  template ??= migrateOne();
  return template;
}

async function migrateOne(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "scaling-readiness-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "migrated.db");
  await runScript({ ...process.env, DATABASE_URL: `file:${file}` }, "scripts/migrate.ts");
  return file;
}

/** Fills a database with a generated organization of so many units. */
export const generated =
  (units: number): NonNullable<Options["seed"]> =>
  (env) =>
    runScript({ ...process.env, ...env }, "tests/support/copy-generated.ts", String(units));

/** Fills a database with a small organization that has something of everything. */
export const filled: NonNullable<Options["seed"]> = (env) =>
  runScript({ ...process.env, ...env }, "tests/support/fill-organization.ts");

/** Adds a unit for each framework that the app does not bring: assessed, planned and begun anew. The app may run. */
export const otherFrameworks: NonNullable<Options["seed"]> = (env) =>
  runScript({ ...process.env, ...env }, "tests/support/fill-frameworks.ts");

/** As `generated`, with so many more units that nobody assessed, and of everything else as much as a page may meet. */
export const crowded =
  (assessed: number, more: number): NonNullable<Options["seed"]> =>
  (env) =>
    runScript({ ...process.env, ...env }, "tests/support/fill-crowded.ts", String(assessed), String(more));

async function runScript(
  env: NodeJS.ProcessEnv,
  ...script: [file: string, ...args: string[]]
): Promise<void> {
  const node = ["--conditions=react-server", "--import", "tsx", ...script];
  await promisify(execFile)(process.execPath, node, { cwd: root, env });
}

/** The Next app that was built in a folder, on a port of its own. */
export async function startNext(
  folder: string,
  { port, ...options }: Omit<Options, "seed" | "folder"> = {},
): Promise<RunningApp & { ended: Promise<unknown> }> {
  const { url, pid, stop, answered, ended } = runNext("start", {
    port: port ?? (await freePort()),
    folder,
    ...options,
  });
  await answered;
  return { url, pid, stop, ended };
}
