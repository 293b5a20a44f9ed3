import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { generated } from "../tests/support/server";
import { runProgram } from "./program";

/** `npm run bench:growth`: how time and memory of what reads all units grow with their number. */
const SIZES = [20, 200, 2_000, 10_000];
const WORK = ["home", "compare", "comparison-pdf", "comparison-xlsx", "organization-json"];

const measured = z.object({ milliseconds: z.number(), megabytes: z.number() });
type Point = z.infer<typeof measured> & { size: number };

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES;
const points = new Map<string, Point[]>(WORK.map((name) => [name, []]));
const folder = await mkdtemp(path.join(tmpdir(), "scaling-readiness-growth-"));
try {
  for (const size of sizes) {
    const env = { DATABASE_URL: `file:${path.join(folder, `${size}.db`)}` };
    await generated(size)(env);
    for (const [name, own] of points) {
      console.error(`Measuring ${name} of ${size} units …`);
      own.push({ size, ...(await runProgram(measured, ["programs/work-of-size.ts", name], env)) });
    }
    await rm(path.join(folder, `${size}.db`));
  }
} finally {
  await rm(folder, { recursive: true });
}
console.table(
  [...points].map(([name, own]) => ({
    work: name,
    ...Object.fromEntries(
      own.map(({ size, milliseconds, megabytes }) => [
        `${size} units`,
        `${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`,
      ]),
    ),
    exponent: exponent(own).toFixed(2),
  })),
);

/** Of the power of the size that fits the times best, from 200 units on: below, fixed costs hide it. 1: in proportion. */
function exponent(own: readonly Point[]): number {
  const logs = own
    .filter(({ size }) => size >= 200)
    .map(({ size, milliseconds }) => ({ x: Math.log(size), y: Math.log(milliseconds) }));
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    logs.reduce((sum, point) => sum + pick(point), 0) / logs.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  return mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
}
