import { performance } from "node:perf_hooks";

/** Prints the time of one call, after a warm-up of the same length. */
export async function printMicroseconds(calls: number, work: (call: number) => unknown): Promise<void> {
  for (let call = 0; call < calls; call += 1) await work(call);
  const started = performance.now();
  for (let call = 0; call < calls; call += 1) await work(call);
  const microseconds = ((performance.now() - started) * 1000) / calls;
  console.log(JSON.stringify({ microseconds }));
}
