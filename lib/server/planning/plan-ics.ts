import "server-only";
import { createHash } from "node:crypto";
import ical, {
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
  type ICalRepeatingOptions,
} from "ical-generator";
import { KIND_WORDS } from "@/lib/planning/activity";
import { type PlanFile, type PlanRow, planRows } from "@/lib/planning/files/plan-table";
import { activityDay, type DatedActivity, datedActivities } from "@/lib/planning/reading/dated-activities";
import { firstDay, lastDay } from "@/lib/planning/week-dates";
import { wellFormedTexts } from "@/lib/text/well-formed-texts";
import { addDays } from "@/lib/time/days";

/**
 * A calendar (RFC 5545) with an entry over whole days for each action, each milestone and what is done for the
 * stakeholders. Actions keep their UID from one revision to the next, so that a calendar moves what it has instead of
 * showing it twice; a milestone that moves is another one.
 */
export function planIcs(stored: PlanFile): string {
  const file = wellFormedTexts(stored);
  const { id, name, framework, plan, request, revision, updatedAt } = file;
  const calendar = ical({
    name: escaped(name),
    prodId: { company: "Scaling Readiness", product: "Plan", language: "EN" },
  });
  const common = {
    allDay: true,
    stamp: updatedAt,
    sequence: revision,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
  const add = (entry: ICalEventData & { start: Date; end: Date }) => {
    if (hasDay(entry.start) && hasDay(entry.end)) calendar.createEvent({ ...common, ...entry });
  };
  for (const row of planRows(file)) {
    add({
      id: uid(id, "action", String(row.unit), String(row.action), ...laterPart(row)),
      start: firstDay(request, Number(row.startWeek)),
      end: addDays(lastDay(request, Number(row.endWeek)), 1),
      summary: `${row.title} (${row.unit}${row.part === "" ? "" : `, part ${row.part}`})`,
      description: [
        `Done when: ${row.doneWhen}`,
        `${row.role}${row.person ? `, ${row.person}` : ""}, ${row.personWeeks} person-weeks`,
        ...(row.critical ? ["Critical: a week later delays what follows."] : []),
      ].join("\n"),
    });
  }
  for (const { week, title, criteria } of plan.milestones) {
    const day = lastDay(request, week);
    add({
      id: uid(id, "milestone", title),
      start: day,
      end: addDays(day, 1),
      summary: `Milestone: ${title}`,
      description: criteria.join("\n"),
    });
  }
  const activities = datedActivities(framework, request, plan);
  for (const activity of activities) {
    const { kind, group, what, channel, by } = activity;
    for (const { key, ...when } of entriesOf(activity, request)) {
      add({
        ...when,
        id: uid(id, "activity", group, kind, key),
        summary: `${KIND_WORDS[kind]} for ${group}: ${what}`,
        description: [channel, by].filter((line) => line).join("\n"),
      });
    }
  }
  if (calendar.length() === 0) {
    // A calendar without entries is none: RFC 5545, 3.6.
    const first = firstDay(request, 1);
    const day = hasDay(first) ? first : updatedAt;
    const summary = hasDay(first) ? `${name} begins` : `${name} has no day that a calendar can show`;
    add({ start: day, end: addDays(day, 1), id: uid(id, "start"), summary });
  }
  return calendar.toString();
}

/** RFC 5545, 3.3.11: ical-generator escapes the texts of an entry, and leaves the calendar's name as it is. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** A year has four digits in a calendar, that of the day after too: an earlier version stored plans of others. */
function hasDay(date: Date): boolean {
  return date.getUTCFullYear() >= 1000 && date.getUTCFullYear() < 9999;
}

type Entry = { key: string; start: Date; end: Date; repeating?: ICalRepeatingOptions };

/** All its weeks as one where it goes on all the time, one day that repeats, or a day for each milestone. */
function entriesOf(activity: DatedActivity, plan: { start: string }): Entry[] {
  const { rhythm, weeks, startWeek, endWeek } = activity;
  if (rhythm === "ongoing")
    return [{ key: "", start: firstDay(plan, startWeek), end: addDays(lastDay(plan, endWeek), 1) }];
  const dayIn = (week: number, key: string): Entry => {
    const start = activityDay(plan, activity, week);
    return { key, start, end: addDays(start, 1) };
  };
  if (rhythm === "milestones") return weeks.map((week) => dayIn(week, String(week)));
  const [first = startWeek, second = first] = weeks;
  const repeating = {
    freq: ICalEventRepeatingFreq.WEEKLY,
    interval: second - first,
    count: weeks.length,
  };
  return [{ ...dayIn(first, ""), ...(weeks.length > 1 && { repeating }) }];
}

/** The first part is what a calendar has of the action, split or not. */
function laterPart({ part }: PlanRow): string[] {
  return Number(part) > 1 ? [String(part)] : [];
}

function uid(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${hash.slice(0, 32)}@scaling-readiness`;
}
