import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { briefOf } from "@/lib/scoring/result-summary";
import type { Member } from "@/lib/server/auth/member";
import { createAssessment, listAssessments } from "@/lib/server/data/assessments";
import { hashOf } from "@/lib/server/data/canonical-json";
import { findResult, listLatestResults, listUnitResults } from "@/lib/server/data/results";
import { loadSample, removeSample } from "@/lib/server/data/sample";
import { findScoringInput } from "@/lib/server/data/submission";
import { archiveUnit, findUnit, listUnits, moveUnit } from "@/lib/server/data/units";
import { db } from "@/lib/server/db/client";
import { everythingOf } from "../support/catalog";
import { freshDatabaseEachTest } from "../support/database";
import {
  as,
  later,
  NOW,
  newAssessment,
  newOrganization,
  newSubmission,
  newUnit,
} from "../support/organization";

freshDatabaseEachTest();

async function unitNamed(member: Member, name: string) {
  const unit = (await listUnits(member)).find((candidate) => candidate.name === name);
  if (!unit) throw new Error(`no unit ${name}`);
  return unit;
}

test("the sample is a tree of one group, four regions and twelve units", async () => {
  const member = await newOrganization();
  expect(await loadSample(member, NOW)).toBe("loaded");
  const units = await listUnits(member);
  expect([0, 1, 2].map((level) => units.filter((unit) => unit.level === level).length)).toEqual([1, 4, 12]);
  expect(units.every(({ sample }) => sample)).toBe(true);
  const assessed = new Set((await listAssessments(member)).map(({ unitId }) => unitId));
  expect(assessed).toEqual(new Set(units.filter(({ level }) => level === 2).map(({ id }) => id)));
});

test("results are those of a submission, stored with the hash of what was scored", async () => {
  const member = await newOrganization();
  await loadSample(member, NOW);
  const submitted = await listAssessments(member, { status: ["submitted"] });
  expect(submitted).toHaveLength(19);
  expect(await listLatestResults(member)).toHaveLength(11);

  const { id } = await unitNamed(member, "Retail Banking");
  const results = await listUnitResults(member, id);
  expect(results).toHaveLength(3);
  for (const stored of results) {
    expect(stored.submittedAt.getTime()).toBeLessThan(NOW.getTime());
    const input = await findScoringInput(member, stored.assessmentId);
    if (!input) throw new Error("nothing to score");
    expect(stored.inputHash).toBe(input.inputHash);
    const result = evaluate(input.framework, input.assessment, input.previous);
    expect(stored.result).toEqual(briefOf(result));
    const whole = await findResult(member, stored.assessmentId);
    expect(hashOf(whole?.result)).toBe(hashOf(result));
  }
  expect(results.map(({ assessmentId }) => assessmentId).slice(1)).toEqual(
    results
      .slice(0, -1)
      .map(({ assessmentId }) => submitted.find((assessment) => assessment.id === assessmentId)?.previousId),
  );
});

test("loaded once, removed once", async () => {
  const member = await newOrganization();
  expect(await removeSample(member)).toBe("not-loaded");
  const outcomes = await Promise.all([loadSample(member, NOW), loadSample(member, NOW)]);
  expect(outcomes.sort()).toEqual(["already-loaded", "loaded"]);
  expect(await removeSample(member)).toBe("removed");
  expect(await removeSample(member)).toBe("not-loaded");
  expect(await loadSample(member, NOW)).toBe("loaded");
});

test("removing leaves the organization as it was before", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member, { name: "Own" });
  const previousId = await newSubmission(member, { unitId });
  await newAssessment(member, { unitId, previousId });
  const before = await everythingOf(member.organizationId);
  await loadSample(member, later(1));
  await removeSample(member);
  expect(await everythingOf(member.organizationId)).toEqual(before);
});

test("a unit below the sample is kept with its assessments, the sample's own go with theirs", async () => {
  const member = await newOrganization();
  await loadSample(member, NOW);
  const region = await unitNamed(member, "Europe");
  const bank = await unitNamed(member, "Retail Banking");
  const own = await newUnit(member, { name: "Own", parentId: region.id });
  const below = await newUnit(member, { name: "Below", parentId: own });
  await newSubmission(member, { unitId: own });
  const context = {
    targetPhase: "expansion",
    regulated: false,
    unitsInScope: 1,
    processesInScope: 1,
  } as const;
  await createAssessment(member, { ...context, unitId: bank.id, depth: "full" }, NOW);
  await moveUnit(member, bank.id, own, NOW);
  await archiveUnit(member, (await unitNamed(member, "Home Stores")).id, NOW);

  expect(await removeSample(member)).toBe("removed");
  expect((await listUnits(member)).map(({ name, level }) => [name, level])).toEqual([
    ["Own", 0],
    ["Below", 1],
  ]);
  expect((await findUnit(member, below))?.parentId).toBe(own);
  expect((await listAssessments(member)).map(({ unitId }) => unitId)).toEqual([own]);
  expect(await listUnitResults(member, own)).toHaveLength(1);
  expect(await db.unit.count({ where: { sample: true } })).toBe(0);
});

test("another organization's sample stays", async () => {
  const [member, other] = [await newOrganization("acme"), await newOrganization("other")];
  await loadSample(member, NOW);
  await loadSample(other, NOW);
  const before = await everythingOf(other.organizationId);
  await removeSample(member);
  expect(await everythingOf(other.organizationId)).toEqual(before);
});

test("only owners load and remove the sample", async () => {
  const member = await newOrganization();
  for (const role of ["assessor", "viewer"] as const) {
    expect(await loadSample(as(role, member), NOW)).toBe("forbidden");
  }
  await loadSample(member, NOW);
  for (const role of ["assessor", "viewer"] as const) {
    expect(await removeSample(as(role, member))).toBe("forbidden");
  }
  expect(await listUnits(member)).toHaveLength(17);
});
