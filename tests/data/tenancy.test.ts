import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { BOUNDS } from "@/lib/bounds/bounds";
import { evaluate } from "@/lib/evaluation/evaluate";
import type { ItemDetails } from "@/lib/inventory/item";
import type { ParsedFile } from "@/lib/organization-file/parse";
import { FILE_TABLES, forEachTable, idsOf, type TableKey } from "@/lib/organization-file/tables";
import type { RiskDecision } from "@/lib/risk-register/entry";
import type { Member } from "@/lib/server/auth/member";
import { confirmCarriedOver, putAnswer } from "@/lib/server/data/answers";
import { addAssessments } from "@/lib/server/data/assessment-import";
import { insertOpenAssessment, insertResult } from "@/lib/server/data/assessment-rows";
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
import type { Chosen, OwnedTable } from "@/lib/server/data/tables/owned-table";
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
import { STORED_TABLES } from "@/lib/server/db/stored-tables";
import type { Transaction } from "@/lib/server/db/transaction";
import { tryPlan } from "@/lib/server/planning/requests";
import { parseUnitTable } from "@/lib/units/unit-table";
import { answered } from "../support/answered";
import { everythingOf, rowCounts } from "../support/catalog";
import { decide, editItem, editUnit, rename, setContext } from "../support/change-records";
import { dataFunctions, WITHOUT_MEMBER } from "../support/data-functions";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import {
  as,
  NOW,
  newAssessment,
  newOrganization,
  newSubmission,
  newUnit,
  QUICK_QUESTIONS,
  setSuitability,
} from "../support/organization";
import { forEachVerb, rowsOf } from "../support/owned-rows";
import { newPlan } from "../support/plans";

freshDatabaseEachTest();

const EVERYTHING = { fileName: "everything.json", comparison: null };

/** Ids of one organization, and a unit of whoever asks. */
type Ids = Record<
  "unit" | "archived" | "draft" | "submitted" | "upload" | "deletion" | "asked" | "plan" | "item" | "ownUnit",
  string
>;
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
const suitabilityChange = {
  key: "conditions.resources",
  answer: "yes",
  expectedRevision: 0,
  mutationId: "s",
} as const;
const decision: RiskDecision = {
  ...{ owner: "Ada", treatment: "reduce", acceptedBy: null, acceptedUntil: null },
  ...{ contingency: "", indicator: "", reviewOn: null, note: "" },
};
const item: ItemDetails = {
  ...{ kind: "process", name: "Billing", owner: null, stage: null, serves: [], value: null },
  ...{ riskClass: null, reviewedOn: null, note: "" },
};
const change = { question, answer: { level: 5 }, expectedRevision: 0, mutationId: "m" } as const;

const reads = (call: Call, stranger: unknown): Case => ({ call, stranger });
const writes = (call: Call, stranger = "not-found"): Case => ({ call, stranger, viewer: "forbidden" });
const creates = (call: Call, outcome: string): Case => ({
  call,
  stranger: { outcome },
  viewer: { outcome: "forbidden" },
});

const emptyFile: ParsedFile = {
  format: "scaling-readiness-organization",
  version: 1,
  organization: { name: "stranger" },
  frameworks: [],
  ...forEachTable((): never[] => []),
};
const unchanged = { added: [], unchanged: 0, kept: [] };

const draftFile = { file: "a.json", unitPlace: "unit.name", assessment: answered({ depth: "quick" }) };
// The owner's unit of this name is not to be seen by the stranger.
const belowTheirs = parseUnitTable({ text: "name,parent\nTaken,Theirs" }).rows;
const outcomeOf = async <Outcome>(answer: Promise<{ outcome: Outcome }>) => ({
  outcome: (await answer).outcome,
});

/** A plan of nobody's, to be written where it is not to be. */
async function anyPlan() {
  const { id: frameworkVersionId, framework } = await currentFramework();
  const request = {
    ...{ framework: `${framework.key}@${framework.version}`, assessments: [draftFile.assessment], weeks: 24 },
    ...{ start: "2027-01-04", targetVerdict: null, budget: null, approach: {} },
    ...{
      capacity: [{ role: "data-lead", fte: 1, fromWeek: 1, toWeek: 24 }],
      locked: [],
      dropped: [],
      assigned: [],
      metrics: [],
      stakeholders: [],
    },
  };
  const made = await tryPlan(framework, request);
  if ("fault" in made) throw new Error(made.fault);
  return { name: "Any", frameworkVersionId, request, plan: made.plan, sources: [] };
}

