import { z } from "zod";
import { BOUNDS } from "../bounds/bounds";
import { askedFramework } from "../framework/depth";
import { actionKeys, questionKeys } from "../framework/keys";
import { DEPTHS, type Framework, type Level, PHASES } from "../framework/types";
import { lengthOf } from "../text/length";
import { hasFewLines, textSchema } from "../text/schemas";
import { isVisible } from "../text/well-formed";
import {
  type Answer,
  type Assessment,
  CERTAINTIES,
  CONDITION_ANSWERS,
  CONDITIONS,
  NOT_APPLICABLE_REASONS,
  WARNINGS,
} from "./assessment";
import { AssessmentError, firstFault, pathOf } from "./assessment-error";
import { isWebAddress } from "./web-address";

/** Nothing in an assessment lies deeper. */
const DEPTH_MAX = 8;

const name = textSchema(BOUNDS.longName).refine(isVisible, "a name");

/** What Zod says of an object that is none, or that has a key too many. */
export const recordError = {
  error: (issue: { code?: string }) => (issue.code === "unrecognized_keys" ? "no such key" : "an object"),
};

/** An object with these keys and no other. */
export function record<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, recordError);
}

const link = z
  .string("an address")
  .max(BOUNDS.link, `at most ${BOUNDS.link} characters`)
  .refine(isWebAddress, "an http or https address");

/** One answer: exactly one of level, notApplicable and dontKnow, with its remarks. */
function answerWith(note: z.ZodType<string>) {
  return record({
    level: z
      .custom<Level>(
        (value) => [1, 2, 3, 4, 5].includes(Number(value)) && typeof value === "number",
        "an integer from 1 to 5",
      )
      .optional(),
    notApplicable: z.enum(NOT_APPLICABLE_REASONS, `one of ${NOT_APPLICABLE_REASONS.join(", ")}`).optional(),
    dontKnow: z.literal(true, "true, or nothing").optional(),
    note: note.optional(),
    evidence: z
      .array(link, "a list of addresses")
      .max(BOUNDS.links, `at most ${BOUNDS.links} addresses`)
      .optional(),
    certainty: z.enum(CERTAINTIES, `one of ${CERTAINTIES.join(", ")}`).optional(),
  })
    .superRefine((answer, context) => {
      const given = [answer.level, answer.notApplicable, answer.dontKnow].filter(
        (value) => value !== undefined,
      );
      if (given.length !== 1) {
        context.addIssue({ code: "custom", message: "exactly one of level, notApplicable and dontKnow" });
      }
      if (answer.notApplicable === "other" && !answer.note?.trim()) {
        context.addIssue({
          code: "custom",
          path: ["note"],
          message: "a note that says why, when the reason is other",
        });
      }
    })
    .transform((answer) => answer as Answer);
}

export const answerSchema = answerWith(
  textSchema(BOUNDS.note).refine(hasFewLines, `at most ${BOUNDS.lines} lines`),
);

/** As it is in the database, maybe from before notes were made well-formed: what was scored is known by its hash. */
export const storedAnswerSchema = answerWith(
  z.string("a text").refine((note) => lengthOf(note) <= BOUNDS.note, `at most ${BOUNDS.note} characters`),
);

const count = z
  .int("a whole number")
  .min(0, "at least 0")
  .max(BOUNDS.assessmentScope, `at most ${BOUNDS.assessmentScope}`);

export const suitabilitySchema = record({
  conditions: z.partialRecord(
    z.enum(CONDITIONS),
    z.enum(CONDITION_ANSWERS, `one of ${CONDITION_ANSWERS.join(", ")}`),
    recordError,
  ),
  warnings: z.partialRecord(z.enum(WARNINGS), z.boolean("true or false"), recordError),
});

export const assessmentSchema = record({
  framework: z.string("the key and version of a framework"),
  depth: z.enum(DEPTHS, `one of ${DEPTHS.join(", ")}`),
  targetPhase: z.enum(PHASES, `one of ${PHASES.join(", ")}`),
  unit: record({
    name,
    regulated: z.boolean("true or false"),
    unitsInScope: count,
    processesInScope: count,
  }),
  suitability: suitabilitySchema.default({ conditions: {}, warnings: {} }),
  acceptedActions: z
    .array(z.string("the key of an action"), "a list of actions")
    .max(BOUNDS.actions, `at most ${BOUNDS.actions} actions`)
    .default([]),
  respondents: z
    .array(
      record({ name, answers: z.record(z.string(), answerSchema, recordError) }),
      "a list of respondents",
    )
    .max(BOUNDS.respondents, `at most ${BOUNDS.respondents} respondents`),
});

/**
 * An assessment from outside, in the shape of Interchange.
 * @throws AssessmentError with the path of the first fault and what was expected there
 */
export function parseAssessment(value: unknown, frameworks: readonly Framework[]): Assessment {
  rejectPrototypeKeys(value);
  const parsed = assessmentSchema.safeParse(value);
  if (!parsed.success) throw firstFault(parsed.error, "an assessment");
  const assessment: Assessment = parsed.data;
  const framework = frameworks.find(({ key, version }) => `${key}@${version}` === assessment.framework);
  if (!framework) {
    const known = frameworks.map(({ key, version }) => `${key}@${version}`).join(", ");
    throw new AssessmentError("framework", `one of ${known}`);
  }
  rejectUnknownKeys(assessment, framework);
  return assessment;
}

/** Zod passes over such a key in a record; here it is a fault like every other unknown one. */
export function rejectPrototypeKeys(value: unknown, path: readonly PropertyKey[] = []) {
  if (typeof value !== "object" || value === null || path.length > DEPTH_MAX) return;
  if (Object.hasOwn(value, "__proto__"))
    throw new AssessmentError(pathOf([...path, "__proto__"]), "no such key");
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [step, child] of entries) rejectPrototypeKeys(child, [...path, step]);
}

function rejectUnknownKeys({ respondents, depth, acceptedActions }: Assessment, framework: Framework) {
  const asked = questionKeys(askedFramework(framework, depth));
  const names = new Set<string>();
  for (const [index, { name, answers }] of respondents.entries()) {
    if (names.has(name.trim())) {
      throw new AssessmentError(`respondents[${index}].name`, "a name that no other respondent has");
    }
    names.add(name.trim());
    for (const key of Object.keys(answers)) {
      if (!asked.has(key)) {
        const expected = `a question that the ${depth} assessment of ${framework.key}@${framework.version} asks`;
        throw new AssessmentError(pathOf(["respondents", index, "answers", key]), expected);
      }
    }
  }
  const actions = actionKeys(framework);
  const seen = new Set<string>();
  for (const [index, key] of acceptedActions.entries()) {
    if (!actions.has(key)) {
      throw new AssessmentError(`acceptedActions[${index}]`, "the key of an action of the framework");
    }
    if (seen.has(key)) throw new AssessmentError(`acceptedActions[${index}]`, "each action once");
    seen.add(key);
  }
}
