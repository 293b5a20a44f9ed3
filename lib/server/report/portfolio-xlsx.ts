import "server-only";
import { PassThrough, type Readable } from "node:stream";
import ExcelJS from "exceljs";
import type { ComparedUnit } from "@/lib/comparison/compared-unit";
import { distributionOf } from "@/lib/comparison/distribution";
import { transfers } from "@/lib/comparison/transfers";
import { formatIsoDay } from "@/lib/format/date";
import type { Framework } from "@/lib/framework/types";
import { PHASE_WORDS } from "@/lib/framework/words";
import { bandWord, OUTCOME_WORDS, SEVERITY_WORDS } from "@/lib/scoring/result-words";
import { live, ONE_DECIMAL, range, TWO_DECIMALS, type Value } from "./xlsx-sheet";
import { type Sheet, streamSheet } from "./xlsx-stream";

/** Counts the units of the longest sheet. */
type Progress = (done: number, total: number) => void;

/** The comparison as a workbook: figures per unit, and statistics that are formulas over them. Written as it is read. */
export function renderPortfolioXlsx(
  framework: Framework,
  units: readonly ComparedUnit[],
  created: Date,
  progress: Progress = () => {},
): Readable {
  const stream = new PassThrough();
  write(stream, { framework, units, created, progress }).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return stream;
}

type Work = { framework: Framework; units: readonly ComparedUnit[]; created: Date; progress: Progress };

async function write(stream: PassThrough, { framework, units, created, progress }: Work): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.creator = "Scaling Readiness";
  workbook.created = created;
  const makers = [unitsSheet, statisticsSheet, capabilitiesSheet, transfersSheet];
  for (const make of makers) {
    // Whoever asked may have gone.
    if (stream.destroyed) return;
    await streamSheet(workbook, make(framework, units, progress), () => !stream.destroyed);
  }
  if (!stream.destroyed) await workbook.commit();
}

const FIRST_AREA = 10;

function unitsSheet(framework: Framework, units: readonly ComparedUnit[]): Sheet {
  const rows = units.map(({ unit, latest: { result, submittedAt, assessmentId } }): Value[] => [
    unit.name,
    OUTCOME_WORDS[result.verdict.outcome],
    PHASE_WORDS[result.targetPhase],
    result.readiness.value ?? "",
    result.readiness.low ?? "",
    result.readiness.high ?? "",
    result.score.value ?? "",
    result.score.band ? bandWord(framework, result.score.band) : "",
    formatIsoDay(submittedAt),
    ...framework.areas.map(({ key }) => result.areas.find((area) => area.key === key)?.readiness.value ?? ""),
    assessmentId,
  ]);
  const columns = [
    { title: "Unit", width: 28 },
    { title: "Verdict", width: 22 },
    { title: "Target phase", width: 14 },
    { title: "Readiness", width: 11, format: ONE_DECIMAL },
    { title: "At least", width: 10, format: ONE_DECIMAL },
    { title: "At most", width: 10, format: ONE_DECIMAL },
    { title: "Score", width: 10, format: ONE_DECIMAL },
    { title: "Band", width: 12 },
    { title: "Submitted", width: 12 },
    ...framework.areas.map(({ title }) => ({ title: `${title}: readiness`, width: 16, format: ONE_DECIMAL })),
    { title: "Assessment", width: 38 },
  ];
  return { name: "Units", columns, rows };
}

function letter(column: number): string {
  return String.fromCharCode(64 + column);
}

