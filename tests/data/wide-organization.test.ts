import { beforeAll, expect, test } from "vitest";
import { BOUNDS } from "@/lib/bounds/bounds";
import type { ItemDetails } from "@/lib/inventory/item";
import type { ParsedFile } from "@/lib/organization-file/parse";
import type { TableKey } from "@/lib/organization-file/tables";
import type { RiskDecision } from "@/lib/risk-register/entry";
import type { Member } from "@/lib/server/auth/member";
import { confirmCarriedOver, putAnswer } from "@/lib/server/data/answers";
import { addAssessments } from "@/lib/server/data/assessment-import";
import {
  countAssessments,
  createAssessment,
  findAssessment,
  holdAssessment,
  listAssessments,
  listSubmittedAssessments,
  presentAssessments,
  resumeAssessment,
  updateAcceptedActions,
} from "@/lib/server/data/assessments";
import { countUnitContents } from "@/lib/server/data/deletions/count-unit-contents";
import { deleteDraft } from "@/lib/server/data/deletions/delete-draft";
import { deleteItem } from "@/lib/server/data/deletions/delete-item";
import { deletePlan } from "@/lib/server/data/deletions/delete-plan";
import { deleteUnit } from "@/lib/server/data/deletions/delete-unit";
import { emptyContent, takeOut } from "@/lib/server/data/deletions/deletion-content";
import { forgetDeletion } from "@/lib/server/data/deletions/forget-deletion";
import { idsOfSubtree } from "@/lib/server/data/deletions/ids-of-subtree";
import { findDeletion, keepDeletion } from "@/lib/server/data/deletions/kept-deletion";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { importDrafts } from "@/lib/server/data/draft-import";
import { findExport, listExports, removeExport, requestExport } from "@/lib/server/data/exports";
import { currentFramework } from "@/lib/server/data/frameworks";
import { addItem, findItem, listInventory } from "@/lib/server/data/inventory";
import { importInventory } from "@/lib/server/data/inventory-import";
import { addFile, importOrganization } from "@/lib/server/data/organization-import";
import {
  changePlan,
  copyPlan,
  createPlan,
  findPlan,
  listPlans,
  listSubmitted,
  renamePlan,
  signOffPlan,
} from "@/lib/server/data/plans";
import { findResult, listLatestResults, listStandings, listUnitResults } from "@/lib/server/data/results";
import { listRiskEntries } from "@/lib/server/data/risk-register";
import { roomFor } from "@/lib/server/data/room";
import { loadSample, removeSample } from "@/lib/server/data/sample";
import { findScoringInput, submitAssessment } from "@/lib/server/data/submission";
import { putSuitability } from "@/lib/server/data/suitability";
import { OWNED_TABLES } from "@/lib/server/data/tables";
import type { OwnedTable } from "@/lib/server/data/tables/owned-table";
import { importUnits } from "@/lib/server/data/unit-import";
import {
  archiveUnit,
  createUnit,
  findUnit,
  listArchivedUnits,
  listUnits,
  moveUnit,
  restoreUnit,
} from "@/lib/server/data/units";
import {
  discardUpload,
  findUpload,
  findUploadHead,
  saveUpload,
  spendUpload,
} from "@/lib/server/data/uploads";
import { db } from "@/lib/server/db/client";
import { PATIENT, type Transaction } from "@/lib/server/db/transaction";
import { answered } from "../support/answered";
import { decide, editItem, editUnit, rename, setContext } from "../support/change-records";
import { dataFunctions, WITHOUT_MEMBER } from "../support/data-functions";
import { freshDatabaseOnce } from "../support/database";
import { exported } from "../support/exported";
import { NOW, newAssessment, newOrganization, newSubmission, QUICK_QUESTIONS } from "../support/organization";
import { forEachVerb, listsOf, rowsOf } from "../support/owned-rows";
import { madePlan } from "../support/plans";

/** Every function of the data layer at 10,000 units below one, and at the depth that a tree may have. */

freshDatabaseOnce();

const BELOW = 10_000;
/** Rows that a list of ids reaches: more than one statement takes. */
const MANY = 1_010;
const DEPTH = 20;
/** With the one that holds those with results. */
const ALL = 1 + BELOW + DEPTH + 1 + MANY;

const idOf = (kind: number, number: number) =>
  `0000000${kind}-0000-7000-8000-${String(number).padStart(12, "0")}`;
