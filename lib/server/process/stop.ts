import "server-only";
import { db } from "../db/client";
import { log } from "../log";
import { endWorkers } from "../workers/beside";
import { processState } from "./process-state";

/** Below the patience of whoever started this process, see scripts/setup/serve.mjs. */
const STOP_MS_MAX = 9000;

/** What a person or a service manager sends ends the process in order: answers on their way are stored first. */
export function stopOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(signal));
  // Whoever started this process is gone, however it ended: nobody could stop this one any more.
  process.once("disconnect", () => void stop("disconnect"));
}

/** New requests are refused from here on, see request-guard.ts. Closing the database writes its log back into the file. */
async function stop(signal: string) {
  if (processState.stopping) return;
  processState.stopping = true;
  log.info({ signal, requests: processState.inFlight }, "Stopping");
  setTimeout(() => {
    log.error({ requests: processState.inFlight }, "Stopped by force: requests took too long");
    process.exit(1);
  }, STOP_MS_MAX).unref();
  try {
    await responsesOut();
    await endWorkers();
    await db.$disconnect();
    log.info("Stopped");
    process.exit(0);
  } catch (error) {
    log.error({ error }, "The database could not be closed");
    process.exit(1);
  }
}

function responsesOut(): Promise<void> {
  if (processState.inFlight === 0) return Promise.resolve();
  return new Promise((resolve) => processState.onIdle.add(resolve));
}
