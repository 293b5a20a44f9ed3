import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { RunningApp } from "../../tests/support/server";
import { startBare, startSeeded, withApps } from "../apps";
import { figureOf } from "../program";
import type { Row } from "./row";

const REQUESTS = "10000";

export const memory: Row = {
  name: "memory",
  measure: () =>
    withApps([startSeeded(), startBare()], async (app, bare) => {
      for (const address of [app.home, `${bare.url}/dynamic`]) {
        await figureOf("perSecond", "peers/load.ts", address, REQUESTS)();
      }
      const [ours, beside] = await Promise.all([residentMegabytes(app), residentMegabytes(bare)]);
      return [
        {
          name: "memory after 10,000 home pages",
          ours,
          unit: "MB",
          beside,
          besideName: "bare dynamic Next page",
          bar: { atMost: 1.8 },
        },
      ];
    }),
};

async function residentMegabytes({ pid }: RunningApp): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout) / 1000;
}
