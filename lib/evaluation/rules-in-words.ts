import { lowerFirst } from "../format/letters";
import { formatCount, formatPercent } from "../format/number";
import { WARNINGS } from "../scoring/assessment";
import { CONFIDENCE_LIMITS } from "../scoring/confidence";
import type { Outcome } from "../scoring/result";
import { OUTCOME_WORDS } from "../scoring/result-words";
import { RULED_OUTCOMES, type RuledOutcome, ruleOf } from "../scoring/verdict-rules";
import { WARNING_WORDS } from "../scoring/words";

const alternatives = new Intl.ListFormat("en-US", { type: "disjunction" });

/** When each outcome is the verdict, the first that holds: `readiness below 65, unproven concepts, or unstable pilots`. */
export function verdictRulesInWords(): { outcome: Outcome; when: string }[] {
  return [
    ...RULED_OUTCOMES.map((outcome) => ({ outcome, when: whenOf(outcome) })),
    { outcome: "ready", when: "none of these" },
  ];
}

/** All of them in a line. */
export function verdictInWords(): string {
  const rules = RULED_OUTCOMES.map((outcome) => `${OUTCOME_WORDS[outcome]}: ${whenOf(outcome)}.`);
  return `The first rule that holds. ${rules.join(" ")} Otherwise ${OUTCOME_WORDS.ready.toLowerCase()}.`;
}

function whenOf(outcome: RuledOutcome): string {
  const { readinessBelow, gatingGapFrom, completenessBelow, ...rule } = ruleOf(outcome);
  return alternatives.format([
    ...(readinessBelow === undefined ? [] : [`readiness below ${readinessBelow}`]),
    ...(gatingGapFrom === undefined
      ? []
      : [`a gating capability ${formatCount(gatingGapFrom, "level")} or more short`]),
    ...(completenessBelow === undefined
      ? []
      : [`less than ${formatPercent(completenessBelow)} of the questions answered`]),
    ...(rule.conditionNotMet ? ["a condition not met"] : []),
    ...warningsInWords(outcome),
    ...(rule.suitabilityOpen ? ["suitability still open"] : []),
  ]);
}

/** Which warning signs a rule counts: by name, unless they are all that no rule before has named. */
export function warningsInWords(outcome: RuledOutcome): string[] {
  const warnings = ruleOf(outcome).warnings ?? [];
  const before = RULED_OUTCOMES.slice(0, RULED_OUTCOMES.indexOf(outcome)).flatMap(
    (earlier) => ruleOf(earlier).warnings ?? [],
  );
  const isRest = WARNINGS.every((warning) => before.includes(warning) || warnings.includes(warning));
  if (isRest && warnings.length > 0)
    return [before.length > 0 ? "any other warning sign" : "any warning sign"];
  return warnings.map((warning) => lowerFirst(WARNING_WORDS[warning]));
}

/** What each label of the confidence asks for. */
export function confidenceInWords(): string {
  const { high, low } = CONFIDENCE_LIMITS;
  return [
    `High: at least ${formatPercent(high.completeness)} of the questions answered, ${formatPercent(high.evidence)} of the answers with a note or link, agreement at least ${formatPercent(high.agreement)} or only one respondent.`,
    `Low: less than ${formatPercent(low.completeness)} of the questions answered, or agreement below ${formatPercent(low.agreement)}.`,
    "Otherwise medium.",
  ].join(" ");
}
