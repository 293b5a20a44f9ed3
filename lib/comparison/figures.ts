import type { Framework } from "../framework/types";
import { areaWord } from "../framework/words";
import type { Bounded, CapabilityResult } from "../scoring/result";
import type { ResultSummary } from "../scoring/result-summary";

export const MEASURES = ["readiness", "score", "gap"] as const;
/** `readiness` and `score` 0..100, more is better; `gap` in levels 0..4, less is better. */
export type Measure = (typeof MEASURES)[number];

export const GROUPINGS = ["areas", "capabilities"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The key of the column of the whole unit. */
export const OVERALL = "overall";

/** What units are compared by: the whole, an area or a capability. */
export type Column = { key: string; title: string; area: string | null };

/** The whole first, then the areas or the capabilities in framework order. */
export function columnsOf(framework: Framework, by: Grouping): Column[] {
  const parts = framework.areas.flatMap((area): Column[] =>
    by === "areas"
      ? [{ key: area.key, title: areaWord(area), area: area.key }]
      : area.capabilities.map(({ key, title }) => ({ key, title, area: area.key })),
  );
  return [{ key: OVERALL, title: "Overall", area: null }, ...parts];
}

const NONE: Bounded = { value: null, low: null, high: null };

/**
 * The figures of one unit by column key; null where nothing is assessed. The gap of the whole and of an area is
 * the widest gap of its capabilities, so that a mean cannot hide a blocker.
 */
export function figuresOf(result: ResultSummary, by: Grouping, measure: Measure): Map<string, Bounded> {
  const figures = new Map([[OVERALL, overallFigure(result, measure)]]);
  for (const area of result.areas) {
    if (by === "areas") {
      figures.set(area.key, measure === "gap" ? widestGap(area.capabilities) : area[measure]);
    } else {
      for (const capability of area.capabilities) {
        figures.set(capability.key, capabilityFigure(capability, measure));
      }
    }
  }
  return figures;
}

function overallFigure(result: ResultSummary, measure: Measure): Bounded {
  if (measure !== "gap") return result[measure];
  return widestGap(result.areas.flatMap(({ capabilities }) => capabilities));
}

/** A capability has no bounds of its own, unless nothing of it is known: then it can turn out either way. */
function capabilityFigure(capability: CapabilityResult, measure: Measure): Bounded {
  const { status, score, attainment, gap } = capability;
  if (status === "excluded") return NONE;
  const unknown = status === "unknown";
  if (measure === "gap") return { value: gap, low: unknown ? 0 : gap, high: gap };
  if (measure === "score") return { value: score, low: score, high: score };
  const readiness = attainment === null ? null : attainment * 100;
  return { value: readiness, low: readiness, high: unknown ? 100 : readiness };
}

function widestGap(capabilities: readonly CapabilityResult[]): Bounded {
  const gaps = capabilities
    .map((capability) => capabilityFigure(capability, "gap"))
    .filter(({ value }) => value !== null);
  if (gaps.length === 0) return NONE;
  const widest = (part: keyof Bounded) => Math.max(...gaps.map((gap) => gap[part] ?? 0));
  return { value: widest("value"), low: widest("low"), high: widest("high") };
}
