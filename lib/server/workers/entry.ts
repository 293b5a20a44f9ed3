import "server-only";
import { once } from "node:events";
import type { MessagePort } from "node:worker_threads";
import { Mutex } from "async-mutex";
import { db, expectDatabase } from "../db/client";
import { askForTurns } from "../db/writer-turn";
import { storageCode } from "../storage/storage-fault";
import type { Failure, FromWorker, Outcome, ToWorker, Work } from "./message";
import { TASKS } from "./tasks";

/** Where a worker thread begins; scripts/setup/workers.mjs makes one file of it. */

type Asked = { name: keyof typeof TASKS; input: Work<never>; port: MessagePort };

/** Runs one piece of work. Its connection to the database lasts no longer, so that none stands in anybody's way. */
export default async function run({ name, input: work, port }: Asked): Promise<Outcome<unknown>> {
  expectDatabase(work.database);
  const oneAtATime = new Mutex();
  askForTurns({
    async take() {
      const release = await oneAtATime.acquire();
      tell(port, { turn: "ask" });
      await (once(port, "message") satisfies Promise<ToWorker[]>);
      return () => {
        tell(port, { turn: "end" });
        release();
      };
    },
  });
  try {
    return { value: await TASKS[name](work.input) };
  } catch (error) {
    return { failure: failureOf(error instanceof Error ? error : new Error(String(error))) };
  } finally {
    await db.$disconnect();
    port.close();
  }
}

function failureOf(error: Error): Failure {
  const { name, message, stack } = error;
  const path = "path" in error && typeof error.path === "string" ? error.path : undefined;
  return { name, message, stack, storageCode: storageCode(error), path };
}

function tell(port: MessagePort, message: FromWorker) {
  port.postMessage(message);
}
