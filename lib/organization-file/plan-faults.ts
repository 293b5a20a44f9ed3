import { lookUp } from "../framework/lookup";
import type { Framework } from "../framework/types";
import type { PlanItem } from "../planning/plan";
import { eachOnce, type Fault } from "./fault";
import type { FilePlan } from "./tables/plans";

type Placed = Pick<PlanItem, "unit" | "action">;

const placesOf = (items: readonly Placed[]) =>
  items.map(({ unit, action }) => JSON.stringify([unit, action]));

/**
 * Where a plan does not agree with what it was asked from: the units, the actions and roles of the framework, the
 * weeks. Its figures are taken as they stand.
 */
export function* faultsOfPlan({ units, request, content }: FilePlan, framework: Framework): Generator<Fault> {
  const { actions, roles, capabilities } = lookUp(framework);
  const planned = new Set(request.assessments.map(({ unit }) => unit.name));
  const unit = "the name of a unit that the plan is asked for, each once";
  const isPlace = {
    has(place: string) {
      const [unit, action] = JSON.parse(place);
      return planned.has(unit) && actions.has(action);
    },
  };
  const placed = { allowed: isPlace, expected: "an action of a unit that the plan is asked for, each once" };
  const named = { allowed: planned, expected: unit, under: ["name"] };
  const everything = { has: () => true };

  yield* eachOnce(
    ["units"],
    units.map(({ name }) => name),
    named,
  );
  yield* eachOnce(
    ["units"],
    units.map(({ unitId }) => unitId),
    {
      allowed: everything,
      expected: "each unit once",
      under: ["unitId"],
    },
  );
  const steps = ["content", "items"];
  yield* eachOnce(steps, placesOf(content.items), { ...placed, under: ["action"] });
  for (const [index, { action, capability, role, endWeek }] of content.items.entries()) {
    const owner = capabilities.get(capability);
    if (!owner?.actions.some(({ key }) => key === action))
      yield { steps: [...steps, index, "capability"], expected: "the capability that the action raises" };
    if (!roles.has(role)) yield { steps: [...steps, index, "role"], expected: "a role of the framework" };
    if (endWeek > request.weeks)
      yield { steps: [...steps, index, "endWeek"], expected: `a week from 1 to ${request.weeks}` };
  }
  yield* eachOnce(["content", "unplaced"], placesOf(content.unplaced), { ...placed, under: ["action"] });
  yield* eachOnce(
    ["content", "load"],
    content.load.map(({ role, week }) => JSON.stringify([role, week])),
    {
      allowed: {
        has(load) {
          const [role, week] = JSON.parse(load);
          return roles.has(role) && week <= request.weeks;
        },
      },
      expected: `a role of the framework in a week from 1 to ${request.weeks}, each once`,
    },
  );
  yield* eachOnce(["content", "cost", "withoutRate"], content.cost.withoutRate, {
    allowed: roles,
    expected: "a role of the framework, each once",
  });
  yield* eachOnce(
    ["content", "units"],
    content.units.map(({ name }) => name),
    named,
  );
}