/** What a write answers, or the code of its error. Nothing of it stays. */
const takenBack = async (write: (tx: Transaction) => Promise<unknown>) => {
  let answer: unknown;
  const work = db.$transaction(async (tx) => {
    answer = await write(tx).catch(({ code }: { code: string }) => code);
    throw new Error("taken back");
  });
  await expect(work).rejects.toThrow("taken back");
  return answer;
};

/** Ids of the rows of each table that a stranger asks for. */
const ASKED: Record<TableKey, (ids: Ids) => string[]> = {
  units: ({ unit, archived }) => [unit, archived],
  assessments: ({ draft, submitted }) => [draft, submitted],
  plans: ({ plan }) => [plan],
  registers: ({ unit }) => idsOf("registers", [{ unitId: unit, risk: "shadow-ai", entries: [] }]),
  inventory: ({ item }) => [item],
};

const nowhere = () => ({ unitNames: new Map<string, string>(), versions: new Map<string, string>() });

/** Of every table. Its callers hold the permission; rows that are here already are added by their names alone. */
function casesOf(key: TableKey): Record<string, Case[]> {
  const { count, removeSample } = OWNED_TABLES[key];
  const chosen: ((ids: Ids) => Chosen)[] = [(ids) => ({ ids: ASKED[key](ids) })];
  if (FILE_TABLES[key].unitOf) chosen.push(({ unit }) => ({ units: [unit] }));
  const rowsLeft = (tx: Transaction) => rowCounts(STORED_TABLES[key].tables, tx);
  return {
    read: [
      ...chosen.map((choose) =>
        reads(async (member, ids) => idsOf(key, await rowsOf(key, member, choose(ids))), []),
      ),
      reads(async (member, { ownUnit }) => {
        const ids = idsOf(key, await rowsOf(key, member));
        return ids.filter((id) => id !== ownUnit);
      }, []),
    ],
    add: [reads(async (member, ids) => addOwn(key, member, { ids: ASKED[key](ids) }), unchanged)],
    remove: chosen.map((choose) =>
      reads((member, ids) => {
        return takenBack(async (tx) => {
          const before = await rowsLeft(tx);
          await OWNED_TABLES[key].remove(member, choose(ids), tx);
          return isDeepStrictEqual(await rowsLeft(tx), before) ? "nothing" : "something";
        });
      }, "nothing"),
    ),
    // Nothing of what outlives its unit goes with it.
    count: FILE_TABLES[key].unitOf
      ? [
          reads(
            (member, { unit }) => count(member, [unit], db),
            Object.fromEntries(Object.keys(FILE_TABLES[key].contents).map((what) => [what, 0])),
          ),
        ]
      : [],
    ...(removeSample && {
      removeSample: [
        reads((member, { unit }) => {
          return takenBack(async (tx) => {
            await removeSample(member, new Set([unit]), tx);
            return tx.plan.count();
          });
        }, 1),
      ],
    }),
  };
}

async function addOwn<Key extends TableKey>(key: Key, member: Member, chosen: Chosen) {
  const table: OwnedTable<Key> = OWNED_TABLES[key];
  return table.add(member, await rowsOf(key, member, chosen), nowhere(), db);
}