const TOP = idOf(1, 0);
const HISTORY = idOf(1, 1);
const below = (index: number) => idOf(2, index);
const deep = (level: number) => idOf(3, level);
const historyOf = (index: number) => idOf(8, index);
const submittedId = (index: number) => idOf(5, index);
const BOTTOM = deep(DEPTH);

const many = <Item>(item: (index: number) => Item) => Array.from({ length: MANY }, (_, index) => item(index));

let member: Member;
let plan = "";

const details = {
  ...{ name: "Unit", region: null, industry: null, regulated: false },
  ...{ unitsInScope: 1, processesInScope: 1 },
};
const item: ItemDetails = {
  ...{ kind: "process", name: "Billing", owner: null, stage: null, serves: [], value: null },
  ...{ riskClass: null, reviewedOn: null, note: "" },
};
const decision: RiskDecision = {
  ...{ owner: "Ada", treatment: "reduce", acceptedBy: null, acceptedUntil: null },
  ...{ contingency: "", indicator: "", reviewOn: null, note: "" },
};
const context = { targetPhase: "maturity", regulated: true, unitsInScope: 1, processesInScope: 1 } as const;
const NONE = { conditions: {}, warnings: {} };
const times = { createdAt: NOW, updatedAt: NOW };
const draftFile = { file: "a.json", unitPlace: "unit.name", assessment: answered({ depth: "quick" }) };

beforeAll(async () => {
  member = await newOrganization("wide");
  const { organizationId } = member;
  const unit = { ...details, organizationId, ...times };
  const indices = Array.from({ length: BELOW }, (_, index) => index);
  await db.unit.createMany({
    data: [
      { ...unit, id: TOP, name: "Top" },
      { ...unit, id: HISTORY, name: "History" },
      ...indices.map((index) => ({ ...unit, id: below(index), parentId: TOP, name: `Below ${index}` })),
      ...many((index) => ({ ...unit, id: historyOf(index), parentId: HISTORY, name: `History ${index}` })),
      ...Array.from({ length: DEPTH }, (_, index) => ({
        ...{ ...unit, id: deep(index + 1), name: `Level ${index + 1}` },
        parentId: index === 0 ? null : deep(index),
      })),
    ],
  });
  const { id: frameworkVersionId } = await currentFramework();
  const assessment = {
    ...{
      ...context,
      organizationId,
      frameworkVersionId,
      depth: "quick",
      suitability: NONE,
      acceptedActions: [],
    },
    ...times,
  };
  await db.assessment.createMany({
    data: many((index) => [
      { ...assessment, id: idOf(4, index), unitId: below(index), status: "draft" },
      {
        ...{ ...assessment, id: submittedId(index), unitId: historyOf(index), status: "submitted" },
        submittedAt: new Date(NOW.getTime() + index),
      },
    ]).flat(),
  });
  const empty = { inputHash: "h", computedAt: NOW, brief: {}, summary: {}, content: {} };
  await db.result.createMany({
    data: many((index) => ({
      ...{ ...empty, organizationId, frameworkVersionId, id: idOf(6, index) },
      assessmentId: submittedId(index),
    })),
  });
  await db.inventoryItem.createMany({
    data: many((index) => ({
      ...{ ...item, ...times, serves: [], organizationId, id: idOf(7, index), unitId: below(index) },
      revision: 1,
    })),
  });
  await db.riskEntry.createMany({
    data: many((index) => ({
      ...{ ...decision, organizationId, unitId: below(index), risk: "shadow-ai" },
      ...{ revision: 1, createdAt: NOW },
    })),
  });
  await newSubmission(member, { unitId: below(0) });
}, 120_000);

/** As many as a plan in a file may have. */
const sources = () =>
  many((index) => ({ unitId: historyOf(index), assessmentId: submittedId(index), name: `Unit ${index}` }));

/** All that is here, as a file that brings nothing new. */
async function everything(): Promise<ParsedFile> {
  return {
    ...{ format: "scaling-readiness-organization", version: 1, frameworks: [] },
    organization: { name: member.organizationName },
    ...(await listsOf(member)),
  };
}

const surroundings = async () => ({
  unitNames: new Map((await rowsOf("units", member)).map(({ id, name }) => [id, name])),
  versions: new Map<string, string>(),
});

