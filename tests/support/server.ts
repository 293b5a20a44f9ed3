import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export type RunningApp = { url: string; stop: () => Promise<void> };

/** The built app on a port and a database of its own. */
export async function startApp(): Promise<RunningApp> {
  const folder = mkdtempSync(path.join(tmpdir(), "scaling-readiness-e2e-"));
  const env = { ...process.env, DATABASE_URL: `file:${path.join(folder, "e2e.db")}` };
  await finished(spawn("npm", ["run", "-s", "db:migrate"], { cwd: root, env, stdio: "ignore" }));
  const app = await startNext(root, env);
  return {
    url: app.url,
    async stop() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The Next app that was built in a folder, on a port of its own. */
export async function startNext(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<RunningApp> {
  const port = await freePort();
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const server = spawn(process.execPath, [next, "start", folder, "-H", "127.0.0.1", "-p", String(port)], {
    cwd: root,
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(url, server);
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => server.once("close", resolve));
      server.kill("SIGTERM");
      await ended;
    },
  };
}

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`Migration ended with ${code}`)),
    );
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answering(url: string, server: ChildProcess) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`The app ended with ${server.exitCode}`);
    try {
      await fetch(url, { redirect: "manual" });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${url} did not answer within 30 s`);
}
