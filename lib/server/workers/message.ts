import "server-only";
import type { FileIdentity } from "../db/file-identity";

/** Between the thread that answers and a worker, over a channel of one piece of work. */

/** What a worker is to do, and the file that the app has open: it takes no other for it. */
export type Work<Input> = { input: Input; database: FileIdentity | null };

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
