import { findMember } from "@/lib/server/auth/member";
import { findAssessment } from "@/lib/server/data/assessments";
import { toInterchange } from "@/lib/server/data/interchange";
import { handled } from "@/lib/server/requests/handled";
import { notFound } from "@/lib/server/requests/problem";

type Context = RouteContext<"/api/v1/[organization]/assessments/[assessment]">;

/** The assessment in the shape of Interchange, with where it stands. */
export const GET = handled(async (_request: Request, { params }: Context): Promise<Response> => {
  const { organization, assessment: id } = await params;
  const member = await findMember(organization);
  const assessment = member && (await findAssessment(member, id));
  if (!assessment) return notFound("There is no such assessment.");
  const { unitId, status, createdAt, updatedAt, submittedAt } = assessment;
  return Response.json(
    { id, unitId, status, createdAt, updatedAt, submittedAt, assessment: toInterchange(assessment) },
    { headers: { "Cache-Control": "no-store" } },
  );
});
