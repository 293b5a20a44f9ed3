import { fullOf } from "@/lib/bounds/words";
import type { DeleteUnitOutcome } from "@/lib/server/data/deletions/delete-unit";
import type {
  ArchiveUnitOutcome,
  CreateUnitResult,
  MoveUnitOutcome,
  RestoreUnitOutcome,
  UpdateUnitOutcome,
} from "@/lib/server/data/units";
import { TOO_DEEP } from "@/lib/units/depth";

/** What each failure means to the person who asked. */

const FORBIDDEN = "You may look at units but not change them. Ask an owner of the organization.";
const GONE = "This unit is no longer there. Go back to the list of units.";
const NO_PARENT = "The unit above was removed or archived meanwhile. Choose another one.";

type Failure<Outcome extends string, Success extends string> = Record<Exclude<Outcome, Success>, string>;

export const CREATE_FAILURES: Failure<CreateUnitResult["outcome"], "created"> = {
  forbidden: FORBIDDEN,
  "parent-not-found": NO_PARENT,
  "too-deep": `${TOO_DEEP} Choose one further up.`,
  full: fullOf("units"),
};

export const UPDATE_FAILURES: Failure<Exclude<UpdateUnitOutcome, object>, "saved"> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
};

export const MOVE_FAILURES: Failure<MoveUnitOutcome, "moved"> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
  "parent-not-found": NO_PARENT,
  "too-deep": `${TOO_DEEP} With what is below it, it would stand deeper: choose one further up.`,
  cycle: "A unit cannot be moved below itself. Choose another one.",
};

export const ARCHIVE_FAILURES: Failure<ArchiveUnitOutcome, "archived"> = {
  forbidden: FORBIDDEN,
  "not-found": "This unit is archived already, or no longer there.",
};

export const RESTORE_FAILURES: Failure<RestoreUnitOutcome, "restored"> = {
  forbidden: FORBIDDEN,
  "not-found": "This unit is in use already, or no longer there.",
  "parent-archived": "The unit above is archived. Restore that one first.",
};

export const DELETE_FAILURES: Failure<DeleteUnitOutcome, "deleted"> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
};
