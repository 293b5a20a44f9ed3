import { z } from "zod";
import { BOUNDS } from "../../bounds/bounds";
import { actionKeys } from "../../framework/keys";
import { SUCCESS_METRICS } from "../../framework/success-metrics";
import type { Framework } from "../../framework/types";
import { AssessmentError, firstFault } from "../../scoring/assessment-error";
import { parseAssessment, record, recordError, rejectPrototypeKeys } from "../../scoring/assessment-schema";
import { day, figureOf } from "../../scoring/file-parts";
import { textSchema } from "../../text/schemas";
import { isVisible } from "../../text/well-formed";
import { RHYTHMS, SPANS } from "../activity";
import { CRITERIA, CRITERION_RULES } from "../approach-criteria";
import { type Drop, type PlanRequest, TARGET_VERDICTS } from "../plan";
import { PlanError } from "../plan-error";
import { BARRIERS } from "../stakeholders";
import { technologyCapabilities } from "../technology";
import { ROADMAP_PHASES } from "../weeks";

const WEEKS_MIN = 1;
const WEEKS_MAX = BOUNDS.planWeeks;
const FTE_MAX = BOUNDS.fte;
const MONEY_MAX = BOUNDS.money;
/** The last week that anything is asked for: what is there for a plan may be there for longer. */
const LAST_WEEK = BOUNDS.planWeeks + BOUNDS.planWeeksBeyond;
/** Person-weeks of a part. */
const PART_LEAST = 0.01;

function list<Item extends z.ZodType>(item: Item, what: string, most: number = BOUNDS.planEntries) {
  return z.array(item, `a list of ${what}`).max(most, `at most ${most} ${what}`);
}

const week = z.int("a whole week").min(1, "a week from 1 on").max(LAST_WEEK, `a week from 1 to ${LAST_WEEK}`);
const key = textSchema(BOUNDS.key).refine(isVisible, "a name");
const unit = textSchema(BOUNDS.longName).refine(isVisible, "a name");
/** A name on one line, whatever breaks it. */
const name = textSchema(BOUNDS.name)
  .transform((text) => text.replace(/[\n\t]+/g, " "))
  .refine(isVisible, "a name");
const money = z.number("an amount").min(0, "an amount from 0 on").max(MONEY_MAX, `at most ${MONEY_MAX}`);

const percent = (most: number) => {
  const expected = `percent from 0 to ${most}`;
  return z.number(expected).min(0, expected).max(most, expected);
};

const figure = figureOf(-MONEY_MAX, MONEY_MAX);

const capacity = record({
  role: key,
  fte: z.number("a number of people").min(0, "0 or more").max(FTE_MAX, `at most ${FTE_MAX}`),
  fromWeek: week,
  toWeek: week,
});

const parts = list(
  record({
    startWeek: week,
    personWeeks: z
      .number("a number of person-weeks")
      .min(PART_LEAST, `${PART_LEAST} or more`)
      .max(BOUNDS.personWeeks, `at most ${BOUNDS.personWeeks}`),
  }),
  "parts",
  BOUNDS.parts,
).min(2, "at least two parts, or none");

const step = z.int("a whole step").min(1, "a step from 1 to 5").max(5, "a step from 1 to 5");

const phases = ROADMAP_PHASES.map(({ key }) => key);
const phase = z.enum(phases, `one of ${phases.join(", ")}`);

const activity = record({
  what: textSchema(BOUNDS.paragraph).refine(isVisible, "a name"),
  channel: textSchema(BOUNDS.paragraph),
  rhythm: z.enum(RHYTHMS, `one of ${RHYTHMS.join(", ")}`),
  from: phase,
  to: phase,
  by: name.nullable(),
})
  .refine((own) => SPANS.some(({ from, to }) => from === own.from && to === own.to), {
    path: ["to"],
    error: "a phase that is not before `from`",
  })
  .optional();

const stakeholder = record({
  group: name,
  influence: step,
  support: step,
  barrier: z.enum(BARRIERS, `null or one of ${BARRIERS.join(", ")}`).nullable(),
  engagement: textSchema(BOUNDS.paragraph),
  owner: name.nullable(),
  // Without it a plan from before comes out as it went in.
  activities: record({ communication: activity, training: activity, support: activity }).optional(),
});

const figures = Object.fromEntries(
  CRITERIA.map((criterion) => {
    const { least, most } = CRITERION_RULES[criterion];
    const expected = `a whole number from ${least} to ${most}`;
    return [criterion, z.int(expected).min(least, expected).max(most, expected).optional()];
  }),
);

const requestSchema = record({
  framework: z.string("the key and version of a framework"),
  assessments: list(z.unknown(), "assessments", BOUNDS.commandUnits).min(1, "at least one assessment"),
  targetVerdict: z
    .enum(TARGET_VERDICTS, `one of ${TARGET_VERDICTS.join(", ")}, or null to close every gap`)
    .nullable()
    .default(null),
  weeks: z
    .int("a whole number of weeks")
    .min(WEEKS_MIN, `from ${WEEKS_MIN} to ${WEEKS_MAX} weeks`)
    .max(WEEKS_MAX, `from ${WEEKS_MIN} to ${WEEKS_MAX} weeks`),
  start: day,
  capacity: list(capacity, "entries"),
  budget: record({
    currency: z.string("a currency").regex(/^[A-Z]{3}$/, "a currency of three letters, such as USD"),
    amount: money.nullable().default(null),
    ratePerWeek: z.record(z.string(), money, recordError),
    technology: z.record(z.string(), money, recordError).optional(),
  })
    .nullable()
    .default(null),
  approach: record(figures).default({}),
  locked: list(record({ unit, action: key, startWeek: week, parts: parts.optional() }), "locks").default([]),
  dropped: list(record({ unit, action: key }), "entries").default([]),
  stakeholders: list(stakeholder, "groups", BOUNDS.stakeholders).default([]),
  metrics: list(
    record({ metric: key, baseline: figure.nullable(), target: figure.nullable(), owner: name.nullable() }),
    "metrics",
  ).default([]),
  assigned: list(record({ unit, action: key, person: name }), "entries").default([]),
  uncertainty: record({ less: percent(100), more: percent(1000) }).optional(),
});

