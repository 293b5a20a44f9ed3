import { findMember } from "@/lib/server/auth/member";
import { findResult } from "@/lib/server/data/results";
import { handled } from "@/lib/server/requests/handled";
import { notFound } from "@/lib/server/requests/problem";

type Context = RouteContext<"/api/v1/[organization]/assessments/[assessment]/result">;

/** The stored result of a submitted assessment, in the shape of Interchange. */
export const GET = handled(async (_request: Request, { params }: Context): Promise<Response> => {
  const { organization, assessment: id } = await params;
  const member = await findMember(organization);
  const stored = member && (await findResult(member, id));
  if (!stored) return notFound("There is no result: the assessment is not there, or not submitted yet.");
  return Response.json(stored.result, { headers: { "Cache-Control": "no-store" } });
});
