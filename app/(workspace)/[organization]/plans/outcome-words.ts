import { fullOf } from "@/lib/bounds/words";
import type {
  ChangePlanOutcome,
  CopyPlanResult,
  CreatePlanResult,
  RenamePlanOutcome,
} from "@/lib/server/data/plans";

const FORBIDDEN = "You may not change plans here.";
const GONE = "This plan is not here any more.";
const SIGNED_OFF = "This plan is signed off. Copy it to go on.";

export const CREATE_FAILURES: Record<
  Exclude<CreatePlanResult["outcome"], "created"> | "not-assessed",
  string
> = {
  forbidden: FORBIDDEN,
  "not-found": "One of these assessments is not here any more. Choose the units again.",
  full: fullOf("plans"),
  "not-assessed":
    "One of these units has no submitted assessment with the questions of this plan. Choose again.",
};

export const CHANGE_FAILURES: Record<Exclude<ChangePlanOutcome, "saved">, string> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
  "signed-off": SIGNED_OFF,
  stale: "Somebody has changed this plan since you opened the page. Nothing was stored: look at it again.",
};

export const RENAME_FAILURES: Record<Exclude<RenamePlanOutcome, "saved">, string> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
  "signed-off": SIGNED_OFF,
};

export const COPY_FAILURES: Record<Exclude<CopyPlanResult["outcome"], "created">, string> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
  full: fullOf("plans"),
};

export const DELETE_FAILURES = { forbidden: FORBIDDEN, "not-found": GONE } as const;
