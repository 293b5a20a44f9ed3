import { z } from "zod";
import { isSuitabilityKey } from "@/lib/assessments/suitability";
import { CONDITION_ANSWERS } from "@/lib/scoring/assessment";
import { findMember } from "@/lib/server/auth/member";
import type { SuitabilityState } from "@/lib/server/data/interchange";
import { putSuitability } from "@/lib/server/data/suitability";
import { changeResponse } from "@/lib/server/requests/change-response";
import { direct } from "@/lib/server/requests/direct";
import { readPreconditions } from "@/lib/server/requests/preconditions";
import { invalidBody, notFound, readJson } from "@/lib/server/requests/problem";

type Context = RouteContext<"/api/v1/[organization]/assessments/[assessment]/suitability/[question]">;

const condition = z.strictObject({
  answer: z.enum(CONDITION_ANSWERS, `one of ${CONDITION_ANSWERS.join(", ")}`),
});
const warning = z.strictObject({ answer: z.boolean("true or false") });

/** Stores one answer on suitability on the revision that `If-Match` names. */
export const PUT = direct(async (request: Request, { params }: Context): Promise<Response> => {
  const { organization, assessment: assessmentId, question: key } = await params;
  const member = await findMember(organization);
  if (!member) return notFound("There is no such organization.");
  if (!isSuitabilityKey(key)) return notFound("There is no such question on suitability.");
  const body = await readJson(request);
  if ("response" in body) return body.response;
  const said = (key.startsWith("conditions.") ? condition : warning).safeParse(body.json);
  if (!said.success) return invalidBody(said.error);
  const preconditions = readPreconditions(request);
  if ("response" in preconditions) return preconditions.response;
  const { answer } = said.data;
  const change = { assessmentId, key, answer, ...preconditions };
  return changeResponse(await putSuitability(member, change, new Date()), bodyOf, { answer });
});

function bodyOf({ answer, revision, savedAt }: SuitabilityState) {
  return { answer, revision, carriedOver: false, savedAt: (savedAt ?? new Date(0)).toISOString() };
}
