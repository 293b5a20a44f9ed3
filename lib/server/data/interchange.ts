import "server-only";
import {
  SUITABILITY_KEYS,
  type SuitabilityAnswer,
  type SuitabilityKey,
  suitabilityAnswer,
} from "@/lib/assessments/suitability";
import type { Depth, Level, Phase } from "@/lib/framework/types";
import type {
  Answer,
  Assessment,
  Certainty,
  NotApplicableReason,
  Suitability,
} from "@/lib/scoring/assessment";
import type { Answer as AnswerRow, Prisma } from "../db/generated/client";

/** The one place where rows become the words of the method, and back. What a row holds was parsed before it was stored. */

export type AssessmentStatus = "draft" | "onHold" | "submitted";

export type StoredAnswer = {
  question: string;
  answer: Answer;
  carriedOver: boolean;
  /** 1 for the first save, one more with each change. */
  revision: number;
  updatedAt: Date;
};

/** As stored; `answer` null once it was taken back. */
export type AnswerState = Omit<StoredAnswer, "answer"> & { answer: Answer | null };

export type StoredAssessment = {
  id: string;
  unitId: string;
  unitName: string;
  /** `key@version` */
  framework: string;
  frameworkVersionId: string;
  depth: Depth;
  targetPhase: Phase;
  regulated: boolean;
  unitsInScope: number;
  processesInScope: number;
  suitability: Suitability;
  acceptedActions: readonly string[];
  status: AssessmentStatus;
  /** The assessment whose answers were carried over. */
  previousId: string | null;
  lastQuestion: string | null;
  createdAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
};

/** As stored; revision 0 when it was never answered here, such as when it came with an imported assessment. */
export type SuitabilityState = { answer: SuitabilityAnswer | null; revision: number; savedAt: Date | null };

export type AssessmentWithAnswers = StoredAssessment & {
  answers: readonly StoredAnswer[];
  /** All ten. */
  suitabilityStates: ReadonlyMap<SuitabilityKey, SuitabilityState>;
};

export const WITH_VERSION = {
  frameworkVersion: { select: { key: true, version: true } },
} as const satisfies Prisma.AssessmentInclude;

export const WITH_ANSWERS = {
  ...WITH_VERSION,
  unit: { select: { name: true } },
  answers: true,
} as const satisfies Prisma.AssessmentInclude;

type AssessmentRow = Prisma.AssessmentGetPayload<{ include: typeof WITH_VERSION }>;
type AssessmentRowWithAnswers = Prisma.AssessmentGetPayload<{ include: typeof WITH_ANSWERS }>;

export function toStoredAssessment(row: AssessmentRow, unitName: string): StoredAssessment {
  return {
    id: row.id,
    unitId: row.unitId,
    unitName,
    framework: `${row.frameworkVersion.key}@${row.frameworkVersion.version}`,
    frameworkVersionId: row.frameworkVersionId,
    depth: row.depth as Depth,
    targetPhase: row.targetPhase as Phase,
    regulated: row.regulated,
    unitsInScope: row.unitsInScope,
    processesInScope: row.processesInScope,
    suitability: row.suitability as Suitability,
    acceptedActions: row.acceptedActions as string[],
    status: row.status as AssessmentStatus,
    previousId: row.previousId,
    lastQuestion: row.lastQuestion,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
  };
}

export function toAssessmentWithAnswers(row: AssessmentRowWithAnswers): AssessmentWithAnswers {
  const marked = toMarkedSuitability(row);
  return {
    ...toStoredAssessment(row, row.unit.name),
    answers: row.answers.map(toAnswerState).filter(isGiven),
    suitabilityStates: new Map(SUITABILITY_KEYS.map((key) => [key, toSuitabilityState(marked, key)])),
  };
}

type SuitabilityMark = { revision: number; mutationId: string; savedAt: string };

/** The ten answers, and which change made each of them. */
export type MarkedSuitability = {
  suitability: Suitability;
  marks: Partial<Record<SuitabilityKey, SuitabilityMark>>;
};

export function toMarkedSuitability(
  row: Pick<AssessmentRow, "suitability" | "suitabilityMarks">,
): MarkedSuitability {
  return {
    suitability: row.suitability as Suitability,
    marks: (row.suitabilityMarks ?? {}) as MarkedSuitability["marks"],
  };
}

export function toSuitabilityState(
  { suitability, marks }: MarkedSuitability,
  key: SuitabilityKey,
): SuitabilityState {
  const mark = marks[key];
  const savedAt = mark ? new Date(mark.savedAt) : null;
  return { answer: suitabilityAnswer(suitability, key), revision: mark?.revision ?? 0, savedAt };
}

type AnswerColumns = Omit<AnswerRow, "id" | "organizationId" | "assessmentId" | "mutationId">;

export function toAnswerState(row: AnswerColumns): AnswerState {
  const { question, carriedOver, revision, updatedAt } = row;
  return { question, answer: toAnswer(row), carriedOver, revision, updatedAt };
}

function isGiven(state: AnswerState): state is StoredAnswer {
  return state.answer !== null;
}

function toAnswer(row: AnswerColumns): Answer | null {
  const evidence = row.evidence as string[];
  const remarks = {
    ...(row.note !== "" && { note: row.note }),
    ...(evidence.length > 0 && { evidence }),
    ...(row.certainty !== null && { certainty: row.certainty as Certainty }),
  };
  if (row.dontKnow) return { dontKnow: true, ...remarks };
  if (row.notApplicable !== null)
    return { notApplicable: row.notApplicable as NotApplicableReason, ...remarks };
  return row.level === null ? null : { level: row.level as Level, ...remarks };
}

export function toAnswerColumns(answer: Answer | null) {
  return {
    level: answer?.level ?? null,
    notApplicable: answer?.notApplicable ?? null,
    dontKnow: answer?.dontKnow ?? false,
    note: answer?.note ?? "",
    evidence: [...(answer?.evidence ?? [])],
    certainty: answer?.certainty ?? null,
  };
}

/** The assessment as it is exchanged and scored, answers by key of their question in order of the keys. */
export function toInterchange(assessment: AssessmentWithAnswers): Assessment {
  const { framework, depth, targetPhase, regulated, unitsInScope, processesInScope } = assessment;
  const answers = [...assessment.answers].sort((a, b) => (a.question < b.question ? -1 : 1));
  return {
    framework,
    depth,
    targetPhase,
    unit: { name: assessment.unitName, regulated, unitsInScope, processesInScope },
    suitability: assessment.suitability,
    acceptedActions: assessment.acceptedActions,
    respondents: [
      {
        name: "Assessor",
        answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
      },
    ],
  };
}
