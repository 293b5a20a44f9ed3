import { lookUp } from "../framework/lookup";
import type { Framework } from "../framework/types";
import type { RiskOutlook } from "../planning/engine/outlook";
import { weeksInWords } from "../planning/weeks";
import type { RiskResult } from "../scoring/result";
import type { RiskEntry } from "./entry";

/** A risk of a unit as its latest result rates it, with what its plan leaves of it and what was decided. */
export type RegisterRisk = {
  now: RiskResult;
  /** Null without a plan for the unit. */
  outlook: RiskOutlook | null;
  /** The latest first. */
  entries: readonly RiskEntry[];
};

export type Register = {
  unitName: string;
  framework: Framework;
  /** Name of the unit's last changed plan; null without one. */
  planName: string | null;
  /** The worst today first. */
  risks: readonly RegisterRisk[];
};

/** What lowers a risk, in words: with a plan its own actions and those it leaves out, else all there are. */
export function mitigationsInWords(
  framework: Framework,
  { now, outlook }: RegisterRisk,
): { mitigations: string[]; notPlanned: string[] } {
  const { actions, risks } = lookUp(framework);
  const titleOf = (key: string) => actions.get(key)?.title ?? key;
  if (!outlook) return { mitigations: (risks.get(now.key)?.mitigations ?? []).map(titleOf), notPlanned: [] };
  return {
    mitigations: outlook.items.map((item) => `${titleOf(item.action)} (${weeksInWords(item)})`),
    notPlanned: outlook.missing.map(titleOf),
  };
}
