import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The exit code of a command that could not use a setting: what it said is all that people need. */
const BAD_SETTING = 78;

/** An expected end: its message is all that people need to see. */
export class StepFailed extends Error {}

/**
 * Runs one command of the set-up and says so: a ticking line on a terminal, plain lines elsewhere.
 * What the command prints is kept for the log, which is written and named only when it fails.
 */
export async function runStep(title, command, args) {
  const stopTicking = tick(title);
  const output = [];
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.on("error", (error) => {
      output.push(Buffer.from(String(error)));
      resolve(1);
    });
    child.on("close", resolve);
  });
  stopTicking();
  if (code === 0) return;

  const said = Buffer.concat(output).toString();
  if (code === BAD_SETTING) throw new StepFailed(said.trim());
  const log = path.join(mkdtempSync(path.join(tmpdir(), "scaling-readiness-")), "failed.log");
  writeFileSync(log, said);
  throw new StepFailed(`${title} failed: ${reason(said)}\nThe log is in ${log}`);
}

function tick(title) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  if (!process.stdout.isTTY) {
    console.log(`${title} …`);
    const still = setInterval(() => console.log(`${title} … ${seconds()}`), 20_000);
    return () => clearInterval(still);
  }
  const show = () => process.stdout.write(`\r${title} … ${seconds()}`);
  show();
  const ticking = setInterval(show, 500);
  return () => {
    clearInterval(ticking);
    process.stdout.write(`\r${title} … ${seconds()}\n`);
  };
}

/** The message of the first error a command printed, without its stack, on one line; else its last line. */
function reason(said) {
  const lines = said.split("\n").filter((line) => line.trim() !== "" && !/^Node\.js v\d/.test(line));
  const first = lines.findIndex((line) => /\w*error\b[^:]*:|npm error/i.test(line));
  if (first < 0) return lines.at(-1) ?? "it printed nothing.";
  const stack = lines.findIndex((line, index) => index > first && /^\s+at |^\s*}/.test(line));
  return lines
    .slice(first, Math.min(first + 3, stack < 0 ? lines.length : stack))
    .map((line) => line.replace(/^\s*(\w*Error:|npm error)\s*/i, "").trim())
    .join(" ");
}
