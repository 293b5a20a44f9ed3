import { askedFramework } from "../framework/depth";
import { type Framework, LEVELS } from "../framework/types";
import type { Answer, Assessment } from "../scoring/assessment";
import { addDays } from "../time/days";
import { documentAddress } from "./documents";
import { REGIONS } from "./group";
import type { SampleAssessment, SampleUnit } from "./profile";

export type BuiltAssessment = Pick<SampleAssessment, "status" | "lastQuestion"> & {
  createdAt: Date;
  /** Submitted, or last changed. */
  changedAt: Date;
  assessment: Assessment;
  /** Questions whose answer is still that of the assessment before; none once submitted. */
  carriedOver: readonly string[];
};

export type BuiltUnit = Omit<SampleUnit, "assessments"> & { assessments: readonly BuiltAssessment[] };
export type BuiltRegion = { name: string; units: readonly BuiltUnit[] };

/**
 * The sample organization in full, regions with their units, as of `now`. Only the units are assessed.
 * Throws on a mark, remark or guess that has no place in the framework.
 */
export function buildSample(framework: Framework, now: Date): BuiltRegion[] {
  return REGIONS.map(({ name, units }) => ({
    name,
    units: units.map((unit) => ({ ...unit, assessments: buildAssessments(framework, unit, now) })),
  }));
}

function buildAssessments(framework: Framework, unit: SampleUnit, now: Date): BuiltAssessment[] {
  const before = (days: number) => addDays(now, -days);
  const { name, regulated, unitsInScope, processesInScope } = unit;
  const built: BuiltAssessment[] = [];
  let earlier: Marked = new Map();
  for (const written of unit.assessments) {
    const marked = mark(framework, written, earlier);
    const answers = [...marked].map(([question, { mark, remark }]) => {
      return [question, toAnswer(mark, remark, written, name, question)] as const;
    });
    const unchanged = [...marked].filter(([question, { mark }]) => earlier.get(question)?.mark === mark);
    built.push({
      status: written.status,
      lastQuestion: written.lastQuestion,
      createdAt: before(written.begun),
      changedAt: before(written.changed),
      assessment: {
        framework: `${framework.key}@${framework.version}`,
        depth: written.depth,
        targetPhase: written.targetPhase,
        unit: { name, regulated, unitsInScope, processesInScope },
        suitability: written.suitability,
        acceptedActions: written.acceptedActions ?? [],
        respondents: [{ name: "Assessor", answers: Object.fromEntries(answers) }],
      },
      carriedOver:
        written.status === "submitted"
          ? []
          : unchanged
              .map(([question]) => question)
              .filter((question) => written.remarks[question] === undefined),
    });
    earlier = marked;
  }
  return built;
}

type Remark = SampleAssessment["remarks"][string];
type Marked = Map<string, { mark: string; remark: Remark | undefined }>;

/** What is answered, by question. */
function mark(framework: Framework, written: SampleAssessment, earlier: Marked): Marked {
  const marked: Marked = new Map();
  const answers: Partial<Record<string, string>> = written.answers;
  for (const area of askedFramework(framework, "full").areas) {
    const questions = area.capabilities.flatMap((capability) => capability.questions);
    const marks = (answers[area.key] ?? ".".repeat(questions.length)).replaceAll(" ", "");
    if (marks.length !== questions.length) throw new Error(`${area.key}: expected ${questions.length} marks`);
    questions.forEach(({ key, quick }, index) => {
      const mark = marks.charAt(index);
      if (mark === "." || (written.depth === "quick" && !quick)) return;
      const kept = earlier.get(key)?.mark === mark ? earlier.get(key)?.remark : undefined;
      marked.set(key, { mark, remark: written.remarks[key] ?? kept });
    });
  }
  for (const key of [...Object.keys(written.remarks), ...written.guesses]) {
    if (!marked.has(key)) throw new Error(`${key}: expected an answered question`);
  }
  return marked;
}

function toAnswer(
  mark: string,
  remark: Remark | undefined,
  { guesses, documentedFrom }: SampleAssessment,
  unit: string,
  question: string,
): Answer {
  if (typeof remark === "object" || mark === "x") {
    if (typeof remark !== "object" || mark !== "x") throw new Error(`${question}: expected x and a reason`);
    return remark;
  }
  const note = remark === undefined ? {} : { note: remark };
  if (mark === "?") return { dontKnow: true, ...note };
  const level = LEVELS.find((candidate) => String(candidate) === mark);
  if (level === undefined) throw new Error(`${question}: expected a level, ?, x or a dot`);
  if (guesses.includes(question)) return { level, ...note, certainty: "guess" };
  const address = level >= documentedFrom ? documentAddress(unit, question) : null;
  if (address !== null) return { level, ...note, evidence: [address], certainty: "verified" };
  return { level, ...note, ...(remark !== undefined && { certainty: "informed" as const }) };
}
