import { formatLevel, formatScore } from "../format/number";
import type { Framework } from "../framework/types";
import { changeOf } from "./change";
import { compareColumns } from "./compare-column";
import type { ComparedUnit } from "./compared-unit";
import { columnsOf } from "./figures";
import { type Transfer, transfers } from "./transfers";
import { weaknesses } from "./weaknesses";

export const FINDING_KEYS = [
  "ready",
  "weakestArea",
  "widestSpread",
  "weakness",
  "transfer",
  "change",
] as const;
export type FindingKey = (typeof FINDING_KEYS)[number];

export type Finding = { key: FindingKey; text: string };

/**
 * What a comparison says, in sentences, the most important first. Empty for fewer than two units. Give `pairs` where
 * the transfers are known already: of all that is said they take the longest.
 */
export function findings(
  units: readonly ComparedUnit[],
  framework: Framework,
  pairs: readonly Transfer[] = transfers(units),
): Finding[] {
  if (units.length < 2) return [];
  const texts: Record<FindingKey, string | null> = {
    ready: readyFinding(units),
    ...areaFindings(units, framework),
    ...capabilityFindings(units, framework, pairs),
    change: changeFinding(units),
  };
  return FINDING_KEYS.flatMap((key) => (texts[key] === null ? [] : [{ key, text: texts[key] }]));
}

function readyFinding(units: readonly ComparedUnit[]): string {
  const count = (outcome: string) =>
    units.filter(({ latest }) => latest.result.verdict.outcome === outcome).length;
  const [ready, conditions] = [count("ready"), count("readyWithConditions")];
  const first = `${ready} of ${units.length} units ${ready === 1 ? "is ready for its" : "are ready for their"} target phase`;
  return conditions === 0 ? `${first}.` : `${first}, ${conditions} more with conditions.`;
}

function areaFindings(units: readonly ComparedUnit[], framework: Framework) {
  const areas = compareColumns(units, columnsOf(framework, "areas"), "areas", "readiness").flatMap(
    ({ area, title, distribution, strongest, weakest }) =>
      area && distribution ? [{ title, ...distribution, strongest, weakest }] : [],
  );
  const weakest = least(areas, ({ median }) => median);
  const widest = least(areas, ({ spread }) => -spread);
  return {
    weakestArea:
      weakest && areas.length > 1
        ? `${weakest.title} is the weakest area: half of the units are at ${formatScore(weakest.median)} readiness or below.`
        : null,
    widestSpread:
      widest && widest.spread > 0
        ? `Units differ most in ${widest.title}: from ${formatScore(widest.lowest)} (${named(units, widest.weakest)}) to ${formatScore(widest.highest)} (${named(units, widest.strongest)}).`
        : null,
  };
}

function capabilityFindings(
  units: readonly ComparedUnit[],
  framework: Framework,
  [best]: readonly Transfer[],
) {
  const titles = new Map(columnsOf(framework, "capabilities").map(({ key, title }) => [key, title]));
  const titleOf = (key: string) => titles.get(key) ?? key;
  const [common] = weaknesses(units).common;
  const teacher = best?.teachers[0];
  return {
    weakness: common
      ? `The most common weakness is ${titleOf(common.capability)}: ${common.units.length} of ${common.assessed} units are a level or more short.`
      : null,
    transfer:
      best && teacher
        ? `The best transfer: in ${titleOf(best.capability)}, ${teacher.unit.name} (level ${formatLevel(teacher.level)}) can teach ${best.learner.name}, worth ${formatScore(best.gain)} readiness points.`
        : null,
  };
}

function changeFinding(units: readonly ComparedUnit[]): string | null {
  const changes = units.flatMap((unit) => {
    const change = changeOf(unit);
    return change.kind === "measured" && change.readiness !== null ? [change.readiness] : [];
  });
  if (changes.length === 0) return null;
  // What reads as 0.0 is no change.
  const rose = changes.filter((points) => points >= 0.05).length;
  const fell = changes.filter((points) => points <= -0.05).length;
  const parts = [
    { count: rose, text: `rose in ${rose}` },
    { count: fell, text: `fell in ${fell}` },
    { count: changes.length - rose - fell, text: `stayed in ${changes.length - rose - fell}` },
  ];
  const said = parts.filter(({ count }) => count > 0).map(({ text }) => text);
  const list = said.length === 3 ? `${said[0]}, ${said[1]} and ${said[2]}` : said.join(" and ");
  return `Readiness ${list} of ${changes.length} ${changes.length === 1 ? "unit" : "units"} assessed twice.`;
}

function least<T>(items: readonly T[], size: (item: T) => number): T | null {
  return items.reduce<T | null>(
    (least, item) => (least === null || size(item) < size(least) ? item : least),
    null,
  );
}

/** One unit by name, several by their number. */
function named(units: readonly ComparedUnit[], ids: readonly string[]): string {
  const names = units.filter(({ unit }) => ids.includes(unit.id)).map(({ unit }) => unit.name);
  return names.length === 1 ? `${names[0]}` : `${names.length} units`;
}
