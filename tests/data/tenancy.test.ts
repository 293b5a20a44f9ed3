import { readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
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
  updateContext,
  updateSuitability,
} from "@/lib/server/data/assessments";
import { renameOrganization } from "@/lib/server/data/organizations";
import { findResult, listLatestResults, listStandings, listUnitResults } from "@/lib/server/data/results";
import { loadSample, removeSample } from "@/lib/server/data/sample";
import { findScoringInput, submitAssessment } from "@/lib/server/data/submission";
import {
  archiveUnit,
  createUnit,
  findUnit,
  listArchivedUnits,
  listUnits,
  moveUnit,
  restoreUnit,
  updateUnit,
} from "@/lib/server/data/units";
import { db } from "@/lib/server/db/client";
import { freshDatabaseEachTest } from "../support/database";
import {
  as,
  NOW,
  newAssessment,
  newOrganization,
  newSubmission,
  newUnit,
  QUICK_QUESTIONS,
  SUITABLE,
} from "../support/organization";

freshDatabaseEachTest();

/** Take no member: they hold no data of an organization. */
const WITHOUT_MEMBER = [
  "askedQuestionKeys",
  "canonicalJson",
  "currentFramework",
  "hashOf",
  "inputHashOf",
  "readFramework",
  "storeFramework",
  "toAnswerColumns",
  "toAnswerState",
  "toAssessmentWithAnswers",
  "toInterchange",
  "toStoredAssessment",
];

/** Ids of one organization, and a unit of whoever asks. */
type Ids = { unit: string; archived: string; draft: string; submitted: string; ownUnit: string };
type Call = (member: Member, ids: Ids) => Promise<unknown>;
/** What a stranger is answered, which is what is answered for an id that does not exist. */
type Case = { call: Call; stranger: unknown; viewer?: "forbidden" | { outcome: "forbidden" } };

const context = { targetPhase: "maturity", regulated: true, unitsInScope: 1, processesInScope: 1 } as const;
const details = {
  name: "Taken",
  region: null,
  industry: null,
  regulated: true,
  unitsInScope: 1,
  processesInScope: 1,
};
const question = QUICK_QUESTIONS[0] ?? "";
const change = { question, answer: { level: 5 }, expectedRevision: 0, mutationId: "m" } as const;

const reads = (call: Call, stranger: unknown): Case => ({ call, stranger });
const writes = (call: Call, stranger = "not-found"): Case => ({ call, stranger, viewer: "forbidden" });
const creates = (call: Call, outcome: string): Case => ({
  call,
  stranger: { outcome },
  viewer: { outcome: "forbidden" },
});

const CASES: Record<string, Case[]> = {
  archiveUnit: [writes((member, { unit }) => archiveUnit(member, unit, NOW))],
  confirmCarriedOver: [
    writes((member, { draft }) =>
      confirmCarriedOver(member, { assessmentId: draft, questions: [question] }, NOW),
    ),
  ],
  createAssessment: [
    creates(
      (member, { unit }) => createAssessment(member, { ...context, unitId: unit, depth: "full" }, NOW),
      "unit-not-found",
    ),
    creates(
      (member, { ownUnit, submitted }) =>
        createAssessment(member, { ...context, unitId: ownUnit, depth: "full", previousId: submitted }, NOW),
      "previous-not-found",
    ),
  ],
  createUnit: [
    creates(
      (member, { unit }) => createUnit(member, { ...details, parentId: unit }, NOW),
      "parent-not-found",
    ),
  ],
  findAssessment: [reads((member, { draft }) => findAssessment(member, draft), null)],
  findResult: [reads((member, { submitted }) => findResult(member, submitted), null)],
  findScoringInput: [reads((member, { submitted }) => findScoringInput(member, submitted), null)],
  findUnit: [reads((member, { unit }) => findUnit(member, unit), null)],
  holdAssessment: [writes((member, { draft }) => holdAssessment(member, draft, NOW))],
  listArchivedUnits: [reads((member) => listArchivedUnits(member), [])],
  listAssessments: [
    reads((member) => listAssessments(member), []),
    reads((member, { unit }) => listAssessments(member, { unitId: unit }), []),
  ],
  listSubmittedAssessments: [
    reads((member) => listSubmittedAssessments(member, { skip: 0, take: 50 }), { total: 0, assessments: [] }),
  ],
  listLatestResults: [reads((member) => listLatestResults(member), [])],
  listStandings: [reads((member) => listStandings(member), [])],
  listUnitResults: [reads((member, { unit }) => listUnitResults(member, unit), [])],
  listUnits: [
    reads(async (member, { unit }) => (await listUnits(member)).filter(({ id }) => id === unit), []),
  ],
  loadSample: [
    writes(async (member) => {
      const outcome = await loadSample(member, NOW);
      // The next call has to find what this one found.
      if (outcome === "loaded") await removeSample(member);
      return outcome;
    }, "loaded"),
  ],
  moveUnit: [
    writes((member, { unit }) => moveUnit(member, unit, null, NOW)),
    writes((member, { ownUnit, unit }) => moveUnit(member, ownUnit, unit, NOW), "parent-not-found"),
  ],
  putAnswer: [
    creates((member, { draft }) => putAnswer(member, { ...change, assessmentId: draft }, NOW), "not-found"),
    creates(
      (member, { draft }) => putAnswer(member, { ...change, assessmentId: draft, expectedRevision: 1 }, NOW),
      "not-found",
    ),
  ],
  removeSample: [writes((member) => removeSample(member), "not-loaded")],
  renameOrganization: [writes((member) => renameOrganization(member, "Renamed"), "saved")],
  restoreUnit: [writes((member, { archived }) => restoreUnit(member, archived, NOW))],
  resumeAssessment: [writes((member, { draft }) => resumeAssessment(member, draft, NOW))],
  submitAssessment: [writes((member, { draft }) => submitAssessment(member, draft, NOW))],
  updateAcceptedActions: [writes((member, { draft }) => updateAcceptedActions(member, draft, [], NOW))],
  updateContext: [writes((member, { draft }) => updateContext(member, draft, context, NOW))],
  updateSuitability: [writes((member, { draft }) => updateSuitability(member, draft, SUITABLE, NOW))],
  updateUnit: [writes((member, { unit }) => updateUnit(member, unit, details, NOW))],
};

