import "server-only";
import { processState } from "../process/process-state";
import { changedMeanwhile, forbidden, notFound, reusedKey, submittedMeanwhile } from "./problem";

/** An answer as programs read it; `savedAt` in ISO 8601. */
type AnswerBody = { answer: unknown; revision: number; carriedOver: boolean; savedAt: string };

/** What became of a change of one answer. `stored` is null where nobody ever answered. */
type Changed<State> =
  | { outcome: "saved"; stored: State }
  | { outcome: "stale"; stored: State | null }
  | { outcome: "forbidden" | "not-found" | "unknown-question" | "locked" | "reused" };

/** The response to a change; with a stale one, `yours` goes back beside what is stored. */
export function changeResponse<State>(
  changed: Changed<State>,
  bodyOf: (state: State) => AnswerBody,
  yours: unknown,
): Response {
  switch (changed.outcome) {
    case "saved":
      processState.answersSaved += 1;
      return answerResponse(bodyOf(changed.stored));
    case "stale":
      return changedMeanwhile(changed.stored && bodyOf(changed.stored), yours);
    case "locked":
      return submittedMeanwhile();
    case "reused":
      return reusedKey();
    case "forbidden":
      return forbidden();
    case "unknown-question":
      return notFound("This assessment does not ask that question.");
    case "not-found":
      return notFound("There is no such assessment.");
  }
}

/** The answer, its revision as ETag. */
export function answerResponse(body: AnswerBody): Response {
  const headers = { ETag: `"${body.revision}"`, "Cache-Control": "no-store" };
  return Response.json(body, { headers });
}
