import "server-only";
import { db } from "./client";
import { onScratch } from "./scratch";
import { PATIENT, type Transaction } from "./transaction";

const TRIES = 2;

/**
 * Runs an import of an organization on a copy, where it keeps nobody waiting; a preview ends there, so that what it says
 * is what the import does. An import is then carried over, which takes a moment. Where others change the same things all
 * the while, it is done in the database itself, and they wait.
 */
export async function importOrPreview<Answer>(
  mode: "preview" | "import",
  organizationId: string,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const done = await onScratch(organizationId, async ({ client, carryOver }) => {
      const answer = await client.$transaction(work, PATIENT);
      return mode === "preview" || (await carryOver()) ? { answer } : null;
    });
    if (done) return done.answer;
  }
  return db.$transaction(work, PATIENT);
}
