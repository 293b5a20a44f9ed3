import { within } from "../comparison";
import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import type { Row } from "./row";

export const xlsx: Row = {
  name: "xlsx",
  async measure() {
    const [ours, beside, megabytes] = await inTurn(
      figureOf("milliseconds", "programs/xlsx.ts"),
      figureOf("milliseconds", "programs/xlsx-by-stream.ts"),
      figureOf("megabytes", "programs/xlsx.ts"),
    );
    const name = "XLSX of 20,000 × 12";
    return [
      { name, ours, unit: "ms", beside, besideName: "exceljs, streaming", bar: { atMost: 1.3 } },
      within(200, { name: `${name}, peak memory`, ours: megabytes, unit: "MB" }),
    ];
  },
};
