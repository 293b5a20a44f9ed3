import type { Action, Capability, Framework, Pitfall, Question, Risk } from "@/lib/framework/types";

/** The smallest sound framework: one area, two capabilities, a risk for each pitfall, one check. */
export const smallFramework: Framework = {
  key: "small",
  version: "1.0.0",
  title: "Small",
  roles: [{ key: "lead", title: "Lead" }],
  windows: [
    { key: "early", title: "Early", fromWeek: 1, toWeek: 3 },
    { key: "late", title: "Late", fromWeek: 4, toWeek: 6 },
  ],
  areas: [
    {
      key: "technical",
      title: "Technical",
      summary: "All of it.",
      weight: 1,
      capabilities: [capability("platform"), capability("data")],
    },
  ],
  risks: [
    risk("insufficient-preparation"),
    risk("poor-change-management"),
    risk("resource-constraints"),
    risk("quality-degradation"),
  ],
  checks: [
    {
      key: "platform-without-data",
      text: "These two do not fit.",
      when: [
        { question: "platform.reuse", atLeast: 4 },
        { question: "data.reuse", atMost: 1 },
      ],
    },
  ],
};

function capability(key: string): Capability {
  return {
    key,
    title: key,
    summary: "It must be true.",
    weight: 1,
    gating: false,
    infrastructure: "technical",
    pitfalls: ["insufficient-preparation"],
    references: [{ model: "NIST AI RMF", id: "MAP 1.1", note: "Know the context." }],
    required: { foundation: 2, expansion: 3, optimization: 4, maturity: 4 },
    questions: [question(`${key}.reuse`)],
    actions: [action(key, 1, 2, []), action(key, 2, 3), action(key, 3, 4), action(key, 4, 5)],
  };
}

function question(key: string): Question {
  return {
    key,
    text: "How far?",
    why: "It matters.",
    evidence: "A record.",
    weight: 1,
    quick: true,
    levels: ["None.", "One unit.", "Two units.", "Half of the units.", "All units."],
  };
}

function action(
  capability: string,
  from: Action["from"],
  to: Action["to"],
  after = [`${capability}.to-${from}`],
): Action {
  return {
    key: `${capability}.to-${to}`,
    from,
    to,
    title: "Do it",
    done: "It is done.",
    personWeeks: 1,
    elapsedWeeks: 1,
    role: "lead",
    window: from < 3 ? "early" : "late",
    after,
  };
}

function risk(pitfall: Pitfall): Risk {
  return {
    key: pitfall,
    title: pitfall,
    cause: "A cause.",
    event: "An event.",
    consequence: "A consequence.",
    pitfall,
    inherentImpact: 4,
    regulatory: false,
    scaleSensitive: true,
    contributors: [{ capability: "platform", weight: 1 }],
    mitigations: ["platform.to-2"],
    contingency: "Stop.",
    indicator: "A count.",
  };
}