/** Of every table. */
function stepsOf(key: TableKey): Record<string, Step> {
  const units = Array.from({ length: 400 }, (_, index) => below(index));
  // What a unit still has keeps it there: these have nothing.
  const bare = units.map((_, index) => below(MANY + index));
  const chosen = { units: key === "units" ? bare : units };
  const { count, remove, removeSample } = OWNED_TABLES[key];
  return {
    read: { call: () => rowsOf(key, member) },
    add: { call: () => addAgain(key) },
    remove: { call: () => takenBack((tx) => remove(member, chosen, tx)) },
    count: { call: () => count(member, units, db) },
    ...(removeSample && {
      removeSample: { call: () => takenBack((tx) => removeSample(member, new Set(many(historyOf)), tx)) },
    }),
  };
}

async function addAgain<Key extends TableKey>(key: Key) {
  const table: OwnedTable<Key> = OWNED_TABLES[key];
  return table.add(member, await rowsOf(key, member), await surroundings(), db);
}

/** Nothing of what is done stays. */
async function takenBack(write: (tx: Transaction) => Promise<unknown>) {
  const work = db.$transaction(async (tx) => {
    await write(tx);
    throw new Error("taken back");
  }, PATIENT);
  await expect(work).rejects.toThrow("taken back");
}

const rowOf = (name: string, parent: string | null) => ({ ...details, name, parent, place: "line 2" });

type Step = { call: () => Promise<unknown>; answer?: unknown };

