import { findMember } from "@/lib/server/auth/member";
import { findAssessment } from "@/lib/server/data/assessments";
import { readFramework } from "@/lib/server/data/frameworks";
import { handled } from "@/lib/server/requests/handled";
import { notFound } from "@/lib/server/requests/problem";

type Context = RouteContext<"/api/v1/[organization]/assessments/[assessment]/framework">;

/** The framework version that the assessment was made with, whole. */
export const GET = handled(async (_request: Request, { params }: Context): Promise<Response> => {
  const { organization, assessment: id } = await params;
  const member = await findMember(organization);
  const assessment = member && (await findAssessment(member, id));
  if (!assessment) return notFound("There is no such assessment.");
  const { framework } = await readFramework(assessment.frameworkVersionId);
  return Response.json(framework, { headers: { "Cache-Control": "no-store" } });
});
