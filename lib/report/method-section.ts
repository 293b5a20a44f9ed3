import { verdictInWords } from "../evaluation/rules-in-words";
import { levelNames } from "../framework/level-names";
import type { Framework } from "../framework/types";
import type { Section } from "./document";

/** How each figure of the report comes about, so that it can be checked by hand. */
export function methodSection(framework: Framework): Section {
  const [first, second, third, fourth, fifth] = levelNames(framework).map((name) => name.toLowerCase());
  return {
    title: "Method",
    blocks: [
      {
        kind: "paragraph",
        text: `Framework ${framework.key} ${framework.version}. Every figure follows from the answers by these formulas; nothing else enters.`,
      },
      {
        kind: "list",
        items: [
          "Level of a capability: the weighted mean of the levels answered. Not applicable leaves the mean; a capability that is wholly not applicable is left out everywhere.",
          "Score = (level − 1) / 4 × 100. Area score: weighted mean of its capabilities. Overall score: weighted mean of the areas.",
          `Bands: below 20 ${first}, below 40 ${second}, below 60 ${third}, below 80 ${fourth}, from 80 ${fifth}. A band is at most one above the band of the weakest gating capability.`,
          "Bounds: the same figure with every open question at level 1 and at level 5, and every guess one level lower and higher.",
          "Attainment = (level − 1) / (required − 1), between 0 and 1. A capability without an answer counts 0.",
          "Readiness = 100 × weighted mean of the attainments, where a weight is area weight × capability weight.",
          "Gap = required − level, at least 0. Severity: below 1 minor, below 2 moderate, below 3 major, from 3 critical; one step more when the capability is gating and the gap is 1 or more.",
          "Gain = the readiness points that closing a gap is worth. Readiness and all gains sum to 100.",
          `Verdict: ${verdictInWords()}`,
          "Risk: likelihood = 1 + 4 × the weighted shortfall in attainment of its contributors, rounded. Impact = inherent impact, one more for a regulated unit where regulation matters, one more at 10 units or 50 processes where scale matters. The rating is looked up in NIST SP 800-30 rev. 1, table I-2.",
          "Residual risk: the same with the accepted actions done.",
        ],
      },
      {
        kind: "paragraph",
        text: "References to public models are orientation and not legal advice.",
      },
    ],
  };
}
