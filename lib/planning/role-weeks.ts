import { steady } from "../scoring/steady";
import type { Capacity } from "./plan";

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

export function inWeek(roleWeeks: RoleWeeks, role: string, week: number): number {
  return roleWeeks.get(role)?.[week - 1] ?? 0;
}

/** To a tenth of a person, never less than it takes. */
export function roundedUp(fte: number): number {
  return Math.ceil(fte * 10 - 1e-9) / 10;
}
