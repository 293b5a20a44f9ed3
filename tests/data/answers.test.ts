import fc from "fast-check";
import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { LEVELS, type Level } from "@/lib/framework/types";
import { type Answer, CERTAINTIES, NOT_APPLICABLE_REASONS } from "@/lib/scoring/assessment";
import { type PutAnswerResult, putAnswer } from "@/lib/server/data/answers";
import { findAssessment, holdAssessment, listAssessments } from "@/lib/server/data/assessments";
import { toInterchange } from "@/lib/server/data/interchange";
import { freshDatabaseEachTest } from "../support/database";
import { as, later, NOW, newAssessment, newOrganization } from "../support/organization";

freshDatabaseEachTest();

const questions = aiScaling.areas.flatMap(({ capabilities }) => capabilities.flatMap((c) => c.questions));
const question = questions.find(({ quick }) => quick)?.key ?? "";
const notQuick = questions.find(({ quick }) => !quick)?.key ?? "";

const change = (
  assessmentId: string,
  level: 1 | 2 | 3 | 4 | 5,
  expectedRevision: number,
  mutationId: string,
) => ({
  assessmentId,
  question,
  answer: { level },
  expectedRevision,
  mutationId,
});

const revisionOf = (result: PutAnswerResult) =>
  "stored" in result
    ? [result.outcome, result.stored?.answer?.level, result.stored?.revision]
    : [result.outcome];

test("each change is one revision more", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member);
  expect(await putAnswer(member, change(id, 3, 0, "a"), later(1))).toEqual({
    outcome: "saved",
    stored: { question, answer: { level: 3 }, carriedOver: false, revision: 1, updatedAt: later(1) },
  });
  expect(revisionOf(await putAnswer(member, change(id, 4, 1, "b"), later(2)))).toEqual(["saved", 4, 2]);
  const assessment = await findAssessment(member, id);
  expect(assessment?.answers).toHaveLength(1);
  expect(assessment?.lastQuestion).toBe(question);
  expect(assessment?.updatedAt).toEqual(later(2));
});

test("the place to come back to is the question answered last, and no change that was refused", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member);
  const other = questions.at(-1)?.key ?? "";
  const place = async () => {
    const { lastQuestion, updatedAt } = (await findAssessment(member, id)) ?? {};
    return [lastQuestion, updatedAt];
  };
  await putAnswer(member, change(id, 3, 0, "a"), later(1));
  expect(await place()).toEqual([question, later(1)]);
  await putAnswer(member, { ...change(id, 3, 0, "b"), question: other }, later(2));
  expect(await place()).toEqual([other, later(2)]);
  await putAnswer(member, change(id, 4, 1, "c"), later(3));
  expect(await place()).toEqual([question, later(3)]);
  await putAnswer(member, { ...change(id, 5, 7, "d"), question: other }, later(4));
  await putAnswer(member, { ...change(id, 5, 0, "e"), question: other }, later(5));
  expect(await place()).toEqual([question, later(3)]);
});

test("a change made on an older revision is told what is there, and changes nothing", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member);
  expect(await putAnswer(member, change(id, 3, 1, "a"), NOW)).toEqual({ outcome: "stale", stored: null });
  await putAnswer(member, change(id, 3, 0, "a"), NOW);
  expect(revisionOf(await putAnswer(member, change(id, 5, 0, "b"), NOW))).toEqual(["stale", 3, 1]);
  await putAnswer(member, change(id, 4, 1, "c"), NOW);
  expect(revisionOf(await putAnswer(member, change(id, 5, 1, "d"), NOW))).toEqual(["stale", 4, 2]);
  expect((await findAssessment(member, id))?.answers[0]?.answer).toEqual({ level: 4 });
});

test("an answer that is taken back leaves nothing but its revisions", async () => {
  const member = await newOrganization();
  const assessmentId = await newAssessment(member);
  const take = (expectedRevision: number, mutationId: string) =>
    putAnswer(member, { assessmentId, question, answer: null, expectedRevision, mutationId }, NOW);
  await putAnswer(member, change(assessmentId, 3, 0, "a"), NOW);
  expect(await take(0, "late")).toMatchObject({ outcome: "stale", stored: { answer: { level: 3 } } });
  expect(await take(1, "b")).toMatchObject({ outcome: "saved", stored: { answer: null, revision: 2 } });
  expect(await take(1, "b")).toMatchObject({ outcome: "saved", stored: { answer: null, revision: 2 } });
  expect((await findAssessment(member, assessmentId))?.answers).toEqual([]);
  expect((await listAssessments(member))[0]?.answered).toBe(0);

  const again = await putAnswer(member, change(assessmentId, 4, 0, "c"), NOW);
  expect(revisionOf(again)).toEqual(["saved", 4, 3]);
  expect(revisionOf(await putAnswer(member, change(assessmentId, 5, 1, "d"), NOW))).toEqual(["stale", 4, 3]);
});

