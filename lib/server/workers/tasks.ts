import "server-only";
import { comparisonFile } from "../files/comparison-file";
import { inventoryFile } from "../files/inventory-file";
import { planDocument, planFile } from "../files/plan-file";
import { registerFile } from "../files/register-file";
import { resultFile } from "../files/result-file";
import { writeExport } from "../files/write-export";
import { plan } from "../planning/plan";
import type { WorkName } from "./limits";
import { importUpload, takeUpload } from "./upload-tasks";

/** What is done in worker threads. What each takes and gives must be what can be copied between threads. */
export const TASKS = {
  comparisonFile,
  importUpload,
  inventoryFile,
  plan,
  planDocument,
  planFile,
  registerFile,
  resultFile,
  takeUpload,
  writeExport,
} satisfies Record<WorkName, (input: never) => Promise<unknown>>;
