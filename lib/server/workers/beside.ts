import "server-only";
import path from "node:path";
import { openDatabase } from "../db/client";
import { log } from "../log";
import { type Done, Lane } from "./lane";
import { LANES, type LaneName, WORK, type WorkName } from "./limits";
import type { Work } from "./message";
import type { TASKS } from "./tasks";

type Tasks = typeof TASKS;
type Input<Name extends WorkName> = Parameters<Tasks[Name]>[0];
type Value<Name extends WorkName> = Awaited<ReturnType<Tasks[Name]>>;

const BUNDLE = path.join(process.cwd(), ".workers/entry.mjs");

const shared = globalThis as typeof globalThis & { scalingReadinessLanes?: Map<LaneName, Lane> };
shared.scalingReadinessLanes ??= new Map();
const lanes = shared.scalingReadinessLanes;

function laneOf(name: LaneName): Lane {
  const known = lanes.get(name);
  if (known) return known;
  const lane = new Lane(BUNDLE, LANES[name], (error) => {
    log.error({ error, lane: name }, "Worker threads cannot begin");
    lanes.delete(name);
  });
  lanes.set(name, lane);
  return lane;
}

/** Ends all threads; what they were at comes back as `stopping`. */
export async function endWorkers(): Promise<void> {
  await Promise.all([...lanes.values()].map((lane) => lane.stop()));
}

/**
 * Does heavy work in a thread of its own, within the limits of its kind. What is in `handed` goes there without a copy,
 * and is gone from here.
 *
 * @throws StorageError for a fault of the disk or the database, and the error of a bug, as the worker met it
 */
export async function beside<Name extends WorkName>(
  name: Name,
  input: Input<Name>,
  handed: readonly ArrayBuffer[] = [],
): Promise<Done<Value<Name>>> {
  const { lane, seconds } = WORK[name];
  const startedAt = performance.now();
  const work: Work<Input<Name>> = { input, database: openDatabase() };
  const done = await laneOf(lane).run<Value<Name>>(name, work, seconds, handed);
  if (done.ended) {
    const milliseconds = Math.round(performance.now() - startedAt);
    log.warn({ work: name, ended: done.ended, milliseconds }, "Heavy work was ended");
  }
  return done;
}
