import { z } from "zod";
import { BOUNDS } from "../../bounds/bounds";
import { daySchema } from "../../forms/field-schemas";
import { type Sent, typedText } from "../../forms/typed-text";
import { type Framework, PHASES, type Phase } from "../../framework/types";
import { nameSchema } from "../../text/schemas";
import { CRITERION_RULES } from "../approach-criteria";
import { type PlanRequest, TARGET_VERDICTS } from "../plan";
import { technologyCapabilities } from "../technology";
import { nextMonday } from "../week-dates";

/** What stands in the fields of the forms that ask for a plan, as typed. `people` and `rates` by key of the role. */
export type PlanFormValues = {
  name: string;
  units: string[];
  targetPhase: string;
  targetVerdict: string;
  weeks: string;
  start: string;
  people: Record<string, string>;
  currency: string;
  budget: string;
  rates: Record<string, string>;
  /** By key of the capability. */
  technology: Record<string, string>;
  less: string;
  more: string;
  urgency: string;
  riskTolerance: string;
};

export type PlanFormState = {
  values: PlanFormValues;
  /** By name of the field, such as `people.data-lead`. */
  fields: Record<string, string>;
  problem: string | null;
};

/** What a plan is asked for, but for its units. */
export type PlanOptions = Pick<
  PlanRequest,
  "targetVerdict" | "weeks" | "start" | "capacity" | "budget" | "approach" | "uncertainty"
> & {
  /** Null: that of each assessment. */
  targetPhase: Phase | null;
};

const WEEKS_LEAST = 12;
const LESS_MOST = 100;
const MORE_MOST = 1_000;

export const peopleField = (role: string) => `people.${role}`;
export const rateField = (role: string) => `rates.${role}`;

export const technologyField = (capability: string) => `technology.${capability}`;

/** Whoever fills a form sees nobody asked for: one person a role for the method's 24 weeks is a beginning. */
export function newPlanForm(framework: Framework, units: readonly string[], today: Date): PlanFormValues {
  const { roles } = framework;
  return {
    name: "",
    units: [...units],
    targetPhase: "",
    targetVerdict: "ready",
    weeks: "24",
    start: nextMonday(today),
    people: Object.fromEntries(roles.map(({ key }) => [key, "1"])),
    currency: "USD",
    budget: "",
    rates: Object.fromEntries(roles.map(({ key }) => [key, ""])),
    technology: Object.fromEntries(technologyCapabilities(framework).map(({ key }) => [key, ""])),
    less: "",
    more: "",
    urgency: "",
    riskTolerance: "",
  };
}

/** A plan's request as it would be typed. */
export function planForm(name: string, framework: Framework, request: PlanRequest): PlanFormValues {
  const { roles } = framework;
  const { targetVerdict, weeks, start, capacity, budget, approach, assessments, uncertainty } = request;
  const phases = new Set(assessments.map(({ targetPhase }) => targetPhase));
  const [phase] = phases;
  const figure = (value: number | null | undefined) => (value == null ? "" : String(value));
  return {
    name,
    units: [],
    targetPhase: phases.size === 1 && phase ? phase : "",
    targetVerdict: targetVerdict ?? "everyGap",
    weeks: String(weeks),
    start,
    people: Object.fromEntries(
      roles.map(({ key }) => [key, figure(capacity.find(({ role }) => role === key)?.fte ?? 0)]),
    ),
    currency: budget?.currency ?? "USD",
    budget: figure(budget?.amount),
    rates: Object.fromEntries(roles.map(({ key }) => [key, figure(budget?.ratePerWeek[key])])),
    technology: Object.fromEntries(
      technologyCapabilities(framework).map(({ key }) => [key, figure(budget?.technology?.[key])]),
    ),
    less: figure(uncertainty?.less),
    more: figure(uncertainty?.more),
    urgency: figure(approach.urgency),
    riskTolerance: figure(approach.riskTolerance),
  };
}

/** A form that was sent, or an address that holds one. */
type SentPlan = Sent & { getAll(name: string): unknown[] };

/** Nothing but text: a file or a missing field is as if left empty. */
export function typedPlan(sent: SentPlan, framework: Framework): PlanFormValues {
  const { roles } = framework;
  const text = (name: string) => typedText(sent, name);
  return {
    name: text("name"),
    units: sent.getAll("units").filter((value) => typeof value === "string"),
    targetPhase: text("targetPhase"),
    targetVerdict: text("targetVerdict"),
    weeks: text("weeks"),
    start: text("start"),
    people: Object.fromEntries(roles.map(({ key }) => [key, text(peopleField(key))])),
    currency: text("currency"),
    budget: text("budget"),
    rates: Object.fromEntries(roles.map(({ key }) => [key, text(rateField(key))])),
    technology: Object.fromEntries(
      technologyCapabilities(framework).map(({ key }) => [key, text(technologyField(key))]),
    ),
    less: text("less"),
    more: text("more"),
    urgency: text("urgency"),
    riskTolerance: text("riskTolerance"),
  };
}

