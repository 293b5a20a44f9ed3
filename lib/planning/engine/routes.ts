import { closingActions } from "../../gap-analysis/closing-actions";
import { steady } from "../../scoring/steady";
import type { PlanRequest, TargetVerdict } from "../plan";
import { cheapestRoute, type RouteLimits, type RouteWish } from "./cheapest-route";
import { priceOf } from "./cost";
import type { Solve } from "./integer-program";
import type { UnitRoute } from "./jobs";
import type { RoleWeeks } from "./role-weeks";
import { type UnitWork, withWhatComesAfter, withWhatComesBefore } from "./unit-work";

/**
 * What each unit is to do: the cheapest route to the target verdict within the people and the budget there are. Where
 * these rule it out, the cheapest without them, so that the plan can say what does not fit; where what was dropped
 * rules it out, whatever closes a gap.
 */
export function routesOf(
  works: readonly UnitWork[],
  request: PlanRequest,
  capacity: RoleWeeks,
  solve: Solve,
): UnitRoute[] {
  const wishes = works.map((work) => wishOf(work, request));
  const { targetVerdict } = request;
  return targetVerdict
    ? cheapest(wishes, targetVerdict, limitsOf(request, capacity), solve)
    : wishes.map(everyGap);
}

/** With the keys of what was dropped itself. */
type Wish = RouteWish & { dropped: ReadonlySet<string> };

function wishOf(work: UnitWork, { locked, dropped }: PlanRequest): Wish {
  const own = (entries: readonly { unit: string; action: string }[]) =>
    entries.filter(({ unit }) => unit === work.assessment.unit.name).map(({ action }) => action);
  return {
    work,
    kept: withWhatComesBefore(work.steps, own(locked)),
    left: withWhatComesAfter(work.steps, own(dropped)),
    dropped: new Set(own(dropped)),
  };
}

function limitsOf({ budget }: PlanRequest, capacity: RoleWeeks): RouteLimits {
  const personWeeks = new Map(
    [...capacity].map(([role, own]) => [role, own.reduce((sum, fte) => sum + fte, 0)]),
  );
  return { personWeeks, budget };
}

function cheapest(
  wishes: readonly Wish[],
  target: TargetVerdict,
  limits: RouteLimits,
  solve: Solve,
): UnitRoute[] {
  const alone = wishes.map((wish) => {
    const [actions] = cheapestRoute([wish], target, null, solve) ?? [];
    return actions ? { work: wish.work, actions, withheld: NONE } : everyGap(wish);
  });
  if (keepTo(limits, alone)) return alone;
  const together = cheapestRoute(wishes, target, limits, solve);
  return together
    ? wishes.map(({ work }, unit) => ({ work, actions: together[unit] ?? NONE, withheld: NONE }))
    : alone;
}

const NONE: ReadonlySet<string> = new Set();

/** Units are tied to each other by the limits alone: within them, the cheapest of each is the cheapest of all. */
function keepTo({ personWeeks, budget }: RouteLimits, routes: readonly UnitRoute[]): boolean {
  const used = new Map<string, number>();
  for (const { work, actions } of routes) {
    for (const { action } of work.steps.values()) {
      if (actions.has(action.key)) used.set(action.role, (used.get(action.role) ?? 0) + action.personWeeks);
    }
  }
  const cost = [...used].reduce(
    (sum, [role, personWeeks]) => sum + priceOf({ role, personWeeks }, budget),
    0,
  );
  return (
    [...used].every(([role, weeks]) => steady(weeks) <= steady(personWeeks.get(role) ?? 0)) &&
    steady(cost) <= (budget?.amount ?? Number.POSITIVE_INFINITY)
  );
}

/** The actions up to the required level of every capability, and what must come before them. */
function everyGap({ work, kept, left, dropped }: Wish): UnitRoute {
  const closing = work.states
    .filter(({ status }) => status !== "excluded")
    .flatMap(({ capability, level, required }) => closingActions(capability, level, required));
  const all = [...withWhatComesBefore(work.steps, [...closing, ...kept])];
  return {
    work,
    actions: new Set(all.filter((key) => !left.has(key))),
    withheld: new Set(all.filter((key) => left.has(key) && !dropped.has(key))),
  };
}
