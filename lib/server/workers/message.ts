import "server-only";

/** Between the thread that answers and a worker, over a channel of one piece of work. */

/** What a worker says while it works. */
export type FromWorker = { turn: "ask" | "end" };

/** What it is told. */
export type ToWorker = { turn: "yours" };

/** What went wrong in a worker: an error loses its class and all that was added to it on its way between threads. */
export type Failure = {
  name: string;
  message: string;
  stack: string | undefined;
  /** What the disk or the database said no to, and where. */
  storageCode: string | null;
  path: string | undefined;
};

export type Outcome<Value> = { value: Value } | { failure: Failure };
