import { z } from "zod";
import { BOUNDS } from "@/lib/bounds/bounds";
import { findMember } from "@/lib/server/auth/member";
import { presentAssessments } from "@/lib/server/data/assessments";
import { handled } from "@/lib/server/requests/handled";
import { invalidQuery, notFound } from "@/lib/server/requests/problem";

const query = z.object({
  id: z
    .array(z.string().min(1).max(BOUNDS.id))
    .min(1, "one id or more")
    .max(BOUNDS.askedAfter, `at most ${BOUNDS.askedAfter}`),
});

type Context = RouteContext<"/api/v1/[organization]/assessments">;

/** Which of the assessments that are asked after, as `?id=…&id=…`, are here: those deleted lately are not. */
export const GET = handled(async (request: Request, { params }: Context): Promise<Response> => {
  const { organization } = await params;
  const asked = query.safeParse({ id: new URL(request.url).searchParams.getAll("id") });
  if (!asked.success) return invalidQuery(asked.error);
  const member = await findMember(organization);
  if (!member) return notFound("There is no such organization.");
  const present = await presentAssessments(member, asked.data.id);
  return Response.json({ present }, { headers: { "Cache-Control": "no-store" } });
});
