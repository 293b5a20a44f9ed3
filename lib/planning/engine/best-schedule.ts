import { steady } from "../../scoring/steady";
import type { Approach } from "../plan";
import { type Job, type Resources, type Schedule, scheduleJobs } from "./schedule";

type Ranked = Job & { rank: number };
type Order = (a: Ranked, b: Ranked) => number;

const byUnit: Order = (a, b) => a.rank - b.rank;
const byUrgency: Order = (a, b) => a.latestStart - b.latestStart;
const byWorth: Order = (a, b) =>
  steady(b.gain / b.action.personWeeks) - steady(a.gain / a.action.personWeeks);
const byWindow: Order = (a, b) => a.release - b.release;
const byEffort: Order = (a, b) => a.action.personWeeks - b.action.personWeeks;

/** One unit after the other, all at once, or all at once until the first have what the rest build on. */
const OWN_ORDER: Record<Approach, readonly Order[]> = {
  phased: [byUnit, byUrgency],
  parallel: [byUrgency, byUnit],
  hybrid: [byWindow, byUnit, byUrgency],
};

const OTHER_ORDERS: readonly (readonly Order[])[] = [
  [byUnit, byWorth],
  [byWorth, byUrgency],
  [byUnit, byWindow, byEffort],
  [byEffort, byUrgency],
];

/**
 * The best of the schedules that several priority rules give: most units whole, then most readiness points placed, then
 * most jobs, then the earliest end. Of equals, that of the approach's own rule. Units with the least to do come first.
 * @param jobs of each unit
 */
export function bestSchedule(
  jobs: readonly (readonly Job[])[],
  approach: Approach,
  resources: Resources,
): Schedule {
  const ranked = rankedUnits(jobs);
  const orders = [OWN_ORDER[approach], ...OTHER_ORDERS];
  const tried = orders.map((order) => {
    const schedule = scheduleJobs(ranked.toSorted(chained(order)), resources);
    return { schedule, worth: worthOf(jobs, schedule) };
  });
  return tried.reduce((best, one) => (isBetter(one.worth, best.worth) ? one : best)).schedule;
}

function rankedUnits(jobs: readonly (readonly Job[])[]): Ranked[] {
  const effort = (own: readonly Job[]) => own.reduce((sum, { action }) => sum + action.personWeeks, 0);
  const units = jobs.toSorted((a, b) => effort(a) - effort(b));
  return units.flatMap((own, rank) => own.map((job) => ({ ...job, rank })));
}

function chained(orders: readonly Order[]): Order {
  return (a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** The first figure in which two differ decides; more is better. */
function worthOf(jobs: readonly (readonly Job[])[], { placements }: Schedule): number[] {
  const placed = jobs.map((own) => own.filter(({ key }) => placements.has(key)));
  const whole = placed.filter((own, unit) => own.length === jobs[unit]?.length).length;
  const gain = placed.flat().reduce((sum, job) => sum + job.gain, 0);
  const ends = [...placements.values()].map(({ endWeek }) => endWeek);
  return [
    whole,
    steady(gain),
    placements.size,
    -Math.max(0, ...ends),
    -ends.reduce((sum, end) => sum + end, 0),
  ];
}

function isBetter(worth: readonly number[], than: readonly number[]): boolean {
  const place = worth.findIndex((figure, index) => figure !== than[index]);
  return place >= 0 && (worth[place] ?? 0) > (than[place] ?? 0);
}
