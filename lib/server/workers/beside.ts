import "server-only";
import { once } from "node:events";
import path from "node:path";
import { MessageChannel, type MessagePort, SHARE_ENV } from "node:worker_threads";
import { Piscina } from "piscina";
import { writerTurn } from "../db/writer-turn";
import { log } from "../log";
import { IDLE_MS, LANES, type LaneName, WORK, type WorkName } from "./limits";
import type { FromWorker, Outcome, ToWorker } from "./message";
import type { TASKS } from "./tasks";
import { WorkFailed } from "./work-failed";

type Tasks = typeof TASKS;
type Input<Name extends WorkName> = Parameters<Tasks[Name]>[0];
type Value<Name extends WorkName> = Awaited<ReturnType<Tasks[Name]>>;

/** Why work came to no end: nobody had time for it, or it needed more time or memory than there is for it. */
export type Ended = "busy" | "too-long" | "too-large" | "stopping";

export type Done<Value> = { value: Value; ended?: undefined } | { value?: undefined; ended: Ended };

const BUNDLE = path.join(process.cwd(), ".workers/entry.mjs");

const shared = globalThis as typeof globalThis & { scalingReadinessLanes?: Map<LaneName, Piscina> };
shared.scalingReadinessLanes ??= new Map();
const lanes = shared.scalingReadinessLanes;

/** Threads begin with the first work and end when there has been none for a while. */
function laneOf(name: LaneName): Piscina {
  const known = lanes.get(name);
  if (known) return known;
  const { threads, queue, megabytes } = LANES[name];
  const lane = new Piscina({
    filename: BUNDLE,
    minThreads: 0,
    maxThreads: threads,
    maxQueue: queue,
    idleTimeout: IDLE_MS,
    // A thread that waits for work by standing still answers none of its own timers and connections.
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    env: SHARE_ENV,
    execArgv: [],
  });
  lanes.set(name, lane);
  return lane;
}

/** Ends all threads; what they were at comes back as `stopping`. */
export async function endWorkers(): Promise<void> {
  const all = [...lanes.values()];
  lanes.clear();
  await Promise.all(all.map((lane) => lane.destroy()));
}

/**
 * Does heavy work in a thread of its own. What it takes and gives is copied between the threads.
 *
 * @throws WorkFailed for a bug or a fault of the machine
 */
export async function beside<Name extends WorkName>(
  name: Name,
  input: Input<Name>,
): Promise<Done<Value<Name>>> {
  const { lane, seconds } = WORK[name];
  const { port1: here, port2: port } = new MessageChannel();
  const turns = giveTurns(here);
  const startedAt = performance.now();
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const work = laneOf(lane).run({ name, input, port }, { transferList: [port], signal });
    const outcome: Outcome<Value<Name>> = await work;
    if ("value" in outcome) return outcome;
    const { failure } = outcome;
    throw Object.assign(new WorkFailed(failure.message, failure.fault), {
      name: failure.name,
      stack: failure.stack,
    });
  } catch (error) {
    const ended = signal.aborted ? "too-long" : endOf(error);
    if (!ended) throw error;
    const milliseconds = Math.round(performance.now() - startedAt);
    log.warn({ work: name, ended, milliseconds }, "Heavy work was ended");
    return { ended };
  } finally {
    port.close();
    await turns;
  }
}

/** By the names and codes that Node and the pool give the end of a thread. */
function endOf(error: unknown): Ended | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return "too-large";
  if (error.message === "Task queue is at limit") return "busy";
  return error.name === "AbortError" || error.message === "Terminating worker thread" ? "stopping" : null;
}

/** Lets a worker write when it is its turn. Settles once the worker has gone from the channel, and its turn with it. */
async function giveTurns(here: MessagePort): Promise<void> {
  let end: Promise<() => void> | null = null;
  const finish = async () => {
    const ending = end;
    end = null;
    (await ending)?.();
  };
  here.on("message", async ({ turn }: FromWorker) => {
    if (turn === "end") return finish();
    end = writerTurn().take();
    await end;
    here.postMessage({ turn: "yours" } satisfies ToWorker);
  });
  // Kept open by nobody but the worker: a process may end without it.
  here.unref();
  await once(here, "close");
  await finish();
}
