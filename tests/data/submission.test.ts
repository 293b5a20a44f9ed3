import { expect, test } from "vitest";
import type { SuitabilityAnswer, SuitabilityKey } from "@/lib/assessments/suitability";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Member } from "@/lib/server/auth/member";
import { confirmCarriedOver, putAnswer } from "@/lib/server/data/answers";
import {
  createAssessment,
  findAssessment,
  holdAssessment,
  listAssessments,
  listSubmittedAssessments,
  resumeAssessment,
  updateAcceptedActions,
} from "@/lib/server/data/assessments";
import { findResult } from "@/lib/server/data/results";
import { findScoringInput, submitAssessment } from "@/lib/server/data/submission";
import { putSuitability } from "@/lib/server/data/suitability";
import { db } from "@/lib/server/db/client";
import { editUnit, setContext } from "../support/change-records";
import { freshDatabaseEachTest } from "../support/database";
import {
  as,
  later,
  NOW,
  newAssessment,
  newOrganization,
  newSubmission,
  newUnit,
  QUICK_QUESTIONS,
  SUITABLE,
  setSuitability,
} from "../support/organization";

freshDatabaseEachTest();

const context = { targetPhase: "maturity", regulated: true, unitsInScope: 12, processesInScope: 60 } as const;
const question = QUICK_QUESTIONS[0] ?? "";
const action = aiScaling.areas[0]?.capabilities[0]?.actions[0]?.key ?? "";

test("what is said about an assessment is stored, suitability piece by piece", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member);
  expect(await setContext(member, id, context, later(1))).toBe("saved");
  expect(await updateAcceptedActions(member, id, [action], later(2))).toBe("saved");
  expect(await updateAcceptedActions(member, id, ["nothing.to-2"], later(2))).toBe("unknown-action");
  const say = (key: SuitabilityKey, answer: SuitabilityAnswer, seconds: number) =>
    putSuitability(
      member,
      { assessmentId: id, key, answer, expectedRevision: 0, mutationId: key },
      later(seconds),
    );
  await say("conditions.provenPilots", "no", 3);
  await say("conditions.resources", "yes", 3);
  await say("warnings.noFoundation", true, 4);
  expect(await findAssessment(member, id)).toMatchObject({
    ...context,
    framework: "ai-scaling@1.0.0",
    unitName: "Retail",
    depth: "full",
    status: "draft",
    acceptedActions: [action],
    suitability: { conditions: { provenPilots: "no", resources: "yes" }, warnings: { noFoundation: true } },
    createdAt: NOW,
    updatedAt: later(4),
    submittedAt: null,
  });
});

test("an assessment is submitted once, with all ten suitability answers, and not while on hold", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member, { depth: "quick" });
  expect(await submitAssessment(as("viewer", member), id, NOW)).toBe("forbidden");
  expect(await submitAssessment(member, id, NOW)).toBe("suitability-incomplete");
  const { stakeholderSupport, ...conditions } = SUITABLE.conditions;
  await setSuitability(id, { ...SUITABLE, conditions });
  expect(await submitAssessment(member, id, NOW)).toBe("suitability-incomplete");
  await setSuitability(id, { ...SUITABLE, conditions: { ...conditions, stakeholderSupport } });
  await holdAssessment(member, id, NOW);
  expect(await submitAssessment(member, id, NOW)).toBe("on-hold");
  await resumeAssessment(member, id, NOW);
  expect(await submitAssessment(member, id, later(5))).toBe("submitted");
  expect(await submitAssessment(member, id, later(6))).toBe("already-submitted");
  expect(await findAssessment(member, id)).toMatchObject({ status: "submitted", submittedAt: later(5) });
});

test("two submissions at once: one result", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member, { depth: "quick" });
  await setSuitability(id);
  const outcomes = await Promise.all([1, 2, 3].map(() => submitAssessment(member, id, NOW)));
  expect(outcomes.sort()).toEqual(["already-submitted", "already-submitted", "submitted"]);
  expect(await db.result.count()).toBe(1);
});

test("after submitting nothing changes any more, by any door", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  const id = await newSubmission(member, { unitId });
  const before = await findAssessment(member, id);
  const result = await findResult(member, id);

  const change = { assessmentId: id, question, answer: { level: 5 } as const, mutationId: "late" };
  expect(await putAnswer(member, { ...change, expectedRevision: 1 }, later(9))).toEqual({
    outcome: "locked",
  });
  expect(await putAnswer(member, { ...change, expectedRevision: 0 }, later(9))).toEqual({
    outcome: "locked",
  });
  expect(await confirmCarriedOver(member, { assessmentId: id, questions: [question] }, later(9))).toBe(
    "locked",
  );
  const piece = { assessmentId: id, key: "warnings.noFoundation", answer: true } as const;
  expect(
    await putSuitability(member, { ...piece, expectedRevision: 0, mutationId: "late" }, later(9)),
  ).toEqual({
    outcome: "locked",
  });
  expect(await setContext(member, id, context, later(9))).toBe("locked");
  expect(await updateAcceptedActions(member, id, [action], later(9))).toBe("locked");
  expect(await holdAssessment(member, id, later(9))).toBe("locked");
  expect(await resumeAssessment(member, id, later(9))).toBe("locked");

  expect(await findAssessment(member, id)).toEqual(before);
  expect(await findResult(member, id)).toEqual(result);
});

