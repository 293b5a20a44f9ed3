import fc from "fast-check";
import type { Action, Framework } from "@/lib/framework/types";
import type { Capacity, PlanRequest } from "@/lib/planning/plan";
import type { Assessment } from "@/lib/scoring/assessment";
import { assessmentsOf, capabilitiesOf } from "./arbitraries";
import { capability, framework, wellSuited } from "./method";

/** Frameworks small enough to try every plan, and requests for them. */

export const ROLES = ["lead", "engineer"] as const;

const halves = (min: number, max: number) => fc.integer({ min: min * 2, max: max * 2 }).map((n) => n / 2);

/** Two to four capabilities whose actions cost, last and depend on each other as it comes. */
export const smallFrameworks: fc.Arbitrary<Framework> = fc
  .array(
    fc.record({
      weight: fc.constantFrom(1, 1.5, 2, 3),
      gating: fc.boolean(),
      required: fc.constantFrom(3 as const, 4 as const, 5 as const),
      questions: fc.array(fc.constantFrom(1, 2), { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((options) => framework({ technical: options.map((one, n) => capability(`c${n + 1}`, one)) }))
  .chain((bare) =>
    fc.tuple(fc.constant(bare), fc.array(halves(0.5, 6), full(bare)), chances(bare), chances(bare)),
  )
  .map(([bare, efforts, roles, ties]) => {
    let place = 0;
    const capabilities = capabilitiesOf(bare).map((own, n, all) => ({
      ...own,
      actions: own.actions.map((action): Action => {
        const chance = ties[place] ?? 0;
        const other = all[chance % all.length];
        const tied =
          chance > 60 && other && other.key !== own.key && (n > all.indexOf(other) || action.to > 2);
        const to = n > all.indexOf(other ?? own) ? action.to : action.to - 1;
        const change = {
          personWeeks: efforts[place] ?? 1,
          elapsedWeeks: 1 + (chance % 3),
          role: ROLES[(roles[place] ?? 0) % 2] ?? "lead",
          after: [
            ...(action.from > 1 ? [`${own.key}.to-${action.from}`] : []),
            ...(tied ? [`${other.key}.to-${to}`] : []),
          ],
        };
        place += 1;
        return { ...action, ...change };
      }),
    }));
    return {
      ...bare,
      roles: ROLES.map((key) => ({ key, title: key })),
      windows: [
        { key: "early", title: "Early", fromWeek: 1, toWeek: 12 },
        { key: "late", title: "Late", fromWeek: 13, toWeek: 24 },
      ],
      areas: bare.areas.map((area) => ({ ...area, capabilities })),
    };
  });

function full(of: Framework) {
  const length = capabilitiesOf(of).flatMap(({ actions }) => actions).length;
  return { minLength: length, maxLength: length };
}

function chances(of: Framework) {
  return fc.array(fc.nat({ max: 100 }), full(of));
}

/** An assessment of it that nothing but its capabilities holds back. */
export function suitedAssessmentsOf(of: Framework, name = "Unit"): fc.Arbitrary<Assessment> {
  return assessmentsOf(of).map((assessment) => ({
    ...assessment,
    depth: "full",
    suitability: wellSuited,
    acceptedActions: [],
    unit: { ...assessment.unit, name },
  }));
}

export function everybody(of: Framework, fte: number, weeks = 24): Capacity[] {
  return of.roles.map(({ key: role }) => ({ role, fte, fromWeek: 1, toWeek: weeks }));
}

export function planRequest(of: Framework, change: Partial<PlanRequest> = {}): PlanRequest {
  return {
    framework: `${of.key}@${of.version}`,
    assessments: [],
    targetVerdict: "ready",
    weeks: 24,
    start: "2027-01-04",
    capacity: everybody(of, 2),
    budget: null,
    approach: {},
    locked: [],
    dropped: [],
    assigned: [],
    metrics: [],
    stakeholders: [],
    ...change,
  };
}
