"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { readView } from "@/components/comparison/view-address";
import type { ActionFormState } from "@/components/ui/action-form";
import { BOUNDS } from "@/lib/bounds/bounds";
import { COMPARISON_FORMATS, type ComparisonFormat } from "@/lib/exports/comparison-file";
import { fileName } from "@/lib/report/file-name";
import { requestExport } from "@/lib/server/data/exports";
import { startExports } from "@/lib/server/jobs/exports";
import { memberAction } from "@/lib/server/requests/member-action";

const requestSchema = z.object({
  format: z.enum(COMPARISON_FORMATS),
  query: z.string().max(BOUNDS.query),
});

const request = memberAction(requestSchema, async (member, { format, query }) => {
  const now = new Date();
  const name = fileName(member.organizationName, "unit comparison", now, format);
  const view = await readView(new URLSearchParams(query));
  const asked = { fileName: name, comparison: { format, paper: "a4" as const, view } };
  const outcome = await requestExport(member, asked, now);
  if (outcome !== "requested") return outcome;
  await startExports();
  return redirect(`/${member.organizationSlug}/settings/exports`);
});

/** Writes the comparison that a query string describes beside other work. */
export async function requestComparisonAction(
  organization: string,
  format: ComparisonFormat,
  query: string,
): Promise<ActionFormState> {
  const { status } = await request(organization, { format, query });
  return {
    problem:
      status === "done"
        ? "You may look at the pages here, but not export. Ask an owner of the organization."
        : "This view cannot be exported. Open the comparison again and choose fewer filters.",
  };
}
