import { z } from "zod";
import { BOUNDS } from "../../bounds/bounds";
import { record } from "../../scoring/assessment-schema";
import { figureOf, listOf, oneOf } from "../../scoring/file-parts";
import { OUTCOMES } from "../../scoring/result";
import { textSchema } from "../../text/schemas";
import { CRITERIA } from "../approach-criteria";
import { APPROACHES, OBSTACLES, type Plan } from "../plan";
import { ROADMAP_PHASES } from "../weeks";

const WEEKS_MAX = BOUNDS.planWeeks + BOUNDS.planWeeksBeyond;

const key = textSchema(BOUNDS.key);
const unit = textSchema(BOUNDS.longName);
/** Names everything that was dropped. */
const sentence = textSchema(BOUNDS.planSentence);
const week = z.int("a whole week").min(1, "a week from 1 on").max(WEEKS_MAX, `a week from 1 to ${WEEKS_MAX}`);
const points = figureOf(-1000, 1000);
const work = figureOf(0, BOUNDS.personWeeks);
const people = figureOf(0, BOUNDS.personWeeks);
const money = figureOf(0, BOUNDS.planCost);
const percent = figureOf(0, 100);
const flag = z.boolean("true or false");
const list = <Item extends z.ZodType>(item: Item) => listOf(item, BOUNDS.planEntries);

const approaches = { phased: points, parallel: points, hybrid: points };

const criterionFigure = figureOf(0, 1_000_000);
const flip = record({
  criterion: oneOf(CRITERIA),
  from: criterionFigure,
  to: criterionFigure,
  recommends: oneOf(APPROACHES),
});

/** Weeks that end where they begin or later. */
const inOrder = ({ startWeek, endWeek }: { startWeek: number; endWeek: number }) => endWeek >= startWeek;
const endsLater = { path: ["endWeek"], error: "the first week or a later one" };

const part = record({ startWeek: week, endWeek: week, personWeeks: work }).refine(inOrder, endsLater);

const item = record({
  unit,
  action: key,
  capability: key,
  startWeek: week,
  endWeek: week,
  role: key,
  personWeeks: work,
  parts: listOf(part, BOUNDS.parts).optional(),
  critical: flag,
  locked: flag,
  person: textSchema(BOUNDS.name).nullable(),
})
  .refine(inOrder, endsLater)
  .refine(
    ({ startWeek, endWeek, parts }) =>
      !parts ||
      (parts.length > 1 &&
        parts[0]?.startWeek === startWeek &&
        parts.at(-1)?.endWeek === endWeek &&
        parts.every(({ startWeek }, place) => startWeek > (parts[place - 1]?.endWeek ?? 0))),
    { path: ["parts"], error: "two parts or more, one after the other, from the first week to the last" },
  );

/** A plan from outside, in the shape of docs/planning.md. It is not made again: a later method may differ. */
export const planSchema: z.ZodType<Plan> = record({
  approach: record({
    recommended: oneOf(APPROACHES),
    scores: record(approaches),
    contributions: listOf(record({ criterion: oneOf(CRITERIA), ...approaches }), CRITERIA.length),
    flip: flip.nullable(),
    tooCloseToCall: flag,
  }),
  items: list(item),
  unplaced: list(record({ unit, action: key, why: oneOf(OBSTACLES), wouldNeed: sentence })),
  milestones: listOf(
    record({ week, title: sentence, criteria: list(sentence) }),
    BOUNDS.planUnits + ROADMAP_PHASES.length,
  ),
  load: list(record({ role: key, week, used: people, capacity: people })),
  cost: record({
    amount: money.nullable(),
    byPhase: z.partialRecord(z.enum(ROADMAP_PHASES.map(({ key }) => key)), money, "an object"),
    withoutRate: list(key),
  }),
  units: listOf(
    record({
      name: unit,
      readinessNow: percent.nullable(),
      readinessPlanned: percent.nullable(),
      verdictNow: oneOf(OUTCOMES),
      verdictPlanned: oneOf(OUTCOMES),
      remains: list(sentence),
    }),
    BOUNDS.planUnits,
  ),
});
