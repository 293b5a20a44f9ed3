/** The words of the method as a person reads them on the help page. docs/glossary.md has them for those who build. */
export type Term = { key: string; term: string; meaning: string };

export const TERMS = [
  {
    key: "organization",
    term: "Organization",
    meaning: "Owns the units, the assessments and their results.",
  },
  {
    key: "unit",
    term: "Unit",
    meaning:
      "A business unit, location or plant. Units form a tree: a group, its regions, their plants. Any unit can be assessed.",
  },
  {
    key: "framework",
    term: "Framework",
    meaning:
      "A versioned question bank: areas, capabilities, questions, actions and risks. It never changes once an assessment uses it.",
  },
  {
    key: "area",
    term: "Area",
    meaning:
      "One of five parts of the assessment: technical, organizational, process, governance, resources.",
  },
  {
    key: "capability",
    term: "Capability",
    meaning:
      "What must be true to scale AI. Each belongs to an area, carries a weight and has a required level for each phase.",
  },
  {
    key: "gating",
    term: "Gating",
    meaning: "Said of a capability: a gap here blocks scaling, however good the average is.",
  },
  {
    key: "inventory",
    term: "Inventory",
    meaning:
      "The AI systems, use cases and processes of a unit. What is in production in it says the scaling coverage.",
  },
  {
    key: "infrastructure",
    term: "Infrastructure",
    meaning:
      "A second cut through the same capabilities: technical, data, process, governance and change infrastructure.",
  },
  {
    key: "question",
    term: "Question",
    meaning: "Asks for one fact about a capability. Each of its five levels has its own description.",
  },
  {
    key: "level",
    term: "Level",
    meaning:
      "1 Ad hoc, 2 Emerging, 3 Defined, 4 Managed, 5 Optimized. The level of a capability is the weighted mean of its answers.",
  },
  {
    key: "required-level",
    term: "Required level",
    meaning: "The level of a capability that the target phase asks for.",
  },
  {
    key: "phase",
    term: "Phase",
    meaning: "A stage of the rollout: foundation, expansion, optimization, maturity.",
  },
  { key: "target-phase", term: "Target phase", meaning: "The phase that a unit is assessed for." },
  {
    key: "depth",
    term: "Depth",
    meaning: "Quick asks 20 questions, full asks 60. A question that is not asked counts nowhere.",
  },
  {
    key: "assessment",
    term: "Assessment",
    meaning:
      "One unit, one framework version, one target phase, at one point in time. A submitted assessment does not change.",
  },
  {
    key: "answer",
    term: "Answer",
    meaning:
      "A level, not applicable with a reason, or don't know. It may carry a note, evidence links and a certainty.",
  },
  {
    key: "certainty",
    term: "Certainty",
    meaning:
      "How far an answer is known: verified (evidence seen), informed (told by someone who knows) or a guess.",
  },
  {
    key: "not-applicable",
    term: "Not applicable",
    meaning:
      "The question does not concern this unit. It is left out of every figure, and the reason is shown.",
  },
  {
    key: "open-question",
    term: "Open question",
    meaning: "Not answered yet, or answered don't know.",
  },
  {
    key: "carried-over",
    term: "Carried over",
    meaning: "An answer taken from the unit's last assessment and not yet confirmed.",
  },
  {
    key: "completeness",
    term: "Completeness",
    meaning: "The share of the questions that have a level or are not applicable.",
  },
  {
    key: "suitability",
    term: "Suitability",
    meaning: "Five conditions and five warning signs that say whether scaling is the right thing to do now.",
  },
  {
    key: "score",
    term: "Score",
    meaning:
      "A level on a scale of 0 to 100: level 1 is 0, level 5 is 100. For a capability, an area and the whole.",
  },
  {
    key: "band",
    term: "Band",
    meaning:
      "The score in words. It stands at most one step above the band of the weakest gating capability.",
  },
  {
    key: "attainment",
    term: "Attainment",
    meaning: "How far a capability is on the way from level 1 to its required level, from 0 to 1.",
  },
  {
    key: "readiness",
    term: "Readiness",
    meaning:
      "The weighted mean of attainment, from 0 to 100, against a target phase. At 100 nothing is missing.",
  },
  {
    key: "bounds",
    term: "Bounds",
    meaning: "What a figure could still become: with every open question at level 1, and at level 5.",
  },
  { key: "gap", term: "Gap", meaning: "Required level minus level. Zero when the requirement is met." },
  {
    key: "severity",
    term: "Severity",
    meaning:
      "The size of a gap in words: none, minor, moderate, major, critical. One step more for a gating capability.",
  },
  {
    key: "gain",
    term: "Gain",
    meaning: "The readiness points that closing a gap is worth. Readiness and all gains add up to 100.",
  },
  {
    key: "action",
    term: "Action",
    meaning:
      "One step of a capability to the next level, with what done looks like, effort, duration and owner.",
  },
  {
    key: "verdict",
    term: "Verdict",
    meaning: "Insufficient evidence, not ready, ready with conditions or ready, always with the reasons.",
  },
  {
    key: "settling-questions",
    term: "Settling questions",
    meaning: "The fewest open questions that could change the verdict once they are answered.",
  },
  {
    key: "confidence",
    term: "Confidence",
    meaning: "How far to trust a result: completeness, evidence and, with several respondents, agreement.",
  },
  {
    key: "contested",
    term: "Contested",
    meaning:
      "Said of a question: respondents differ by two levels or more. A finding to talk about, not a mean to hide it.",
  },
  {
    key: "consistency-check",
    term: "Consistency check",
    meaning:
      "Answers that do not fit together, or a pattern that asks for a second look. It changes no score.",
  },
  {
    key: "risk",
    term: "Risk",
    meaning:
      "A cause, an event and a consequence, rated from its likelihood and impact by a published look-up table.",
  },
  {
    key: "contributor",
    term: "Contributor",
    meaning: "A capability that makes a risk more or less likely, with its share.",
  },
  {
    key: "residual-risk",
    term: "Inherent, current, residual",
    meaning: "A risk with nothing in place, as answered, and once the accepted actions are done.",
  },
  {
    key: "what-if",
    term: "What-if",
    meaning: "Levels moved to see what readiness, verdict and risks would become. Nothing is stored.",
  },
  {
    key: "common-weakness",
    term: "Common and local weakness",
    meaning: "A gap in at least half of the compared units, or in a few of them only.",
  },
  {
    key: "transfer-pair",
    term: "Transfer pair",
    meaning:
      "A unit that meets the requirement of a capability, and one that does not: the first can teach the second.",
  },
] as const satisfies readonly Term[];

export type TermKey = (typeof TERMS)[number]["key"];

/** The id that a term has on the help page: `#term-gap`. */
export function termAnchor(key: TermKey): `term-${TermKey}` {
  return `term-${key}`;
}
