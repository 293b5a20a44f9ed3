"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFormState } from "@/components/ui/action-form";
import { fileName } from "@/lib/report/file-name";
import { requestExport } from "@/lib/server/data/exports";
import { dropExport, startExports } from "@/lib/server/jobs/exports";
import { memberAction } from "@/lib/server/requests/member-action";

const request = memberAction(z.object({}), async (member) => {
  const now = new Date();
  const name = fileName(member.organizationName, "everything", now, "json");
  const outcome = await requestExport(member, { fileName: name, comparison: null }, now);
  if (outcome !== "requested") return outcome;
  await startExports();
  return redirect(`/${member.organizationSlug}/settings/exports`);
});

const drop = memberAction(z.object({ id: z.string() }), async (member, { id }) => {
  const outcome = await dropExport(member, id);
  // One that is gone already is what was asked for.
  if (outcome === "forbidden") return outcome;
  return redirect(`/${member.organizationSlug}/settings/exports?done=removed`);
});

const FORBIDDEN =
  "You may look at the pages here, but not export everything. Ask an owner of the organization.";

export async function requestExportAction(organization: string): Promise<ActionFormState> {
  const state = await request(organization, {});
  return { problem: state.status === "done" ? FORBIDDEN : null };
}

export async function dropExportAction(organization: string, id: string): Promise<ActionFormState> {
  const state = await drop(organization, { id });
  return { problem: state.status === "done" ? FORBIDDEN : null };
}
