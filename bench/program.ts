import { execFile, fork, type Serializable } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { z } from "zod";
import { root } from "../scripts/setup/set-up.mjs";

/** Runs a file of this folder in a process of its own, so that no measurement warms another; parses what it prints. */
export async function runProgram<Printed>(
  schema: z.ZodType<Printed>,
  [file, ...args]: readonly [file: string, ...args: string[]],
  extra: Record<string, string> = {},
): Promise<Printed> {
  const node = ["--conditions=react-server", "--import", "tsx", `bench/${file}`, ...args];
  const env = { ...process.env, NODE_ENV: "production" as const, ...extra };
  const { stdout } = await promisify(execFile)(process.execPath, node, { cwd: root, env });
  return schema.parse(JSON.parse(stdout));
}

/** Starts a file of this folder that goes on and is told what to do: an answer is the next message it sends. */
export function startProgram(file: string, ...args: string[]) {
  const execArgv = ["--conditions=react-server", "--import", "tsx"];
  const child = fork(`bench/${file}`, args, { cwd: root, execArgv });
  const gone = once(child, "exit").then(([code]) => Promise.reject(new Error(`${file} ended with ${code}`)));
  gone.catch(() => undefined);
  return {
    tell: (message: Serializable) => child.send(message),
    answer: async (): Promise<unknown> => (await Promise.race([once(child, "message"), gone]))[0],
    end: () => child.kill(),
  };
}

/** One figure that a program prints, again with each call. */
export function figureOf(name: string, ...program: [file: string, ...args: string[]]): () => Promise<number> {
  return async () => {
    const figures = await runProgram(z.record(z.string(), z.number()), program);
    const found = figures[name];
    if (found === undefined) throw new Error(`${program.join(" ")} printed no ${name}`);
    return found;
  };
}
