import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { StepFailed } from "./run-step.mjs";
import { root } from "./set-up.mjs";

const HOST = "127.0.0.1";

export function portFromEnvironment() {
  const text = process.env.PORT ?? "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StepFailed(`PORT is ${text}; expected a whole number from 1 to 65535.`);
  }
  return port;
}

export async function requireFreePort(port) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => {
      reject(
        new StepFailed(
          `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
        ),
      );
    });
    probe.listen(port, HOST, () => probe.close(resolve));
  });
}

/** Starts `next start` or `next dev`, says when it answers, and ends with it. */
export async function serve(command, port) {
  const next = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", command, "-H", HOST, "-p", String(port)],
    {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = new Promise((resolve) => next.on("close", (code) => resolve(code ?? 0)));
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      stopping = true;
      next.kill("SIGTERM");
    });
  }
  if (command === "dev") next.stdout.pipe(process.stdout);
  else next.stdout.resume();

  const address = `http://${HOST}:${port}`;
  const answers = await Promise.race([answered(address), ended.then(() => false)]);
  if (answers) console.log(`Ready: ${address}  (Ctrl-C stops it)`);
  const code = await ended;
  process.exitCode = stopping ? 0 : code || 1;
}

async function answered(address) {
  for (;;) {
    try {
      await fetch(address, { redirect: "manual" });
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
