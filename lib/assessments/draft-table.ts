import { z } from "zod";
import { countOf, type Faults, inQuotes, tell } from "../csv/faults";
import { keyOf, readTable, type Table, type TableRow } from "../csv/read";
import { yesOrNo } from "../csv/yes-no";
import { askedFramework } from "../framework/depth";
import { questionKeys } from "../framework/keys";
import { DEPTHS, type Framework, type Level, PHASES } from "../framework/types";
import { frameworkName } from "../framework/version";
import {
  type Answer,
  type Assessment,
  CERTAINTIES,
  CONDITION_ANSWERS,
  CONDITIONS,
  NOT_APPLICABLE_REASONS,
  type Suitability,
} from "../scoring/assessment";
import { answerSchema, assessmentSchema } from "../scoring/assessment-schema";
import { ANSWER_COLUMNS, CONTEXT_COLUMNS, DONT_KNOW } from "./answer-csv";
import {
  conditionKey,
  isSuitabilityKey,
  type SuitabilityAnswer,
  type SuitabilityKey,
  withSuitabilityAnswer,
} from "./suitability";

type Column = (typeof ANSWER_COLUMNS)[number];
type Row = TableRow<Column>;
type UnitRows = { unit: string; rows: Row[]; place: string };
type Tell = (column: Column, text: string) => void;

export type TableDraft = {
  assessment: Assessment;
  /** Where its unit is named first: `line 3`, `row 3`. */
  place: string;
};

/** The assessments of a table, one a unit, each of the framework that it names or else of the first. Every fault names its line or row, and its column. */
export function parseDraftTable(
  table: Table,
  frameworks: readonly Framework[],
): { drafts: TableDraft[] } & Faults {
  const required = ["unit", "question", "answer"] as const;
  const { rows, ...found } = readTable(table, { columns: ANSWER_COLUMNS, required, noun: "answer" });
  const drafts = byUnit(rows, found).flatMap((unit) => draftOf(unit, frameworks, found));
  return { drafts, ...found };
}

const telling =
  (found: Faults, place: string): Tell =>
  (column, text) =>
    tell(found, `${place}, ${column}`, text);

/** A row that names no unit belongs to that of the row above. */
function byUnit(rows: readonly Row[], found: Faults): UnitRows[] {
  const units = new Map<string, UnitRows>();
  let unit = "";
  for (const row of rows) {
    unit = row.cells.unit.trim() || unit;
    const ofUnit = units.get(unit);
    if (unit === "") telling(found, row.place)("unit", "Expected the name of a unit.");
    else if (ofUnit) ofUnit.rows.push(row);
    else units.set(unit, { unit, rows: [row], place: row.place });
  }
  return [...units.values()];
}

function draftOf(ofUnit: UnitRows, frameworks: readonly Framework[], found: Faults): TableDraft[] {
  const before = countOf(found);
  const framework = namedFramework(ofUnit, frameworks);
  if (!framework) return [];
  const context = contextOf(ofUnit, framework, frameworks, found);
  const known = questionKeys(framework);
  const asked = questionKeys(askedFramework(framework, context?.depth ?? "full"));
  const places = new Map<string, string>();
  const answers: [string, Answer][] = [];
  let suitability: Suitability = { conditions: {}, warnings: {} };
  for (const { place, cells } of ofUnit.rows) {
    const tell = telling(found, place);
    const question = cells.question.trim();
    const first = places.get(question);
    if (first !== undefined) tell("question", `${inQuotes(question)} stands in ${first} already.`);
    else if (isSuitabilityKey(question)) {
      const answer = suitabilityOf(cells, question, tell);
      if (answer !== null) suitability = withSuitabilityAnswer(suitability, question, answer);
    } else if (known.has(question)) {
      const answer = answerOf(cells, tell);
      if (answer && !asked.has(question))
        tell("answer", "Expected nothing, as the quick assessment does not ask this.");
      else if (answer) answers.push([question, answer]);
    } else tell("question", `Expected the key of a question of ${frameworkName(framework)}.`);
    if (first === undefined) places.set(question, place);
  }
  if (!context || countOf(found) > before) return [];
  const respondents = [{ name: "Assessor", answers: Object.fromEntries(answers) }];
  return [{ place: ofUnit.place, assessment: { ...context, suitability, acceptedActions: [], respondents } }];
}

/** The framework that the rows of a unit name, or the first when they name none or one that is not known. */
function namedFramework({ rows }: UnitRows, frameworks: readonly Framework[]): Framework | undefined {
  const name = rows.map(({ cells }) => cells.framework.trim()).find((cell) => cell !== "");
  return frameworks.find((framework) => frameworkName(framework) === name) ?? frameworks[0];
}

