import type { Job, Schedule } from "./schedule";

/**
 * Keys of the placed jobs without a week to spare: a later end would delay the jobs that depend on them, through to the
 * last week in which anything ends.
 */
export function criticalJobs(jobs: readonly Job[], { placements }: Schedule): ReadonlySet<string> {
  const end = Math.max(0, ...[...placements.values()].map(({ endWeek }) => endWeek));
  const latestEnd = new Map<string, number>();
  const lastFirst = jobs
    .filter(({ key }) => placements.has(key))
    .toSorted((a, b) => (placements.get(b.key)?.startWeek ?? 0) - (placements.get(a.key)?.startWeek ?? 0));
  for (const job of lastFirst) {
    const own = latestEnd.get(job.key) ?? end;
    latestEnd.set(job.key, own);
    const { startWeek = 1, endWeek = 1 } = placements.get(job.key) ?? {};
    for (const before of job.after) {
      const latest = own - (endWeek - startWeek) - 1;
      latestEnd.set(before, Math.min(latestEnd.get(before) ?? end, latest));
    }
  }
  return new Set(
    lastFirst.filter(({ key }) => latestEnd.get(key) === placements.get(key)?.endWeek).map(({ key }) => key),
  );
}
