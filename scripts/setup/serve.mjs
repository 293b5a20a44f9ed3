import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { referenceIn, showLog } from "./log-lines.mjs";
import { StepFailed } from "./run-step.mjs";
import { root } from "./set-up.mjs";

const HOST = "127.0.0.1";
/** The app itself gives up a little earlier, see lib/server/process/stop.ts. */
const STOP_MS_MAX = 10_000;

export function portFromEnvironment() {
  const text = process.env.PORT ?? "3000";
  const port = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) {
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
 * Settings of the C library of most Linux systems: what a thread frees goes back to the system instead of waiting for
 * more of its kind. After large files the app holds a third less. Elsewhere they do nothing.
 */
const MEMORY = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "1048576",
  MALLOC_TRIM_THRESHOLD_: "1048576",
};

/**
 * Starts `next start` or `next dev` for this machine only. `answered` resolves once the first page is answered, in
 * whatever way, to its status and to the reference of what went wrong; it rejects when the app ends before. `ended`
 * resolves to how it ended. `stop` lets running requests finish, for a while, and resolves to the exit code.
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
    env: { ...MEMORY, ...env, ...served, NEXT_TELEMETRY_DISABLED: "1", PORT: String(port) },
    // The channel closes when this process ends, however it does: the app then stops too, see lib/server/process/stop.ts.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  if (command === "dev") {
    child.stdout.pipe(process.stdout);
    process.stdout.on("error", () => child.stdout.resume());
  } else child.stdout.resume();
  let reference = null;
  createInterface(child.stderr).on("line", (line) => {
    reference = referenceIn(line) ?? reference;
    onLog(line);
  });

  const url = `http://${HOST}:${port}`;
  let running = true;
  const ended = new Promise((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  }).finally(() => {
    running = false;
  });
  return {
    url,
    pid: child.pid,
    ended,
    answered: firstAnswer(url, () => running).then((status) => ({ status, reference })),
    async stop() {
      child.kill("SIGTERM");
      const tooLong = setTimeout(() => child.kill("SIGKILL"), STOP_MS_MAX);
      const { code, signal } = await ended;
      clearTimeout(tooLong);
      // Ended by the signal before it could listen to one is an end in order.
      return code ?? (signal === "SIGTERM" ? 0 : 1);
    },
  };
}

/** How an app ended that nobody had stopped. */
export function endInWords({ code, signal }) {
  if (signal === null) return `The app ended by itself with code ${code}.`;
  const why = signal === "SIGABRT" ? " Node.js does so when memory runs out." : "";
  return `The app was ended by ${signal}.${why}`;
}

/** Resolves to the status of the first answer: an app that answers with an error has started. */
async function firstAnswer(url, isRunning) {
  while (isRunning()) {
    // A connection kept open would hold up the end of the app.
    const response = await fetch(url, { headers: { connection: "close" } }).catch(() => null);
    // The page may break off in its middle; what counts is that it was begun.
    await response?.text().catch(() => undefined);
    if (response) return response.status;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new StepFailed("The app ended before it answered.");
}