async function newOrganizationWithData(slug: string): Promise<{ owner: Member; ids: Ids }> {
  const owner = await newOrganization(slug);
  const unit = await newUnit(owner);
  const archived = await newUnit(owner);
  await archiveUnit(owner, archived, NOW);
  const submitted = await newSubmission(owner, { unitId: unit });
  const draft = await newAssessment(owner, { unitId: unit, previousId: submitted });
  await updateSuitability(owner, draft, SUITABLE, NOW);
  return { owner, ids: { unit, archived, draft, submitted, ownUnit: unit } };
}

async function everythingOf({ organizationId }: Member) {
  const query = { where: { organizationId }, orderBy: { id: "asc" } } as const;
  return [
    await db.organization.findUnique({ where: { id: organizationId } }),
    await db.unit.findMany(query),
    await db.assessment.findMany(query),
    await db.answer.findMany(query),
    await db.result.findMany(query),
  ];
}

test("every exported data function is known here", async () => {
  const folder = path.resolve(import.meta.dirname, "../../lib/server/data");
  const functions: string[] = [];
  for (const file of await readdir(folder)) {
    const exported: Record<string, unknown> = await import(path.join(folder, file));
    functions.push(...Object.keys(exported).filter((name) => typeof exported[name] === "function"));
  }
  expect(functions.sort()).toEqual([...Object.keys(CASES), ...WITHOUT_MEMBER].sort());
});

test.each(Object.entries(CASES))(
  "%s: not yours is as not there, and stays as it is",
  async (_name, cases) => {
    const { owner, ids } = await newOrganizationWithData("acme");
    const stranger = await newOrganization("stranger");
    const ownUnit = await newUnit(stranger);
    const missing = { unit: "none", archived: "none", draft: "none", submitted: "none", ownUnit };
    const before = await everythingOf(owner);
    for (const { call, stranger: answer } of cases) {
      expect(await call(stranger, { ...ids, ownUnit })).toEqual(answer);
      expect(await call(stranger, missing)).toEqual(answer);
      expect(await everythingOf(owner)).toEqual(before);
    }
  },
);

test.each(Object.entries(CASES))("%s: a viewer reads and changes nothing", async (_name, cases) => {
  const { owner, ids } = await newOrganizationWithData("acme");
  const before = await everythingOf(owner);
  for (const { call, viewer, stranger } of cases) {
    const answer = await call(as("viewer", owner), ids);
    if (viewer) expect(answer).toEqual(viewer);
    else expect(answer).not.toEqual(stranger);
    expect(await everythingOf(owner)).toEqual(before);
  }
});

test("no row can point into another organization", async () => {
  const { owner, ids } = await newOrganizationWithData("acme");
  const { organizationId } = await newOrganization("stranger");
  const unit = { ...details, parentId: ids.unit, organizationId, createdAt: NOW, updatedAt: NOW };
  await expect(db.unit.create({ data: unit })).rejects.toThrow(/foreign key/i);
  const taken = db.assessment.updateMany({
    where: { id: ids.draft, organizationId: owner.organizationId },
    data: { organizationId },
  });
  await expect(taken).rejects.toThrow(/foreign key/i);
});
