import type { Action } from "../../framework/types";
import { steady } from "../../scoring/steady";
import type { Obstacle } from "../plan";
import { lengthOf, type Weeks } from "../weeks";
import { type Prices, priceOf } from "./cost";
import { addWeeks, inWeek, type RoleWeeks, shareOf } from "./role-weeks";

/** An action of one unit that is to be placed. */
export type Job = {
  /** Of the unit and the action together. */
  key: string;
  unit: string;
  action: Action;
  /** Key of the capability that it raises. */
  capability: string;
  /** Readiness points that it is worth. */
  gain: number;
  /** Keys of the jobs that must end before it begins. */
  after: readonly string[];
  /** It does not begin before this week. */
  release: number;
  /** The last week in which it can begin without delaying what comes after it. */
  latestStart: number;
  /** The week that it is held in. */
  lockedWeek: number | null;
};

/** Why a job is in no place, and what would change that. */
export type Failure =
  | ({ why: Extract<Obstacle, "capacity">; fte: number } & Weeks)
  | { why: Extract<Obstacle, "budget">; short: number }
  | { why: Extract<Obstacle, "weeks">; weeks: number }
  | { why: Extract<Obstacle, "dependency">; job: Job };

export type Schedule = {
  placements: ReadonlyMap<string, Weeks>;
  failures: ReadonlyMap<string, Failure>;
};

export type Resources = {
  weeks: number;
  capacity: RoleWeeks;
  /** Null without a budget. */
  budget: Prices | null;
};

/** Less than any share of a person that counts. */
const NOISE = 1e-10;
/** Less than any coin. */
const MONEY_NOISE = 1e-6;

/**
 * Serial schedule generation (Kolisch 1996): locked jobs where they are, then job after job in the order given, what it
 * depends on first, each where it ends soonest with the people that are left. A job takes its elapsed weeks, or more
 * when its role has fewer people than that would need.
 */
export function scheduleJobs(ordered: readonly Job[], resources: Resources): Schedule {
  const jobs = new Map(ordered.map((job) => [job.key, job]));
  const free = new Map([...resources.capacity].map(([role, weeks]) => [role, [...weeks]]));
  const placements = new Map<string, Weeks>();
  const failures = new Map<string, Failure>();
  let money = resources.budget?.amount ?? Number.POSITIVE_INFINITY;

  const settle = (job: Job, placement: Weeks) => {
    placements.set(job.key, placement);
    money -= priceOf(job.action, resources.budget);
    const { role, personWeeks } = job.action;
    addWeeks(free, role, placement, -shareOf(personWeeks, placement));
  };
  const held = lockedPlacements(ordered, resources);
  for (const job of ordered) {
    const placement = held.get(job.key);
    if (placement) settle(job, placement);
  }

  const tryToPlace = (job: Job): Weeks | Failure => {
    const before = job.after.flatMap((key) => jobs.get(key) ?? []);
    const missing = before.find(({ key }) => failures.has(key));
    if (missing) return { why: "dependency", job: missing };
    const ends = before.map(({ key }) => placements.get(key)?.endWeek ?? 0);
    return findPlace(job, Math.max(job.release, ...ends.map((end) => end + 1)), free, resources, money);
  };

  const place = (job: Job) => {
    if (placements.has(job.key) || failures.has(job.key)) return;
    for (const before of job.after.flatMap((key) => jobs.get(key) ?? [])) place(before);
    const found = tryToPlace(job);
    if ("why" in found) failures.set(job.key, found);
    else settle(job, found);
  };
  ordered.forEach(place);

  // What it would take is told beside everything that is placed in the end.
  for (const job of ordered) {
    const found = failures.has(job.key) ? tryToPlace(job) : null;
    if (found && "why" in found) failures.set(job.key, found);
  }
  return { placements, failures };
}

/**
 * Where the locked jobs are: each from its week on, the earliest first, for as many weeks as it takes with the people
 * that those before it leave. Null where these never are enough.
 */
export function lockedPlacements(
  jobs: readonly Job[],
  { weeks, capacity }: Pick<Resources, "weeks" | "capacity">,
): ReadonlyMap<string, Weeks | null> {
  const free = new Map([...capacity].map(([role, own]) => [role, [...own]]));
  const locked = jobs
    .flatMap((job) => (job.lockedWeek === null ? [] : [{ job, week: job.lockedWeek }]))
    .sort((a, b) => a.week - b.week || (a.job.key < b.job.key ? -1 : 1));
  return new Map(
    locked.map(({ job, week }) => {
      const place = shortestFrom(job, week, weeks, free);
      const { role, personWeeks } = job.action;
      if (place) addWeeks(free, role, place, -shareOf(personWeeks, place));
      return [job.key, place];
    }),
  );
}

function shortestFrom(job: Job, startWeek: number, weeks: number, free: RoleWeeks): Weeks | null {
  for (let { endWeek } = placementFrom(job, startWeek); endWeek <= weeks; endWeek += 1) {
    if (missingPeople(job, { startWeek, endWeek }, free) <= NOISE) return { startWeek, endWeek };
  }
  return null;
}

/** In as many weeks as the action takes when nobody is short. */
export function placementFrom({ action }: Pick<Job, "action">, startWeek: number): Weeks {
  return { startWeek, endWeek: startWeek + wholeWeeks(action) - 1 };
}

/** A week that is begun is taken. */
export function wholeWeeks({ elapsedWeeks }: Action): number {
  return Math.ceil(elapsedWeeks);
}

function findPlace(
  job: Job,
  earliest: number,
  free: RoleWeeks,
  resources: Resources,
  money: number,
): Weeks | Failure {
  const elapsedWeeks = wholeWeeks(job.action);
  if (earliest + elapsedWeeks - 1 > resources.weeks)
    return { why: "weeks", weeks: earliest + elapsedWeeks - 1 };
  const short = priceOf(job.action, resources.budget) - money;
  if (short > MONEY_NOISE) return { why: "budget", short };
  let least: Extract<Failure, { why: "capacity" }> | null = null;
  for (let endWeek = earliest + elapsedWeeks - 1; endWeek <= resources.weeks; endWeek += 1) {
    for (let startWeek = endWeek - elapsedWeeks + 1; startWeek >= earliest; startWeek -= 1) {
      const fte = missingPeople(job, { startWeek, endWeek }, free);
      if (fte <= NOISE) return { startWeek, endWeek };
      const lack = { why: "capacity", fte, startWeek, endWeek } as const;
      if (!least || steady(fte * lengthOf(lack)) < steady(least.fte * lengthOf(least))) least = lack;
    }
  }
  return least ?? { why: "weeks", weeks: earliest + elapsedWeeks - 1 };
}

/** How many more people of the role it would take in each of these weeks. */
function missingPeople({ action }: Job, weeks: Weeks, free: RoleWeeks): number {
  const share = shareOf(action.personWeeks, weeks);
  let missing = 0;
  for (let week = weeks.startWeek; week <= weeks.endWeek; week += 1) {
    missing = Math.max(missing, share - inWeek(free, action.role, week));
  }
  return missing;
}
