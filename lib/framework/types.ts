/** The words of the method: see docs/glossary.md. Pure shapes, no behaviour. */

export const PHASES = ["foundation", "expansion", "optimization", "maturity"] as const;
export type Phase = (typeof PHASES)[number];

export const INFRASTRUCTURES = ["technical", "data", "process", "governance", "change"] as const;
export type Infrastructure = (typeof INFRASTRUCTURES)[number];

/** The areas of the method. A framework may have others. */
export const AREAS = ["technical", "organizational", "process", "governance", "resources"] as const;
export type AreaKey = (typeof AREAS)[number];

export const DEPTHS = ["quick", "full"] as const;
export type Depth = (typeof DEPTHS)[number];

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export const PITFALLS = [
  "insufficient-preparation",
  "poor-change-management",
  "resource-constraints",
  "quality-degradation",
] as const;
export type Pitfall = (typeof PITFALLS)[number];

/** One observable fact about a capability. Key is `capability.topic`. */
export type Question = {
  key: string;
  text: string;
  /** Why the answer matters when scaling, in one or two sentences. */
  why: string;
  /** What counts as evidence, concrete artefacts. */
  evidence: string;
  /** Relative weight within the capability, > 0. */
  weight: number;
  /** Asked in the quick assessment as well. */
  quick: boolean;
  /** Descriptors of levels 1–5, strictly rising. */
  levels: readonly [string, string, string, string, string];
};

/** One step from a level to the next. Key is `capability.to-N`. */
export type Action = {
  key: string;
  from: 1 | 2 | 3 | 4;
  to: 2 | 3 | 4 | 5;
  title: string;
  /** What done looks like, observable. */
  done: string;
  /** Effort in person-weeks, > 0. */
  personWeeks: number;
  /** Duration in calendar weeks, > 0. */
  elapsedWeeks: number;
  /** Key of the role that owns it. */
  role: string;
  /** Key of the roadmap window it belongs to. */
  window: string;
  /** Keys of the actions it depends on. */
  after: readonly string[];
};

export type Reference = {
  /** Name of the public model, e.g. "NIST AI RMF". */
  model: string;
  /** Identifier in that model, e.g. "GOVERN 1.2". */
  id: string;
  /** What it asks for, in our own words. */
  note: string;
};

export type Capability = {
  key: string;
  title: string;
  /** What must be true to scale, one sentence. */
  summary: string;
  /** Relative weight within the area, > 0. */
  weight: number;
  /** A gap here blocks scaling whatever the mean says. */
  gating: boolean;
  infrastructure: Infrastructure;
  pitfalls: readonly Pitfall[];
  references: readonly Reference[];
  /** Required level 2–5 per phase, never falling from one phase to the next. */
  required: Readonly<Record<Phase, Level>>;
  questions: readonly Question[];
  actions: readonly Action[];
};

export type Area = {
  key: string;
  title: string;
  summary: string;
  /** Relative weight within the framework, > 0. */
  weight: number;
  capabilities: readonly Capability[];
};

export type Contributor = { capability: string; weight: number };

export type Risk = {
  key: string;
  title: string;
  cause: string;
  event: string;
  consequence: string;
  /** The method's pitfall this risk is, or null. */
  pitfall: Pitfall | null;
  inherentImpact: Level;
  /** Impact is one higher for a regulated unit. */
  regulatory: boolean;
  /** Impact is one higher at ≥ 10 units or ≥ 50 processes in scope. */
  scaleSensitive: boolean;
  contributors: readonly Contributor[];
  /** Keys of the actions that lower it. */
  mitigations: readonly string[];
  contingency: string;
  /** Early-warning indicator, measurable. */
  indicator: string;
};

/** Two answers that cannot both be true: fires when every `when` holds. */
export type ContradictionCheck = {
  key: string;
  text: string;
  when: readonly { question: string; atLeast?: Level; atMost?: Level }[];
};

export type Role = { key: string; title: string };

/** One of the method's six week blocks. */
export type Window = {
  key: string;
  title: string;
  fromWeek: number;
  toWeek: number;
};

export type Framework = {
  key: string;
  version: string;
  title: string;
  /** Names of levels 1–5 and of the bands of the score; those of the method where there are none. */
  levels?: readonly [string, string, string, string, string];
  roles: readonly Role[];
  windows: readonly Window[];
  areas: readonly Area[];
  risks: readonly Risk[];
  checks: readonly ContradictionCheck[];
};
