import { stepOf } from "../chart-geometry/scale";
import { changeOf } from "../comparison/change";
import { compareColumns } from "../comparison/compare-column";
import type { ComparedUnit, NotCompared } from "../comparison/compared-unit";
import { columnsOf, OVERALL } from "../comparison/figures";
import { findings } from "../comparison/findings";
import { transfers } from "../comparison/transfers";
import { weaknesses } from "../comparison/weaknesses";
import { DIFFERENCE_WORDS } from "../comparison/words";
import { formatChange } from "../format/change";
import { formatDay } from "../format/date";
import { firstOf } from "../format/names";
import { formatLevel, formatPercent, formatRange, formatScore } from "../format/number";
import type { Framework } from "../framework/types";
import { PHASE_WORDS } from "../framework/words";
import { bandWord, OUTCOME_WORDS } from "../scoring/result-words";
import type { Block, Cell, ReportDocument, Section } from "./document";
import { methodSection } from "./method-section";

const TRANSFERS_MAX = 25;
/** A table of more rows is one to sort and search: that is what the workbook is for. */
const UNITS_MAX = 100;
const BARS_MAX = 40;
const NAMES_MAX = 6;

/** Says what a block leaves out, when it does. */
function leftOut(units: readonly unknown[], shown: number, say: (rest: number) => string): Block[] {
  const rest = units.length - shown;
  return rest > 0 ? [{ kind: "paragraph", text: say(rest) }] : [];
}

const inWorkbook = (rest: number) => `${rest} more units are in the workbook, in the sheet Units.`;

export type PortfolioInput = {
  organization: string;
  framework: Framework;
  /** In the order of the view. */
  units: readonly ComparedUnit[];
  notCompared: readonly NotCompared[];
  date: Date;
};

/** The comparison of units as a report: the same figures as on the compare page. */
export function portfolioReport({
  organization,
  framework,
  units,
  notCompared,
  date,
}: PortfolioInput): ReportDocument {
  const titles = new Map(columnsOf(framework, "capabilities").map(({ key, title }) => [key, title]));
  const titleOf = (key: string) => titles.get(key) ?? key;
  const ready = units.filter(({ latest }) => latest.result.verdict.outcome === "ready").length;
  return {
    title: "Scaling readiness: comparison of units",
    subtitle: organization,
    headline: `${ready} of ${units.length} units ${ready === 1 ? "is" : "are"} ready`,
    cover: [
      { label: "Units compared", value: String(units.length) },
      { label: "Not compared", value: String(notCompared.length) },
      { label: "Framework", value: `${framework.key} ${framework.version}` },
      { label: "Date", value: formatDay(date) },
    ],
    footer: `${framework.key}@${framework.version} · ${formatDay(date)}`,
    sections: [
      summary(units, framework),
      unitsSection(units, framework),
      areasSection(units, framework),
      weaknessSection(units, titleOf),
      transferSection(units, titleOf),
      changeSection(units),
      ...(notCompared.length > 0 ? [notComparedSection(notCompared)] : []),
      methodSection(framework),
    ],
  };
}

function summary(units: readonly ComparedUnit[], framework: Framework): Section {
  const bars = units
    .slice(0, BARS_MAX)
    .map(({ unit, latest: { result } }) => ({ label: unit.name, ...result.readiness }));
  return {
    title: "Summary",
    blocks: [
      { kind: "list", items: findings(units, framework).map(({ text }) => text) },
      {
        kind: "bars",
        title: "Readiness of each unit for its own target phase",
        alt: `Bars of readiness with what it could still become. ${bars.map(({ label, value }) => `${label} ${formatScore(value)}`).join(", ")}.`,
        rows: bars,
      },
      ...leftOut(units, BARS_MAX, inWorkbook),
      { kind: "paragraph", text: "Where the lines of two units overlap, their order is not settled." },
    ],
  };
}

function unitsSection(units: readonly ComparedUnit[], framework: Framework): Section {
  return {
    title: "Units",
    blocks: [
      {
        kind: "table",
        caption: "Verdict, readiness and score",
        columns: [
          { title: "Unit", share: 2.2 },
          { title: "Verdict", share: 2 },
          { title: "Phase", share: 1.6 },
          { title: "Readiness", share: 1.4, numeric: true },
          { title: "Could be", share: 1.5, numeric: true },
          { title: "Score", share: 0.9, numeric: true },
          { title: "Band", share: 1.3 },
          { title: "Submitted", share: 1.8 },
        ],
        rows: units
          .slice(0, UNITS_MAX)
          .map(({ unit, latest: { result, submittedAt } }) => [
            unit.name,
            OUTCOME_WORDS[result.verdict.outcome],
            PHASE_WORDS[result.targetPhase],
            formatScore(result.readiness.value),
            formatRange(result.readiness.low, result.readiness.high),
            formatScore(result.score.value),
            result.score.band ? bandWord(framework, result.score.band) : "Not assessed",
            formatDay(submittedAt),
          ]),
      },
      ...leftOut(units, UNITS_MAX, inWorkbook),
    ],
  };
}

function readinessCell(value: number | null): Cell {
  return value === null ? "–" : { text: formatScore(value), step: stepOf(value) };
}

