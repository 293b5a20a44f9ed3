import type { Answer } from "@/lib/scoring/assessment";
import { answerSchema } from "@/lib/scoring/assessment-schema";
import { findMember, type Member } from "@/lib/server/auth/member";
import { putAnswer } from "@/lib/server/data/answers";
import { findAssessment } from "@/lib/server/data/assessments";
import type { AnswerState } from "@/lib/server/data/interchange";
import { answerResponse, changeResponse } from "@/lib/server/requests/change-response";
import { direct } from "@/lib/server/requests/direct";
import { readPreconditions } from "@/lib/server/requests/preconditions";
import { invalidBody, notFound, readJson } from "@/lib/server/requests/problem";

type Context = RouteContext<"/api/v1/[organization]/assessments/[assessment]/answers/[question]">;

/** The stored answer, its revision as ETag. 404 where there is none. */
export const GET = direct(async (_request: Request, { params }: Context): Promise<Response> => {
  const { organization, assessment: id, question } = await params;
  const member = await findMember(organization);
  const assessment = member && (await findAssessment(member, id));
  const stored = assessment?.answers.find((answer) => answer.question === question);
  return stored ? answerResponse(bodyOf(stored)) : notFound("There is no answer here.");
});

/** Stores an answer on the revision that `If-Match` names. */
export const PUT = direct(async (request: Request, { params }: Context): Promise<Response> => {
  const { organization, ...place } = await params;
  const member = await findMember(organization);
  if (!member) return notFound("There is no such organization.");
  const body = await readJson(request);
  if ("response" in body) return body.response;
  const answer = answerSchema.safeParse(body.json);
  if (!answer.success) return invalidBody(answer.error);
  return change(request, member, place, answer.data);
});

/** Takes the answer back, on the revision that `If-Match` names. */
export const DELETE = direct(async (request: Request, { params }: Context): Promise<Response> => {
  const { organization, ...place } = await params;
  const member = await findMember(organization);
  if (!member) return notFound("There is no such organization.");
  return change(request, member, place, null);
});

async function change(
  request: Request,
  member: Member,
  { assessment: assessmentId, question }: { assessment: string; question: string },
  answer: Answer | null,
): Promise<Response> {
  const preconditions = readPreconditions(request);
  if ("response" in preconditions) return preconditions.response;
  const result = await putAnswer(member, { assessmentId, question, answer, ...preconditions }, new Date());
  return changeResponse(result, bodyOf, answer);
}

function bodyOf({ answer, revision, carriedOver, updatedAt }: AnswerState) {
  return { answer, revision, carriedOver, savedAt: updatedAt.toISOString() };
}
