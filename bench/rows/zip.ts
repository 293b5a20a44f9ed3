import { within } from "../comparison";
import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import { writeBomb } from "../zip-bomb";
import type { Row } from "./row";

const [OURS, EXCELJS] = ["programs/bomb.ts", "programs/bomb-by-exceljs.ts"];

export const zip: Row = {
  name: "zip",
  async measure() {
    await writeBomb();
    const [time, theirTime, memory, theirMemory] = await inTurn(
      figureOf("milliseconds", OURS),
      figureOf("milliseconds", EXCELJS),
      figureOf("megabytes", OURS),
      figureOf("megabytes", EXCELJS),
    );
    const refused = { name: "zip bomb refused", ours: time, unit: "ms" };
    const added = { name: "zip bomb refused, added memory", ours: memory, unit: "MB" };
    const besideName = "exceljs, reading it";
    return [
      { ...refused, beside: theirTime, besideName, bar: { atMost: 0.01 } },
      within(50, refused),
      { ...added, beside: theirMemory, besideName, bar: { atMost: 0.02 } },
      within(20, added),
    ];
  },
};
