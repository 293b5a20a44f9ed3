import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { AsksForPage } from "./problem-page";

/** What is known of the request that is being answered. */
export type RequestState = {
  /** What a form sent has reached its action, or nothing of that kind was sent: a failure is the app's own from here on. */
  understood: boolean;
  /** Set when a person waits for a page. */
  page: AsksForPage | null;
};

const shared = globalThis as typeof globalThis & {
  scalingReadinessRequest?: AsyncLocalStorage<RequestState>;
};

/** Follows a request through the code that answers it. Next loads modules several times; this is there once. */
shared.scalingReadinessRequest ??= new AsyncLocalStorage();
export const requestState: AsyncLocalStorage<RequestState> = shared.scalingReadinessRequest;
