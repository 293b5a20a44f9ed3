import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { briefOf, summaryOf } from "@/lib/scoring/result-summary";
import type { Member } from "@/lib/server/auth/member";
import { listAssessments } from "@/lib/server/data/assessments";
import { findResult, listLatestResults, listStandings, listUnitResults } from "@/lib/server/data/results";
import { archiveUnit, listArchivedUnits, listUnits } from "@/lib/server/data/units";
import { freshDatabaseEachTest } from "../support/database";
import { later, NOW, newAssessment, newOrganization, newSubmission, newUnit } from "../support/organization";

freshDatabaseEachTest();

test("a result comes with where it belongs", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member, { name: "Bank" });
  const id = await newSubmission(member, { unitId, level: 5 }, later(1));
  expect(await findResult(member, id)).toMatchObject({
    assessmentId: id,
    unitId,
    unitName: "Bank",
    depth: "quick",
    targetPhase: "expansion",
    submittedAt: later(1),
    result: { framework: "ai-scaling@1.0.0", completeness: 1, score: { value: 100 } },
  });
  expect(await findResult(member, await newAssessment(member, { unitId }))).toBeNull();
});

test("of each unit in use, the latest result and the one before it", async () => {
  const member = await newOrganization();
  const often = await newUnit(member, { name: "Often" });
  const once = await newUnit(member, { name: "Once" });
  const gone = await newUnit(member, { name: "Gone" });
  await newUnit(member, { name: "Never" });
  const history: string[] = [];
  for (const second of [3, 1, 2]) history.push(await newSubmission(member, { unitId: often }, later(second)));
  const [third, first, second] = history;
  const only = await newSubmission(member, { unitId: once }, NOW);
  await newSubmission(member, { unitId: gone }, NOW);
  await archiveUnit(member, gone, NOW);
  await newAssessment(member, { unitId: often }, later(9));

  const latest = await listLatestResults(member);
  expect(
    latest.map(({ unitId, latest, previous }) => [unitId, latest.assessmentId, previous?.assessmentId]),
  ).toEqual([
    [often, third, second],
    [once, only, undefined],
  ]);
  const whole = await findResult(member, third ?? "");
  expect(latest[0]?.latest).toEqual(whole && { ...whole, result: summaryOf(whole.result) });
  const earlier = await findResult(member, second ?? "");
  const inBrief = (of: typeof whole) => of && { ...of, result: briefOf(of.result) };
  expect(latest[0]?.previous).toMatchObject(inBrief(earlier) ?? {});
  expect(await listStandings(member)).toMatchObject(
    latest.map(({ unitId, latest, previous }) => ({
      unitId,
      latest: { assessmentId: latest.assessmentId, result: briefOf(latest.result) },
      previous: previous && { assessmentId: previous.assessmentId, result: previous.result },
    })),
  );
  expect((await listUnitResults(member, often))[0]).toEqual(inBrief(whole));
  expect((await listUnitResults(member, often)).map(({ assessmentId }) => assessmentId)).toEqual([
    third,
    second,
    first,
  ]);
});

const LISTS: ((member: Member, unitId: string) => Promise<unknown>)[] = [
  listArchivedUnits,
  listUnits,
  (member) => listAssessments(member),
  listLatestResults,
  listStandings,
  listUnitResults,
];

test("lists ask the database as often for many units as for few", async () => {
  const member = await newOrganization();
  const prepare = vi.spyOn(Database.prototype, "prepare");
  const statements = async (unitId: string) => {
    const counts: number[] = [];
    for (const list of LISTS) {
      prepare.mockClear();
      await list(member, unitId);
      counts.push(prepare.mock.calls.length);
    }
    return counts;
  };
  const grow = async (units: number) => {
    let unitId = "";
    for (let i = 0; i < units; i++) {
      unitId = await newUnit(member);
      await newSubmission(member, { unitId });
      await newAssessment(member, { unitId });
      await archiveUnit(member, await newUnit(member), NOW);
    }
    return unitId;
  };
  const few = await statements(await grow(1));
  const many = await statements(await grow(12));
  expect(Math.min(...few)).toBeGreaterThan(0);
  expect(many).toEqual(few);
});
