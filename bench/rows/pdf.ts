import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import type { Row } from "./row";

export const pdf: Row = {
  name: "pdf",
  async measure() {
    const [ours, beside] = await inTurn(
      figureOf("microseconds", "programs/pdf.ts"),
      figureOf("microseconds", "programs/pdf-by-hand.ts"),
    );
    return [
      {
        name: "gap report as PDF, warm",
        ours: ours / 1000,
        unit: "ms",
        beside: beside / 1000,
        besideName: "raw pdfkit, the same words",
        bar: { atMost: 2 },
      },
    ];
  },
};
