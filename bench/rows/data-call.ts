import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import type { Row } from "./row";

export const dataCall: Row = {
  name: "data-call",
  async measure() {
    const [ours, beside] = await inTurn(
      figureOf("microseconds", "programs/data-call.ts", "guarded"),
      figureOf("microseconds", "programs/data-call.ts", "stock"),
    );
    return [
      {
        name: "one write and one read",
        ours,
        unit: "µs",
        beside,
        besideName: "stock Prisma adapter",
        bar: { atMost: 1.3 },
      },
    ];
  },
};
