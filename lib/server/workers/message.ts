import "server-only";

/** Between the thread that answers and a worker, over a channel of one piece of work. */

/** What a worker says while it works. */
export type FromWorker = { turn: "ask" | "end" };

/** What it is told. */
export type ToWorker = { turn: "yours" };

/** What went wrong in a worker: an error loses all but these on its way between threads. */
export type Failure = { name: string; message: string; stack: string | undefined; fault: string | null };

export type Outcome<Value> = { value: Value } | { failure: Failure };
