import type { Framework } from "../../framework/types";
import { groupBy } from "../../grouping/group-by";
import { steady } from "../../scoring/steady";
import type { Load, PlanItem } from "../plan";
import { partsOf } from "../weeks";
import { addWeeks, inWeek, type RoleWeeks, shareOf } from "./role-weeks";

/** People used and there, week by week, of each role that has capacity: in the framework's order of roles. */
export function loadOf(
  { roles }: Framework,
  weeks: number,
  capacity: RoleWeeks,
  items: readonly PlanItem[],
): Load[] {
  const used = new Map<string, number[]>();
  for (const item of items)
    for (const part of partsOf(item)) addWeeks(used, item.role, part, shareOf(part.personWeeks, part));
  return roles
    .filter(({ key }) => capacity.has(key))
    .flatMap(({ key: role }) =>
      Array.from({ length: weeks }, (_, index) => ({
        role,
        week: index + 1,
        used: steady(inWeek(used, role, index + 1)),
        capacity: inWeek(capacity, role, index + 1),
      })),
    );
}

/** The weeks of each role that the plan uses. */
export function usedRoles(load: readonly Load[]): [role: string, weeks: Load[]][] {
  return [...groupBy(load, ({ role }) => role)].filter(([, weeks]) => weeks.some(({ used }) => used > 0));
}

/** Everybody of the role is in use, but for what shares leave over. */
export function isFull({ used, capacity }: Load): boolean {
  return used > 0 && used >= capacity * 0.995;
}