const { depth, targetPhase, unit } = assessmentSchema.shape;
const { name, unitsInScope, processesInScope } = unit.shape;
const numbered = (count: typeof unitsInScope) => z.string().transform(Number).pipe(count);
const contextSchema = z.object({
  unit: name,
  depth,
  targetPhase,
  regulated: z.boolean("yes or no"),
  unitsInScope: numbered(unitsInScope),
  processesInScope: numbered(processesInScope),
});

const CONTEXT_EMPTY = {
  depth: "full",
  targetPhase: "",
  regulated: "no",
  unitsInScope: "1",
  processesInScope: "1",
};

/** What the rows of a unit say of the whole, each where it stands first; others say the same, or nothing. */
function contextOf(
  { unit, rows, place }: UnitRows,
  framework: Framework,
  frameworks: readonly Framework[],
  found: Faults,
) {
  const before = countOf(found);
  const given = { framework: frameworkName(framework), ...CONTEXT_EMPTY };
  const places = new Map<PropertyKey, string>();
  for (const row of rows) {
    for (const column of CONTEXT_COLUMNS) {
      const cell = row.cells[column].trim();
      const first = places.get(column);
      if (cell === "") continue;
      if (first === undefined) {
        given[column] = cell;
        places.set(column, row.place);
      } else if (cell !== given[column]) {
        const text = `Expected ${inQuotes(given[column])} as in ${first}, or nothing: both are of one assessment.`;
        telling(found, row.place)(column, text);
      }
    }
  }
  const parsed = contextSchema.safeParse({
    ...given,
    unit,
    depth: keyOf(given.depth, DEPTHS),
    targetPhase: keyOf(given.targetPhase, PHASES),
    regulated: yesOrNo(given.regulated),
  });
  const expected = new Map<PropertyKey, string>();
  if (given.framework !== frameworkName(framework)) {
    const known = frameworks.map(frameworkName);
    expected.set("framework", known.length > 1 ? `one of ${known.join(", ")}` : frameworkName(framework));
  }
  for (const { path, message } of parsed.error?.issues ?? []) expected.set(path[0] ?? "", message);
  for (const [column, what] of expected) {
    tell(found, `${places.get(column) ?? place}, ${String(column)}`, `Expected ${what}.`);
  }
  if (!parsed.success || countOf(found) > before) return null;
  const { depth, targetPhase, unit: name, ...scope } = parsed.data;
  return { framework: given.framework, depth, targetPhase, unit: { name, ...scope } };
}

const REMARKS = ["note", "evidence", "certainty"] as const;

/** Null when there is none; what is wrong with it is told. */
function suitabilityOf(cells: Row["cells"], question: SuitabilityKey, tell: Tell): SuitabilityAnswer | null {
  for (const column of REMARKS) {
    if (cells[column].trim() !== "") tell(column, "Expected nothing, as answers on suitability have none.");
  }
  const word = cells.answer.trim();
  if (word === "") return null;
  const ofCondition = CONDITIONS.some((condition) => conditionKey(condition) === question);
  const answer = ofCondition ? keyOf(word, CONDITION_ANSWERS) : yesOrNo(word);
  if (answer === undefined)
    tell("answer", ofCondition ? "Expected yes, partly or no." : "Expected yes or no.");
  return answer ?? null;
}

/** Null when there is none, or what is wrong with it was told. */
function answerOf(cells: Row["cells"], tell: Tell): Answer | null {
  const word = cells.answer.trim();
  if (word === "") {
    for (const column of REMARKS) {
      if (cells[column].trim() !== "") tell(column, "Expected nothing, as there is no answer to remark on.");
    }
    return null;
  }
  const said = saidBy(word);
  if (!said) tell("answer", `Expected 1 to 5, ${DONT_KNOW}, or ${NOT_APPLICABLE_REASONS.join(", ")}.`);
  const evidence = cells.evidence.split(/\s+/).filter(Boolean);
  const certainty = cells.certainty.trim();
  const parsed = answerSchema.safeParse({
    ...said,
    ...(cells.note !== "" && { note: cells.note }),
    ...(evidence.length > 0 && { evidence }),
    ...(certainty !== "" && { certainty: keyOf(certainty, CERTAINTIES) ?? certainty }),
  });
  const expected = new Map(parsed.error?.issues.map(({ path, message }) => [path[0], message]));
  for (const column of REMARKS) {
    const what = expected.get(column);
    if (what !== undefined) tell(column, `Expected ${what}.`);
  }
  return parsed.data ?? null;
}

/** What the word of an answer stands for, in the shape of Interchange. */
function saidBy(word: string): Pick<Answer, "level" | "dontKnow" | "notApplicable"> | null {
  if (/^[1-5]$/.test(word)) return { level: Number(word) as Level };
  if (keyOf(word, [DONT_KNOW])) return { dontKnow: true };
  const notApplicable = keyOf(word, NOT_APPLICABLE_REASONS);
  return notApplicable ? { notApplicable } : null;
}
