import { formatLevel, NO_FIGURE } from "../../format/number";
import type { MetricGap } from "./metric-gaps";
import { levelInWords, STATUS_WORDS } from "./plan-words";

/** `62.5 %`, `4 of 5` */
export function figureInWords(figure: number | null | undefined, unit: string): string {
  return figure == null ? NO_FIGURE : `${formatLevel(figure)} ${unit}`;
}

/** `Skills: level 2, required 3, met by the plan` */
export function gapInWords({ unit, capability }: MetricGap, title: string, several: boolean): string {
  const { levelNow, required, status } = capability;
  return `${title}${several ? ` (${unit})` : ""}: ${levelInWords(levelNow)}, required ${required}, ${STATUS_WORDS[status].toLowerCase()}`;
}
