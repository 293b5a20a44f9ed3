import type { NextRequest } from "next/server";
import { z } from "zod";
import { fileName } from "@/lib/report/file-name";
import { PLAN_DOCUMENTS, type PlanDocument, planDocument } from "@/lib/report/plan-documents";
import { findMember } from "@/lib/server/auth/member";
import { fileResponse } from "@/lib/server/file-response";
import { handled } from "@/lib/server/handled";
import { findPlanFile } from "@/lib/server/planning/plan-file";
import { invalidQuery, notFound } from "@/lib/server/problem";
import { renderDocx } from "@/lib/server/report/docx";
import { renderPdf } from "@/lib/server/report/pdf";

const DOCUMENTS = Object.keys(PLAN_DOCUMENTS) as PlanDocument[];

const querySchema = z.object({
  document: z.enum(DOCUMENTS, `one of ${DOCUMENTS.join(", ")}`),
  format: z.enum(["pdf", "docx"], "pdf or docx"),
  paper: z.enum(["a4", "letter"], "a4 or letter").default("a4"),
});

type Context = RouteContext<"/[organization]/plans/[plan]/documents/[document]/[format]">;

/** One of the method's templates, filled from a plan. */
export const GET = handled(async (request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, plan: id, document, format } = await params;
  const query = querySchema.safeParse({
    ...Object.fromEntries(request.nextUrl.searchParams),
    document,
    format,
  });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  const file = member && (await findPlanFile(member, id));
  if (!file) return notFound("No such plan.");

  const report = planDocument(query.data.document, file);
  const body =
    query.data.format === "pdf"
      ? await renderPdf(report, query.data.paper, file.updatedAt)
      : await renderDocx(report, file.updatedAt);
  const name = fileName(file.name, report.title, file.updatedAt, query.data.format);
  return fileResponse(body, { name });
});
