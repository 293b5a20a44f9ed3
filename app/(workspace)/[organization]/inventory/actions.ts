"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFormState } from "@/components/ui/action-form";
import { type ItemFormState, typedItem } from "@/lib/inventory/item-form";
import { itemSchema } from "@/lib/inventory/item-schema";
import { deleteItem } from "@/lib/server/data/deletions";
import { addItem, changeItem } from "@/lib/server/data/inventory";
import { memberAction } from "@/lib/server/member-action";
import { FAILURES } from "./outcome-words";

const add = memberAction(
  z.object({ unitId: z.string(), details: itemSchema }),
  async (member, { unitId, details }) => {
    const { outcome } = await addItem(member, unitId, details, new Date());
    if (outcome !== "added") return outcome;
    return redirect(`/${member.organizationSlug}/inventory?unit=${unitId}&done=added`);
  },
);

const placeSchema = z.object({ id: z.string(), expectedRevision: z.number().int().min(0) });

const change = memberAction(
  placeSchema.extend({ details: itemSchema }),
  async (member, { id, details, expectedRevision }) => {
    const outcome = await changeItem(member, id, { details, expectedRevision }, new Date());
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
  place: z.input<typeof placeSchema>,
  _before: ItemFormState,
  form: FormData,
): Promise<ItemFormState> {
  const values = typedItem(form);
  return answer(values, await change(organization, { ...place, details: values }));
}

export async function deleteItemAction(organization: string, id: string): Promise<ActionFormState> {
  const state = await remove(organization, { id });
  return { problem: state.status === "done" ? FAILURES[state.outcome] : null };
}

/** The fields stand below `details` in what is parsed. */
function answer(
  values: ItemFormState["values"],
  state: Awaited<ReturnType<typeof add | typeof change>>,
): ItemFormState {
  if (state.status === "done") return { values, fields: {}, problem: FAILURES[state.outcome] };
  const faults = state.status === "invalid" ? Object.entries(state.fields) : [];
  const fields = Object.fromEntries(faults.map(([path, message]) => [path.split(".")[1], message]));
  return { values, fields, problem: null };
}
