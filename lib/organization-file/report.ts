import { formatDay } from "../format/date";
import type { TableKey } from "./tables";
import type { FileAssessment } from "./tables/assessments";

/** What an import does with the rows of one table of a file. */
export type Comparison = {
  /** Names of those that are not here yet. */
  added: string[];
  /** How many are here already, just as in the file. */
  unchanged: number;
  /** Names of those that are here with other content: they stay as they are here. */
  kept: string[];
};

export type ImportReport = Record<TableKey, Comparison> & {
  /** Taken when the organization has no units yet. */
  organizationName: "taken" | "unchanged" | "kept";
};

/** Compares what a file holds with what is here, known by id and hash; `fresh` is what is not, with its place. */
export function sortOut<Row>(
  rows: readonly Row[],
  here: { hashes: ReadonlyMap<string, string>; hashOf: (row: Row) => string },
  { idOf, nameOf }: { idOf: (row: Row) => string; nameOf: (row: Row) => string },
) {
  const report: Comparison = { added: [], unchanged: 0, kept: [] };
  const fresh: (Row & { index: number })[] = [];
  for (const [index, row] of rows.entries()) {
    const hash = here.hashes.get(idOf(row));
    if (hash === undefined) {
      report.added.push(nameOf(row));
      fresh.push({ ...row, index });
    } else if (hash === here.hashOf(row)) report.unchanged += 1;
    else report.kept.push(nameOf(row));
  }
  return { report, fresh };
}

/** `Retail Banking, submitted Nov 24, 2026` */
export function assessmentName(unitName: string, { status, submittedAt, updatedAt }: FileAssessment): string {
  const what = status === "submitted" ? "submitted" : "draft of";
  return `${unitName}, ${what} ${formatDay(new Date(submittedAt ?? updatedAt))}`;
}
