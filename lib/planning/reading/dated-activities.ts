import type { Framework } from "../../framework/types";
import { ACTIVITY_KINDS, type Activity, type ActivityKind, RHYTHM_WORDS, type Rhythm } from "../activity";
import type { Plan, PlanRequest } from "../plan";
import { firstDay, lastDay } from "../week-dates";
import { phasesIn, type Weeks, weeksInWords } from "../weeks";

/** An activity in the weeks that the phases of the roadmap give it, both ends included. */
export type DatedActivity = Activity &
  Weeks & {
    group: string;
    kind: ActivityKind;
    /** The weeks in which it takes place, rising. */
    weeks: readonly number[];
  };

/** Weeks from one time to the next. */
const INTERVALS: Partial<Record<Rhythm, number>> = { weekly: 1, twoWeeks: 2, fourWeeks: 4 };

/**
 * What is done for the stakeholders, by first week, then as the groups are listed. Once is in the first of its weeks;
 * where no milestone lies in them, the last of them stands for one.
 */
export function datedActivities(
  framework: Framework,
  { weeks: last, stakeholders }: Pick<PlanRequest, "weeks" | "stakeholders">,
  { milestones }: Pick<Plan, "milestones">,
): DatedActivity[] {
  const phases = phasesIn(framework, last);
  const dated = stakeholders.flatMap(({ group, activities }) =>
    ACTIVITY_KINDS.flatMap((kind): DatedActivity[] => {
      const activity = activities?.[kind];
      if (!activity) return [];
      const startWeek = phases.find(({ key }) => key === activity.from)?.fromWeek ?? 1;
      const endWeek = Math.max(startWeek, phases.find(({ key }) => key === activity.to)?.toWeek ?? last);
      const weeks = weeksOf(activity.rhythm, { startWeek, endWeek }, milestones);
      const ends = { startWeek: weeks[0] ?? startWeek, endWeek: weeks.at(-1) ?? endWeek };
      return [{ ...activity, ...ends, group, kind, weeks }];
    }),
  );
  return dated.sort((a, b) => a.startWeek - b.startWeek);
}

function weeksOf(rhythm: Rhythm, span: Weeks, milestones: Plan["milestones"]): number[] {
  const { startWeek, endWeek } = span;
  if (rhythm === "once") return [startWeek];
  if (rhythm === "milestones") {
    const own = milestones.map(({ week }) => week).filter((week) => week >= startWeek && week <= endWeek);
    return own.length === 0 ? [endWeek] : [...new Set(own)].sort((a, b) => a - b);
  }
  const interval = INTERVALS[rhythm] ?? 1;
  const times = Math.floor((endWeek - startWeek) / interval) + 1;
  return Array.from({ length: times }, (_, index) => startWeek + index * interval);
}

/** The day on which it takes place in one of its weeks: that of the milestone, else the first. */
export function activityDay(plan: { start: string }, { rhythm }: Activity, week: number): Date {
  return rhythm === "milestones" ? lastDay(plan, week) : firstDay(plan, week);
}

/** The runs of weeks without a gap. */
export function runsOf({ weeks }: Pick<DatedActivity, "weeks">): Weeks[] {
  const runs: Weeks[] = [];
  for (const week of weeks) {
    const last = runs.at(-1);
    if (last?.endWeek === week - 1) last.endWeek = week;
    else runs.push({ startWeek: week, endWeek: week });
  }
  return runs;
}

/** `Every two weeks, weeks 1–23`, `At each milestone, weeks 6, 18, 24` */
export function timesInWords(activity: DatedActivity): string {
  const { rhythm, weeks } = activity;
  const when =
    rhythm === "milestones" && weeks.length > 1 ? `weeks ${weeks.join(", ")}` : weeksInWords(activity);
  return `${RHYTHM_WORDS[rhythm]}, ${when}`;
}
