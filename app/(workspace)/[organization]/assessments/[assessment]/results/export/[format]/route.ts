import type { NextRequest } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/server/auth/member";
import { RESULT_FORMATS } from "@/lib/server/files/formats";
import { madeFileResponse } from "@/lib/server/files/made-file-response";
import { handled } from "@/lib/server/requests/handled";
import { invalidQuery, notFound } from "@/lib/server/requests/problem";
import { beside } from "@/lib/server/workers/beside";

const querySchema = z.object({
  format: z.enum(RESULT_FORMATS, `one of ${RESULT_FORMATS.join(", ")}`),
  paper: z.enum(["a4", "letter"], "a4 or letter").default("a4"),
  answers: z.enum(["0", "1"], "0 or 1").default("1"),
});

type Context = RouteContext<"/[organization]/assessments/[assessment]/results/export/[format]">;

/** The gap report of a submitted assessment as a file. */
export const GET = handled(async (request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, assessment: id, format: asked } = await params;
  const query = querySchema.safeParse({
    ...Object.fromEntries(request.nextUrl.searchParams),
    format: asked,
  });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  if (!member) return notFound("No such result.");
  const { format, paper, answers } = query.data;
  const made = await beside("resultFile", { member, id, format, paper, withAnswers: answers === "1" });
  return madeFileResponse(made, "No such result.");
});
