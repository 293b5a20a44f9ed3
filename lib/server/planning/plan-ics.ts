import "server-only";
import { createHash } from "node:crypto";
import ical, { ICalEventTransparency } from "ical-generator";
import type { PlanFile } from "@/lib/planning/plan-table";
import { planRows } from "@/lib/planning/plan-table";
import { firstDay, lastDay } from "@/lib/planning/week-dates";
import { addDays } from "@/lib/time/days";

/**
 * A calendar (RFC 5545) with an entry over whole days for each action and each milestone. Actions keep their UID from one
 * revision to the next, so that a calendar moves what it has instead of showing it twice; a milestone that moves is
 * another one.
 */
export function planIcs(file: PlanFile): string {
  const { id, name, plan, request, revision, updatedAt } = file;
  const calendar = ical({ name, prodId: { company: "Scaling Readiness", product: "Plan", language: "EN" } });
  const common = {
    allDay: true,
    stamp: updatedAt,
    sequence: revision,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
  for (const row of planRows(file)) {
    calendar.createEvent({
      ...common,
      id: uid(id, "action", String(row.unit), String(row.action)),
      start: new Date(`${row.start}T00:00:00Z`),
      end: addDays(new Date(`${row.end}T00:00:00Z`), 1),
      summary: `${row.title} (${row.unit})`,
      description: [
        `Done when: ${row.doneWhen}`,
        `${row.role}${row.person ? `, ${row.person}` : ""}, ${row.personWeeks} person-weeks`,
        ...(row.critical ? ["Critical: a week later delays what follows."] : []),
      ].join("\n"),
    });
  }
  for (const { week, title, criteria } of plan.milestones) {
    const day = lastDay(request, week);
    calendar.createEvent({
      ...common,
      id: uid(id, "milestone", String(week), title),
      start: day,
      end: addDays(day, 1),
      summary: `Milestone: ${title}`,
      description: criteria.join("\n"),
    });
  }
  if (plan.items.length === 0 && plan.milestones.length === 0) {
    // A calendar without entries is none: RFC 5545, 3.6.
    const day = firstDay(request, 1);
    calendar.createEvent({
      ...common,
      id: uid(id, "start"),
      start: day,
      end: addDays(day, 1),
      summary: `${name} begins`,
    });
  }
  return calendar.toString();
}

function uid(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${hash.slice(0, 32)}@scaling-readiness`;
}