const CASES: Record<string, Case[]> = {
  ...forEachVerb<Case[]>(casesOf),
  // As `assessments.add`, which calls it.
  addAssessments: [
    reads(async (member, { draft }) => {
      const rows = await rowsOf("assessments", member, { ids: [draft] });
      return addAssessments(member, { rows, here: OWNED_TABLES.assessments.read(member, db) }, nowhere(), db);
    }, unchanged),
  ],
  addItem: [creates((member, { unit }) => addItem(member, unit, { ...item, name: "New" }, NOW), "not-found")],
  changeItem: [writes((member, { item: id }) => editItem(member, id, item, NOW))],
  deleteItem: [writes((member, { item: id }) => deleteItem(member, id, NOW))],
  findItem: [reads((member, { item: id }) => findItem(member, id), null)],
  importInventory: [
    creates(async (member, { unit }) => {
      const rows = [{ ...item, name: "New", place: "line 2", unit: null }];
      return outcomeOf(importInventory(member, rows, { mode: "import", unitId: unit }, NOW));
    }, "refused"),
  ],
  listInventory: [
    reads((member, { unit }) => listInventory(member, { unitId: unit }), []),
    reads((member) => listInventory(member), []),
  ],
  archiveUnit: [writes((member, { unit }) => archiveUnit(member, unit, NOW))],
  changePlan: [
    writes(async (member, { plan }) => {
      const found = await findPlan(member, plan);
      const { request, plan: content, sources } = found ?? (await anyPlan());
      return changePlan(member, plan, { request, plan: content, sources, expectedRevision: 1 }, NOW);
    }),
  ],
  confirmCarriedOver: [
    writes((member, { draft }) =>
      confirmCarriedOver(member, { assessmentId: draft, questions: [question] }, NOW),
    ),
  ],
  countAssessments: [reads((member) => countAssessments(member), 0)],
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
  copyPlan: [creates((member, { plan }) => copyPlan(member, plan, "Copy", NOW), "not-found")],
  createPlan: [
    creates(
      async (member, { unit, submitted }) =>
        createPlan(
          member,
          { ...(await anyPlan()), sources: [{ unitId: unit, assessmentId: submitted, name: "Theirs" }] },
          NOW,
        ),
      "not-found",
    ),
  ],
  createUnit: [
    creates(
      (member, { unit }) => createUnit(member, { ...details, parentId: unit }, NOW),
      "parent-not-found",
    ),
  ],
  // Its caller holds the permission.
  addFile: [
    reads(
      async (member, { unit }) => {
        const units = await rowsOf("units", member, { ids: [unit] });
        const organization = { name: member.organizationName };
        return addFile(member, { ...emptyFile, organization, units }, db);
      },
      { organizationName: "unchanged", ...forEachTable(() => unchanged) },
    ),
  ],
  countUnitContents: [reads((member, { unit }) => countUnitContents(member, unit), null)],
  decideRisk: [
    writes((member, { unit }) => decide(member, { unitId: unit, risk: "shadow-ai", decision }, NOW)),
  ],
  deleteDraft: [writes((member, { draft }) => deleteDraft(member, draft, NOW))],
  deletePlan: [writes((member, { plan }) => deletePlan(member, plan, NOW))],
  deleteUnit: [writes((member, { unit }) => deleteUnit(member, unit, NOW))],
  // Their callers hold the permission.
  findDeletion: [reads((member, { deletion }) => findDeletion(member, deletion, db), "not-found")],
  idsOfSubtree: [reads((member, { unit }) => idsOfSubtree(member, unit, db), null)],
  keepDeletion: [
    reads((member, { deletion }) => {
      return takenBack(async (tx) => {
        const kept = { kind: "plan", name: "Any", content: emptyContent() } as const;
        await keepDeletion(member, kept, NOW, tx);
        return tx.deletion.count({
          where: { name: "Any", organization: { deletions: { some: { id: deletion } } } },
        });
      });
    }, 0),
  ],
  takeOut: [
    reads(
      (member, { plan }) => {
        return takenBack(async (tx) => {
          const content = emptyContent();
          await takeOut("plans", { member, chosen: { ids: [plan] }, content }, tx);
          return { taken: content.plans.length, left: await tx.plan.count() };
        });
      },
      { taken: 0, left: 1 },
    ),
  ],
  forgetDeletion: [writes((member, { deletion }) => forgetDeletion(member, deletion))],
  listDeletions: [reads((member) => listDeletions(member, NOW), [])],
  restoreDeletion: [writes((member, { deletion }) => restoreDeletion(member, deletion, NOW))],
  discardUpload: [writes((member, { upload }) => discardUpload(member, upload))],
  spendUpload: [
    reads((member, { upload }) => {
      return takenBack(async (tx) => {
        await spendUpload(member, upload, tx);
        return tx.upload.count();
      });
    }, 1),
  ],
  exportOrganization: [reads(async (member) => JSON.parse(await exported(member)).assessments, [])],
  findAssessment: [reads((member, { draft }) => findAssessment(member, draft), null)],
  findExport: [reads((member, { asked }) => findExport(member, asked), null)],
  listExports: [reads((member) => listExports(member, NOW), [])],
  removeExport: [writes((member, { asked }) => removeExport(member, asked))],
  requestExport: [writes((member) => requestExport(member, EVERYTHING, NOW), "requested")],
  findPlan: [reads((member, { plan }) => findPlan(member, plan), null)],
  findResult: [reads((member, { submitted }) => findResult(member, submitted), null)],
  findScoringInput: [reads((member, { submitted }) => findScoringInput(member, submitted), null)],
  findUpload: [reads((member, { upload }) => findUpload(member, upload), null)],
  findUploadHead: [reads((member, { upload }) => findUploadHead(member, upload), null)],
  findUnit: [reads((member, { unit }) => findUnit(member, unit), null)],
  holdAssessment: [writes((member, { draft }) => holdAssessment(member, draft, NOW))],
  // Their callers hold the permission and have found what they point to: if not, the foreign keys stand in the way.
  insertOpenAssessment: [
    reads(async (member, { unit }) => {
      const { id: frameworkVersionId } = await currentFramework();
      const row = { ...context, unitId: unit, frameworkVersionId, depth: "quick", status: "draft" };
      const rest = { suitability: {}, acceptedActions: [], createdAt: NOW, updatedAt: NOW };
      const answers = { given: [], mutationId: "m" };
      return takenBack((tx) => insertOpenAssessment(member, { ...row, ...rest }, answers, tx));
    }, "P2003"),
  ],
  insertResult: [
    reads(async (member, { draft }) => {
      const { id: frameworkVersionId, framework } = await currentFramework();
      const result = evaluate(framework, draftFile.assessment);
      const row = { assessmentId: draft, frameworkVersionId, inputHash: "h", result, computedAt: NOW };
      return takenBack((tx) => insertResult(member, row, tx));
    }, "P2003"),
  ],
  importDrafts: [
    creates(
      async (member, { unit: unitId }) =>
        outcomeOf(importDrafts(member, [draftFile], { mode: "import", unitId }, NOW)),
      "refused",
    ),
  ],
  importUnits: [
    creates(async (member) => outcomeOf(importUnits(member, belowTheirs, "import", NOW)), "refused"),
  ],
  importOrganization: [
    creates(async (member) => outcomeOf(importOrganization(member, emptyFile, "import")), "imported"),
  ],
  listArchivedUnits: [reads((member) => listArchivedUnits(member), [])],
  listAssessments: [
    reads((member) => listAssessments(member), []),
    reads((member, { unit }) => listAssessments(member, { unitId: unit }), []),
  ],
  listSubmittedAssessments: [
    reads((member) => listSubmittedAssessments(member, { skip: 0, take: 50 }), { total: 0, assessments: [] }),
  ],
  listLatestResults: [reads((member) => listLatestResults(member), [])],
  presentAssessments: [
    reads((member, { draft, submitted }) => presentAssessments(member, [draft, submitted]), []),
  ],
  listRiskEntries: [reads(async (member, { unit }) => [...(await listRiskEntries(member, unit)).keys()], [])],
  listPlans: [
    reads((member) => listPlans(member), []),
    reads((member, { unit }) => listPlans(member, { unitId: unit }), []),
  ],
  listSubmitted: [reads((member, { submitted }) => listSubmitted(member, [submitted]), [])],
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
    creates(
      (member, { draft }) => putAnswer(member, { ...change, assessmentId: draft, expectedRevision: 1 }, NOW),
      "not-found",
    ),
    creates(
      (member, { draft }) => putAnswer(member, { ...change, assessmentId: draft, expectedRevision: 1 }, NOW),
      "not-found",
    ),
  ],
  putSuitability: [
    writes(
      async (member, { draft }) =>
        (await putSuitability(member, { ...suitabilityChange, assessmentId: draft }, NOW)).outcome,
    ),
  ],
  removeSample: [writes((member) => removeSample(member), "not-loaded")],
  roomFor: [reads((member) => roomFor(member, "assessments", db), BOUNDS.assessments)],
  renamePlan: [writes((member, { plan }) => renamePlan(member, plan, "Renamed", NOW))],
  renameOrganization: [writes((member) => rename(member, "Renamed"), "saved")],
  restoreUnit: [writes((member, { archived }) => restoreUnit(member, archived, NOW))],
  resumeAssessment: [writes((member, { draft }) => resumeAssessment(member, draft, NOW))],
  saveUpload: [
    creates(async (member) => outcomeOf(saveUpload(member, { kind: "units", files: [] }, NOW)), "saved"),
  ],
  signOffPlan: [
    writes((member, { plan }) => signOffPlan(member, plan, { expectedRevision: 1, by: "Stranger" }, NOW)),
  ],
  submitAssessment: [writes((member, { draft }) => submitAssessment(member, draft, NOW))],
  updateAcceptedActions: [writes((member, { draft }) => updateAcceptedActions(member, draft, [], NOW))],
  updateContext: [writes((member, { draft }) => setContext(member, draft, context, NOW))],
  updateUnit: [writes((member, { unit }) => editUnit(member, unit, details, NOW))],
};