/** In this order; each puts back what it takes away. `answer` where there is more to say than that nothing is thrown. */
const STEPS: Record<string, Step | Step[]> = {
  listUnits: { call: async () => (await listUnits(member)).length, answer: ALL },
  listArchivedUnits: { call: () => listArchivedUnits(member), answer: [] },
  findUnit: { call: () => findUnit(member, BOTTOM) },
  countUnitContents: {
    call: () => countUnitContents(member, TOP),
    answer: { units: BELOW + 1, drafts: MANY, submitted: 1, risks: MANY, items: MANY },
  },
  presentAssessments: {
    call: () =>
      presentAssessments(
        member,
        Array.from({ length: 1500 }, (_, row) => `none-${row}`),
      ),
    answer: [],
  },
  listAssessments: [
    { call: async () => (await listAssessments(member)).length, answer: 2 * MANY + 1 },
    { call: async () => (await listAssessments(member, { unitId: historyOf(0) })).length, answer: 1 },
  ],
  countAssessments: { call: () => countAssessments(member), answer: 2 * MANY + 1 },
  listSubmittedAssessments: { call: () => listSubmittedAssessments(member, { skip: 0, take: 50 }) },
  findAssessment: { call: () => findAssessment(member, submittedId(0)) },
  listLatestResults: { call: () => listLatestResults(member) },
  listStandings: { call: () => listStandings(member) },
  listUnitResults: { call: async () => (await listUnitResults(member, historyOf(0))).length, answer: 1 },
  findResult: { call: () => findResult(member, submittedId(0)) },
  findScoringInput: { call: () => findScoringInput(member, submittedId(0)) },
  listSubmitted: {
    call: async () => (await listSubmitted(member, many(submittedId))).length,
    answer: MANY,
  },
  listInventory: { call: async () => (await listInventory(member)).length, answer: MANY },
  findItem: { call: () => findItem(member, idOf(7, 0)) },
  listRiskEntries: { call: () => listRiskEntries(member, below(0)) },
  roomFor: { call: () => roomFor(member, "units", db) },

  createUnit: [
    {
      call: () => createUnit(member, { ...details, parentId: deep(DEPTH - 1) }, NOW),
      answer: expect.objectContaining({ outcome: "created" }),
    },
    {
      call: () => createUnit(member, { ...details, parentId: BOTTOM }, NOW),
      answer: { outcome: "too-deep" },
    },
  ],
  updateUnit: { call: () => editUnit(member, TOP, { ...details, name: "Top" }, NOW), answer: "saved" },
  moveUnit: [
    { call: () => moveUnit(member, TOP, deep(DEPTH - 2), NOW), answer: "moved" },
    { call: () => moveUnit(member, TOP, deep(DEPTH - 1), NOW), answer: "too-deep" },
    { call: () => moveUnit(member, TOP, null, NOW), answer: "moved" },
    { call: () => moveUnit(member, deep(1), TOP, NOW), answer: "too-deep" },
  ],
  archiveUnit: [
    { call: () => archiveUnit(member, TOP, NOW), answer: "archived" },
    { call: async () => (await listUnits(member)).length, answer: ALL - BELOW },
  ],
  restoreUnit: [
    { call: () => restoreUnit(member, TOP, NOW), answer: "restored" },
    { call: async () => (await listUnits(member)).length, answer: ALL + 1 },
  ],
  importUnits: [
    {
      call: async () =>
        (await importUnits(member, [rowOf("Deep", `Level ${DEPTH - 1}`)], "preview", NOW)).outcome,
      answer: "previewed",
    },
    {
      call: async () =>
        (await importUnits(member, [rowOf("Deep", `Level ${DEPTH}`)], "preview", NOW)).outcome,
      answer: "refused",
    },
  ],

  createAssessment: {
    call: () => createAssessment(member, { ...context, unitId: BOTTOM, depth: "quick" }, NOW),
    answer: expect.objectContaining({ outcome: "created" }),
  },
  updateContext: { call: () => setContext(member, idOf(4, 0), context, NOW), answer: "saved" },
  updateAcceptedActions: { call: () => updateAcceptedActions(member, idOf(4, 0), [], NOW), answer: "saved" },
  holdAssessment: { call: () => holdAssessment(member, idOf(4, 0), NOW), answer: "saved" },
  resumeAssessment: { call: () => resumeAssessment(member, idOf(4, 0), NOW), answer: "saved" },
  putAnswer: {
    call: async () => {
      const change = { question: QUICK_QUESTIONS[0] ?? "", expectedRevision: 0, mutationId: "m" };
      return (await putAnswer(member, { ...change, answer: { level: 3 }, assessmentId: idOf(4, 0) }, NOW))
        .outcome;
    },
    answer: "saved",
  },
  putSuitability: {
    call: async () => {
      const change = {
        key: "conditions.resources",
        answer: "yes",
        expectedRevision: 0,
        mutationId: "s",
      } as const;
      return (await putSuitability(member, { ...change, assessmentId: idOf(4, 0) }, NOW)).outcome;
    },
    answer: "saved",
  },
  confirmCarriedOver: {
    call: () => {
      const questions = Array.from({ length: MANY }, (_, index) => `question-${index}`);
      return confirmCarriedOver(member, { assessmentId: idOf(4, 0), questions }, NOW);
    },
    answer: "confirmed",
  },
  submitAssessment: {
    call: () => submitAssessment(member, idOf(4, 0), NOW),
    answer: "suitability-incomplete",
  },
  importDrafts: {
    call: async () => {
      const drafts = Array.from({ length: 1000 }, () => draftFile);
      return (await importDrafts(member, drafts, { mode: "preview", unitId: BOTTOM }, NOW)).outcome;
    },
    answer: "previewed",
  },
  // One row each.
  insertOpenAssessment: { call: () => newAssessment(member, { unitId: BOTTOM }) },
  insertResult: { call: () => newSubmission(member, { unitId: BOTTOM }) },
  deleteDraft: { call: () => deleteDraft(member, idOf(4, 1), NOW), answer: "deleted" },

  addItem: {
    call: async () => {
      const serves = Array.from({ length: BOUNDS.serves }, (_, index) => idOf(7, index));
      return (await addItem(member, below(0), { ...item, kind: "system", serves }, NOW)).outcome;
    },
    answer: "unknown-process",
  },
  changeItem: {
    call: () => editItem(member, idOf(7, 0), item, NOW),
    answer: "changed",
  },
  importInventory: {
    call: async () => {
      const rows = Array.from({ length: MANY }, (_, index) => {
        return { ...item, place: `line ${index + 2}`, unit: `Below ${index}` };
      });
      return (await importInventory(member, rows, { mode: "preview" }, NOW)).outcome;
    },
    answer: "previewed",
  },
  deleteItem: { call: () => deleteItem(member, idOf(7, 1), NOW), answer: "deleted" },
  decideRisk: {
    call: () => {
      const place = { unitId: BOTTOM, risk: "shadow-ai" };
      return decide(member, { ...place, decision }, NOW);
    },
    answer: "saved",
  },

  createPlan: {
    call: async () => {
      const created = await createPlan(
        member,
        { ...(await madePlan(member, [below(0)])), sources: sources() },
        NOW,
      );
      if (created.outcome === "created") plan = created.id;
      return created.outcome;
    },
    answer: "created",
  },
  findPlan: { call: async () => (await findPlan(member, plan))?.sources.length, answer: MANY },
  listPlans: { call: () => listPlans(member) },
  changePlan: {
    call: async () => {
      const made = await madePlan(member, [below(0)]);
      return changePlan(member, plan, { ...made, sources: sources(), expectedRevision: 1 }, NOW);
    },
    answer: "saved",
  },
  copyPlan: {
    call: () => copyPlan(member, plan, "Copy", NOW),
    answer: expect.objectContaining({ outcome: "created" }),
  },
  renamePlan: { call: () => renamePlan(member, plan, "Renamed", NOW), answer: "saved" },
  signOffPlan: {
    call: () => signOffPlan(member, plan, { expectedRevision: 2, by: "Ada" }, NOW),
    answer: "saved",
  },
  deletePlan: { call: () => deletePlan(member, plan, NOW), answer: "deleted" },

  ...forEachVerb<Step>(stepsOf),
  exportOrganization: { call: () => exported(member) },
  addAssessments: {
    call: async () => {
      const rows = await rowsOf("assessments", member);
      const here = OWNED_TABLES.assessments.read(member, db);
      return addAssessments(member, { rows, here }, await surroundings(), db);
    },
  },
  addFile: { call: async () => addFile(member, await everything(), db) },
  importOrganization: {
    call: async () => (await importOrganization(member, await everything(), "import")).outcome,
    answer: "imported",
  },
  renameOrganization: { call: () => rename(member, "Wide"), answer: "saved" },

  saveUpload: { call: async () => (await saveUpload(member, { kind: "units", files: [] }, NOW)).outcome },
  findUpload: { call: () => findUpload(member, "none") },
  findUploadHead: { call: () => findUploadHead(member, "none") },
  spendUpload: { call: () => spendUpload(member, "none", db) },
  discardUpload: { call: () => discardUpload(member, "none") },
  requestExport: { call: () => requestExport(member, { fileName: "a.json", comparison: null }, NOW) },
  listExports: { call: () => listExports(member, NOW) },
  findExport: { call: () => findExport(member, "none") },
  removeExport: { call: () => removeExport(member, "none") },

  deleteUnit: [
    { call: () => deleteUnit(member, TOP, NOW), answer: "deleted" },
    { call: async () => (await listUnits(member)).length, answer: ALL - BELOW },
  ],
  idsOfSubtree: {
    call: async () => (await idsOfSubtree(member, HISTORY, db))?.length,
    answer: MANY + 1,
  },
  takeOut: {
    call: () => {
      const chosen = { units: many(historyOf) };
      return takenBack((tx) => takeOut("assessments", { member, chosen, content: emptyContent() }, tx));
    },
  },
  keepDeletion: {
    call: () => {
      const kept = { kind: "plan", name: "Any", content: emptyContent() } as const;
      return takenBack((tx) => keepDeletion(member, kept, NOW, tx));
    },
  },
  findDeletion: { call: () => findDeletion(member, "none", db), answer: "not-found" },
  listDeletions: {
    call: async () => (await listDeletions(member, NOW)).map(({ name }) => name),
    answer: expect.arrayContaining(["Top"]),
  },
  restoreDeletion: [
    {
      call: async () => {
        const found = (await listDeletions(member, NOW)).find(({ name }) => name === "Top");
        return restoreDeletion(member, found?.id ?? "", NOW);
      },
      answer: "restored",
    },
    {
      call: () => countUnitContents(member, TOP),
      answer: { units: BELOW + 1, drafts: MANY - 1, submitted: 1, risks: MANY, items: MANY - 1 },
    },
  ],
  forgetDeletion: {
    call: async () => forgetDeletion(member, (await listDeletions(member, NOW))[0]?.id ?? ""),
    answer: "forgotten",
  },

  loadSample: { call: () => loadSample(member, NOW), answer: "loaded" },
  // An imported file may call anything a sample.
  removeSample: {
    call: async () => {
      await db.unit.updateMany({ where: { parentId: TOP }, data: { sample: true } });
      return removeSample(member);
    },
    answer: "removed",
  },
};

test("every exported data function is known here", async () => {
  expect(await dataFunctions()).toEqual([...Object.keys(STEPS), ...WITHOUT_MEMBER].sort());
});

test.each(Object.entries(STEPS))(
  "%s takes it",
  async (_name, steps) => {
    for (const { call, answer } of [steps].flat()) {
      const given = await call();
      if (answer !== undefined) expect(given).toEqual(answer);
    }
  },
  60_000,
);
