import "server-only";
import type ExcelJS from "exceljs";
import { warningsInWords } from "@/lib/evaluation/rules-in-words";
import { formatDay } from "@/lib/format/date";
import { upperFirst } from "@/lib/format/letters";
import { DEPTH_WORDS, PHASE_WORDS } from "@/lib/framework/words";
import { CONDITIONS, WARNINGS } from "@/lib/scoring/assessment";
import { CONFIDENCE_WORDS, OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { RULED_OUTCOMES, type RuledOutcome, ruleOf } from "@/lib/scoring/verdict-rules";
import type { Context } from "./xlsx-context";
import { addSheet, live, ONE_DECIMAL, PERCENT, range, type Value } from "./xlsx-sheet";

/** What the rules of the verdict ask of the summary. */
type Name = "readiness" | "completeness" | "conditions" | "open" | `warnings of ${RuledOutcome}`;
type Cell = (name: Name) => string;
type Line = { title: string; name?: Name; value: Value | ((cell: Cell) => Value); format?: string };

/** What `steady` rounds away. */
const NOISE = "0.000000001";

export function addSummary(workbook: ExcelJS.Workbook, context: Context) {
  const lines = linesOf(context);
  const cell: Cell = (name) => `B${lines.findIndex((line) => line.name === name) + 2}`;
  const rows = lines.map(({ title, value }): Value[] => [
    title,
    typeof value === "function" ? value(cell) : value,
  ]);
  const columns = [
    { title: "Figure", width: 38 },
    { title: "Value", width: 44 },
  ];
  const sheet = addSheet(workbook, "Summary", columns, rows);
  for (const [index, { format }] of lines.entries()) {
    if (format) sheet.getCell(`B${index + 2}`).numFmt = format;
  }
  sheet.getColumn(2).alignment = { horizontal: "left", vertical: "top" };
}

function linesOf(context: Context): Line[] {
  const { result, assessment, framework, states, questions, assessmentId, submittedAt } = context;
  const { conditions, warnings } = assessment.suitability;
  const areas = framework.areas.length;
  const scores = range("Areas", "D", areas);
  const weights = range("Areas", "C", areas);
  const [weighed, attained] = ["S", "T"].map((column) => range("Capabilities", column, states.length));
  const open =
    CONDITIONS.filter((key) => conditions[key] === undefined).length +
    WARNINGS.filter((key) => warnings[key] === undefined).length;
  return [
    { title: "Unit", value: assessment.unit.name },
    { title: "Target phase", value: PHASE_WORDS[result.targetPhase] },
    { title: "Depth", value: DEPTH_WORDS[assessment.depth] },
    { title: "Submitted", value: formatDay(submittedAt) },
    { title: "Framework", value: result.framework },
    { title: "Assessment", value: assessmentId },
    {
      title: "Verdict",
      value: (cell) => live(verdictFormula(cell, context), OUTCOME_WORDS[result.verdict.outcome]),
    },
    {
      title: "Readiness",
      name: "readiness",
      value: live(`IF(SUM(${weighed})=0,"",100*SUM(${attained})/SUM(${weighed}))`, result.readiness.value),
      format: ONE_DECIMAL,
    },
    { title: "Readiness at least (as submitted)", value: result.readiness.low ?? "", format: ONE_DECIMAL },
    { title: "Readiness at most (as submitted)", value: result.readiness.high ?? "", format: ONE_DECIMAL },
    {
      title: "Score",
      value: live(
        `IF(COUNT(${scores})=0,"",SUMPRODUCT(${weights},${scores})/SUMIF(${scores},">=0",${weights}))`,
        result.score.value,
      ),
      format: ONE_DECIMAL,
    },
    { title: "Score at least (as submitted)", value: result.score.low ?? "", format: ONE_DECIMAL },
    { title: "Score at most (as submitted)", value: result.score.high ?? "", format: ONE_DECIMAL },
    {
      title: "Completeness",
      name: "completeness",
      value: live(`COUNTIF(${range("Answers", "G", questions)},"<>Open")/${questions}`, result.completeness),
      format: PERCENT,
    },
    { title: "Confidence (as submitted)", value: CONFIDENCE_WORDS[result.confidence.label] },
    {
      title: "Conditions not met",
      name: "conditions",
      value: CONDITIONS.filter((key) => conditions[key] === "no").length,
    },
    ...RULED_OUTCOMES.flatMap((outcome): Line[] => {
      const counting = ruleOf(outcome).warnings ?? [];
      if (counting.length === 0) return [];
      const value = counting.filter((key) => warnings[key]).length;
      return [
        { title: upperFirst(warningsInWords(outcome).join(" or ")), name: `warnings of ${outcome}`, value },
      ];
    }),
    { title: "Suitability questions open", name: "open", value: open },
  ];
}

/** The rules of the verdict on the cells of the summary. */
function verdictFormula(cell: Cell, { states }: Context): string {
  const count = states.length;
  const gating = (levels: number) =>
    `COUNTIFS(${range("Capabilities", "E", count)},TRUE(),${range("Capabilities", "N", count)},">=${levels - 1e-9}")>0`;
  const below = (name: Name, limit: number) => `${cell(name)}<${limit}-${NOISE}`;
  const whenOf = (outcome: RuledOutcome) => {
    const { readinessBelow, gatingGapFrom, completenessBelow, ...rule } = ruleOf(outcome);
    return [
      ...(readinessBelow === undefined ? [] : [below("readiness", readinessBelow)]),
      ...(gatingGapFrom === undefined ? [] : [gating(gatingGapFrom)]),
      ...(completenessBelow === undefined ? [] : [below("completeness", completenessBelow)]),
      ...(rule.conditionNotMet ? [`${cell("conditions")}>0`] : []),
      ...(rule.warnings ? [`${cell(`warnings of ${outcome}`)}>0`] : []),
      ...(rule.suitabilityOpen ? [`${cell("open")}>0`] : []),
    ];
  };
  const ruled = RULED_OUTCOMES.toReversed().reduce(
    (otherwise, outcome) => `IF(OR(${whenOf(outcome).join(",")}),"${OUTCOME_WORDS[outcome]}",${otherwise})`,
    `"${OUTCOME_WORDS.ready}"`,
  );
  return `IF(${cell("readiness")}="","${OUTCOME_WORDS.insufficientEvidence}",${ruled})`;
}
