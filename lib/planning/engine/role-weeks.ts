import { steady } from "../../scoring/steady";
import type { Capacity } from "../plan";
import { lengthOf, type Weeks } from "../weeks";

/** Full-time equivalents of each role in each week, by role and then by week − 1. */
export type RoleWeeks = ReadonlyMap<string, readonly number[]>;

/** What the entries of each role add up to. */
export function capacityOf(entries: readonly Capacity[], weeks: number): Map<string, number[]> {
  const roles = new Map<string, number[]>();
  for (const { role, fte, fromWeek, toWeek } of entries) {
    const own = roles.get(role) ?? Array.from({ length: weeks }, () => 0);
    roles.set(
      role,
      own.map((before, index) => steady(before + (index + 1 >= fromWeek && index + 1 <= toWeek ? fte : 0))),
    );
  }
  return roles;
}

/** What so many person-weeks take of the people in each week, when they are spread evenly. */
export function shareOf(personWeeks: number, weeks: Weeks): number {
  return personWeeks / lengthOf(weeks);
}

/** Adds to each of these weeks; a role that has none gets them. */
export function addWeeks(roleWeeks: Map<string, number[]>, role: string, weeks: Weeks, fte: number) {
  const own = roleWeeks.get(role) ?? [];
  roleWeeks.set(role, own);
  for (let week = weeks.startWeek; week <= weeks.endWeek; week += 1)
    own[week - 1] = (own[week - 1] ?? 0) + fte;
}

export function inWeek(roleWeeks: RoleWeeks, role: string, week: number): number {
  return roleWeeks.get(role)?.[week - 1] ?? 0;
}

/** To a tenth of a person, never less than it takes. */
export function roundedUp(fte: number): number {
  return Math.ceil(fte * 10 - 1e-9) / 10;
}