function areasSection(units: readonly ComparedUnit[], framework: Framework): Section {
  const columns = compareColumns(units, columnsOf(framework, "areas"), "areas", "readiness");
  const areas = columns.filter(({ key }) => key !== OVERALL);
  return {
    title: "Areas",
    blocks: [
      {
        kind: "table",
        caption: "Readiness by area",
        columns: [
          { title: "Unit", share: 2.4 },
          ...columns.map(({ title }) => ({
            title,
            // Room for the longest name in one line.
            share: Math.max(1.2, title.length / 8),
            numeric: true,
          })),
        ],
        rows: units
          .slice(0, UNITS_MAX)
          .map(({ unit }) => [
            unit.name,
            ...columns.map(({ figures }) => readinessCell(figures.get(unit.id)?.value ?? null)),
          ]),
      },
      ...leftOut(units, UNITS_MAX, inWorkbook),
      {
        kind: "table",
        caption: "Spread between units",
        columns: [
          { title: "Area", share: 2.4 },
          { title: "Lowest", share: 1, numeric: true },
          { title: "Lower quartile", share: 1.4, numeric: true },
          { title: "Median", share: 1, numeric: true },
          { title: "Upper quartile", share: 1.4, numeric: true },
          { title: "Highest", share: 1, numeric: true },
          { title: "Spread", share: 1, numeric: true },
        ],
        rows: areas.flatMap(({ title, distribution }) =>
          distribution
            ? [
                [
                  title,
                  formatScore(distribution.lowest),
                  formatScore(distribution.lowerQuartile),
                  formatScore(distribution.median),
                  formatScore(distribution.upperQuartile),
                  formatScore(distribution.highest),
                  formatScore(distribution.spread),
                ],
              ]
            : [],
        ),
      },
    ],
  };
}

function weaknessSection(units: readonly ComparedUnit[], titleOf: (key: string) => string): Section {
  const { common, local } = weaknesses(units);
  const names = new Map(units.map(({ unit }) => [unit.id, unit.name]));
  const table = (caption: string, rows: typeof common): Block => ({
    kind: "table",
    caption,
    columns: [
      { title: "Capability", share: 2.4 },
      { title: "Units", share: 1, numeric: true },
      { title: "Share", share: 0.8, numeric: true },
      { title: "Median gain", share: 1.2, numeric: true },
      { title: "Which", share: 4 },
    ],
    rows: rows.map(({ capability, units: ids, assessed, share, gain }) => [
      titleOf(capability),
      `${ids.length} of ${assessed}`,
      formatPercent(share),
      formatScore(gain),
      firstOf(
        ids.map((id) => names.get(id) ?? id),
        NAMES_MAX,
      ),
    ]),
  });
  return {
    title: "Weaknesses",
    blocks: [
      {
        kind: "paragraph",
        text: "Common weaknesses are worth solving once for all, local ones where they are.",
      },
      table("Common: at least half of the units are a level or more short", common),
      table("Local: fewer than half are", local),
    ],
  };
}

function transferSection(units: readonly ComparedUnit[], titleOf: (key: string) => string): Section {
  const pairs = transfers(units);
  const shown = pairs.slice(0, TRANSFERS_MAX);
  const blocks: Block[] = [
    {
      kind: "table",
      caption: "Who can teach whom, the largest gain first",
      columns: [
        { title: "Capability", share: 2.2 },
        { title: "Learner", share: 2 },
        { title: "Level", share: 0.8, numeric: true },
        { title: "Required", share: 1, numeric: true },
        { title: "Gain", share: 0.8, numeric: true },
        { title: "Can teach", share: 3 },
      ],
      rows: shown.map(({ capability, learner, level, required, gain, teachers }) => [
        titleOf(capability),
        learner.name,
        formatLevel(level),
        String(required),
        formatScore(gain),
        teachers
          .slice(0, 3)
          .map((teacher) => `${teacher.unit.name} (${formatLevel(teacher.level)})`)
          .join(", "),
      ]),
    },
  ];
  if (pairs.length > shown.length) {
    blocks.push({
      kind: "paragraph",
      text: `${pairs.length - shown.length} pairs with smaller gains are in the workbook.`,
    });
  }
  return { title: "Transfer pairs", blocks };
}

function changeSection(units: readonly ComparedUnit[]): Section {
  return {
    title: "Change since last time",
    blocks: [
      {
        kind: "table",
        caption: "Change since each unit's assessment before",
        columns: [
          { title: "Unit", share: 2.4 },
          { title: "Before", share: 1.5 },
          { title: "Readiness", share: 1.2, numeric: true },
          { title: "Score", share: 1, numeric: true },
          { title: "Verdict", share: 3 },
        ],
        rows: units.slice(0, UNITS_MAX).map((compared) => {
          const change = changeOf(compared);
          const name = compared.unit.name;
          if (change.kind === "first") return [name, "First assessment", "–", "–", "–"];
          const before = formatDay(change.before.submittedAt);
          if (change.kind === "measuredDifferently") {
            return [name, before, "–", "–", `Not comparable: ${DIFFERENCE_WORDS[change.difference]}`];
          }
          const { outcome } = change;
          const verdict =
            outcome.before === outcome.now
              ? `${OUTCOME_WORDS[outcome.now]}, as before`
              : `${OUTCOME_WORDS[outcome.now]}, was ${OUTCOME_WORDS[outcome.before].toLowerCase()}`;
          return [name, before, formatChange(change.readiness), formatChange(change.score), verdict];
        }),
      },
      ...leftOut(
        units,
        UNITS_MAX,
        (rest) => `The change of ${rest} more units is on their own pages in the app.`,
      ),
    ],
  };
}

function notComparedSection(units: readonly NotCompared[]): Section {
  return {
    title: "Not compared",
    blocks: [
      {
        kind: "list",
        items: units
          .slice(0, UNITS_MAX)
          .map(({ unit, reason }) =>
            reason === "notAssessed"
              ? `${unit.name}: no submitted assessment`
              : `${unit.name}: assessed on another framework version`,
          ),
      },
      ...leftOut(units, UNITS_MAX, (rest) => `And ${rest} more units.`),
    ],
  };
}
