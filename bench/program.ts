import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { root } from "../scripts/setup/set-up.mjs";

const figures = z.record(z.string(), z.number());

/** Runs a file of this folder in a process of its own, so that no measurement warms another; it prints its figures. */
export async function runProgram(file: string, ...args: readonly string[]): Promise<Record<string, number>> {
  const node = ["--conditions=react-server", "--import", "tsx", `bench/${file}`, ...args];
  const env = { ...process.env, NODE_ENV: "production" as const };
  const { stdout } = await promisify(execFile)(process.execPath, node, { cwd: root, env });
  return figures.parse(JSON.parse(stdout));
}

/** One figure of a program, again with each call. */
export function figureOf(name: string, file: string, ...args: readonly string[]): () => Promise<number> {
  return async () => {
    const found = (await runProgram(file, ...args))[name];
    if (found === undefined) throw new Error(`${file} printed no ${name}`);
    return found;
  };
}
