import { BOUNDS } from "../bounds/bounds";
import type { Assessment } from "../scoring/assessment";
import type { Outcome } from "../scoring/result";
import type { Criterion } from "./approach-criteria";
import type { Stakeholder } from "./stakeholders";
import type { Uncertainty } from "./uncertainty";
import type { Part } from "./weeks";

/** A plan as it is asked for and as it comes out: see docs/planning.md. Weeks count from 1, both ends included. */

export const TARGET_VERDICTS = ["readyWithConditions", "ready"] as const satisfies readonly Outcome[];
export type TargetVerdict = (typeof TARGET_VERDICTS)[number];

export const APPROACHES = ["phased", "parallel", "hybrid"] as const;
export type Approach = (typeof APPROACHES)[number];

/** People of a role, in full-time equivalents, from one week to another. Entries of one role add up. */
export type Capacity = { role: string; fte: number; fromWeek: number; toWeek: number };

/** What work and technology cost, and how much may be spent in all; null: as much as it takes. */
export type Budget = {
  currency: string;
  amount: number | null;
  /** What a person-week costs, by key of the role. */
  ratePerWeek: Readonly<Record<string, number>>;
  /** What technology costs in all, by key of a capability that needs it. */
  technology?: Readonly<Record<string, number>>;
};

/** An action that stays where a person has put it: from its first week on, or in parts with pauses between. */
export type Lock = { unit: string; action: string; startWeek: number; parts?: readonly LockedPart[] };
/** A share of an action's work, and the week that it begins in. The first part begins where the lock does. */
export type LockedPart = { startWeek: number; personWeeks: number };
/** An action can be split into so many parts. */
export const PARTS_MAX = BOUNDS.parts;
export type Drop = { unit: string; action: string };
/** Who does it. */
export type Assignment = { unit: string; action: string; person: string };

/** Where a success metric stands and where it is to go; null is not known yet. */
export type MetricGoal = {
  /** Key of the metric. */
  metric: string;
  baseline: number | null;
  target: number | null;
  owner: string | null;
};

export type PlanRequest = {
  /** `key@version` */
  framework: string;
  /** One of each unit; their names differ. */
  assessments: readonly Assessment[];
  /** The verdict to reach with the least effort; null closes every gap. */
  targetVerdict: TargetVerdict | null;
  weeks: number;
  /** Date of the first day of week 1, ISO 8601. */
  start: string;
  capacity: readonly Capacity[];
  /** Null: money sets no limit, and cost is not counted. */
  budget: Budget | null;
  /** What the assessments cannot say of the criteria of the approach, or say otherwise. */
  approach: Readonly<Partial<Record<Criterion, number>>>;
  locked: readonly Lock[];
  dropped: readonly Drop[];
  assigned: readonly Assignment[];
  metrics: readonly MetricGoal[];
  stakeholders: readonly Stakeholder[];
  /** Missing while nobody has stated it: the plan has no ranges then. */
  uncertainty?: Uncertainty;
};

export type Contribution = { criterion: Criterion } & Record<Approach, number>;

/** The smallest change of one criterion that makes another approach come out first. */
export type Flip = { criterion: Criterion; from: number; to: number; recommends: Approach };

export type ApproachAdvice = {
  recommended: Approach;
  /** 0..100 */
  scores: Record<Approach, number>;
  contributions: readonly Contribution[];
  /** Null when no change of a single criterion is enough. */
  flip: Flip | null;
  tooCloseToCall: boolean;
};

export type PlanItem = {
  unit: string;
  action: string;
  capability: string;
  startWeek: number;
  endWeek: number;
  role: string;
  /** Spread evenly over its weeks, or over those of each part. */
  personWeeks: number;
  /** One after the other, with pauses between; none when the action is done in one go. */
  parts?: readonly Part[];
  /** A week later would delay what depends on it to the end, or the end of the plan. */
  critical: boolean;
  locked: boolean;
  /** Null while nobody is named. */
  person: string | null;
};

export const OBSTACLES = ["capacity", "budget", "weeks", "dependency", "dropped"] as const;
export type Obstacle = (typeof OBSTACLES)[number];

export type Unplaced = { unit: string; action: string; why: Obstacle; wouldNeed: string };

export type Milestone = { week: number; title: string; criteria: readonly string[] };

export type Load = { role: string; week: number; used: number; capacity: number };

export type Cost = {
  /** Null without a budget. */
  amount: number | null;
  /** By phase of the roadmap; maturity lies within optimization. */
  byPhase: Readonly<Record<string, number>>;
  /** Roles with work in the plan that the budget names no rate for: their work is not in the amount. */
  withoutRate: readonly string[];
};

export type PlannedUnit = {
  name: string;
  readinessNow: number | null;
  readinessPlanned: number | null;
  verdictNow: Outcome;
  verdictPlanned: Outcome;
  /** What stands in the way of the target verdict when everything placed is done. */
  remains: readonly string[];
};

export type Plan = {
  approach: ApproachAdvice;
  items: readonly PlanItem[];
  unplaced: readonly Unplaced[];
  milestones: readonly Milestone[];
  load: readonly Load[];
  cost: Cost;
  units: readonly PlannedUnit[];
};
