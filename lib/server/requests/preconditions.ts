import "server-only";
import { z } from "zod";
import { problem } from "./problem";

/** What a change of an answer must say about itself: the revision it was made on, and its own name for retries. */
export type Preconditions = { expectedRevision: number; mutationId: string };

/**
 * From `If-Match: "3"` (0 for none yet, quotes optional) and `Idempotency-Key: <UUID>`; or a problem:
 * 428 without `If-Match`, 400 for what cannot be read.
 */
export function readPreconditions(request: Request): Preconditions | { response: Response } {
  const revision = request.headers.get("if-match");
  if (revision === null) {
    return {
      response: problem({
        status: 428,
        title: "Revision required",
        detail: 'Send the revision this change was made on as If-Match, "0" when there is none yet.',
      }),
    };
  }
  const read = /^(?:"(\d{1,9})"|(\d{1,9}))$/.exec(revision.trim());
  if (!read) return { response: badHeader("If-Match", 'a revision, such as "3"') };
  const mutationId = z.uuid().safeParse(request.headers.get("idempotency-key")?.replace(/^"(.*)"$/, "$1"));
  if (!mutationId.success)
    return { response: badHeader("Idempotency-Key", "a UUID, the same for every retry") };
  return { expectedRevision: Number(read[1] ?? read[2]), mutationId: mutationId.data.toLowerCase() };
}

function badHeader(path: string, expected: string): Response {
  return problem({ status: 400, title: "Invalid request", errors: [{ path, expected }] });
}
