import "server-only";
import { db } from "./client";
import { onScratch } from "./scratch";
import { PATIENT, type Transaction } from "./transaction";

/** Runs an import; a preview does the same on a copy, so that what it says is what the import would do. */
export function importOrPreview<Answer>(
  mode: "preview" | "import",
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  if (mode === "import") return db.$transaction(work, PATIENT);
  return onScratch((scratch) => scratch.$transaction(work, PATIENT));
}
