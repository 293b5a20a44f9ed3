"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { RenameFormState } from "@/components/settings/rename-form";
import type { ActionFormState } from "@/components/ui/action-form";
import { BOUNDS } from "@/lib/bounds/bounds";
import { openForm } from "@/lib/forms/form-state";
import { notStored } from "@/lib/forms/not-stored";
import { fieldsSchema, openedFields } from "@/lib/forms/overtaken";
import { typedText } from "@/lib/forms/typed-text";
import { renameOrganization } from "@/lib/server/data/organizations";
import { loadSample, removeSample } from "@/lib/server/data/sample";
import { memberAction } from "@/lib/server/requests/member-action";
import { nameSchema } from "@/lib/text/schemas";

const renameSchema = z.object({ name: nameSchema(BOUNDS.name), opened: fieldsSchema });

const rename = memberAction(renameSchema, (member, input) => renameOrganization(member, input));

const RENAME = {
  failures: { forbidden: "Only an owner may rename the organization." },
  valuesOf: (stored: { name: string }) => stored,
};

export async function renameOrganizationAction(
  organization: string,
  _before: RenameFormState,
  form: FormData,
): Promise<RenameFormState> {
  const values = { name: typedText(form, "name") };
  const opened = openedFields(form);
  const state = await rename(organization, { ...values, opened });
  if (state.status !== "done") return { ...notStored({ values, opened }, state, RENAME), saved: false };
  const { outcome } = state;
  if (outcome !== "saved") {
    return { ...notStored({ values, opened }, { status: "done", outcome }, RENAME), saved: false };
  }
  // The name stands in the header of every page too.
  refresh();
  return { ...openForm({ name: renameSchema.shape.name.parse(values.name) }), saved: true };
}

const load = memberAction(z.object({}), async (member) => {
  const outcome = await loadSample(member, new Date());
  if (outcome !== "loaded") return outcome;
  return redirect(`/${member.organizationSlug}?done=sample-loaded`);
});

const remove = memberAction(z.object({}), async (member) => {
  const outcome = await removeSample(member);
  if (outcome !== "removed") return outcome;
  return redirect(`/${member.organizationSlug}?done=sample-removed`);
});

const LOAD_FAILURES = {
  forbidden: "Only an owner may load the sample organization.",
  "already-loaded": "The sample organization is loaded already.",
  full: "There is no room for the sample organization. Delete what is not needed any more.",
} as const;

const REMOVE_FAILURES = {
  forbidden: "Only an owner may remove the sample organization.",
  "not-loaded": "The sample organization is not loaded.",
} as const;

export async function loadSampleAction(organization: string): Promise<ActionFormState> {
  const state = await load(organization, {});
  return { problem: state.status === "done" ? LOAD_FAILURES[state.outcome] : null };
}

export async function removeSampleAction(organization: string): Promise<ActionFormState> {
  const state = await remove(organization, {});
  return { problem: state.status === "done" ? REMOVE_FAILURES[state.outcome] : null };
}
