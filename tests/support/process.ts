import { spawn } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Runs JavaScript in another Node process, with the packages of this project. */
export function runElsewhere(script: string) {
  return start(["--input-type=module", "--eval", script]);
}

/** Runs a TypeScript file of this project in another Node process. */
export function runFileElsewhere(file: string, ...rest: string[]) {
  return start(["--conditions=react-server", "--import", "tsx", path.join(ROOT, file), ...rest]);
}

/** Runs a script of this project to its end. */
export async function runScript(name: string, ...rest: string[]): Promise<{ code: number; said: string }> {
  const child = runFileElsewhere(`scripts/${name}.ts`, ...rest);
  await ended(child);
  return { code: child.exitCode ?? -1, said: child.output() };
}

function start(node: string[]) {
  const child = spawn(process.execPath, node, { cwd: ROOT });
  let output = "";
  child.stdout?.on("data", (data) => {
    output += data;
  });
  child.stderr?.on("data", (data) => {
    output += data;
  });
  let closed = false;
  child.on("close", () => {
    closed = true;
  });
  return Object.assign(child, { output: () => output, isClosed: () => closed });
}

type Process = ReturnType<typeof start>;

/** Resolves when the process has printed a text. Rejects, with what it said, when it ends before. */
export async function printed(child: Process, text: string): Promise<void> {
  while (!child.output().includes(text)) {
    if (child.isClosed()) throw new Error(`Ended early: ${child.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Resolves once the process has ended and all that it printed is here. */
export async function ended(child: Process): Promise<void> {
  if (!child.isClosed()) await new Promise((resolve) => child.once("close", resolve));
}