function statisticsSheet({ areas }: Framework, units: readonly ComparedUnit[]): Sheet {
  const figures = [
    { title: "Readiness", column: "D", values: units.map(({ latest }) => latest.result.readiness.value) },
    { title: "Score", column: "G", values: units.map(({ latest }) => latest.result.score.value) },
    ...areas.map(({ key, title }, index) => ({
      title: `${title}: readiness`,
      column: letter(FIRST_AREA + index),
      values: units.map(
        ({ latest }) => latest.result.areas.find((area) => area.key === key)?.readiness.value ?? null,
      ),
    })),
  ];
  const rows = figures.map(({ title, column, values }): Value[] => {
    const cells = range("Units", column, units.length);
    const known = distributionOf(values.filter((value) => value !== null));
    const statistic = (formula: string, result: number | undefined) =>
      live(`IF(COUNT(${cells})=0,"",${formula})`, result ?? null);
    return [
      title,
      statistic(`MIN(${cells})`, known?.lowest),
      statistic(`QUARTILE(${cells},1)`, known?.lowerQuartile),
      statistic(`MEDIAN(${cells})`, known?.median),
      statistic(`QUARTILE(${cells},3)`, known?.upperQuartile),
      statistic(`MAX(${cells})`, known?.highest),
      statistic(`MAX(${cells})-MIN(${cells})`, known?.spread),
    ];
  });
  const titles = ["Figure", "Lowest", "Lower quartile", "Median", "Upper quartile", "Highest", "Spread"];
  const columns = titles.map((title, index) => ({
    title,
    width: index === 0 ? 36 : 14,
    ...(index > 0 && { format: ONE_DECIMAL }),
  }));
  return { name: "Statistics", columns, rows };
}

function capabilitiesSheet({ areas }: Framework, units: readonly ComparedUnit[], progress: Progress): Sheet {
  const titles = new Map(
    areas.flatMap(({ capabilities }) => capabilities.map(({ key, title }) => [key, title] as const)),
  );
  function* rowsOf() {
    for (const [index, compared] of units.entries()) {
      progress(index, units.length);
      yield* capabilityRows(compared, titles);
    }
    progress(units.length, units.length);
  }
  const columns = [
    { title: "Unit", width: 28 },
    { title: "Area", width: 16 },
    { title: "Capability", width: 22 },
    { title: "Title", width: 28 },
    { title: "Level", width: 8, format: TWO_DECIMALS },
    { title: "Required", width: 9 },
    { title: "Score", width: 8, format: ONE_DECIMAL },
    { title: "Gap", width: 8, format: TWO_DECIMALS },
    { title: "Severity", width: 11 },
    { title: "Gain", width: 8, format: ONE_DECIMAL },
  ];
  return { name: "Capabilities", columns, rows: rowsOf() };
}

function capabilityRows({ unit, latest }: ComparedUnit, titles: ReadonlyMap<string, string>): Value[][] {
  return latest.result.areas.flatMap(({ key: area, capabilities }) =>
    capabilities.map(({ key, level, required, score, gap, severity, gain }): Value[] => [
      unit.name,
      area,
      key,
      titles.get(key) ?? key,
      level ?? "",
      required,
      score ?? "",
      gap ?? "",
      severity ? SEVERITY_WORDS[severity] : "",
      gain ?? "",
    ]),
  );
}

function transfersSheet({ areas }: Framework, units: readonly ComparedUnit[]): Sheet {
  const titles = new Map(
    areas.flatMap(({ capabilities }) => capabilities.map(({ key, title }) => [key, title] as const)),
  );
  const rows = transfers(units).flatMap(({ capability, learner, level, required, gap, gain, teachers }) =>
    teachers
      .slice(0, 3)
      .map((teacher): Value[] => [
        titles.get(capability) ?? capability,
        learner.name,
        level ?? "",
        required,
        gap,
        gain,
        teacher.unit.name,
        teacher.level,
      ]),
  );
  const columns = [
    { title: "Capability", width: 28 },
    { title: "Learner", width: 28 },
    { title: "Level", width: 8, format: TWO_DECIMALS },
    { title: "Required", width: 9 },
    { title: "Gap", width: 8, format: TWO_DECIMALS },
    { title: "Gain", width: 8, format: ONE_DECIMAL },
    { title: "Teacher", width: 28 },
    { title: "Teacher's level", width: 14, format: TWO_DECIMALS },
  ];
  return { name: "Transfer pairs", columns, rows };
}
