import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import {
  type Action,
  type Capability,
  type Framework,
  type Level,
  PITFALLS,
  type Question,
  type Risk,
} from "@/lib/framework/types";

/** Frameworks that the app does not bring, each whole enough to be assessed, planned and exported. */

const RENAMED = "Platform for every unit";
const ADDED: Question = {
  key: "ai-platform.energy",
  text: "How is the energy that AI takes known?",
  why: "Capacity that nobody measures is capacity that nobody can plan.",
  evidence: "Monthly figures by workload.",
  weight: 2,
  quick: true,
  levels: ["Nobody asks.", "Guessed.", "Measured once.", "Measured by month.", "Planned by workload."],
};

/** The app's own framework in a later minor version: a capability renamed, a weight changed, a question added. */
export const nextMinor: Framework = {
  ...aiScaling,
  version: "1.1.0",
  areas: aiScaling.areas.map((area) => ({
    ...area,
    weight: area.key === "technical" ? area.weight + 1 : area.weight,
    capabilities: area.capabilities.map((capability) =>
      capability.key === "ai-platform"
        ? { ...capability, title: RENAMED, questions: [...capability.questions, ADDED] }
        : capability,
    ),
  })),
};

function questionOf(key: string, topic: string, text: string, quick: boolean): Question {
  const levels = ["Nothing", "Somebody", "A shift", "Every shift", "Every shift, checked"] as const;
  const of = (level: string) => `${level}: ${topic}.`;
  return {
    key: `${key}.${topic}`,
    text,
    why: "What one shift cannot do the next line will not do either.",
    evidence: "Shift book, walk along the line.",
    weight: 1,
    quick,
    levels: [of(levels[0]), of(levels[1]), of(levels[2]), of(levels[3]), of(levels[4])],
  };
}

const WINDOWS = ["trial-line", "half-the-hall", "whole-hall", "whole-hall"] as const;

function actionOf(key: string, title: string, from: 1 | 2 | 3 | 4): Action {
  const to = (from + 1) as Action["to"];
  return {
    key: `${key}.to-${to}`,
    from,
    to,
    title: `${title}: step ${from}`,
    done: `Seen on the line at step ${from}.`,
    personWeeks: 1,
    elapsedWeeks: 2,
    role: from < 3 ? "foreman" : "plant-manager",
    window: WINDOWS[from - 1] ?? "whole-hall",
    after: from === 1 ? [] : [`${key}.to-${from}`],
  };
}

type Asked = readonly [topic: string, text: string, quick: boolean];

function capabilityOf(
  key: string,
  title: string,
  change: Pick<Capability, "gating" | "infrastructure">,
  questions: readonly Asked[],
): Capability {
  return {
    key,
    title,
    summary: `${title} that a second line can take over.`,
    weight: 1,
    ...change,
    pitfalls: ["insufficient-preparation"],
    references: [{ model: "Shop floor handbook", id: key, note: "Asks for the same, in older words." }],
    required: { foundation: 2, expansion: 3, optimization: 4, maturity: 5 },
    questions: questions.map(([topic, text, quick]) => questionOf(key, topic, text, quick)),
    actions: ([1, 2, 3, 4] as const).map((from) => actionOf(key, title, from)),
  };
}

const RISKS: Record<(typeof PITFALLS)[number], [key: string, title: string]> = {
  "insufficient-preparation": ["line-stops", "The line stops"],
  "poor-change-management": ["bypassed", "Operators work around it"],
  "resource-constraints": ["no-spares", "Spare parts run out"],
  "quality-degradation": ["scrap-rises", "Scrap rises unseen"],
};

function riskOf(pitfall: (typeof PITFALLS)[number], inherentImpact: Level): Risk {
  const [key, title] = RISKS[pitfall];
  return {
    key,
    title,
    cause: "The hall was not ready.",
    event: "A shift finds out first.",
    consequence: "Orders are late.",
    pitfall,
    inherentImpact,
    regulatory: false,
    scaleSensitive: true,
    contributors: [
      { capability: "sensors", weight: 2 },
      { capability: "operators", weight: 1 },
    ],
    mitigations: ["sensors.to-3", "operators.to-3"],
    contingency: "Go back to the paper.",
    indicator: "Stops an hour.",
  };
}

/** A small framework of somebody else: three areas, seven questions, every key its own. */
export const factoryFloor: Framework = {
  key: "factory-floor",
  version: "1.0.0",
  title: "Factory floor check",
  levels: ["Improvised", "Repeated", "Steady", "Steered", "Learning"],
  roles: [
    { key: "foreman", title: "Foreman" },
    { key: "plant-manager", title: "Plant manager" },
  ],
  windows: [
    { key: "trial-line", title: "Trial line", fromWeek: 1, toWeek: 6 },
    { key: "half-the-hall", title: "Half the hall", fromWeek: 7, toWeek: 18 },
    { key: "whole-hall", title: "Whole hall", fromWeek: 19, toWeek: 24 },
  ],
  areas: [
    {
      key: "machines",
      title: "Machines",
      summary: "What the line says of itself.",
      weight: 2,
      capabilities: [
        capabilityOf("sensors", "Sensors", { gating: true, infrastructure: "technical" }, [
          ["coverage", "Which machines have sensors?", true],
          ["trust", "Who acts on what they say?", true],
        ]),
        capabilityOf("maintenance", "Maintenance", { gating: false, infrastructure: "process" }, [
          ["plan", "Who plans the next repair?", false],
        ]),
      ],
    },
    {
      key: "crew",
      title: "Crew",
      summary: "Who works with it.",
      weight: 1,
      capabilities: [
        capabilityOf("operators", "Operators", { gating: false, infrastructure: "change" }, [
          ["training", "Who was trained on it?", true],
          ["voice", "Who is asked before it changes?", false],
        ]),
      ],
    },
    {
      key: "orders",
      title: "Orders",
      summary: "What leaves the hall, and when.",
      weight: 1,
      capabilities: [
        capabilityOf("scheduling", "Scheduling", { gating: false, infrastructure: "data" }, [
          ["source", "Where do the dates come from?", true],
        ]),
        capabilityOf("tracing", "Tracing", { gating: true, infrastructure: "governance" }, [
          ["batch", "Which batch went to whom?", true],
        ]),
      ],
    },
  ],
  risks: PITFALLS.map((pitfall, place) => riskOf(pitfall, place === 0 ? 4 : 3)),
  checks: [],
};
