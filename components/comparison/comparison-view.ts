import { type ColumnComparison, compareColumns } from "@/lib/comparison/compare-column";
import type { ComparedUnit } from "@/lib/comparison/compared-unit";
import { columnsOf, OVERALL } from "@/lib/comparison/figures";
import { sortUnits, type View } from "@/lib/comparison/view";
import { firstOf } from "@/lib/format/names";
import type { Framework } from "@/lib/framework/types";
import { type Page, pageOf } from "@/lib/paging/page-of";

/** Everything the sections of the comparison look things up in. */
export type ComparisonView = {
  organization: string;
  framework: Framework;
  view: View;
  /** Those that the filters leave, in the order of the view. */
  units: readonly ComparedUnit[];
  /** Those of them that the heat map shows. */
  shown: Page<ComparedUnit>;
  /** By the grouping and the measure of the view, the whole first. */
  columns: readonly ColumnComparison[];
  overall: ColumnComparison;
  titleOf: (capability: string) => string;
  /** At most three names, and how many more. */
  namesOf: (ids: readonly string[]) => string;
};

export function comparisonView(
  organization: string,
  framework: Framework,
  units: readonly ComparedUnit[],
  view: View,
): ComparisonView {
  const columns = compareColumns(units, columnsOf(framework, view.by), view.by, view.measure);
  const overall = columns.find(({ key }) => key === OVERALL);
  if (!overall) throw new Error("A comparison has a column of the whole.");
  const titles = new Map(columnsOf(framework, "capabilities").map(({ key, title }) => [key, title]));
  const names = new Map(units.map(({ unit }) => [unit.id, unit.name]));
  const sorted = sortUnits(units, view);
  return {
    organization,
    framework,
    view,
    units: sorted,
    shown: pageOf(sorted, view.page),
    columns,
    overall,
    titleOf: (key) => titles.get(key) ?? key,
    namesOf: (ids) => listed(ids.map((id) => names.get(id) ?? id)),
  };
}

const NAMES_MAX = 3;

function listed(names: readonly string[]): string {
  if (names.length === 0) return "–";
  if (names.length <= NAMES_MAX + 1) return names.join(", ");
  return firstOf(names, NAMES_MAX);
}

export const unitHref = (organization: string, unit: string) => `/${organization}/units/${unit}`;

export const resultHref = (organization: string, assessment: string) =>
  `/${organization}/assessments/${assessment}/results`;

/** The result of a unit, at the part that a column shows. */
export function cellHref({ organization, view }: ComparisonView, unit: ComparedUnit, column: string): string {
  const result = resultHref(organization, unit.latest.assessmentId);
  if (column === OVERALL) return result;
  return `${result}#${view.by === "areas" ? "area" : "capability"}-${column}`;
}
