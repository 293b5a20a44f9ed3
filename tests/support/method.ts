import {
  type Action,
  AREAS,
  type AreaKey,
  type Capability,
  type Framework,
  type Level,
  type Phase,
  type Question,
  type Risk,
} from "@/lib/framework/types";
import type { Answer, Answers, Assessment, Suitability } from "@/lib/scoring/assessment";

/** Small frameworks and assessments, written the way the method speaks. */

type CapabilityOptions = {
  weight?: number;
  gating?: boolean;
  /** One required level for every phase, or one a phase. */
  required?: Level | Record<Phase, Level>;
  infrastructure?: Capability["infrastructure"];
  /** Weight of each question; keys are `capability.q1`, `capability.q2` … */
  questions?: readonly number[];
  /** Which of them are quick; all by default. */
  quick?: readonly boolean[];
};

export function capability(key: string, options: CapabilityOptions = {}): Capability {
  const { weight = 1, gating = false, required = 4, infrastructure = "technical", questions = [1] } = options;
  const each = (level: Level) => ({
    foundation: level,
    expansion: level,
    optimization: level,
    maturity: level,
  });
  return {
    key,
    title: `Title of ${key}`,
    summary: "",
    weight,
    gating,
    infrastructure,
    pitfalls: [],
    references: [],
    required: typeof required === "number" ? each(required) : required,
    questions: questions.map((own, index) => question(key, index, own, options.quick?.[index] ?? true)),
    actions: ([1, 2, 3, 4] as const).map((from) => action(key, from)),
  };
}

function question(owner: string, index: number, weight: number, quick: boolean): Question {
  const key = `${owner}.q${index + 1}`;
  return { key, text: `${key}?`, why: "", evidence: "", weight, quick, levels: ["1", "2", "3", "4", "5"] };
}

function action(owner: string, from: 1 | 2 | 3 | 4): Action {
  const to = (from + 1) as Action["to"];
  return {
    key: `${owner}.to-${to}`,
    from,
    to,
    title: "",
    done: "",
    personWeeks: 1,
    elapsedWeeks: 1,
    role: "lead",
    window: "early",
    after: [],
  };
}

export function risk(key: string, contributors: Record<string, number>, change: Partial<Risk> = {}): Risk {
  return {
    key,
    title: `Title of ${key}`,
    cause: "",
    event: "",
    consequence: "",
    pitfall: null,
    inherentImpact: 3,
    regulatory: false,
    scaleSensitive: false,
    contributors: Object.entries(contributors).map(([key, weight]) => ({ capability: key, weight })),
    mitigations: [],
    contingency: "",
    indicator: "",
    ...change,
  };
}

type Areas = Partial<Record<AreaKey, readonly Capability[]>>;

export function framework(
  areas: Areas,
  change: Partial<Framework> & { weights?: Partial<Record<AreaKey, number>> } = {},
): Framework {
  const { weights, ...rest } = change;
  return {
    key: "small",
    version: "1.0.0",
    title: "Small",
    roles: [{ key: "lead", title: "Lead" }],
    windows: [{ key: "early", title: "Early", fromWeek: 1, toWeek: 3 }],
    areas: AREAS.flatMap((key) => {
      const capabilities = areas[key];
      const title = `Title of ${key}`;
      return capabilities ? [{ key, title, summary: "", weight: weights?.[key] ?? 1, capabilities }] : [];
    }),
    risks: [],
    checks: [],
    ...rest,
  };
}

export const wellSuited: Suitability = {
  conditions: {
    provenPilots: "yes",
    demonstratedValue: "yes",
    organizationalReadiness: "yes",
    resources: "yes",
    stakeholderSupport: "yes",
  },
  warnings: {
    unprovenConcepts: false,
    noFoundation: false,
    insufficientResources: false,
    limitedSupport: false,
    unstablePilots: false,
  },
};

/** A level, `"na"` for not applicable, `"?"` for don't know, or a whole answer. */
export type Given = number | "na" | "?" | Answer;

export function answers(given: Readonly<Record<string, Given>>): Answers {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, answer(value)]));
}

function answer(given: Given): Answer {
  if (given === "na") return { notApplicable: "outOfScope" };
  if (given === "?") return { dontKnow: true };
  return typeof given === "number" ? { level: given as Level } : given;
}

/** One respondent's answers, or those of several. */
export function assessment(
  of: Framework,
  given: Readonly<Record<string, Given>> | readonly Readonly<Record<string, Given>>[],
  change: Partial<Assessment> = {},
): Assessment {
  const all = Array.isArray(given) ? given : [given];
  return {
    framework: `${of.key}@${of.version}`,
    depth: "full",
    targetPhase: "expansion",
    unit: { name: "Retail Banking", regulated: false, unitsInScope: 1, processesInScope: 1 },
    suitability: wellSuited,
    acceptedActions: [],
    respondents: all.map((one, index) => ({ name: `Respondent ${index + 1}`, answers: answers(one) })),
    ...change,
  };
}
