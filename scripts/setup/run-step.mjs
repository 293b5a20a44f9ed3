import { spawn } from "node:child_process";

export class StepFailed extends Error {}

/**
 * Runs one command of the set-up and says so: a ticking line on a terminal, plain lines elsewhere.
 * What the command prints is shown only when it fails.
 */
export async function runStep(title, command, args, env = {}) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const terminal = process.stdout.isTTY;
  if (!terminal) console.log(`${title} …`);
  const ticking = terminal && setInterval(() => process.stdout.write(`\r${title} … ${seconds()}`), 500);
  const output = [];
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.on("error", (error) => {
      output.push(Buffer.from(String(error)));
      resolve(1);
    });
    child.on("close", resolve);
  });
  if (ticking) clearInterval(ticking);
  if (terminal) process.stdout.write(`\r${title} … ${seconds()}\n`);
  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new StepFailed(`${title} failed. The lines above say why.`);
}
