import "server-only";
import { log } from "../log";
import { storageFault } from "../storage/storage-fault";
import { requestState } from "./request-state";

const shared = globalThis as typeof globalThis & { scalingReadinessReported?: WeakSet<object> };
shared.scalingReadinessReported ??= new WeakSet();
const reported = shared.scalingReadinessReported;

type Place = { route: string; method?: string };

/**
 * Logs an unexpected error, the same one only once, under the reference that the person sees: the digest that Next
 * gave it, else a new one. What a form could not have sent is no failure of the app, see guard-requests.ts.
 */
export function reportFailure(error: unknown, place?: Place): string {
  const digest =
    error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
  const reference = digest ?? crypto.randomUUID().slice(0, 8);
  if (typeof error === "object" && error !== null) {
    if (reported.has(error)) return reference;
    reported.add(error);
  }
  if (requestState.getStore()?.understood === false) {
    log.warn({ ...place, error }, "A form could not be read");
    return reference;
  }
  if (isGone(error)) {
    log.info({ ...place, error }, "Somebody left before the request was whole");
    return reference;
  }
  const fault = storageFault(error);
  log.error({ reference, ...place, ...(fault && { fault }), error }, "Unexpected error");
  return reference;
}

/** The app calls nobody: a connection that breaks off is one of those who ask, and no failure of the app either. */
const isGone = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error && error.code === "ECONNRESET";
