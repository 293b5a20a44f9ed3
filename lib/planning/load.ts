import type { Framework } from "../framework/types";
import { steady } from "../scoring/steady";
import type { Load, PlanItem } from "./plan";
import { inWeek, type RoleWeeks } from "./role-weeks";

/** People used and there, week by week, of each role that has capacity: in the framework's order of roles. */
export function loadOf(
  { roles }: Framework,
  weeks: number,
  capacity: RoleWeeks,
  items: readonly PlanItem[],
): Load[] {
  return roles
    .filter(({ key }) => capacity.has(key))
    .flatMap(({ key: role }) => {
      const used = Array.from({ length: weeks }, () => 0);
      for (const item of items) if (item.role === role) spread(item, used);
      return used.map((fte, index) => ({
        role,
        week: index + 1,
        used: steady(fte),
        capacity: inWeek(capacity, role, index + 1),
      }));
    });
}

function spread({ personWeeks, startWeek, endWeek }: PlanItem, used: number[]) {
  const share = personWeeks / (endWeek - startWeek + 1);
  for (let week = startWeek; week <= endWeek; week += 1) used[week - 1] = (used[week - 1] ?? 0) + share;
}
