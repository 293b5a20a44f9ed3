import { performance } from "node:perf_hooks";

/** Time, and megabytes that the process has grown by at its peak. `maxRSS` is in KB. */
export async function printTimeAndAdded(work: () => Promise<unknown>): Promise<void> {
  const peak = process.resourceUsage().maxRSS / 1000;
  const held = process.memoryUsage.rss() / 1_000_000;
  const started = performance.now();
  await work();
  const milliseconds = performance.now() - started;
  const megabytes = Math.max(
    process.resourceUsage().maxRSS / 1000 - peak,
    process.memoryUsage.rss() / 1_000_000 - held,
    // A page or two may have been given back meanwhile.
    0.1,
  );
  console.log(JSON.stringify({ milliseconds, megabytes }));
}
