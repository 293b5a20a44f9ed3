import { z } from "zod";
import { SUITABILITY_KEYS } from "../assessments/suitability";
import { BOUNDS } from "../bounds/bounds";
import { DEPTHS, PHASES } from "../framework/types";
import { KINDS, RISK_CLASSES, STAGES, VALUES } from "../inventory/item";
import type { PlanRequest } from "../planning/plan";
import { planSchema } from "../planning/plan-schema";
import { TREATMENTS } from "../risk-register/entry";
import { record, storedAnswerSchema, suitabilitySchema } from "../scoring/assessment-schema";
import { day, listOf, revision, time } from "../scoring/file-parts";
import { resultSchema } from "../scoring/result-schema";
import { textSchema } from "../text/schemas";
import { isVisible } from "../text/well-formed";

/** Everything of an organization in one file: docs/import-export.md says what stands in it. */

export const FORMAT = "scaling-readiness-organization";
export const VERSION = 1;

const line = textSchema(BOUNDS.name)
  .refine((text) => !/[\n\t]/.test(text), "a single line without control characters")
  .refine((text) => text.trim() === text, "a text without blanks around it");
const name = line.refine(isVisible, "a name");
const optionalLine = line.refine(isVisible, "a text that is not empty, or null").nullable();
const id = z.uuid("an id (a UUID)").refine((text) => text === text.toLowerCase(), "an id in lower case");
const flag = z.boolean("true or false");
const count = (most: number) => z.int("a whole number").min(0, "at least 0").max(most, `at most ${most}`);
const hash = z.string("a hash").regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal");
const key = textSchema(BOUNDS.key);

const unitSchema = record({
  id,
  parentId: id.nullable(),
  name,
  region: optionalLine,
  industry: optionalLine,
  regulated: flag,
  unitsInScope: count(BOUNDS.unitScope),
  processesInScope: count(BOUNDS.unitScope),
  sample: flag,
  archivedAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
});

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

const remark = textSchema(BOUNDS.paragraph);

const registerSchema = record({
  unitId: id,
  risk: key,
  /** Everything that was decided about the risk, the first first. */
  entries: listOf(
    record({
      revision,
      owner: optionalLine,
      treatment: z.enum(TREATMENTS, `one of ${TREATMENTS.join(", ")}, or null`).nullable(),
      acceptedBy: optionalLine,
      acceptedUntil: day.nullable(),
      contingency: remark,
      indicator: remark,
      reviewOn: day.nullable(),
      note: remark,
      createdAt: time,
    }),
    BOUNDS.decisions,
  ).refine(
    (entries) => entries.every(({ revision }, place) => revision === place + 1),
    "revisions that count from 1",
  ),
});

const itemSchema = record({
  id,
  unitId: id,
  kind: z.enum(KINDS, `one of ${KINDS.join(", ")}`),
  name: name.refine((text) => !text.includes(";"), "a name without a semicolon"),
  owner: optionalLine,
  stage: z.enum(STAGES, `one of ${STAGES.join(", ")}, or null`).nullable(),
  /** Ids of processes of the same unit; one that was deleted may still stand here. */
  serves: listOf(id, BOUNDS.serves),
  value: z.enum(VALUES, `one of ${VALUES.join(", ")}, or null`).nullable(),
  riskClass: z.enum(RISK_CLASSES, `one of ${RISK_CLASSES.join(", ")}, or null`).nullable(),
  reviewedOn: day.nullable(),
  note: remark,
  revision,
  createdAt: time,
  updatedAt: time,
}).superRefine(({ kind, stage, riskClass, serves }, context) => {
  if (kind !== "process") return;
  for (const [path, value] of Object.entries({ stage, riskClass })) {
    if (value !== null) context.addIssue({ code: "custom", path: [path], message: "null for a process" });
  }
  if (serves.length > 0)
    context.addIssue({ code: "custom", path: ["serves"], message: "an empty list for a process" });
});

const PLAN_STATUSES = ["draft", "signedOff"] as const;

const filePlanSchema = record({
  id,
  name,
  status: z.enum(PLAN_STATUSES, `one of ${PLAN_STATUSES.join(", ")}`),
  signedOffBy: optionalLine,
  signedOffAt: time.nullable(),
  revision,
  createdAt: time,
  updatedAt: time,
  /** What it was made from: the file need not hold them. */
  units: listOf(
    record({ unitId: id, assessmentId: id, name: textSchema(BOUNDS.longName) }),
    BOUNDS.planUnits,
  ),
  /** Read as every request for a plan, with the framework that it names. */
  request: z.looseObject({}, "what the plan was asked from"),
  content: planSchema,
}).superRefine(({ status, signedOffBy, signedOffAt }, context) => {
  const signed = status === "signedOff";
  const message = signed ? "given, as the plan is signed off" : "null until it is signed off";
  for (const [path, held] of Object.entries({ signedOffBy, signedOffAt })) {
    if ((held !== null) !== signed) context.addIssue({ code: "custom", path: [path], message });
  }
});

export const organizationFileSchema = record({
  format: z.literal(FORMAT, FORMAT),
  version: z.literal(VERSION, `${VERSION}, the version that this app reads`),
  organization: record({ name }),
  frameworks: listOf(record({ hash, content: z.looseObject({}, "a framework") }), BOUNDS.frameworks),
  units: listOf(unitSchema, BOUNDS.units),
  assessments: listOf(assessmentSchema, BOUNDS.assessments),
  plans: listOf(filePlanSchema, BOUNDS.plans).default([]),
  registers: listOf(registerSchema, BOUNDS.registers).default([]),
  inventory: listOf(itemSchema, BOUNDS.items).default([]),
});

export type OrganizationFile = z.output<typeof organizationFileSchema>;
export type FileUnit = OrganizationFile["units"][number];
export type FileAssessment = OrganizationFile["assessments"][number];
export type FilePlan = Omit<OrganizationFile["plans"][number], "request"> & { request: PlanRequest };
export type FileRegister = OrganizationFile["registers"][number];
export type FileItem = OrganizationFile["inventory"][number];
export type FileResult = NonNullable<FileAssessment["result"]>;
