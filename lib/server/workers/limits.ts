import "server-only";
import { availableParallelism } from "node:os";
import type { LaneLimits } from "./lane";

/** Heavy work runs in threads of its own, within these: the thread that answers people does none of it. */

/** Somebody waits for what is asked for; a job is written beside, one after the other. */
export const LANES = {
  asked: { threads: Math.max(1, availableParallelism() - 1), queue: 32, megabytes: 512 },
  jobs: { threads: 1, queue: 8, megabytes: 512 },
} as const satisfies Record<string, LaneLimits>;

export type LaneName = keyof typeof LANES;

/** Each kind of heavy work: where it runs, and how many seconds it may take, waiting included. */
export const WORK = {
  resultFile: { lane: "asked", seconds: 60 },
  planFile: { lane: "asked", seconds: 60 },
  planDocument: { lane: "asked", seconds: 60 },
  comparisonFile: { lane: "asked", seconds: 60 },
  inventoryFile: { lane: "asked", seconds: 60 },
  registerFile: { lane: "asked", seconds: 60 },
  plan: { lane: "asked", seconds: 60 },
  takeUpload: { lane: "asked", seconds: 60 },
  importUpload: { lane: "asked", seconds: 120 },
  writeExport: { lane: "jobs", seconds: 3600 },
} as const satisfies Record<string, { lane: LaneName; seconds: number }>;

export type WorkName = keyof typeof WORK;
