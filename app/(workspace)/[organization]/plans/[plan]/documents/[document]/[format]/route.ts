import type { NextRequest } from "next/server";
import { z } from "zod";
import { PLAN_DOCUMENTS, type PlanDocument } from "@/lib/report/plan-documents";
import { findMember } from "@/lib/server/auth/member";
import { PLAN_DOCUMENT_FORMATS } from "@/lib/server/files/formats";
import { madeFileResponse } from "@/lib/server/files/made-file-response";
import { handled } from "@/lib/server/requests/handled";
import { invalidQuery, notFound } from "@/lib/server/requests/problem";
import { beside } from "@/lib/server/workers/beside";

const DOCUMENTS = Object.keys(PLAN_DOCUMENTS) as PlanDocument[];

const querySchema = z.object({
  document: z.enum(DOCUMENTS, `one of ${DOCUMENTS.join(", ")}`),
  format: z.enum(PLAN_DOCUMENT_FORMATS, "pdf or docx"),
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
  if (!member) return notFound("No such plan.");
  return madeFileResponse(await beside("planDocument", { member, id, ...query.data }), "No such plan.");
});
