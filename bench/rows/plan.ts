import { within } from "../comparison";
import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import type { Row } from "./row";

export const plan: Row = {
  name: "plan",
  async measure() {
    const [one, many] = await inTurn(
      figureOf("seconds", "programs/plan.ts", "1"),
      figureOf("seconds", "programs/plan.ts", "25"),
    );
    return [
      within(1, { name: "plan for 30 gaps", ours: one, unit: "s" }),
      within(10, { name: "plan for 25 units of 30 gaps", ours: many, unit: "s" }),
    ];
  },
};
