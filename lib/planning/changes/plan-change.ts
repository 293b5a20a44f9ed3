import { z } from "zod";
import { BOUNDS } from "../../bounds/bounds";
import { optionalLine, paragraph } from "../../forms/field-schemas";
import { typedText } from "../../forms/typed-text";
import { SUCCESS_METRICS } from "../../framework/success-metrics";
import type { Framework } from "../../framework/types";
import type { Assessment } from "../../scoring/assessment";
import { lineSchema, nameSchema } from "../../text/schemas";
import type { Activities } from "../activity";
import { workOf } from "../engine/unit-work";
import type { Drop, Lock, LockedPart, MetricGoal, PlanRequest } from "../plan";
import { PlanError } from "../plan-error";
import { activitiesSchema, typedActivities } from "../requests/activity-form";
import { type PlanOptions, planOptionsSchema, typedPlan } from "../requests/plan-form";
import { partsSchema, typedParts } from "../requests/split-form";
import { BARRIERS, type Stakeholder } from "../stakeholders";

/** What a person changes in a plan; all else is planned anew around it. */
export type PlanChange =
  | ({ do: "move"; week: number } & Drop)
  | ({ do: "split"; parts: readonly LockedPart[] } & Drop)
  /** Takes its parts together again. */
  | ({ do: "join" } & Drop)
  | ({ do: "release" | "drop" | "restore" } & Drop)
  | ({ do: "assign"; person: string } & Drop)
  | ({ do: "metric" } & MetricGoal)
  /** `was` is the group's name before; empty for a new one. */
  | ({ do: "stakeholder"; was: string } & Omit<Stakeholder, "activities">)
  | { do: "activities"; group: string; activities: Activities }
  | { do: "removeStakeholder"; group: string }
  | { do: "settings"; options: PlanOptions }
  /** Takes the latest assessments of its units. */
  | { do: "renew" };

const action = { unit: z.string().min(1).max(BOUNDS.longName), action: z.string().min(1).max(BOUNDS.key) };

const stepOf = (what: string) =>
  z
    .string()
    .regex(/^[1-5]$/, `Choose ${what} from 1 to 5.`)
    .transform(Number);

const figureExpected = "Enter a number, such as 62.5, or leave it open.";
const figure = z
  .string()
  .trim()
  .regex(/^(-?\d{1,9}(\.\d{1,4})?)?$/, figureExpected)
  .transform((typed) => (typed === "" ? null : Number(typed)));

const changeSchema = z.discriminatedUnion("do", [
  z.object({
    ...action,
    do: z.literal("move"),
    week: z
      .string()
      .regex(/^[1-9]\d{0,2}$/, "Enter a week of the plan.")
      .transform(Number),
  }),
  z.object({ ...action, do: z.literal("split"), parts: partsSchema }),
  z.object({ ...action, do: z.enum(["join", "release", "drop", "restore"]) }),
  z.object({ do: z.literal("renew") }),
  z.object({
    do: z.literal("metric"),
    metric: z.enum(SUCCESS_METRICS.map(({ key }) => key)),
    baseline: figure,
    target: figure,
    owner: optionalLine,
  }),
  z.object({
    do: z.literal("stakeholder"),
    was: z.string().max(BOUNDS.longName),
    group: nameSchema(BOUNDS.name, "Enter the name of the group."),
    influence: stepOf("influence"),
    support: stepOf("support"),
    barrier: z.enum([...BARRIERS, ""], "Choose a barrier, or none.").transform((barrier) => barrier || null),
    engagement: paragraph,
    owner: optionalLine,
  }),
  z.object({ do: z.literal("removeStakeholder"), group: z.string().max(BOUNDS.longName) }),
  z.object({
    ...action,
    do: z.literal("assign"),
    person: lineSchema(BOUNDS.name),
  }),
]);

export type ReadChange =
  | { change: PlanChange }
  /** What is wrong, by name of the field. */
  | { fields: Record<string, string> };

/** The change that an address asks for. */
export function readChange(sent: URLSearchParams, framework: Framework): ReadChange {
  if (sent.get("do") === "settings") {
    const options = planOptionsSchema(framework).safeParse(typedPlan(sent, framework));
    return options.success ? { change: { do: "settings", options: options.data } } : faultsOf(options.error);
  }
  if (sent.get("do") === "activities") {
    const activities = activitiesSchema.safeParse(typedActivities(sent));
    const group = typedText(sent, "group");
    return activities.success
      ? { change: { do: "activities", group, activities: activities.data } }
      : faultsOf(activities.error);
  }
  const change = changeSchema.safeParse({ ...Object.fromEntries(sent), parts: typedParts(sent) });
  return change.success ? { change: change.data } : faultsOf(change.error);
}

function faultsOf({ issues }: z.ZodError): ReadChange {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[path.join(".")] ??= message;
  return { fields };
}

