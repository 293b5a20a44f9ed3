import { z } from "zod";
import { faults } from "./rules";
import { type Framework, INFRASTRUCTURES, LEVELS, type Phase, PITFALLS } from "./types";

/** Messages say what was expected, so that an error can name it. */

const text = z.string("a text").regex(/\S/, "a text that is not empty");
const key = z
  .string("a key")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a key in lower case, words joined by hyphens");
const topicKey = z
  .string("a key")
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "a key of a capability and a topic, joined by a dot");
const positive = z.number("a number above 0").positive("a number above 0");
const flag = z.boolean("true or false");
const week = z.int("a whole week number").min(1, "a week from 1 on");
const level = z.literal(LEVELS, "a level, a whole number from 1 to 5");
const requiredLevel = z.literal([2, 3, 4, 5], "a level, a whole number from 2 to 5");

function listOf<Item extends z.ZodType>(item: Item, atLeast = 1) {
  return z
    .array(item, "a list")
    .min(atLeast, `a list of at least ${atLeast} ${atLeast === 1 ? "entry" : "entries"}`);
}

function record<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? "no such property" : "an object"),
  });
}

const question = record({
  key: topicKey,
  text: text.regex(/\?$/, "a text that ends with a question mark"),
  why: text,
  evidence: text,
  weight: positive,
  quick: flag,
  levels: z.tuple([text, text, text, text, text], "five level descriptors"),
});

const action = record({
  key: topicKey,
  from: z.literal([1, 2, 3, 4], "a level from 1 to 4"),
  to: z.literal([2, 3, 4, 5], "a level from 2 to 5"),
  title: text,
  done: text,
  personWeeks: positive,
  elapsedWeeks: positive,
  role: key,
  window: key,
  after: z.array(topicKey, "a list"),
});

const capability = record({
  key,
  title: text,
  summary: text,
  weight: positive,
  gating: flag,
  infrastructure: z.enum(INFRASTRUCTURES, `one of ${INFRASTRUCTURES.join(", ")}`),
  pitfalls: listOf(z.enum(PITFALLS, `one of ${PITFALLS.join(", ")}`)),
  references: listOf(record({ model: text, id: text, note: text })),
  required: record({
    foundation: requiredLevel,
    expansion: requiredLevel,
    optimization: requiredLevel,
    maturity: requiredLevel,
  } satisfies Record<Phase, z.ZodType>),
  questions: listOf(question),
  actions: listOf(action),
});

const area = record({
  key,
  title: text,
  summary: text,
  weight: positive,
  capabilities: listOf(capability),
});

const risk = record({
  key,
  title: text,
  cause: text,
  event: text,
  consequence: text,
  pitfall: z.enum(PITFALLS, `null or one of ${PITFALLS.join(", ")}`).nullable(),
  inherentImpact: level,
  regulatory: flag,
  scaleSensitive: flag,
  contributors: listOf(record({ capability: key, weight: positive })),
  mitigations: listOf(topicKey),
  contingency: text,
  indicator: text,
});

const check = record({
  key,
  text,
  when: listOf(record({ question: topicKey, atLeast: level.optional(), atMost: level.optional() }), 2),
});

/** A whole framework with every rule it must keep: shape first, then what holds between its parts. */
export const frameworkSchema = record({
  key,
  version: z.string("a version").regex(/^\d+\.\d+\.\d+$/, "a version such as 1.0.0"),
  title: text,
  levels: z.tuple([text, text, text, text, text], "five names of levels").optional(),
  roles: listOf(record({ key, title: text })),
  windows: listOf(record({ key, title: text, fromWeek: week, toWeek: week })),
  areas: listOf(area),
  risks: listOf(risk),
  checks: z.array(check, "a list"),
}).superRefine((framework, context) => {
  for (const { path, expected } of faults(framework)) {
    context.addIssue({ code: "custom", path: [...path], message: expected });
  }
});

/** A framework that breaks a rule: where, as in `areas[0].weight` (empty for the whole), and what was expected. */
export class FrameworkError extends Error {
  override readonly name = "FrameworkError";

  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(`${path || "framework"}: expected ${expected}`);
  }
}

/**
 * Reads a framework from JSON or code.
 * @throws FrameworkError naming the first fault.
 */
export function parseFramework(value: unknown): Framework {
  const parsed = frameworkSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const extra = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  throw new FrameworkError(pathText([...(issue?.path ?? []), ...extra]), issue?.message ?? "a framework");
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}
