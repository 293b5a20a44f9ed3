/** What stands in the fields of the assessment forms, as typed. */
export type ScopeValues = {
  targetPhase: string;
  regulated: boolean;
  unitsInScope: string;
  processesInScope: string;
};

export type NewAssessmentValues = ScopeValues & {
  /** An id, `NEW_UNIT`, or empty. */
  unitId: string;
  unitName: string;
  depth: string;
  /** Start from the answers of the unit's last submitted assessment. */
  carryOver: boolean;
};

/** The form as the server answers it: what was typed, what is wrong beside which field, what is wrong in the whole. */
export type FormState<Values> = {
  values: Values;
  fields: Partial<Record<keyof Values, string>>;
  problem: string | null;
};

export const NEW_UNIT = "new";

/** Nothing but text and a tick: a file or a missing field is as if left empty. */
export function typedScope(form: FormData): ScopeValues {
  return {
    targetPhase: text(form, "targetPhase"),
    regulated: form.get("regulated") !== null,
    unitsInScope: text(form, "unitsInScope"),
    processesInScope: text(form, "processesInScope"),
  };
}

export function typedNewAssessment(form: FormData): NewAssessmentValues {
  return {
    ...typedScope(form),
    unitId: text(form, "unitId"),
    unitName: text(form, "unitName"),
    depth: text(form, "depth"),
    carryOver: form.get("carryOver") !== null,
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