test("a retry of an answer that was saved before submitting is still told so", async () => {
  const member = await newOrganization();
  const id = await newSubmission(member, { unitId: await newUnit(member) });
  const retry = {
    assessmentId: id,
    question,
    answer: { level: 3 } as const,
    expectedRevision: 0,
    mutationId: `first-${question}`,
  };
  expect((await putAnswer(member, retry, later(9))).outcome).toBe("saved");
  expect((await findAssessment(member, id))?.updatedAt).toEqual(NOW);
});

test("the stored result is what scoring gives, and its hash traces it to what was scored", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  await newSubmission(member, { unitId, level: 2 });
  const id = await newSubmission(member, { unitId, level: 4 }, later(60));
  await editUnit(member, unitId, { name: "Renamed", region: null, industry: null, ...context }, later(61));
  await newSubmission(member, { unitId, level: 5 }, later(62));

  const stored = await findResult(member, id);
  const input = await findScoringInput(member, id);
  if (!input || !stored) throw new Error("not there");
  expect(input.inputHash).toBe(stored.inputHash);
  expect(input.previous?.respondents[0]?.answers[question]).toEqual({ level: 2 });
  expect(stored.result).toEqual(evaluate(input.framework, input.assessment, input.previous));
  expect(stored.result.checks.some(({ key }) => key === "jumpWithoutNote")).toBe(true);
  expect(stored.unitName).toBe("Renamed");
});

test("the result that was scored is other when an answer is other", async () => {
  const member = await newOrganization();
  const hashOfLevel = async (level: 2 | 3) => {
    const id = await newSubmission(member, { unitId: await newUnit(member), level });
    return (await findResult(member, id))?.inputHash;
  };
  expect(await hashOfLevel(2)).toBe(await hashOfLevel(2));
  expect(await hashOfLevel(2)).not.toBe(await hashOfLevel(3));
});

async function carryOver(member: Member, unitId: string, previousId: string) {
  const input = { ...context, unitId, previousId, depth: "full" } as const;
  return createAssessment(member, input, later(100));
}

test("answers are carried over from what the unit submitted before, and stay marked until confirmed", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  const previousId = await newSubmission(member, { unitId, level: 4 });
  const created = await carryOver(member, unitId, previousId);
  if (created.outcome !== "created") throw new Error(created.outcome);
  const answers = async () => (await findAssessment(member, created.id))?.answers ?? [];

  expect(await answers()).toHaveLength(QUICK_QUESTIONS.length);
  expect((await answers()).every(({ answer, carriedOver }) => carriedOver && answer.level === 4)).toBe(true);
  const [first = "", second = ""] = QUICK_QUESTIONS;
  const input = { assessmentId: created.id, questions: [first] };
  expect(await confirmCarriedOver(as("viewer", member), input, NOW)).toBe("forbidden");
  expect(await confirmCarriedOver(member, input, NOW)).toBe("confirmed");
  const change = { assessmentId: created.id, question: second, answer: { level: 5 } as const };
  await putAnswer(member, { ...change, expectedRevision: 1, mutationId: "m" }, NOW);
  const confirmed = (await answers()).filter(({ carriedOver }) => !carriedOver);
  expect(confirmed.map(({ question, revision }) => [question, revision]).sort()).toEqual(
    [
      [first, 1],
      [second, 2],
    ].sort(),
  );
  expect((await findAssessment(member, previousId))?.answers.every(({ answer }) => answer.level === 4)).toBe(
    true,
  );
});

test("nothing is carried over from a draft or from another unit", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  const draft = await newAssessment(member, { unitId });
  expect(await carryOver(member, unitId, draft)).toEqual({ outcome: "previous-not-found" });
  const elsewhere = await newSubmission(member, { unitId: await newUnit(member) });
  expect(await carryOver(member, unitId, elsewhere)).toEqual({ outcome: "previous-not-found" });
});

test("assessments are listed by unit and state, the last changed first, with how far they are", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  const submitted = await newSubmission(member, { unitId });
  const draft = await newAssessment(member, { unitId }, later(1));
  const other = await newAssessment(member, {}, later(2));
  const answer = { assessmentId: draft, expectedRevision: 0 };
  await putAnswer(member, { ...answer, question, answer: { level: 1 }, mutationId: "a" }, later(3));
  const second = QUICK_QUESTIONS[1] ?? "";
  await putAnswer(
    member,
    { ...answer, question: second, answer: { dontKnow: true }, mutationId: "b" },
    later(4),
  );

  const ids = async (filter: Parameters<typeof listAssessments>[1]) =>
    (await listAssessments(member, filter)).map(({ id }) => id);
  expect(await ids({})).toEqual([draft, other, submitted]);
  expect(await ids({ unitId })).toEqual([draft, submitted]);
  expect(await ids({ unitId, status: ["draft"] })).toEqual([draft]);
  expect((await listAssessments(member)).map(({ answered }) => answered)).toEqual([
    1,
    0,
    QUICK_QUESTIONS.length,
  ]);
});

test("submitted assessments come in parts, the last submitted first", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member, { name: "Bank" });
  const submitted: string[] = [];
  for (const second of [2, 3, 1]) submitted.push(await newSubmission(member, { unitId }, later(second)));
  await newAssessment(member, { unitId }, later(9));
  const [second, third, first] = submitted;
  const part = async (skip: number) => {
    const { total, assessments } = await listSubmittedAssessments(member, { skip, take: 2 });
    return [total, ...assessments.map(({ id, unitName }) => [id, unitName])];
  };
  expect(await part(0)).toEqual([3, [third, "Bank"], [second, "Bank"]]);
  expect(await part(2)).toEqual([3, [first, "Bank"]]);
  expect(await part(4)).toEqual([3]);
});
