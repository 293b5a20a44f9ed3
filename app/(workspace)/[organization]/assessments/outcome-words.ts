import { fullOf } from "@/lib/bounds/words";
import type { ConfirmOutcome } from "@/lib/server/data/answers";
import type { ChangeOutcome, CreateAssessmentResult } from "@/lib/server/data/assessments";
import type { DeleteDraftOutcome } from "@/lib/server/data/deletions/delete-draft";
import type { SubmitOutcome } from "@/lib/server/data/submission";
import type { CreateUnitResult } from "@/lib/server/data/units";

/** What each failure means to the person who asked. */

type Failure<Outcome extends string, Success extends string> = Record<Exclude<Outcome, Success>, string>;

export const FORBIDDEN = "You may read assessments but not change them. Ask an owner of the organization.";
const GONE = "This assessment is no longer there. Go back to the list of assessments.";
const SUBMITTED = "This assessment was submitted meanwhile. It is final; open its results.";

export const CREATE_FAILURES: Failure<
  CreateAssessmentResult["outcome"] | CreateUnitResult["outcome"] | "unit-forbidden" | "units-full",
  "created"
> = {
  forbidden: FORBIDDEN,
  "unit-forbidden": "You may not add units. Choose one from the list, or ask an owner of the organization.",
  "unit-not-found": "This unit was removed or archived meanwhile. Choose another one.",
  "previous-not-found": "There are no earlier answers to start from any more. Start without them.",
  // A unit that is added here stands at the top.
  "parent-not-found": "The unit could not be added. Try again.",
  "too-deep": "The unit could not be added. Try again.",
  "units-full": fullOf("units"),
  full: fullOf("assessments"),
};

/** Of a change and of confirming carried-over answers. */
export const CHANGE_FAILURES: Failure<ChangeOutcome | ConfirmOutcome, "saved" | "confirmed"> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
  locked: SUBMITTED,
};

export const SUBMIT_FAILURES: Failure<SubmitOutcome, "submitted"> = {
  forbidden: "You may not submit assessments. Ask an owner of the organization.",
  "not-found": GONE,
  "already-submitted": SUBMITTED,
  "on-hold": "This assessment is on hold. Resume it, then submit.",
  "suitability-incomplete": "Answer all ten questions on suitability, then submit.",
};

export const DELETE_FAILURES: Failure<DeleteDraftOutcome, "deleted"> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
  submitted: SUBMITTED,
};
