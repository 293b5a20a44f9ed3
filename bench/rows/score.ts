import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import type { Row } from "./row";

export const score: Row = {
  name: "score",
  async measure() {
    const [ours, rules, loop] = await inTurn(
      figureOf("microseconds", "programs/score.ts"),
      figureOf("microseconds", "peers/score-by-rules.ts"),
      figureOf("microseconds", "programs/score-by-loop.ts"),
    );
    const own = { name: "score one full assessment", ours, unit: "µs" };
    return [
      { ...own, beside: rules, besideName: "json-rules-engine, 60 rules", bar: { atMost: 0.1 } },
      { ...own, beside: loop, besideName: "shortest hand loop", bar: { atMost: 10 } },
    ];
  },
};
