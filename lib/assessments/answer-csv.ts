import { writeCsv } from "../csv/write";
import { askedFramework } from "../framework/depth";
import type { Framework } from "../framework/types";
import { frameworkName } from "../framework/version";
import { type Answer, type Assessment, CONDITION_ANSWERS, CONDITIONS, WARNINGS } from "../scoring/assessment";
import { CONDITION_QUESTIONS, WARNING_QUESTIONS } from "../scoring/words";
import { conditionKey, suitabilityAnswer, warningKey } from "./suitability";

/** An assessment as a table, one question a row: what an export gives, and an import takes. */

/** What holds for the whole assessment, the same in each row. */
export const CONTEXT_COLUMNS = [
  "framework",
  "depth",
  "targetPhase",
  "regulated",
  "unitsInScope",
  "processesInScope",
] as const;
export const ANSWER_COLUMNS = [
  "unit",
  ...CONTEXT_COLUMNS,
  "area",
  "question",
  "text",
  "choices",
  "answer",
  "note",
  "evidence",
  "certainty",
] as const;

type Row = Record<(typeof ANSWER_COLUMNS)[number], string>;

/** The word of a cell for a person who does not know. */
export const DONT_KNOW = "dontKnow";

/** Suitability, then every question asked, answered or not. An assessment here has one set of answers. */
export function answersCsv(framework: Framework, assessment: Assessment): string {
  return writeCsv(ANSWER_COLUMNS, rowsOf(framework, assessment));
}

/** All questions to fill in; what holds for the whole stands in the first row. */
export function answersTemplate(framework: Framework): string {
  const [first, ...others] = rowsOf(framework, {
    framework: frameworkName(framework),
    depth: "full",
    targetPhase: "expansion",
    unit: { name: "Retail group", regulated: false, unitsInScope: 1, processesInScope: 1 },
    suitability: { conditions: {}, warnings: {} },
    acceptedActions: [],
    respondents: [],
  });
  const empty = Object.fromEntries(["unit", ...CONTEXT_COLUMNS].map((column) => [column, ""]));
  const rows = first ? [first, ...others.map((row) => ({ ...row, ...empty }))] : [];
  return writeCsv(ANSWER_COLUMNS, rows);
}

function rowsOf(framework: Framework, assessment: Assessment): Row[] {
  const { unit, suitability, depth, targetPhase } = assessment;
  const context = {
    unit: unit.name,
    framework: assessment.framework,
    depth,
    targetPhase,
    regulated: unit.regulated ? "yes" : "no",
    unitsInScope: String(unit.unitsInScope),
    processesInScope: String(unit.processesInScope),
  };
  const suitable = { ...context, area: "suitability", note: "", evidence: "", certainty: "" };
  const conditions = CONDITIONS.map((condition): Row => {
    const question = conditionKey(condition);
    const answer = suitabilityAnswer(suitability, question);
    return {
      ...suitable,
      question,
      text: CONDITION_QUESTIONS[condition],
      choices: CONDITION_ANSWERS.join(" | "),
      answer: answer === null ? "" : String(answer),
    };
  });
  const warnings = WARNINGS.map((warning): Row => {
    const question = warningKey(warning);
    const answer = suitabilityAnswer(suitability, question);
    const word = answer ? "yes" : "no";
    const text = WARNING_QUESTIONS[warning];
    return { ...suitable, question, text, choices: "yes | no", answer: answer === null ? "" : word };
  });
  const answers = assessment.respondents[0]?.answers ?? {};
  const questions = askedFramework(framework, depth).areas.flatMap((area) =>
    area.capabilities.flatMap((capability) =>
      capability.questions.map(({ key, text, levels }): Row => {
        const answer = answers[key];
        return {
          ...context,
          area: area.key,
          question: key,
          text,
          choices: levels.map((descriptor, index) => `${index + 1} ${descriptor}`).join(" | "),
          answer: answer ? wordOf(answer) : "",
          note: answer?.note ?? "",
          evidence: answer?.evidence?.join(" ") ?? "",
          certainty: answer?.certainty ?? "",
        };
      }),
    ),
  );
  return [...conditions, ...warnings, ...questions];
}

function wordOf({ level, notApplicable }: Answer): string {
  return level === undefined ? (notApplicable ?? DONT_KNOW) : String(level);
}