/**
 * The request with a change in it that needs nothing but the request.
 * @throws PlanError when another group of stakeholders has the name already, or none has it
 */
export function changed(request: PlanRequest, change: Exclude<PlanChange, { do: "renew" }>): PlanRequest {
  if (change.do === "settings") return withOptions(request, change.options);
  if (change.do === "metric") return withMetric(request, change);
  if (change.do === "stakeholder") return withStakeholder(request, change);
  if (change.do === "activities") return withActivities(request, change);
  if (change.do === "removeStakeholder") return withoutStakeholder(request, change.group);
  const { unit, action } = change;
  const others = <Entry extends Drop>(entries: readonly Entry[]) =>
    entries.filter((entry) => entry.unit !== unit || entry.action !== action);
  const free = { ...request, locked: others(request.locked), dropped: others(request.dropped) };
  const was = request.locked.find((lock) => lock.unit === unit && lock.action === action);
  const lockedAt = (startWeek: number, parts?: readonly LockedPart[]) => ({
    ...free,
    locked: [...free.locked, { unit, action, startWeek, ...(parts && { parts }) }],
  });
  switch (change.do) {
    case "move":
      return lockedAt(change.week, was && movedParts(was, change.week));
    case "split":
      return lockedAt(change.parts[0]?.startWeek ?? 1, change.parts);
    case "join":
      return was ? lockedAt(was.startWeek) : request;
    case "drop":
      return { ...free, dropped: [...free.dropped, { unit, action }] };
    case "release":
    case "restore":
      return free;
    case "assign": {
      const assigned = others(request.assigned);
      const { person } = change;
      return { ...request, assigned: person === "" ? assigned : [...assigned, { unit, action, person }] };
    }
  }
}

/** Its pauses stay as long as they were. */
function movedParts({ startWeek, parts }: Lock, week: number): readonly LockedPart[] | undefined {
  return parts?.map((part) => ({ ...part, startWeek: part.startWeek + week - startWeek }));
}

function withMetric(request: PlanRequest, { do: _, ...goal }: { do: "metric" } & MetricGoal): PlanRequest {
  const others = request.metrics.filter(({ metric }) => metric !== goal.metric);
  const says = goal.baseline !== null || goal.target !== null || goal.owner !== null;
  return { ...request, metrics: says ? [...others, goal] : others };
}

/** In the place of the group it was, or as the last. */
function withStakeholder(
  request: PlanRequest,
  { do: _, was, ...stakeholder }: Extract<PlanChange, { do: "stakeholder" }>,
): PlanRequest {
  const { stakeholders } = request;
  if (stakeholders.some(({ group }) => group === stakeholder.group && group !== was))
    throw new PlanError("stakeholders", "a name that no other group has");
  const known = stakeholders.some(({ group }) => group === was);
  if (!known && stakeholders.length >= BOUNDS.stakeholders)
    throw new PlanError("stakeholders", `at most ${BOUNDS.stakeholders} groups`);
  return {
    ...request,
    stakeholders: known
      ? stakeholders.map((other) => (other.group === was ? { ...other, ...stakeholder } : other))
      : [...stakeholders, stakeholder],
  };
}

function withActivities(
  request: PlanRequest,
  { group, activities }: Extract<PlanChange, { do: "activities" }>,
): PlanRequest {
  const { stakeholders } = request;
  if (!stakeholders.some((one) => one.group === group))
    throw new PlanError("stakeholders", "the name of a group that is on the map");
  return {
    ...request,
    stakeholders: stakeholders.map((one) => {
      if (one.group !== group) return one;
      const { activities: _, ...rest } = one;
      return Object.keys(activities).length === 0 ? rest : { ...rest, activities };
    }),
  };
}

function withoutStakeholder(request: PlanRequest, group: string): PlanRequest {
  return { ...request, stakeholders: request.stakeholders.filter((other) => other.group !== group) };
}

export function withOptions(request: PlanRequest, { targetPhase, ...options }: PlanOptions): PlanRequest {
  const assessments = request.assessments.map((assessment) => ({
    ...assessment,
    targetPhase: targetPhase ?? assessment.targetPhase,
  }));
  // What is not stated any more goes.
  const { uncertainty: _, ...rest } = request;
  return { ...rest, ...options, assessments };
}

/** The request for newer assessments of its units; what was said of actions that are done by now falls away. */
export function withAssessments(
  framework: Framework,
  request: PlanRequest,
  assessments: readonly Assessment[],
): PlanRequest {
  const ahead = new Map(
    assessments.map((assessment) => [assessment.unit.name, workOf(framework, assessment).steps]),
  );
  const still = <Entry extends Drop>(entries: readonly Entry[]) =>
    entries.filter(({ unit, action }) => ahead.get(unit)?.has(action));
  return {
    ...request,
    assessments,
    locked: still(request.locked),
    dropped: still(request.dropped),
    assigned: still(request.assigned),
  };
}
