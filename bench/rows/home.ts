import { startBare, startSeeded, withApps } from "../apps";
import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import type { Row } from "./row";

export const home: Row = {
  name: "home",
  measure: () =>
    withApps([startSeeded(), startBare()], async (app, bare) => {
      const [ours, beside] = await inTurn(
        figureOf("perSecond", "peers/load.ts", app.home),
        figureOf("perSecond", "peers/load.ts", `${bare.url}/dynamic`),
      );
      return [
        {
          name: "home page of 10 units",
          ours,
          unit: "a second",
          beside,
          besideName: "bare dynamic Next page",
          bar: { atLeast: 0.5 },
        },
      ];
    }),
};
