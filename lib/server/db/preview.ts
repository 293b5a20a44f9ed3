import "server-only";
import { db } from "./client";
import { PATIENT, type Transaction } from "./transaction";

/** Carries the answer out of a transaction that must leave nothing behind. */
class RolledBack<Answer> extends Error {
  constructor(readonly answer: Answer) {
    super("rolled back");
  }
}

/** Runs an import; a preview does the same and takes it back, so that what it says is what the import would do. */
export async function importOrPreview<Answer>(
  mode: "preview" | "import",
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await db.$transaction(async (tx) => {
      const answer = await work(tx);
      if (mode === "preview") throw new RolledBack(answer);
      return answer;
    }, PATIENT);
  } catch (error) {
    if (error instanceof RolledBack) return error.answer;
    throw error;
  }
}
