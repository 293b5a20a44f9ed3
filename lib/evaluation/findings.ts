import { formatScore } from "../format/number";
import type { Framework, Phase } from "../framework/types";
import { PHASE_WORDS } from "../framework/words";
import type { Result, RiskResult } from "../scoring/result";

/** What a chart shows, said in one line: the headings of the results page and of the report. */

export function areaFinding(result: Result, framework: Framework, unit: string): string {
  const assessed = result.areas.filter(({ readiness }) => readiness.value !== null);
  const weakest = assessed.toSorted((a, b) => (a.readiness.value ?? 0) - (b.readiness.value ?? 0))[0];
  if (!weakest) return "No area is assessed yet";
  const title = framework.areas.find(({ key }) => key === weakest.key)?.title ?? weakest.key;
  if ((weakest.readiness.value ?? 0) >= 100 - 1e-9) return `${unit} meets what is required in every area`;
  return `${title} holds ${unit} back`;
}

export function gapFinding({ gaps }: Result): string {
  if (gaps.length === 0) return "No gap stands between readiness and 100";
  const first = gaps.slice(0, 3);
  const gain = formatScore(first.reduce((sum, gap) => sum + gap.gain, 0));
  if (first.length === 1) return `Closing the one gap is worth ${gain} points`;
  const which =
    gaps.length === first.length
      ? `the ${first.length} gaps`
      : `the ${first.length} largest of ${gaps.length} gaps`;
  return `Closing ${which} is worth ${gain} points`;
}

export function riskFinding(risks: readonly RiskResult[]): string {
  const severe = risks.filter(({ rating }) => rating === "high" || rating === "veryHigh").length;
  if (risks.length === 0) return "No risk could be rated";
  if (severe === 0) return `None of ${risks.length} risks is rated high`;
  return `${severe} of ${risks.length} risks ${severe === 1 ? "is" : "are"} rated high or very high`;
}

export function capabilityFinding({ gaps }: Result, phase: Phase): string {
  const target = PHASE_WORDS[phase].toLowerCase();
  if (gaps.length === 0) return `Every capability is at the level ${target} requires`;
  if (gaps.length === 1) return `One capability is below the level ${target} requires`;
  return `${gaps.length} capabilities are below the level ${target} requires`;
}
