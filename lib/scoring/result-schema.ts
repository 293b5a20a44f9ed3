import type { z } from "zod";
import { BOUNDS } from "../bounds/bounds";
import { INFRASTRUCTURES, PHASES } from "../framework/types";
import { textSchema } from "../text/schemas";
import { record } from "./assessment-schema";
import { figureOf, listOf, oneOf } from "./file-parts";
import { BANDS, CONFIDENCES, OUTCOMES, RATINGS, type Result, SEVERITIES } from "./result";

const text = textSchema(BOUNDS.paragraph);
const key = textSchema(BOUNDS.key);
const list = <Item extends z.ZodType>(item: Item) => listOf(item, BOUNDS.actions);

const share = figureOf(0, 1);
const percent = figureOf(0, 100);
const level = figureOf(1, 5);
const gap = figureOf(0, 4);

const bounded = record({ value: percent.nullable(), low: percent.nullable(), high: percent.nullable() });
const score = bounded.extend({ band: oneOf(BANDS).nullable(), heldBackBy: key.nullable() });

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
  capability: key.optional(),
  condition: key.optional(),
  warning: key.optional(),
  text,
});

const capability = record({
  key,
  status: oneOf(["answered", "unknown", "excluded"]),
  level: level.nullable(),
  score: percent.nullable(),
  required: level,
  attainment: share.nullable(),
  gap: gap.nullable(),
  severity: oneOf(SEVERITIES).nullable(),
  gain: percent.nullable(),
  contested: list(key),
});

const risk = record({
  key,
  likelihood: level,
  impact: level,
  rating: oneOf(RATINGS),
  inherent: oneOf(RATINGS),
  residual: oneOf(RATINGS),
  contributors: list(record({ capability: key, share })),
});

/** A result from outside, in the shape of Interchange. It is not computed again: a later method may differ. */
export const resultSchema = record({
  framework: key,
  targetPhase: oneOf(PHASES),
  completeness: share,
  confidence: record({ label: oneOf(CONFIDENCES), evidence: share, agreement: share.nullable() }),
  score,
  readiness: bounded,
  verdict: record({ outcome: oneOf(OUTCOMES), reasons: list(reason) }),
  areas: list(record({ key, score, readiness: bounded, capabilities: list(capability) })),
  infrastructures: list(
    record({
      key: oneOf(INFRASTRUCTURES),
      score: percent.nullable(),
      readiness: percent.nullable(),
      capabilities: list(key),
    }),
  ),
  gaps: list(
    record({ capability: key, gap, severity: oneOf(SEVERITIES), gain: percent, actions: list(key) }),
  ),
  risks: list(risk),
  settlingQuestions: list(key),
  checks: list(
    record({
      key,
      area: key.optional(),
      capability: key.optional(),
      questions: list(key).optional(),
      text,
    }),
  ),
}) satisfies z.ZodType<Result>;
