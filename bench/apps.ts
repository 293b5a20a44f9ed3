import { z } from "zod";
import { generated, type RunningApp, startApp, startNext } from "../tests/support/server";
import { BARE, PEERS } from "./builds";
import { runProgram } from "./program";

export const startBare = (env: Record<string, string> = {}) =>
  startNext(BARE, { env: { ...process.env, ...env } });
export const startPeers = () => startNext(PEERS);

export type SeededApp = RunningApp & {
  home: string;
  /** Addresses of an open full assessment in the interface and in the API, and of a submitted one. */
  draft: string;
  draftApi: string;
  submitted: string;
};

/** Our app with ten units that have results. */
export async function startSeeded(): Promise<SeededApp> {
  const keys = z.object({ draft: z.string(), submitted: z.string() });
  let seeded: z.infer<typeof keys> | undefined;
  const app = await startApp({
    async seed(env) {
      seeded = await runProgram(keys, ["programs/seed.ts"], env);
    },
  });
  const home = `${app.url}/my-organization`;
  return {
    ...app,
    home,
    draft: `${home}/assessments/${seeded?.draft}`,
    draftApi: `${app.url}/api/v1/my-organization/assessments/${seeded?.draft}`,
    submitted: `${home}/assessments/${seeded?.submitted}`,
  };
}

/** Our app with a generated organization of so many units. */
export const startGenerated = (units: number) => startApp({ seed: generated(units) });

/** The apps end with the work, also when it fails. */
export async function withApps<Apps extends readonly RunningApp[], Value>(
  starting: { [Index in keyof Apps]: Promise<Apps[Index]> },
  work: (...apps: Apps) => Promise<Value>,
): Promise<Value> {
  const started = await Promise.allSettled<RunningApp>(starting);
  const running = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  try {
    return await work(...((await Promise.all(starting)) as unknown as Apps));
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
  }
}
