import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Action } from "@/lib/framework/types";
import { bestSchedule } from "@/lib/planning/engine/best-schedule";
import type { RoleWeeks } from "@/lib/planning/engine/role-weeks";
import { type Job, type Resources, scheduleJobs } from "@/lib/planning/engine/schedule";
import { APPROACHES } from "@/lib/planning/plan";
import type { Weeks } from "@/lib/planning/weeks";

const WEEKS = 7;

function job(
  key: string,
  change: Partial<Job> & { effort?: number; elapsed?: number; role?: string } = {},
): Job {
  const { effort = 1, elapsed = 1, role = "lead", ...rest } = change;
  const action: Action = {
    key,
    from: 1,
    to: 2,
    title: key,
    done: "",
    personWeeks: effort,
    elapsedWeeks: elapsed,
    role,
    window: "early",
    after: [],
  };
  return {
    key,
    unit: "Unit",
    action,
    capability: key,
    gain: 1,
    after: [],
    release: 1,
    latestStart: WEEKS,
    lockedWeek: null,
    ...rest,
  };
}

function resources(fte: number, change: Partial<Resources> = {}): Resources {
  const each = Array.from({ length: WEEKS }, () => fte);
  return {
    weeks: WEEKS,
    capacity: new Map([
      ["lead", each],
      ["engineer", each],
    ]),
    budget: null,
    ...change,
  };
}

describe("serial schedule", () => {
  test("a job takes its elapsed weeks, and the next one of its role waits for people", () => {
    const { placements } = scheduleJobs([job("a", { effort: 2, elapsed: 2 }), job("b")], resources(1));
    expect([...placements.values()]).toEqual([
      { startWeek: 1, endWeek: 2 },
      { startWeek: 3, endWeek: 3 },
    ]);
  });

  test("a job that needs more people than there are takes longer", () => {
    const { placements } = scheduleJobs([job("a", { effort: 3, elapsed: 1 })], resources(1));
    expect(placements.get("a")).toEqual({ startWeek: 1, endWeek: 3 });
  });

  test("shares that add up to one person find room in one week", () => {
    const jobs = [job("a", { effort: 2, elapsed: 3 }), job("b", { effort: 1, elapsed: 3 })];
    expect([...scheduleJobs(jobs, resources(1)).placements.values()]).toEqual([
      { startWeek: 1, endWeek: 3 },
      { startWeek: 1, endWeek: 3 },
    ]);
  });

  test("what it depends on goes first, wherever it stands in the order", () => {
    const { placements } = scheduleJobs([job("b", { after: ["a"] }), job("a", { elapsed: 2 })], resources(5));
    expect(placements.get("b")).toEqual({ startWeek: 3, endWeek: 3 });
  });

  test("nothing begins before its release", () => {
    expect(scheduleJobs([job("a", { release: 4 })], resources(5)).placements.get("a")?.startWeek).toBe(4);
  });

  test("what fails takes along what depends on it", () => {
    const { failures } = scheduleJobs([job("a", { effort: 99 }), job("b", { after: ["a"] })], resources(1));
    expect(failures.get("a")).toEqual({ why: "capacity", fte: 99 / 7 - 1, startWeek: 1, endWeek: 7 });
    expect(failures.get("b")).toMatchObject({ why: "dependency", job: { key: "a" } });
  });
});

test("what is worth more goes first where not all fits, whatever the approach's own order", () => {
  const pressing = job("pressing", { effort: 7, gain: 1, latestStart: 1 });
  const worthy = job("worthy", { effort: 7, gain: 5, latestStart: 7 });
  for (const approach of APPROACHES) {
    const { placements } = bestSchedule([[pressing, worthy]], approach, resources(1));
    expect([...placements.keys()]).toEqual(["worthy"]);
  }
});

test("phased finishes one unit before the next where a parallel start would finish none", () => {
  const unit = (name: string) =>
    [1, 2].map((n) => job(`${name}${n}`, { unit: name, effort: 3, gain: 1, latestStart: n }));
  const { placements } = bestSchedule([unit("a"), unit("b")], "phased", resources(1));
  expect([...placements.keys()]).toEqual(["a1", "a2"]);
});

type Small = { jobs: Job[]; resources: Resources };