test("a retry is applied once", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member);
  await putAnswer(member, change(id, 3, 0, "a"), NOW);
  expect(revisionOf(await putAnswer(member, change(id, 3, 0, "a"), later(1)))).toEqual(["saved", 3, 1]);
});

test("of many changes at once on the same revision, one wins", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member);
  const results = await Promise.all(
    LEVELS.map((level) => putAnswer(member, change(id, level, 0, `m${level}`), NOW)),
  );
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(["saved", "stale", "stale", "stale", "stale"]);
});

test("only questions that are asked take answers", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member, { depth: "quick" });
  const outcome = async (key: string) =>
    (await putAnswer(member, { ...change(id, 3, 0, key), question: key }, NOW)).outcome;
  expect(await outcome("nothing.known")).toBe("unknown-question");
  expect(await outcome(notQuick)).toBe("unknown-question");
  expect(await outcome(question)).toBe("saved");
});

test("viewers do not answer, and an assessment on hold still takes answers", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member);
  expect(await putAnswer(as("viewer", member), change(id, 3, 0, "a"), NOW)).toEqual({ outcome: "forbidden" });
  await holdAssessment(member, id, NOW);
  expect((await putAnswer(as("assessor", member), change(id, 3, 0, "a"), NOW)).outcome).toBe("saved");
});

const remarks = {
  note: fc.string({ minLength: 1 }),
  evidence: fc.array(fc.webUrl(), { minLength: 1, maxLength: 3 }),
  certainty: fc.constantFrom(...CERTAINTIES),
};
const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ level: fc.constantFrom(...LEVELS), ...remarks }, { requiredKeys: ["level"] }),
  fc.record(
    { notApplicable: fc.constantFrom(...NOT_APPLICABLE_REASONS), ...remarks },
    { requiredKeys: ["notApplicable"] },
  ),
  fc.record({ dontKnow: fc.constant(true as const), ...remarks }, { requiredKeys: ["dontKnow"] }),
);

test("any answer comes back as it was given", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member);
  let revision = 0;
  const property = fc.asyncProperty(answers, async (answer) => {
    const mutationId = `m${revision}`;
    await putAnswer(
      member,
      { assessmentId: id, question, answer, expectedRevision: revision++, mutationId },
      NOW,
    );
    const assessment = await findAssessment(member, id);
    expect(assessment && toInterchange(assessment).respondents[0]?.answers).toEqual({ [question]: answer });
  });
  await fc.assert(property, { numRuns: 60 });
});

test("any interleaving of two tabs, lost replies and retries ends in the last acknowledged value", async () => {
  const member = await newOrganization();
  const tab = fc.record({
    levels: fc.array(fc.constantFrom(...LEVELS), { minLength: 1, maxLength: 6 }),
    lostReplies: fc.array(fc.boolean(), { maxLength: 12 }),
  });

  const property = fc.asyncProperty(tab, tab, fc.scheduler(), async (left, right, scheduler) => {
    const assessmentId = await newAssessment(member);
    const acknowledged = new Map<number, Level>();

    // A tab sends its next change once the one before was acknowledged, as the offline queue does.
    async function run(name: string, levels: readonly Level[], lostReplies: readonly boolean[]) {
      let sent = 0;
      let revision = 0;
      for (const [i, level] of levels.entries()) {
        for (let seenRevision = -1; ; ) {
          // A retry is the same change; after being told of a newer value, insisting is a new one.
          const mutationId = `${name}-${i}-${seenRevision}`;
          await scheduler.schedule(Promise.resolve());
          const result = await putAnswer(member, change(assessmentId, level, revision, mutationId), NOW);
          if (lostReplies[sent++]) continue;
          if (!("stored" in result)) throw new Error(result.outcome);
          revision = result.stored?.revision ?? 0;
          if (result.outcome === "saved") {
            expect(acknowledged.has(revision)).toBe(false);
            acknowledged.set(revision, level);
            break;
          }
          seenRevision = revision;
        }
      }
    }
    await scheduler.waitFor(
      Promise.all([
        run("left", left.levels, left.lostReplies),
        run("right", right.levels, right.lostReplies),
      ]),
    );

    const last = Math.max(...acknowledged.keys());
    const stored = (await findAssessment(member, assessmentId))?.answers[0];
    expect(stored?.revision).toBe(last);
    expect(stored?.answer).toEqual({ level: acknowledged.get(last) });
    expect(acknowledged.size).toBe(left.levels.length + right.levels.length);
  });
  await fc.assert(property, { numRuns: 30 });
});
