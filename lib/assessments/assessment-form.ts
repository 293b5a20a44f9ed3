import { typedText } from "../forms/typed-text";

/** What stands in the fields of the assessment forms, as typed. */
export type ScopeValues = {
  targetPhase: string;
  regulated: boolean;
  unitsInScope: string;
  processesInScope: string;
};

type ScopeLike = { targetPhase: string; regulated: boolean; unitsInScope: number; processesInScope: number };

export function scopeValues({
  targetPhase,
  regulated,
  unitsInScope,
  processesInScope,
}: ScopeLike): ScopeValues {
  return {
    targetPhase,
    regulated,
    unitsInScope: String(unitsInScope),
    processesInScope: String(processesInScope),
  };
}

export type NewAssessmentValues = ScopeValues & {
  /** An id, `NEW_UNIT`, or empty. */
  unitId: string;
  unitName: string;
  depth: string;
  /** Start from the answers of the unit's last submitted assessment. */
  carryOver: boolean;
};

export const NEW_UNIT = "new";

/** Nothing but text and a tick: a file or a missing field is as if left empty. */
export function typedScope(form: FormData): ScopeValues {
  return {
    targetPhase: typedText(form, "targetPhase"),
    regulated: form.get("regulated") !== null,
    unitsInScope: typedText(form, "unitsInScope"),
    processesInScope: typedText(form, "processesInScope"),
  };
}

export function typedNewAssessment(form: FormData): NewAssessmentValues {
  return {
    ...typedScope(form),
    unitId: typedText(form, "unitId"),
    unitName: typedText(form, "unitName"),
    depth: typedText(form, "depth"),
    carryOver: form.get("carryOver") !== null,
  };
}
