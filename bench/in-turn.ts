import { median } from "./median";

const RUNS = 5;

/** Median of each measurement. They take turns, so that a machine that slows down slows all of them. */
export async function inTurn<const T extends readonly (() => Promise<number>)[]>(
  ...measurements: T
): Promise<{ [Index in keyof T]: number }> {
  const values: number[][] = measurements.map(() => []);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, measure] of measurements.entries()) values[index]?.push(await measure());
  }
  return values.map(median) as { [Index in keyof T]: number };
}