async function newOrganizationWithData(slug: string): Promise<{ owner: Member; ids: Ids }> {
  const owner = await newOrganization(slug);
  const unit = await newUnit(owner, { name: "Theirs" });
  const archived = await newUnit(owner);
  await archiveUnit(owner, archived, NOW);
  const submitted = await newSubmission(owner, { unitId: unit });
  const draft = await newAssessment(owner, { unitId: unit, previousId: submitted });
  await setSuitability(draft);
  await deleteDraft(owner, await newAssessment(owner, { unitId: unit }), NOW);
  const deletion = (await listDeletions(owner, NOW))[0]?.id ?? "";
  const upload = await saveUpload(owner, { kind: "organization", files: [] }, NOW);
  if (upload.outcome !== "saved") throw new Error(upload.outcome);
  await requestExport(owner, EVERYTHING, NOW);
  const asked = (await listExports(owner, NOW))[0]?.id ?? "";
  const plan = await newPlan(owner, [unit]);
  await decide(owner, { unitId: unit, risk: "shadow-ai", decision }, NOW);
  const added = await addItem(owner, unit, item, NOW);
  if (added.outcome !== "added") throw new Error(added.outcome);
  const own = { item: added.id, ownUnit: unit };
  const ids = { unit, archived, draft, submitted, upload: upload.id, deletion, asked, plan, ...own };
  return { owner, ids };
}

