import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { showLog } from "./log-lines.mjs";
import { StepFailed } from "./run-step.mjs";
import { root } from "./set-up.mjs";

const HOST = "127.0.0.1";
/** The app itself gives up a little earlier, see lib/server/stop.ts. */
const STOP_MS_MAX = 10_000;

export function portFromEnvironment() {
  const text = process.env.PORT ?? "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StepFailed(`PORT is ${text || "empty"}; expected a whole number from 1 to 65535.`);
  }
  return port;
}

/** Resolves to the port when it is free, to any free one for 0. */
export function freePort(port = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", ({ code }) => {
      const why = code === "EADDRINUSE" ? "is in use" : `cannot be used (${code})`;
      const other = `Stop what uses it, or choose another: PORT=${port + 1} npm start`;
      reject(new StepFailed(`Port ${port} ${why}. ${other}`));
    });
    probe.listen(port, HOST, () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}

/**
 * Starts `next start` or `next dev` for this machine only. `answered` resolves once the first page does and rejects
 * when the app ends or fails before; `stop` lets running requests finish, for a while, and resolves to the exit code.
 *
 * @param {"start" | "dev"} command
 * @param {{ port: number, folder?: string, env?: Record<string, string | undefined>,
 *   onLog?: (line: string) => void }} options
 */
export function runNext(command, { port, folder = root, env = process.env, onLog = showLog }) {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const args = [next, command, ".", "-H", HOST, "-p", String(port)];
  const served = command === "start" ? { NEXT_MANUAL_SIG_HANDLE: "1" } : {};
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...env, ...served, NEXT_TELEMETRY_DISABLED: "1", PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (command === "dev") child.stdout.pipe(process.stdout);
  else child.stdout.resume();
  createInterface(child.stderr).on("line", onLog);

  const url = `http://${HOST}:${port}`;
  let running = true;
  // Ended by a signal before it could listen to one is an end in order.
  const exit = (code, signal) => code ?? (signal === "SIGKILL" ? 1 : 0);
  const ended = new Promise((resolve) => child.once("close", (...how) => resolve(exit(...how)))).finally(
    () => {
      running = false;
    },
  );
  return {
    url,
    pid: child.pid,
    ended,
    answered: firstAnswer(url, () => running),
    async stop() {
      child.kill("SIGTERM");
      const tooLong = setTimeout(() => child.kill("SIGKILL"), STOP_MS_MAX);
      const code = await ended;
      clearTimeout(tooLong);
      return code;
    },
  };
}

async function firstAnswer(url, isRunning) {
  while (isRunning()) {
    // A connection kept open would hold up the end of the app.
    const response = await fetch(url, { headers: { connection: "close" } }).catch(() => null);
    await response?.text();
    if (response?.status >= 500) throw new StepFailed(`The app answers with an error (${response.status}).`);
    if (response) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new StepFailed("The app ended before it answered.");
}
