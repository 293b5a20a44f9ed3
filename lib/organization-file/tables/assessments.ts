import { z } from "zod";
import { SUITABILITY_KEYS } from "../../assessments/suitability";
import { BOUNDS } from "../../bounds/bounds";
import { formatCount } from "../../format/number";
import { DEPTHS, PHASES } from "../../framework/types";
import { record, storedAnswerSchema, suitabilitySchema } from "../../scoring/assessment-schema";
import { listOf, revision, time } from "../../scoring/file-parts";
import { resultSchema } from "../../scoring/result-schema";
import { count, flag, hash, id, key } from "../fields";
import type { FileTable } from "../file-table";

const answerStateSchema = record({
  /** Null once it was taken back: its revisions go on counting. */
  answer: storedAnswerSchema.nullable(),
  carriedOver: flag,
  revision,
  updatedAt: time,
});

const suitabilityMarkSchema = record({
  revision,
  savedAt: time,
});

const STATUSES = ["draft", "onHold", "submitted"] as const;

const assessmentSchema = record({
  id,
  unitId: id,
  framework: key,
  depth: z.enum(DEPTHS, `one of ${DEPTHS.join(", ")}`),
  targetPhase: z.enum(PHASES, `one of ${PHASES.join(", ")}`),
  regulated: flag,
  unitsInScope: count(BOUNDS.assessmentScope),
  processesInScope: count(BOUNDS.assessmentScope),
  suitability: suitabilitySchema,
  /** By key of the question, such as conditions.provenPilots: none for an answer that came with the assessment. */
  suitabilityMarks: z
    .partialRecord(z.enum(SUITABILITY_KEYS, "a question on suitability"), suitabilityMarkSchema, "an object")
    .default({}),
  acceptedActions: listOf(key, BOUNDS.actions),
  status: z.enum(STATUSES, `one of ${STATUSES.join(", ")}`),
  previousId: id.nullable(),
  lastQuestion: key.nullable(),
  createdAt: time,
  updatedAt: time,
  submittedAt: time.nullable(),
  answers: z.record(key, answerStateSchema, "an object"),
  result: record({ inputHash: hash, computedAt: time, content: resultSchema }).nullable(),
}).superRefine(({ status, submittedAt, result }, context) => {
  const submitted = status === "submitted";
  const expect = (path: string, held: boolean) => {
    const message = submitted ? "given, as the assessment is submitted" : "null until it is submitted";
    if (held !== submitted) context.addIssue({ code: "custom", path: [path], message });
  };
  expect("submittedAt", submittedAt !== null);
  expect("result", result !== null);
});

export type FileAssessment = z.output<typeof assessmentSchema>;
export type FileResult = NonNullable<FileAssessment["result"]>;

export const assessments = {
  list: listOf(assessmentSchema, BOUNDS.assessments),
  noun: "assessment",
  idOf: ({ id }) => id,
  unitOf: ({ unitId }: FileAssessment) => unitId,
  contents: {
    submitted: (count: number) =>
      `${formatCount(count, "submitted assessment")} with ${count === 1 ? "its result" : "their results"}`,
    drafts: (count: number) => formatCount(count, "draft"),
  },
  deletion: {
    kind: "draft",
    permission: "assessment:edit",
    plural: "drafts",
    title: "Assessment that was not submitted",
  },
} as const satisfies FileTable<FileAssessment>;
