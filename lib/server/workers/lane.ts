import "server-only";
import { once } from "node:events";
import { MessageChannel, type MessagePort, SHARE_ENV } from "node:worker_threads";
import { Piscina } from "piscina";
import { writerTurn } from "../db/writer-turn";
import { StorageError } from "../storage/storage-fault";
import type { Failure, FromWorker, Outcome, ToWorker } from "./message";

export type LaneLimits = {
  /** Threads; each holds one piece of work at a time. */
  threads: number;
  /** Pieces that may wait for one. */
  queue: number;
  /** Of the heap of a thread, in MB of 2^20 bytes. */
  megabytes: number;
};

/** Why work came to no end: nobody had time for it, or it needed more time or memory than there is for it. */
export type Ended = "busy" | "too-long" | "too-large" | "stopping";

export type Done<Value> = { value: Value; ended?: undefined } | { value?: undefined; ended: Ended };

/** A thread that has had nothing to do for so long ends, and its memory is free again. */
const IDLE_MS = 60_000;

/** Threads of one kind of work. They begin with the first piece and end when there has been none for a while. */
export class Lane {
  private readonly pool: Piscina;
  private readonly most: number;
  private count = 0;
  private stopping = false;

  /** `filename` is of a bundle like that of entry.ts; `onBroken` hears of a thread that did not even begin. */
  constructor(filename: string, limits: LaneLimits, onBroken: (error: unknown) => void = () => {}) {
    // The pool does not count work that can be ended from outside.
    this.most = limits.threads + limits.queue;
    this.pool = new Piscina({
      filename,
      minThreads: 0,
      maxThreads: limits.threads,
      idleTimeout: IDLE_MS,
      // A thread that waits for work by standing still answers none of its own timers and connections.
      atomics: "disabled",
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      env: SHARE_ENV,
    });
    // Its work would wait for ever: all that waits ends with it.
    this.pool.on("error", (error: unknown) => {
      onBroken(error);
      void this.pool.destroy();
    });
  }

  /** Ends all threads; what they were at comes back as `stopping`. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.pool.destroy();
  }

  /**
   * One piece of work within a number of seconds, waiting included. What it takes and gives is copied between threads,
   * but for what is `handed` over and then gone from here.
   *
   * @throws StorageError for a fault of the disk or the database, and the error of a bug, as the worker met it
   */
  async run<Value>(
    name: string,
    input: unknown,
    seconds: number,
    handed: readonly ArrayBuffer[] = [],
  ): Promise<Done<Value>> {
    if (this.count >= this.most) return { ended: "busy" };
    this.count += 1;
    const { port1: here, port2: port } = new MessageChannel();
    const turns = giveTurns(here);
    const signal = AbortSignal.timeout(seconds * 1000);
    try {
      const work = this.pool.run({ name, input, port }, { transferList: [port, ...handed], signal });
      const outcome: Outcome<Value> = await work;
      if ("value" in outcome) return outcome;
      throw errorOf(outcome.failure);
    } catch (error) {
      const ended = signal.aborted ? "too-long" : this.endOf(error);
      if (!ended) throw error;
      return { ended };
    } finally {
      this.count -= 1;
      port.close();
      await turns;
    }
  }

  /** By the codes and words that Node and the pool give the end of a thread; null for any other error. */
  private endOf(error: unknown): Ended | null {
    if (!(error instanceof Error)) return null;
    if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return "too-large";
    return this.stopping ? "stopping" : null;
  }
}

function errorOf({ storageCode, path, ...failure }: Failure): Error {
  if (storageCode !== null) return Object.assign(new StorageError(storageCode), { path });
  return Object.assign(new Error(failure.message), failure);
}

/** Lets a worker write when it is its turn. Settles once the worker has left the channel, and its turn with it. */
async function giveTurns(here: MessagePort): Promise<void> {
  let turn: Promise<() => void> | null = null;
  const endTurn = async () => {
    const ending = turn;
    turn = null;
    (await ending)?.();
  };
  here.on("message", async (said: FromWorker) => {
    if (said.turn === "end") return endTurn();
    turn = writerTurn().take();
    await turn;
    here.postMessage({ turn: "yours" } satisfies ToWorker);
  });
  await once(here, "close");
  // A turn that was still to come ends when it comes; nobody waits for it.
  void endTurn();
}
