import { listInWords } from "../format/names";
import type { Framework, Window } from "../framework/types";

/** What the weeks of the method's windows are counted in. */
const METHOD_WEEKS = 24;

/**
 * The method's windows in a plan of so many weeks: a shorter plan runs through them faster, a longer one stays in the
 * last. In a very short plan several begin in the same week.
 */
export function windowsIn({ windows }: Framework, weeks: number): Window[] {
  const pace = Math.min(1, weeks / METHOD_WEEKS);
  const startOf = (window: Window | undefined) =>
    window === undefined ? weeks + 1 : Math.floor((window.fromWeek - 1) * pace) + 1;
  return windows.map((window, place) => {
    const fromWeek = startOf(window);
    return { ...window, fromWeek, toWeek: Math.max(fromWeek, startOf(windows[place + 1]) - 1) };
  });
}

/** The roadmap has three phases where rollout has four: maturity, the fourth, is the last weeks of optimization. */
export const ROADMAP_PHASES = [
  { key: "foundation", title: "Foundation", beginsIn: { fromWeek: 1, toWeek: 6 } },
  { key: "expansion", title: "Expansion", beginsIn: { fromWeek: 7, toWeek: 18 } },
  { key: "optimization", title: "Optimization", beginsIn: { fromWeek: 19, toWeek: METHOD_WEEKS } },
] as const;

export type RoadmapPhaseKey = (typeof ROADMAP_PHASES)[number]["key"];
export type RoadmapPhase = { key: string; title: string; fromWeek: number; toWeek: number };

/** The phases of the roadmap in a plan of so many weeks: each the windows that begin in its weeks of the method. */
export function phasesIn(framework: Framework, weeks: number): RoadmapPhase[] {
  const windows = windowsIn(framework, weeks);
  return ROADMAP_PHASES.flatMap(({ key, title, beginsIn }) => {
    const own = windows.filter((_, place) => {
      const week = framework.windows[place]?.fromWeek ?? 0;
      return week >= beginsIn.fromWeek && week <= beginsIn.toWeek;
    });
    const [first] = own;
    const last = own.at(-1);
    return first && last ? [{ key, title, fromWeek: first.fromWeek, toWeek: last.toWeek }] : [];
  });
}

/** Both ends included. */
export type Weeks = { startWeek: number; endWeek: number };

export function lengthOf({ startWeek, endWeek }: Weeks): number {
  return endWeek - startWeek + 1;
}

/** Weeks of work, and how much of it there is: spread evenly over them. */
export type Part = Weeks & { personWeeks: number };

/** Weeks of work, in parts when there are pauses between. */
export type Worked<Own extends Weeks> = Own & { parts?: readonly Own[] };

/** The stretches that are worked without a pause. */
export function partsOf(worked: Worked<Part>): readonly Part[] {
  return worked.parts ?? [worked];
}

/** `5`, `5–8`, or of each part: `3–4`, `9–12` */
export function spansOf(worked: Worked<Weeks>): string[] {
  return (worked.parts ?? [worked]).map(({ startWeek, endWeek }) =>
    startWeek === endWeek ? `${startWeek}` : `${startWeek}–${endWeek}`,
  );
}

/** `week 5`, `weeks 5–8`, `weeks 3–4 and 9–12` */
export function weeksInWords(worked: Worked<Weeks>): string {
  const spans = spansOf(worked);
  return `${worked.startWeek === worked.endWeek ? "week" : "weeks"} ${listInWords(spans)}`;
}
