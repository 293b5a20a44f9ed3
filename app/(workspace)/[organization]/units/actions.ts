"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFormState } from "@/components/ui/action-form";
import type { ActionState } from "@/lib/forms/form-state";
import { notStored } from "@/lib/forms/not-stored";
import { fieldsSchema, openedFields } from "@/lib/forms/overtaken";
import { deleteUnit } from "@/lib/server/data/deletions/delete-unit";
import { archiveUnit, createUnit, moveUnit, restoreUnit, updateUnit } from "@/lib/server/data/units";
import { memberAction } from "@/lib/server/requests/member-action";
import {
  typedUnit,
  type UnitEditState,
  type UnitFormState,
  type UnitFormValues,
  unitValues,
} from "@/lib/units/unit-form";
import { newUnitSchema, parentSchema, unitDetailsSchema } from "@/lib/units/unit-schema";
import {
  ARCHIVE_FAILURES,
  CREATE_FAILURES,
  DELETE_FAILURES,
  MOVE_FAILURES,
  RESTORE_FAILURES,
  UPDATE_FAILURES,
} from "./outcome-words";

const unitSchema = z.object({ id: z.string() });

const create = memberAction(newUnitSchema, async (member, input) => {
  const result = await createUnit(member, input, new Date());
  if (result.outcome !== "created") return result.outcome;
  return redirect(`/${member.organizationSlug}/units/${result.id}?done=created`);
});

const update = memberAction(
  unitSchema.extend({ opened: fieldsSchema }).and(unitDetailsSchema),
  async (member, { id, opened, ...details }) => {
    const outcome = await updateUnit(member, id, { details, opened }, new Date());
    if (outcome !== "saved") return outcome;
    return redirect(`/${member.organizationSlug}/units/${id}?done=saved`);
  },
);

const move = memberAction(unitSchema.extend({ parentId: parentSchema }), async (member, { id, parentId }) => {
  const outcome = await moveUnit(member, id, parentId, new Date());
  if (outcome !== "moved") return outcome;
  return redirect(`/${member.organizationSlug}/units/${id}?done=moved`);
});

const archive = memberAction(unitSchema, async (member, { id }) => {
  const outcome = await archiveUnit(member, id, new Date());
  if (outcome !== "archived") return outcome;
  return redirect(`/${member.organizationSlug}/units/${id}?done=archived`);
});

const restore = memberAction(unitSchema, async (member, { id }) => {
  const outcome = await restoreUnit(member, id, new Date());
  if (outcome !== "restored") return outcome;
  return redirect(`/${member.organizationSlug}/units/${id}?done=restored`);
});

const remove = memberAction(unitSchema, async (member, { id }) => {
  const outcome = await deleteUnit(member, id, new Date());
  if (outcome !== "deleted") return outcome;
  return redirect(`/${member.organizationSlug}/settings/deleted?done=deleted`);
});

export async function createUnitAction(
  organization: string,
  _before: UnitFormState,
  form: FormData,
): Promise<UnitFormState> {
  const values = typedUnit(form);
  return answer(values, await create(organization, values), CREATE_FAILURES);
}

export async function updateUnitAction(
  organization: string,
  id: string,
  _before: UnitEditState,
  form: FormData,
): Promise<UnitEditState> {
  const { parentId: _, ...values } = typedUnit(form);
  const opened = openedFields(form);
  const state = await update(organization, { ...values, id, opened });
  return notStored({ values, opened }, state, { failures: UPDATE_FAILURES, valuesOf: unitValues });
}

export async function moveUnitAction(
  organization: string,
  id: string,
  _before: ActionFormState,
  form: FormData,
): Promise<ActionFormState> {
  const { parentId } = typedUnit(form);
  return { problem: problemOf(await move(organization, { id, parentId }), MOVE_FAILURES) };
}

export async function archiveUnitAction(organization: string, id: string): Promise<ActionFormState> {
  return { problem: problemOf(await archive(organization, { id }), ARCHIVE_FAILURES) };
}

export async function restoreUnitAction(organization: string, id: string): Promise<ActionFormState> {
  return { problem: problemOf(await restore(organization, { id }), RESTORE_FAILURES) };
}

export async function deleteUnitAction(organization: string, id: string): Promise<ActionFormState> {
  return { problem: problemOf(await remove(organization, { id }), DELETE_FAILURES) };
}

function answer<Outcome extends string>(
  values: UnitFormValues,
  state: ActionState<Outcome>,
  failures: Record<Outcome, string>,
): UnitFormState {
  if (state.status === "invalid") return { values, fields: state.fields, problem: null };
  return { values, fields: {}, problem: problemOf(state, failures) };
}

function problemOf<Outcome extends string>(
  state: ActionState<Outcome>,
  failures: Record<Outcome, string>,
): string | null {
  return state.status === "done" ? failures[state.outcome] : null;
}
