import { z } from "zod";
import { record } from "../scoring/assessment-schema";
import { OUTCOMES } from "../scoring/result";
import { CRITERIA } from "./approach-criteria";
import { APPROACHES, OBSTACLES, type Plan } from "./plan";

const ENTRIES_MAX = 200_000;

const text = z.string("a text").max(2000, "at most 2000 characters");
const week = z.int("a whole week").min(0, "a week from 0 on");
const figure = z.number("a number");
const flag = z.boolean("true or false");
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `one of ${words.join(", ")}`);
const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item, "a list").max(ENTRIES_MAX, `at most ${ENTRIES_MAX}`);

const approaches = { phased: figure, parallel: figure, hybrid: figure };

const flip = record({
  criterion: oneOf(CRITERIA),
  from: figure,
  to: figure,
  recommends: oneOf(APPROACHES),
});

const part = record({ startWeek: week, endWeek: week, personWeeks: figure });

const item = record({
  unit: text,
  action: text,
  capability: text,
  startWeek: week,
  endWeek: week,
  role: text,
  personWeeks: figure,
  parts: list(part).optional(),
  critical: flag,
  locked: flag,
  person: text.nullable(),
});

/** A plan from outside, in the shape of docs/planning.md. It is not made again: a later method may differ. */
export const planSchema: z.ZodType<Plan> = record({
  approach: record({
    recommended: oneOf(APPROACHES),
    scores: record(approaches),
    contributions: list(record({ criterion: oneOf(CRITERIA), ...approaches })),
    flip: flip.nullable(),
    tooCloseToCall: flag,
  }),
  items: list(item),
  unplaced: list(record({ unit: text, action: text, why: oneOf(OBSTACLES), wouldNeed: text })),
  milestones: list(record({ week, title: text, criteria: list(text) })),
  load: list(record({ role: text, week, used: figure, capacity: figure })),
  cost: record({
    amount: figure.nullable(),
    byPhase: z.record(z.string(), figure, "an object"),
    withoutRate: list(text),
  }),
  units: list(
    record({
      name: text,
      readinessNow: figure.nullable(),
      readinessPlanned: figure.nullable(),
      verdictNow: oneOf(OUTCOMES),
      verdictPlanned: oneOf(OUTCOMES),
      remains: list(text),
    }),
  ),
});
