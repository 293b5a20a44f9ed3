"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFormState } from "@/components/ui/action-form";
import {
  NEW_UNIT,
  type NewAssessmentValues,
  type ScopeValues,
  scopeValues,
  typedNewAssessment,
  typedScope,
} from "@/lib/assessments/assessment-form";
import { newAssessmentSchema, scopeSchema } from "@/lib/assessments/new-assessment-schema";
import { BOUNDS } from "@/lib/bounds/bounds";
import type { ActionState, FormState, RecordFormState } from "@/lib/forms/form-state";
import { notStored } from "@/lib/forms/not-stored";
import { fieldsSchema, openedFields } from "@/lib/forms/overtaken";
import { confirmCarriedOver } from "@/lib/server/data/answers";
import {
  createAssessment,
  holdAssessment,
  resumeAssessment,
  updateContext,
} from "@/lib/server/data/assessments";
import { deleteDraft } from "@/lib/server/data/deletions/delete-draft";
import { listUnitResults } from "@/lib/server/data/results";
import { submitAssessment } from "@/lib/server/data/submission";
import { createUnit } from "@/lib/server/data/units";
import { memberAction } from "@/lib/server/requests/member-action";
import { CHANGE_FAILURES, CREATE_FAILURES, DELETE_FAILURES, SUBMIT_FAILURES } from "./outcome-words";

const assessmentSchema = z.object({ id: z.string() });

const create = memberAction(newAssessmentSchema, async (member, input) => {
  const { unitName, carryOver, unitId: chosenId, depth, ...context } = input;
  const now = new Date();
  let unitId = chosenId;
  if (unitName !== undefined) {
    const { targetPhase, ...details } = context;
    const unit = { ...details, name: unitName, region: null, industry: null, parentId: null };
    const created = await createUnit(member, unit, now);
    if (created.outcome === "forbidden") return "unit-forbidden";
    if (created.outcome === "full") return "units-full";
    if (created.outcome !== "created") return created.outcome;
    unitId = created.id;
  }
  const [latest] = carryOver ? await listUnitResults(member, unitId) : [];
  const previousId = latest?.assessmentId;
  const result = await createAssessment(member, { ...context, unitId, depth, previousId }, now);
  if (result.outcome !== "created") return result.outcome;
  return redirect(`/${member.organizationSlug}/assessments/${result.id}`);
});

const remove = memberAction(assessmentSchema, async (member, { id }) => {
  const outcome = await deleteDraft(member, id, new Date());
  if (outcome !== "deleted") return outcome;
  return redirect(`/${member.organizationSlug}/settings/deleted?done=deleted`);
});

const changeScope = memberAction(
  assessmentSchema.extend({ opened: fieldsSchema }).and(scopeSchema),
  async (member, { id, opened, ...context }) => {
    const outcome = await updateContext(member, id, { context, opened }, new Date());
    if (outcome !== "saved") return outcome;
    return redirect(`/${member.organizationSlug}/assessments/${id}`);
  },
);

const hold = memberAction(assessmentSchema, async (member, { id }) => {
  const outcome = await holdAssessment(member, id, new Date());
  if (outcome !== "saved") return outcome;
  return redirect(`/${member.organizationSlug}/assessments/${id}`);
});

const resume = memberAction(assessmentSchema, async (member, { id }) => {
  const outcome = await resumeAssessment(member, id, new Date());
  if (outcome !== "saved") return outcome;
  return redirect(`/${member.organizationSlug}/assessments/${id}`);
});

const confirm = memberAction(
  assessmentSchema.extend({ questions: z.array(z.string().max(BOUNDS.key)).max(BOUNDS.answers) }),
  async (member, { id, questions }) => {
    const outcome = await confirmCarriedOver(member, { assessmentId: id, questions }, new Date());
    if (outcome !== "confirmed") return outcome;
    return redirect(`/${member.organizationSlug}/assessments/${id}/review`);
  },
);

const submit = memberAction(assessmentSchema, async (member, { id }) => {
  const outcome = await submitAssessment(member, id, new Date());
  if (outcome !== "submitted") return outcome;
  return redirect(`/${member.organizationSlug}/assessments/${id}/results`);
});

export async function createAssessmentAction(
  organization: string,
  _before: FormState<NewAssessmentValues>,
  form: FormData,
): Promise<FormState<NewAssessmentValues>> {
  const values = typedNewAssessment(form);
  const unitName = values.unitId === NEW_UNIT ? values.unitName : undefined;
  return answer(values, await create(organization, { ...values, unitName }), CREATE_FAILURES);
}

export async function changeScopeAction(
  organization: string,
  id: string,
  _before: RecordFormState<ScopeValues>,
  form: FormData,
): Promise<RecordFormState<ScopeValues>> {
  const values = typedScope(form);
  const opened = openedFields(form);
  const state = await changeScope(organization, { ...values, id, opened });
  return notStored({ values, opened }, state, { failures: CHANGE_FAILURES, valuesOf: scopeValues });
}

export async function holdAction(organization: string, id: string): Promise<ActionFormState> {
  return { problem: problemOf(await hold(organization, { id }), CHANGE_FAILURES) };
}

export async function deleteDraftAction(organization: string, id: string): Promise<ActionFormState> {
  return { problem: problemOf(await remove(organization, { id }), DELETE_FAILURES) };
}

export async function resumeAction(organization: string, id: string): Promise<ActionFormState> {
  return { problem: problemOf(await resume(organization, { id }), CHANGE_FAILURES) };
}

export async function confirmCarriedOverAction(
  organization: string,
  id: string,
  questions: readonly string[],
): Promise<ActionFormState> {
  return { problem: problemOf(await confirm(organization, { id, questions }), CHANGE_FAILURES) };
}

export async function submitAction(organization: string, id: string): Promise<ActionFormState> {
  return { problem: problemOf(await submit(organization, { id }), SUBMIT_FAILURES) };
}

function answer<Values, Outcome extends string>(
  values: Values,
  state: ActionState<Outcome>,
  failures: Record<Outcome, string>,
): FormState<Values> {
  if (state.status === "invalid")
    return { values, fields: state.fields as FormState<Values>["fields"], problem: null };
  return { values, fields: {}, problem: problemOf(state, failures) };
}

function problemOf<Outcome extends string>(
  state: ActionState<Outcome>,
  failures: Record<Outcome, string>,
): string | null {
  return state.status === "done" ? failures[state.outcome] : null;
}
