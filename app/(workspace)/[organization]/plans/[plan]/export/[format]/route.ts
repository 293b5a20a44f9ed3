import type { NextRequest } from "next/server";
import { z } from "zod";
import { jiraCsv, planCsv, planJson } from "@/lib/planning/plan-table";
import { fileName } from "@/lib/report/file-name";
import { findMember } from "@/lib/server/auth/member";
import { fileResponse } from "@/lib/server/file-response";
import { handled } from "@/lib/server/handled";
import { findPlanFile } from "@/lib/server/planning/plan-file";
import { planIcs } from "@/lib/server/planning/plan-ics";
import { planXlsx } from "@/lib/server/planning/plan-xlsx";
import { invalidQuery, notFound } from "@/lib/server/problem";

const FORMATS = ["xlsx", "csv", "ics", "jira", "json"] as const;
const querySchema = z.object({ format: z.enum(FORMATS, `one of ${FORMATS.join(", ")}`) });

type Context = RouteContext<"/[organization]/plans/[plan]/export/[format]">;

/** A plan as a file. */
export const GET = handled(async (_request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, plan: id, format } = await params;
  const query = querySchema.safeParse({ format });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  const file = member && (await findPlanFile(member, id));
  if (!file) return notFound("No such plan.");

  const bodies = {
    xlsx: () => planXlsx(file),
    csv: () => planCsv(file),
    ics: () => planIcs(file),
    jira: () => jiraCsv(file),
    json: () => planJson(file),
  };
  const body = await bodies[query.data.format]();
  const name =
    query.data.format === "jira"
      ? fileName(file.name, "plan for jira", file.updatedAt, "csv")
      : fileName(file.name, "plan", file.updatedAt, query.data.format);
  return fileResponse(body, { name });
});
