import { HeatTable } from "@/components/charts/heat-table";
import { PagesNavigation } from "@/components/ui/pages-navigation";
import { Panel } from "@/components/ui/panel";
import type { ComparedUnit } from "@/lib/comparison/compared-unit";
import { type Column, GROUPINGS, MEASURES } from "@/lib/comparison/figures";
import { weakestHeading } from "@/lib/comparison/headings";
import { type Direction, NAME, sortOf, type View } from "@/lib/comparison/view";
import { GROUPING_WORDS, MEASURE_SUMMARIES, MEASURE_WORDS } from "@/lib/comparison/words";
import { PHASE_WORDS } from "@/lib/framework/words";
import { severityOf } from "@/lib/gap-analysis/severity";
import type { Outcome } from "@/lib/scoring/result";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { SEVERITY_TONES } from "@/lib/scoring/tones";
import { Choices } from "./choices";
import { type ComparisonView, cellHref, unitHref } from "./comparison-view";
import { SortLink } from "./sort-link";
import { regrouped, viewQuery } from "./view-address";

export function HeatMap({ comparison }: { comparison: ComparisonView }) {
  const { organization, view, units, columns, shown } = comparison;
  const { column: sortedBy, direction } = sortOf(view);
  const header = (column: Pick<Column, "key" | "title">, first: Direction) => ({
    key: column.key,
    header: <SortLink organization={organization} view={view} column={column} first={first} />,
    sorted: sortedBy === column.key ? SORTED[direction] : undefined,
  });
  const inPart = shown.pages > 1 ? `Units ${shown.from} to ${shown.to} of ${units.length}. ` : "";
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-x-8 gap-y-2 print:hidden">
        <Choices
          label="Compare by"
          organization={organization}
          choices={GROUPINGS.map((by) => ({ word: GROUPING_WORDS[by], view: regrouped(view, by) }))}
          current={GROUPING_WORDS[view.by]}
        />
        <Choices
          label="Figure"
          organization={organization}
          choices={MEASURES.map((measure): { word: string; view: View } => ({
            word: MEASURE_WORDS[measure],
            view: { ...view, measure, page: 1 },
          }))}
          current={MEASURE_WORDS[view.measure]}
        />
      </div>
      <Panel>
        <HeatTable
          title={weakestHeading(columns, view.measure)}
          note={`${inPart}${MEASURE_SUMMARIES[view.measure]} A heading sorts, a figure opens where it comes from.`}
          summary={`${units.length} units by ${columns.length - 1} ${view.by}, and overall.`}
          rowHeader={header({ key: NAME, title: "Unit" }, "asc")}
          columns={columns.map((column) => header(column, "desc"))}
          rows={shown.rows.map((unit) => ({
            key: unit.unit.id,
            label: unit.unit.name,
            href: unitHref(organization, unit.unit.id),
            note: <Verdict unit={unit} />,
            values: columns.map(({ figures }) => figures.get(unit.unit.id)?.value ?? null),
            hrefs: columns.map(({ key }) => cellHref(comparison, unit, key)),
          }))}
          missing="Not assessed"
          {...(view.measure === "gap" ? { format: "level", domain: [0, 4], toneOf: toneOfGap } : {})}
        />
      </Panel>
      <PagesNavigation
        label="Pages of the heat map"
        page={shown.page}
        pages={shown.pages}
        hrefOf={(page) => `/${organization}/compare${viewQuery({ ...view, page })}#heat-map`}
      />
    </div>
  );
}

const SORTED: Record<Direction, "ascending" | "descending"> = { asc: "ascending", desc: "descending" };

const VERDICT_TONES: Record<Outcome, string> = {
  insufficientEvidence: "text-muted",
  notReady: "text-danger",
  readyWithConditions: "text-warning",
  ready: "text-success",
};

/** Under the name and not in a column: on a phone the figures begin right beside it. */
function Verdict({ unit: { latest } }: { unit: ComparedUnit }) {
  const { outcome } = latest.result.verdict;
  return (
    <span className={VERDICT_TONES[outcome]}>
      {OUTCOME_WORDS[outcome]} for {PHASE_WORDS[latest.targetPhase].toLowerCase()}
      {latest.depth === "quick" ? " (quick)" : ""}
    </span>
  );
}

const toneOfGap = (gap: number) => SEVERITY_TONES[severityOf(gap, false)];
