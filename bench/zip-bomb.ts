import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { packed, parts } from "../tests/support/workbook";

export const BOMB = path.join(tmpdir(), "scaling-readiness-bomb.xlsx");

const ROWS = 103_000;
const COLUMNS = "ABCDEFGHIJKL";

/** A workbook of figures, small enough to be sent and large enough to fill the memory of who reads all of it. */
export async function writeBomb(): Promise<void> {
  const rows: string[] = [];
  let figure = 1;
  for (let row = 1; row <= ROWS; row += 1) {
    const cells = [...COLUMNS].map((column) => {
      figure = (figure * 48_271) % 2_147_483_647;
      return `<c r="${column}${row}"><v>${figure % 100_000}</v></c>`;
    });
    rows.push(`<row r="${row}">${cells.join("")}</row>`);
  }
  await writeFile(BOMB, packed(parts(rows.join(""))));
}
