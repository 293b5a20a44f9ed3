"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { RenameFormState } from "@/components/settings/rename-form";
import type { ActionFormState } from "@/components/ui/action-form";
import { BOUNDS } from "@/lib/bounds/bounds";
import { type RenameOrganizationOutcome, renameOrganization } from "@/lib/server/data/organizations";
import { loadSample, removeSample } from "@/lib/server/data/sample";
import { memberAction } from "@/lib/server/member-action";
import { nameSchema } from "@/lib/text/schemas";

const rename = memberAction(z.object({ name: nameSchema(BOUNDS.name) }), (member, { name }) =>
  renameOrganization(member, name),
);

const RENAME_FAILURES: Record<Exclude<RenameOrganizationOutcome, "saved">, string> = {
  forbidden: "Only an owner may rename the organization.",
};

export async function renameOrganizationAction(
  organization: string,
  _before: RenameFormState,
  form: FormData,
): Promise<RenameFormState> {
  const typed = form.get("name");
  const name = typeof typed === "string" ? typed : "";
  const state = await rename(organization, { name });
  if (state.status === "invalid")
    return { name, error: state.fields.name ?? null, problem: null, saved: false };
  const saved = state.status === "done" && state.outcome === "saved";
  // The name stands in the header of every page too.
  if (saved) refresh();
  const problem =
    state.status === "done" && state.outcome !== "saved" ? RENAME_FAILURES[state.outcome] : null;
  return { name: saved ? name.trim() : name, error: null, problem, saved };
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
