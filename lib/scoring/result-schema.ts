import { z } from "zod";
import { AREAS, INFRASTRUCTURES, PHASES } from "../framework/types";
import { BANDS, CONFIDENCES, OUTCOMES, RATINGS, type Result, SEVERITIES } from "./result";

const figure = z.number("a number").nullable();
const text = z.string("a text").max(2000, "at most 2000 characters");
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `one of ${words.join(", ")}`);
const list = <Item extends z.ZodType>(item: Item) => z.array(item, "a list").max(1000, "at most 1000");

function record<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? "no such key" : "an object"),
  });
}

const bounded = record({ value: figure, low: figure, high: figure });
const score = bounded.extend({ band: oneOf(BANDS).nullable(), heldBackBy: text.nullable() });

const reason = record({
  rule: oneOf([
    "completeness",
    "readiness",
    "gatingGap",
    "conditionNotMet",
    "warningSign",
    "suitabilityOpen",
    "allMet",
  ]),
  capability: text.optional(),
  condition: text.optional(),
  warning: text.optional(),
  text,
});

const capability = record({
  key: text,
  status: oneOf(["answered", "unknown", "excluded"]),
  level: figure,
  score: figure,
  required: z.number("a number"),
  attainment: figure,
  gap: figure,
  severity: oneOf(SEVERITIES).nullable(),
  gain: figure,
  contested: list(text),
});

const risk = record({
  key: text,
  likelihood: z.number("a number"),
  impact: z.number("a number"),
  rating: oneOf(RATINGS),
  inherent: oneOf(RATINGS),
  residual: oneOf(RATINGS),
  contributors: list(record({ capability: text, share: z.number("a number") })),
});

/** A result from outside, in the shape of Interchange. It is not computed again: a later method may differ. */
export const resultSchema = record({
  framework: text,
  targetPhase: oneOf(PHASES),
  completeness: z.number("a number"),
  confidence: record({ label: oneOf(CONFIDENCES), evidence: z.number("a number"), agreement: figure }),
  score,
  readiness: bounded,
  verdict: record({ outcome: oneOf(OUTCOMES), reasons: list(reason) }),
  areas: list(record({ key: oneOf(AREAS), score, readiness: bounded, capabilities: list(capability) })),
  infrastructures: list(
    record({ key: oneOf(INFRASTRUCTURES), score: figure, readiness: figure, capabilities: list(text) }),
  ),
  gaps: list(
    record({
      capability: text,
      gap: z.number("a number"),
      severity: oneOf(SEVERITIES),
      gain: z.number("a number"),
      actions: list(text),
    }),
  ),
  risks: list(risk),
  settlingQuestions: list(text),
  checks: list(
    record({
      key: text,
      area: oneOf(AREAS).optional(),
      capability: text.optional(),
      questions: list(text).optional(),
      text,
    }),
  ),
}) satisfies z.ZodType<Result>;