/** Up to five jobs on two roles that depend on each other and come free as it happens. */
const small: fc.Arbitrary<Small> = fc.record({
  jobs: fc
    .array(
      fc.record({
        effort: fc.integer({ min: 1, max: 8 }).map((n) => n / 2),
        elapsed: fc.integer({ min: 1, max: 3 }),
        role: fc.constantFrom("lead", "engineer"),
        gain: fc.constantFrom(0, 1, 2, 5),
        release: fc.integer({ min: 1, max: 4 }),
        before: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((all) =>
      all.map(({ before, ...one }, n) =>
        job(`${n}`, { ...one, after: all.flatMap((_, m) => (m < n && before[m] ? [`${m}`] : [])) }),
      ),
    ),
  resources: fc
    .record({
      lead: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: WEEKS, maxLength: WEEKS }),
      engineer: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: WEEKS, maxLength: WEEKS }),
    })
    .map(({ lead, engineer }) =>
      resources(0, {
        capacity: new Map([
          ["lead", lead],
          ["engineer", engineer],
        ]),
      }),
    ),
});

/** The most readiness points, then the most jobs, then the earliest end that any placement of any of the jobs gives. */
function bestByTrial({ jobs, resources }: Small): number[] {
  let best = [-1, -1, Number.NEGATIVE_INFINITY];
  const placed = new Map<string, Weeks>();
  const tryFrom = (index: number) => {
    const next = jobs[index];
    if (!next) {
      const own = jobs.filter(({ key }) => placed.has(key));
      const ends = [...placed.values()].map(({ endWeek }) => endWeek);
      const worth = [own.reduce((sum, { gain }) => sum + gain, 0), own.length, -Math.max(0, ...ends)];
      if (compare(worth, best) > 0) best = worth;
      return;
    }
    tryFrom(index + 1);
    if (!next.after.every((key) => placed.has(key))) return;
    const earliest = Math.max(next.release, ...next.after.map((key) => (placed.get(key)?.endWeek ?? 0) + 1));
    for (let startWeek = earliest; startWeek <= WEEKS; startWeek += 1) {
      for (let endWeek = startWeek + next.action.elapsedWeeks - 1; endWeek <= WEEKS; endWeek += 1) {
        placed.set(next.key, { startWeek, endWeek });
        if (isWithin(jobs, placed, resources.capacity)) tryFrom(index + 1);
        placed.delete(next.key);
      }
    }
  };
  tryFrom(0);
  return best;
}

function isWithin(jobs: readonly Job[], placed: ReadonlyMap<string, Weeks>, capacity: RoleWeeks): boolean {
  return [...capacity].every(([role, weeks]) =>
    weeks.every((there, index) => {
      let used = 0;
      for (const { key, action } of jobs) {
        const at = placed.get(key);
        if (action.role !== role || !at || at.startWeek > index + 1 || at.endWeek < index + 1) continue;
        used += action.personWeeks / (at.endWeek - at.startWeek + 1);
      }
      return used <= there + 1e-9;
    }),
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((figure, index) => Math.abs(figure - (b[index] ?? 0)) > 1e-9);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

test("is never better than the best of all schedules that could be tried, and equals it in 95 of 100 cases", () => {
  let tried = 0;
  let equal = 0;
  let gained = 0;
  let possible = 0;
  fc.assert(
    fc.property(small, fc.constantFrom(...APPROACHES), (given, approach) => {
      const { placements } = bestSchedule([given.jobs], approach, given.resources);
      const own = given.jobs.filter(({ key }) => placements.has(key));
      expect(isWithin(given.jobs, placements, given.resources.capacity)).toBe(true);
      const ends = [...placements.values()].map(({ endWeek }) => endWeek);
      const worth = [own.reduce((sum, { gain }) => sum + gain, 0), own.length, -Math.max(0, ...ends)];
      const best = bestByTrial(given);
      tried += 1;
      gained += worth[0] ?? 0;
      possible += best[0] ?? 0;
      if (compare(worth, best) === 0) equal += 1;
      expect(compare(worth, best)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
  expect(equal).toBeGreaterThan(0.95 * tried);
  expect(gained).toBeGreaterThan(0.95 * possible);
});