test("every exported data function is known here", async () => {
  expect(await dataFunctions()).toEqual([...Object.keys(CASES), ...WITHOUT_MEMBER].sort());
});

test.each(Object.entries(CASES))(
  "%s: not yours is as not there, and stays as it is",
  async (_name, cases) => {
    const { owner, ids } = await newOrganizationWithData("acme");
    const stranger = await newOrganization("stranger");
    const ownUnit = await newUnit(stranger);
    const missing = {
      unit: "none",
      archived: "none",
      draft: "none",
      submitted: "none",
      upload: "none",
      deletion: "none",
      asked: "none",
      plan: "none",
      item: "none",
      ownUnit,
    };
    const before = await everythingOf(owner.organizationId);
    for (const { call, stranger: answer } of cases) {
      expect(await call(stranger, { ...ids, ownUnit })).toEqual(answer);
      expect(await call(stranger, missing)).toEqual(answer);
      expect(await everythingOf(owner.organizationId)).toEqual(before);
    }
  },
);

test.each(Object.entries(CASES))("%s: a viewer reads and changes nothing", async (_name, cases) => {
  const { owner, ids } = await newOrganizationWithData("acme");
  const before = await everythingOf(owner.organizationId);
  for (const { call, viewer, stranger } of cases) {
    const answer = await call(as("viewer", owner), ids);
    if (viewer) expect(answer).toEqual(viewer);
    else expect(answer).not.toEqual(stranger);
    expect(await everythingOf(owner.organizationId)).toEqual(before);
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
