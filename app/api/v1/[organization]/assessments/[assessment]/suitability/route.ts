import { suitabilitySchema } from "@/lib/scoring/assessment-schema";
import { findMember } from "@/lib/server/auth/member";
import { type ChangeOutcome, updateSuitability } from "@/lib/server/data/assessments";
import { handled } from "@/lib/server/handled";
import { forbidden, invalidBody, notFound, readJson, submittedMeanwhile } from "@/lib/server/problem";

type Context = RouteContext<"/api/v1/[organization]/assessments/[assessment]/suitability">;

const bodySchema = suitabilitySchema.partial();

/** Adds to what was said: what is not given keeps its answer, and of two answers the later one stands. */
export const PUT = handled(async (request: Request, { params }: Context): Promise<Response> => {
  const { organization, assessment: id } = await params;
  const member = await findMember(organization);
  if (!member) return notFound("There is no such organization.");
  const body = await readJson(request);
  if ("response" in body) return body.response;
  const said = bodySchema.safeParse(body.json);
  if (!said.success) return invalidBody(said.error);
  const now = new Date();
  const { conditions = {}, warnings = {} } = said.data;
  return respond(await updateSuitability(member, id, { conditions, warnings }, now), now);
});

function respond(outcome: ChangeOutcome, now: Date): Response {
  switch (outcome) {
    case "saved":
      return Response.json({ savedAt: now.toISOString() }, { headers: { "Cache-Control": "no-store" } });
    case "locked":
      return submittedMeanwhile();
    case "forbidden":
      return forbidden();
    case "not-found":
      return notFound("There is no such assessment.");
  }
}
