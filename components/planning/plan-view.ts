import type { Route } from "next";
import { formatDay } from "@/lib/format/date";
import type { Lookup } from "@/lib/framework/lookup";
import type { Framework } from "@/lib/framework/types";
import type { Plan, PlanItem, PlanRequest } from "@/lib/planning/plan";
import { firstDay, lastDay } from "@/lib/planning/week-dates";
import type { Weeks, Worked } from "@/lib/planning/weeks";

/** Everything the parts of a plan's page look things up in. */
export type PlanView = {
  organization: string;
  id: string;
  framework: Framework;
  lookup: Lookup;
  request: PlanRequest;
  plan: Plan;
  mayEdit: boolean;
};

type Titled = { action: string };

export function actionTitle({ lookup }: Pick<PlanView, "lookup">, { action }: Titled): string {
  return lookup.actions.get(action)?.title ?? action;
}

export function roleTitle({ lookup }: Pick<PlanView, "lookup">, role: string): string {
  return lookup.roles.get(role) ?? role;
}

export function planHref(organization: string, id: string): Route {
  return `/${organization}/plans/${id}` as Route;
}

/** The page of one action of the plan. */
export function itemHref(
  { organization, id }: PlanView,
  { unit, action }: Pick<PlanItem, "unit" | "action">,
): Route {
  return `${planHref(organization, id)}/action?${new URLSearchParams({ unit, action })}` as Route;
}

/** What a change would do, before it is made. */
export function changeHref({ organization, id }: PlanView, change: Record<string, string>): Route {
  return `${planHref(organization, id)}/change?${new URLSearchParams(change)}` as Route;
}

/** `Jan 4, 2027 to Jan 24, 2027`, of each part */
export function datesOf({ request }: Pick<PlanView, "request">, item: Worked<Weeks>): string {
  return (item.parts ?? [item])
    .map(
      ({ startWeek, endWeek }) =>
        `${formatDay(firstDay(request, startWeek))} to ${formatDay(lastDay(request, endWeek))}`,
    )
    .join("; ");
}
