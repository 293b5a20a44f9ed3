"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFormState } from "@/components/ui/action-form";
import type { ActionState } from "@/lib/forms/form-state";
import { notStored } from "@/lib/forms/not-stored";
import { fieldsSchema, openedFields } from "@/lib/forms/overtaken";
import {
  type ItemEditState,
  type ItemFormState,
  type ItemFormValues,
  itemValues,
  typedItem,
} from "@/lib/inventory/item-form";
import { itemSchema } from "@/lib/inventory/item-schema";
import { deleteItem } from "@/lib/server/data/deletions/delete-item";
import { addItem, changeItem } from "@/lib/server/data/inventory";
import { memberAction } from "@/lib/server/requests/member-action";
import { FAILURES } from "./outcome-words";

const add = memberAction(
  z.object({ unitId: z.string(), details: itemSchema }),
  async (member, { unitId, details }) => {
    const { outcome } = await addItem(member, unitId, details, new Date());
    if (outcome !== "added") return outcome;
    return redirect(`/${member.organizationSlug}/inventory?unit=${unitId}&done=added`);
  },
);

const change = memberAction(
  z.object({ id: z.string(), opened: fieldsSchema, details: itemSchema }),
  async (member, { id, opened, details }) => {
    const outcome = await changeItem(member, id, { details, opened }, new Date());
    if (outcome !== "changed") return outcome;
    return redirect(`/${member.organizationSlug}/inventory?done=changed`);
  },
);

const remove = memberAction(z.object({ id: z.string() }), async (member, { id }) => {
  const outcome = await deleteItem(member, id, new Date());
  if (outcome !== "deleted") return outcome;
  return redirect(`/${member.organizationSlug}/settings/deleted?done=deleted`);
});

export async function addItemAction(
  organization: string,
  unitId: string,
  _before: ItemFormState,
  form: FormData,
): Promise<ItemFormState> {
  const values = typedItem(form);
  return answer(values, await add(organization, { unitId, details: values }));
}

export async function changeItemAction(
  organization: string,
  id: string,
  _before: ItemEditState,
  form: FormData,
): Promise<ItemEditState> {
  const values = typedItem(form);
  const opened = openedFields(form);
  const state = await change(organization, { id, opened, details: values });
  return notStored({ values, opened }, besideFields(state), { failures: FAILURES, valuesOf: itemValues });
}

export async function deleteItemAction(organization: string, id: string): Promise<ActionFormState> {
  const state = await remove(organization, { id });
  return { problem: state.status === "done" ? FAILURES[state.outcome] : null };
}

function answer(values: ItemFormValues, state: Awaited<ReturnType<typeof add>>): ItemFormState {
  if (state.status === "done") return { values, fields: {}, problem: FAILURES[state.outcome] };
  const told = besideFields(state);
  return { values, fields: told.status === "invalid" ? told.fields : {}, problem: null };
}

/** The fields stand below `details` in what is parsed. */
function besideFields<Outcome>(state: ActionState<Outcome>): ActionState<Outcome> {
  if (state.status !== "invalid") return state;
  const faults = Object.entries(state.fields);
  return { ...state, fields: Object.fromEntries(faults.map(([path, why]) => [path.split(".")[1], why])) };
}