/** A number with at most so many decimals; empty is `null`. */
function amount(most: number, decimals: number, expected: string) {
  const pattern = new RegExp(`^(\\d{1,13}(\\.\\d{1,${decimals}})?)?$`);
  return z
    .string()
    .trim()
    .transform((typed) => typed.replace(/[,\s](?=\d{3}(\D|$))/g, ""))
    .refine((typed) => pattern.test(typed) && Number(typed) <= most, expected)
    .transform((typed) => (typed === "" ? null : Number(typed)));
}

const people = amount(BOUNDS.people, 2, `Enter people as a number from 0 to ${BOUNDS.people}, such as 1.5.`);
const money = amount(BOUNDS.money, 2, "Enter an amount without signs, such as 2500.");

const percent = (most: number) => amount(most, 1, `Enter percent from 0 to ${most}, such as 25.`);

const ofKeys = <Field extends z.ZodType>(keyed: readonly { key: string }[], field: Field) =>
  z.object(Object.fromEntries(keyed.map(({ key }) => [key, field])));

const weeksExpected = `Enter a whole number of weeks from ${WEEKS_LEAST} to ${BOUNDS.formWeeks}.`;
const onScale = ({ least, most }: { least: number; most: number }) => {
  const expected = `Choose a step from ${least} to ${most}, or leave it open.`;
  return z
    .string()
    .regex(new RegExp(`^([${least}-${most}])?$`), expected)
    .transform((typed) => (typed === "" ? undefined : Number(typed)));
};

/** What the forms for a new plan and for its settings have in common. */
export function planOptionsSchema(framework: Framework) {
  return z
    .object({
      targetPhase: z
        .enum([...PHASES, ""], "Choose a phase.")
        .transform((phase): Phase | null => (phase === "" ? null : phase)),
      targetVerdict: z
        .enum([...TARGET_VERDICTS, "everyGap"], "Choose what is to be reached.")
        .transform((target) => (target === "everyGap" ? null : target)),
      weeks: z
        .string()
        .trim()
        .regex(/^\d{1,3}$/, weeksExpected)
        .transform(Number)
        .refine((weeks) => weeks >= WEEKS_LEAST && weeks <= BOUNDS.formWeeks, weeksExpected),
      start: daySchema("Enter the date of the first day."),
      people: ofKeys(framework.roles, people),
      currency: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z]{3}$/, "Enter three letters, such as USD."),
      budget: money,
      rates: ofKeys(framework.roles, money),
      technology: ofKeys(technologyCapabilities(framework), money),
      less: percent(LESS_MOST),
      more: percent(MORE_MOST),
      urgency: onScale(CRITERION_RULES.urgency),
      riskTolerance: onScale(CRITERION_RULES.riskTolerance),
    })
    .transform(optionsOf);
}

type Typed = Pick<PlanOptions, "targetPhase" | "targetVerdict" | "weeks" | "start"> & {
  people: Record<string, number | null>;
  currency: string;
  budget: number | null;
  rates: Record<string, number | null>;
  technology: Record<string, number | null>;
  less: number | null;
  more: number | null;
  urgency?: number | undefined;
  riskTolerance?: number | undefined;
};

function optionsOf(typed: Typed): PlanOptions {
  const { targetPhase, targetVerdict, weeks, start, currency, budget, urgency, riskTolerance } = typed;
  const { less, more } = typed;
  const known = (figures: Record<string, number | null>) =>
    Object.entries(figures).flatMap(([role, figure]) => (figure === null ? [] : [[role, figure] as const]));
  const rates = known(typed.rates);
  const technology = known(typed.technology);
  return {
    targetPhase,
    targetVerdict,
    weeks,
    start,
    capacity: known(typed.people).map(([role, fte]) => ({ role, fte, fromWeek: 1, toWeek: weeks })),
    budget:
      budget === null && rates.length === 0 && technology.length === 0
        ? null
        : {
            currency,
            amount: budget,
            ratePerWeek: Object.fromEntries(rates),
            ...(technology.length > 0 && { technology: Object.fromEntries(technology) }),
          },
    approach: {
      ...(urgency !== undefined && { urgency }),
      ...(riskTolerance !== undefined && { riskTolerance }),
    },
    ...((less !== null || more !== null) && { uncertainty: { less: less ?? 0, more: more ?? 0 } }),
  };
}

export const planNameSchema = nameSchema(BOUNDS.name);

export const planUnitsSchema = z
  .array(z.string().max(BOUNDS.id))
  .min(1, "Choose at least one unit.")
  .max(BOUNDS.planUnits, `Choose at most ${BOUNDS.planUnits} units.`);
