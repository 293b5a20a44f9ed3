import fc from "fast-check";
import { expect, test } from "vitest";
import type { Member } from "@/lib/server/auth/member";
import { findAssessment, listAssessments } from "@/lib/server/data/assessments";
import { countUnitContents } from "@/lib/server/data/deletions/count-unit-contents";
import { deleteDraft } from "@/lib/server/data/deletions/delete-draft";
import { deleteUnit } from "@/lib/server/data/deletions/delete-unit";
import { forgetDeletion, forgetOutdatedDeletions } from "@/lib/server/data/deletions/forget-deletion";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { findResult, listLatestResults } from "@/lib/server/data/results";
import { archiveUnit, findUnit, listArchivedUnits, listUnits } from "@/lib/server/data/units";
import { emptyDatabase } from "../support/catalog";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import {
  as,
  later,
  NOW,
  newAssessment,
  newOrganization,
  newSubmission,
  newUnit,
} from "../support/organization";
import { carryOut, organizationPlans } from "../support/organization-plan";

freshDatabaseEachTest();

const DAY = 24 * 60 * 60;

async function onlyDeletion(member: Member) {
  const [deletion, more] = await listDeletions(member, NOW);
  if (!deletion || more) throw new Error("not one deletion");
  return deletion;
}

test("a deleted unit is gone from lists, results and exports, with all below it, and comes back as it was", async () => {
  const member = await newOrganization();
  const group = await newUnit(member, { name: "Group" });
  const unit = await newUnit(member, { name: "Retail", parentId: group });
  const below = await newUnit(member, { name: "Stores", parentId: unit });
  const archived = await newUnit(member, { name: "Old", parentId: unit });
  await archiveUnit(member, archived, NOW);
  const submitted = await newSubmission(member, { unitId: below });
  const draft = await newAssessment(
    member,
    { unitId: below, depth: "quick", previousId: submitted },
    later(1),
  );
  await newSubmission(member, { unitId: group });
  const before = await exported(member);

  expect(await countUnitContents(member, unit)).toEqual({
    units: 3,
    drafts: 1,
    submitted: 1,
    risks: 0,
    items: 0,
  });
  expect(await deleteUnit(member, unit, NOW)).toBe("deleted");
  expect((await listUnits(member)).map(({ name }) => name)).toEqual(["Group"]);
  expect(await listArchivedUnits(member)).toEqual([]);
  expect(await findUnit(member, below)).toBeNull();
  expect((await listAssessments(member)).map(({ unitId }) => unitId)).toEqual([group]);
  expect((await listLatestResults(member)).map(({ unitId }) => unitId)).toEqual([group]);
  expect(await findResult(member, submitted)).toBeNull();
  expect(await findAssessment(member, draft)).toBeNull();
  expect(JSON.parse(await exported(member)).units).toHaveLength(1);

  const deletion = await onlyDeletion(member);
  expect(deletion).toMatchObject({ kind: "unit", name: "Retail", deletedAt: NOW });
  expect(await restoreDeletion(member, deletion.id, NOW)).toBe("restored");
  expect(await exported(member)).toBe(before);
  expect(await listDeletions(member, NOW)).toEqual([]);
});

test("deleting and restoring any unit changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(organizationPlans, fc.nat(5), async (plan, which) => {
      await emptyDatabase();
      const member = await newOrganization();
      await carryOut(member, plan);
      const before = await exported(member);
      const units: { id: string }[] = JSON.parse(before).units;
      expect(await deleteUnit(member, units[which % units.length]?.id ?? "", NOW)).toBe("deleted");
      expect(await restoreDeletion(member, (await onlyDeletion(member)).id, NOW)).toBe("restored");
      expect(await exported(member)).toBe(before);
    }),
    { numRuns: 5 },
  );
}, 60_000);

test("a draft is deleted and restored, a submitted assessment is not", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  const submitted = await newSubmission(member, { unitId });
  const draft = await newAssessment(member, { unitId, depth: "quick", previousId: submitted }, later(1));
  const before = await exported(member);
  expect(await deleteDraft(member, submitted, NOW)).toBe("submitted");
  expect(await deleteDraft(member, draft, NOW)).toBe("deleted");
  expect(await findAssessment(member, draft)).toBeNull();
  const { id, kind, name } = await onlyDeletion(member);
  expect({ kind, name }).toEqual({ kind: "draft", name: "Retail, draft of Nov 24, 2026" });
  expect(await restoreDeletion(member, id, NOW)).toBe("restored");
  expect(await exported(member)).toBe(before);
});

test("a draft waits for its unit, and a unit whose parent is gone comes back at the top", async () => {
  const member = await newOrganization();
  const group = await newUnit(member, { name: "Group" });
  const unit = await newUnit(member, { name: "Retail", parentId: group });
  const draft = await newAssessment(member, { unitId: unit });
  await deleteDraft(member, draft, NOW);
  const ofDraft = await onlyDeletion(member);
  await deleteUnit(member, unit, later(1));
  await deleteUnit(member, group, later(2));
  expect(await restoreDeletion(member, ofDraft.id, NOW)).toBe("unit-not-found");
  const ofUnit = (await listDeletions(member, NOW)).find(({ name }) => name === "Retail");
  expect(await restoreDeletion(member, ofUnit?.id ?? "", NOW)).toBe("restored");
  expect(await listUnits(member)).toMatchObject([{ name: "Retail", parentId: null }]);
  expect(await restoreDeletion(member, ofDraft.id, NOW)).toBe("restored");
  expect((await findAssessment(member, draft))?.unitId).toBe(unit);
});

test("after 30 days it is gone for good, and earlier when somebody says so", async () => {
  const member = await newOrganization();
  await deleteUnit(member, await newUnit(member), NOW);
  const { id } = await onlyDeletion(member);
  await forgetOutdatedDeletions(later(30 * DAY));
  expect(await listDeletions(member, later(30 * DAY))).toHaveLength(1);
  expect(await listDeletions(member, later(30 * DAY + 1))).toEqual([]);
  expect(await restoreDeletion(member, id, later(30 * DAY + 1))).toBe("not-found");
  await forgetOutdatedDeletions(later(30 * DAY + 1));
  expect(await listDeletions(member, NOW)).toEqual([]);

  await deleteUnit(member, await newUnit(member), NOW);
  expect(await forgetDeletion(member, (await onlyDeletion(member)).id)).toBe("forgotten");
  expect(await listDeletions(member, NOW)).toEqual([]);
});

test("who may not edit units neither deletes nor restores them", async () => {
  const member = await newOrganization();
  const unit = await newUnit(member);
  const assessor = as("assessor", member);
  expect(await deleteUnit(assessor, unit, NOW)).toBe("forbidden");
  await deleteUnit(member, unit, NOW);
  const { id } = await onlyDeletion(member);
  expect(await restoreDeletion(assessor, id, NOW)).toBe("forbidden");
  expect(await forgetDeletion(assessor, id)).toBe("forbidden");
});
