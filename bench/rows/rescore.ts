import { within } from "../comparison";
import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import type { Row } from "./row";

export const rescore: Row = {
  name: "rescore",
  async measure() {
    const [ours, half] = await inTurn(
      figureOf("seconds", "programs/rescore.ts", "10000"),
      figureOf("seconds", "programs/rescore.ts", "5000"),
    );
    const own = { name: "rescore 10,000 assessments", ours, unit: "s" };
    return [within(2, own), { ...own, beside: half, besideName: "the same for 5,000", bar: { atMost: 2.2 } }];
  },
};
