import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startBare, startSeeded, withApps } from "../apps";
import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import type { Row } from "./row";

export const saves: Row = {
  name: "saves",
  async measure() {
    const folder = await mkdtemp(path.join(tmpdir(), "scaling-readiness-bench-"));
    const env = { UPSERT_FILE: path.join(folder, "upsert.db") };
    try {
      return await withApps([startSeeded(), startBare(env)], async (app, bare) => {
        const [ours, beside] = await inTurn(
          figureOf("perSecond", "peers/load-answers.ts", `${app.draftApi}/answers`),
          figureOf("perSecond", "peers/load-answers.ts", `${bare.url}/upsert`),
        );
        return [
          {
            name: "answers saved",
            ours,
            unit: "a second",
            beside,
            besideName: "Next route with one raw SQLite upsert",
            bar: { atLeast: 0.5 },
          },
        ];
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
