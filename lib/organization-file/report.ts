import { formatDay } from "../format/date";
import type { FileAssessment } from "./schema";

/** What an import does with the units, the assessments or the plans of a file. */
export type Comparison = {
  /** Names of those that are not here yet. */
  added: string[];
  /** How many are here already, just as in the file. */
  unchanged: number;
  /** Names of those that are here with other content: they stay as they are here. */
  kept: string[];
};

export type ImportReport = {
  /** Taken when the organization has no units yet. */
  organizationName: "taken" | "unchanged" | "kept";
  units: Comparison;
  assessments: Comparison;
  plans: Comparison;
  /** One for each risk of a unit that something was decided about. */
  registers: Comparison;
  inventory: Comparison;
};

/** Compares what a file holds with what is here, known by id and hash; `fresh` is what is not, with its place. */
export function sortOut<Item extends { id: string }>(
  items: readonly Item[],
  here: { hashes: ReadonlyMap<string, string>; hashOf: (item: Item) => string },
  nameOf: (item: Item) => string,
) {
  const report: Comparison = { added: [], unchanged: 0, kept: [] };
  const fresh: (Item & { index: number })[] = [];
  for (const [index, item] of items.entries()) {
    const hash = here.hashes.get(item.id);
    if (hash === undefined) {
      report.added.push(nameOf(item));
      fresh.push({ ...item, index });
    } else if (hash === here.hashOf(item)) report.unchanged += 1;
    else report.kept.push(nameOf(item));
  }
  return { report, fresh };
}

/** `Retail Banking, submitted Nov 24, 2026` */
export function assessmentName(unitName: string, { status, submittedAt, updatedAt }: FileAssessment): string {
  const what = status === "submitted" ? "submitted" : "draft of";
  return `${unitName}, ${what} ${formatDay(new Date(submittedAt ?? updatedAt))}`;
}
