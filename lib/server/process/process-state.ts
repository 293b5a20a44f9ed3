import "server-only";

type ProcessState = {
  stopping: boolean;
  /** Requests whose response is not out yet. */
  inFlight: number;
  /** Each is called when the last response is out. */
  onIdle: Set<() => void>;
  /** By method, route pattern and status class, joined by a space: none of them holds one. */
  requests: Map<string, number>;
  answersSaved: number;
  /** Settles when no export is being written. */
  exporting: Promise<void>;
};

const shared = globalThis as typeof globalThis & { scalingReadinessProcess?: ProcessState };

/** What this process knows of itself. Next loads modules several times; this is there once. */
shared.scalingReadinessProcess ??= {
  stopping: false,
  inFlight: 0,
  onIdle: new Set(),
  requests: new Map(),
  answersSaved: 0,
  exporting: Promise.resolve(),
};
export const processState: ProcessState = shared.scalingReadinessProcess;