/**
 * A request from outside, in the shape of docs/planning.md.
 * @throws PlanError with the path of the first fault and what was expected there
 */
export function parsePlanRequest(value: unknown, frameworks: readonly Framework[]): PlanRequest {
  const request = named(() => {
    rejectPrototypeKeys(value);
    const parsed = requestSchema.safeParse(value);
    if (!parsed.success) throw firstFault(parsed.error, "a plan's request");
    return parsed.data;
  });
  const framework = frameworks.find(({ key, version }) => `${key}@${version}` === request.framework);
  if (!framework) {
    const known = frameworks.map(({ key, version }) => `${key}@${version}`).join(", ");
    throw new PlanError("framework", `one of ${known}`);
  }
  const assessments = request.assessments.map((assessment, index) =>
    named(() => parseAssessment(assessment, [framework]), `assessments[${index}]`),
  );
  const parsed: PlanRequest = { ...request, assessments };
  rejectRepeatedUnits(parsed);
  rejectStrayRoles(parsed, framework);
  rejectStrayEntries(parsed, framework);
  rejectStrayFirstParts(parsed);
  rejectStrayMetrics(parsed);
  rejectRepeatedGroups(parsed);
  return parsed;
}

/** Runs it, and says where in the request its fault lies. */
function named<Value>(run: () => Value, place = ""): Value {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof AssessmentError)) throw error;
    const steps = [place, error.path].filter((step) => step !== "");
    throw new PlanError(steps.join("."), error.expected);
  }
}

function rejectRepeatedUnits({ assessments }: PlanRequest) {
  const seen = new Set<string>();
  for (const [index, { unit }] of assessments.entries()) {
    if (seen.has(unit.name))
      throw new PlanError(`assessments[${index}].unit.name`, "one assessment of each unit");
    seen.add(unit.name);
  }
}

function rejectStrayRoles({ capacity, budget, weeks }: PlanRequest, framework: Framework) {
  const { roles } = framework;
  const known = new Set(roles.map(({ key }) => key));
  const expected = `one of ${[...known].join(", ")}`;
  for (const [index, { role, fromWeek, toWeek }] of capacity.entries()) {
    if (!known.has(role)) throw new PlanError(`capacity[${index}].role`, expected);
    if (toWeek < fromWeek) throw new PlanError(`capacity[${index}].toWeek`, `week ${fromWeek} or later`);
    if (fromWeek > weeks) throw new PlanError(`capacity[${index}].fromWeek`, `a week from 1 to ${weeks}`);
  }
  for (const role of Object.keys(budget?.ratePerWeek ?? {})) {
    if (!known.has(role)) throw new PlanError(`budget.ratePerWeek.${role}`, expected);
  }
  const technology = technologyCapabilities(framework).map(({ key }) => key);
  for (const capability of Object.keys(budget?.technology ?? {})) {
    if (!technology.includes(capability))
      throw new PlanError(`budget.technology.${capability}`, `one of ${technology.join(", ")}`);
  }
}

function rejectStrayEntries({ assessments, locked, dropped, assigned }: PlanRequest, framework: Framework) {
  const units = new Set(assessments.map(({ unit }) => unit.name));
  const actions = actionKeys(framework);
  const rejectIn = (lists: Record<string, readonly Drop[]>, once: string) => {
    const seen = new Set<string>();
    for (const [list, entries] of Object.entries(lists)) {
      for (const [index, { unit, action }] of entries.entries()) {
        if (!units.has(unit))
          throw new PlanError(`${list}[${index}].unit`, "the name of a unit that is planned");
        if (!actions.has(action)) {
          throw new PlanError(`${list}[${index}].action`, "the key of an action of the framework");
        }
        const key = JSON.stringify([unit, action]);
        if (seen.has(key)) throw new PlanError(`${list}[${index}].action`, once);
        seen.add(key);
      }
    }
  };
  rejectIn({ locked, dropped }, "each action once, locked or dropped");
  rejectIn({ assigned }, "each action once");
}

function rejectStrayFirstParts({ locked }: PlanRequest) {
  for (const [index, { startWeek, parts: [first] = [] }] of locked.entries()) {
    if (first && first.startWeek !== startWeek)
      throw new PlanError(
        `locked[${index}].parts[0].startWeek`,
        `week ${startWeek}, in which the lock begins`,
      );
  }
}

function rejectStrayMetrics({ metrics }: PlanRequest) {
  const known = SUCCESS_METRICS.map(({ key }) => key);
  for (const [index, { metric }] of metrics.entries()) {
    if (!known.includes(metric))
      throw new PlanError(`metrics[${index}].metric`, `one of ${known.join(", ")}`);
    if (metrics.findIndex((other) => other.metric === metric) < index)
      throw new PlanError(`metrics[${index}].metric`, "each metric once");
  }
}

function rejectRepeatedGroups({ stakeholders }: PlanRequest) {
  for (const [index, { group }] of stakeholders.entries()) {
    if (stakeholders.findIndex((other) => other.group === group) < index)
      throw new PlanError(`stakeholders[${index}].group`, "each group once");
  }
}
