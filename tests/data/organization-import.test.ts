import fc from "fast-check";
import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { lookUp } from "@/lib/framework/lookup";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import type { OrganizationFile } from "@/lib/organization-file/schema";
import { forEachTable, TABLE_KEYS } from "@/lib/organization-file/tables";
import type { RiskDecision } from "@/lib/risk-register/entry";
import type { Member } from "@/lib/server/auth/member";
import { putAnswer } from "@/lib/server/data/answers";
import { hashOf } from "@/lib/server/data/canonical-json";
import { importOrganization } from "@/lib/server/data/organization-import";
import { renamePlan } from "@/lib/server/data/plans";
import { findResult, listLatestResults } from "@/lib/server/data/results";
import { loadSample } from "@/lib/server/data/sample";
import { putSuitability } from "@/lib/server/data/suitability";
import { db } from "@/lib/server/db/client";
import { emptyDatabase } from "../support/catalog";
import { decide, editUnit, rename } from "../support/change-records";
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
  QUICK_QUESTIONS,
} from "../support/organization";
import { carryOut, organizationPlans } from "../support/organization-plan";
import { newPlan } from "../support/plans";

freshDatabaseEachTest();

const importText = (member: Member, text: string) =>
  importOrganization(member, parseOrganizationFile(text), "import");

const SHADOW_AI = lookUp(aiScaling).risks.get("shadow-ai")?.title;

const decision: RiskDecision = {
  ...{ owner: "Ada", treatment: "accept", acceptedBy: "Grace", acceptedUntil: "2027-01-31" },
  ...{ contingency: "", indicator: "Watch the invoices", reviewOn: "2027-01-01", note: "two\nlines" },
};

/** A group with a unit, what it submitted twice, a draft, a plan and a risk that is decided about. */
async function newFile() {
  const member = await newOrganization();
  const group = await newUnit(member, { name: "Group" });
  const unit = await newUnit(member, { parentId: group });
  const first = await newSubmission(member, { unitId: unit });
  const second = await newSubmission(member, { unitId: unit, level: 4 }, later(60));
  const draft = await newAssessment(member, { unitId: unit, depth: "quick", previousId: second }, later(120));
  const plan = await newPlan(member, [unit], "To maturity", later(180));
  await decide(member, { unitId: unit, risk: "shadow-ai", decision }, later(190));
  return { member, ids: { group, unit, first, second, draft, plan }, text: await exported(member) };
}

/** The text of a file after a person has changed it. */
function changed(text: string, change: (file: OrganizationFile) => void): string {
  const file: OrganizationFile = JSON.parse(text);
  change(file);
  return JSON.stringify(file);
}

const assessmentOf = (file: OrganizationFile, id: string) => {
  const found = file.assessments.find((assessment) => assessment.id === id);
  if (!found) throw new Error("no such assessment");
  return found;
};

const RUNS = 8;

test("export, import into an empty installation, export: the same bytes", async () => {
  const met = forEachTable(() => 0);
  await fc.assert(
    fc.asyncProperty(organizationPlans, async (plan) => {
      await emptyDatabase();
      const source = await newOrganization("source");
      await carryOut(source, plan);
      const text = await exported(source);
      const file: OrganizationFile = JSON.parse(text);
      for (const key of TABLE_KEYS) if (file[key].length > 0) met[key] += 1;
      await emptyDatabase();
      const target = await newOrganization("target");
      expect(await importText(target, text)).toMatchObject({ outcome: "imported" });
      expect(await exported(target)).toBe(text);
      expect(await importText(target, text)).toMatchObject({
        report: forEachTable(() => ({ added: [], kept: [] })),
      });
    }),
    { numRuns: RUNS },
  );
  // What is never there comes through by chance.
  for (const key of TABLE_KEYS) expect(met[key], key).toBeGreaterThanOrEqual(RUNS / 2);
}, 60_000);

test("the sample comes through with every result as it was", async () => {
  const source = await newOrganization();
  await loadSample(source, NOW);
  const text = await exported(source);
  const results = await listLatestResults(source);
  await emptyDatabase();
  const target = await newOrganization("target");
  await importText(target, text);
  expect(await listLatestResults(target)).toEqual(results);
  expect(await exported(target)).toBe(text);
});

test("an answer on suitability comes through with its revision, so that an older change does not take its place", async () => {
  const { member, ids } = await newFile();
  const key = "conditions.provenPilots";
  const change = { assessmentId: ids.draft, key, expectedRevision: 0 } as const;
  await putSuitability(member, { ...change, answer: "partly", mutationId: "first" }, later(200));
  const second = { ...change, answer: "yes", expectedRevision: 1, mutationId: "second" } as const;
  await putSuitability(member, second, later(201));
  const text = await exported(member);
  await emptyDatabase();
  const target = await newOrganization("target");
  await importText(target, text);
  const older = { ...change, answer: "no", mutationId: "third" } as const;
  expect(await putSuitability(target, older, later(300))).toEqual({
    outcome: "stale",
    stored: { answer: "yes", revision: 2, savedAt: later(201) },
  });
  expect(await exported(target)).toBe(text);
});

test("a preview says what an import would do, and leaves nothing behind", async () => {
  const { text } = await newFile();
  await emptyDatabase();
  const target = await newOrganization("target");
  const before = await exported(target);
  const preview = await importOrganization(target, parseOrganizationFile(text), "preview");
  expect(await exported(target)).toBe(before);
  expect(await db.frameworkVersion.count()).toBe(0);
  expect(preview).toEqual({
    outcome: "previewed",
    report: {
      organizationName: "taken",
      units: { added: expect.arrayContaining(["Group", "Retail"]), unchanged: 0, kept: [] },
      assessments: {
        added: expect.arrayContaining(["Retail, submitted Nov 24, 2026", "Retail, draft of Nov 24, 2026"]),
        unchanged: 0,
        kept: [],
      },
      plans: { added: ["To maturity"], unchanged: 0, kept: [] },
      registers: { added: [`Retail: ${SHADOW_AI}`], unchanged: 0, kept: [] },
      inventory: { added: [], unchanged: 0, kept: [] },
    },
  });
  const imported = await importText(target, text);
  expect(imported).toEqual({ ...preview, outcome: "imported" });
});

test("what is here with other content stays as it is, and the rest is added", async () => {
  const { member, ids, text } = await newFile();
  const details = { name: "Renamed", region: null, industry: null, regulated: true, unitsInScope: 1 };
  await editUnit(member, ids.unit, { ...details, processesInScope: 1 }, later(200));
  const change = { assessmentId: ids.draft, question: QUICK_QUESTIONS[0] ?? "", mutationId: "m" };
  await putAnswer(member, { ...change, answer: { level: 1 }, expectedRevision: 1 }, later(200));
  await rename(member, "Here");
  await renamePlan(member, ids.plan, "To the end", later(200));
  await decide(member, { unitId: ids.unit, risk: "shadow-ai", decision }, later(200));
  await db.result.delete({ where: { assessmentId: ids.second } });
  await db.assessment.update({ where: { id: ids.draft }, data: { previousId: null } });
  await db.assessment.delete({ where: { id: ids.second } });
  const report = {
    organizationName: "kept",
    units: { added: [], unchanged: 1, kept: ["Retail"] },
    assessments: {
      added: ["Renamed, submitted Nov 24, 2026"],
      unchanged: 1,
      kept: ["Renamed, draft of Nov 24, 2026"],
    },
    plans: { added: [], unchanged: 0, kept: ["To maturity"] },
    registers: { added: [], unchanged: 0, kept: [`Renamed: ${SHADOW_AI}`] },
    inventory: { added: [], unchanged: 0, kept: [] },
  };
  expect(await importText(member, text)).toEqual({ outcome: "imported", report });
  expect(await findResult(member, ids.second)).toMatchObject({ unitName: "Renamed" });
  expect(JSON.parse(await exported(member)).organization.name).toBe("Here");
});

const FAULTS: [what: string, path: RegExp, change: (file: OrganizationFile, ids: Ids) => void][] = [
  [
    "a result of other answers",
    /^assessments\[\d\]\.result\.inputHash$/,
    (file, { second }) => {
      const [answer] = Object.values(assessmentOf(file, second).answers);
      if (answer) answer.answer = { level: 1 };
    },
  ],
  [
    "a result whose predecessor was taken out",
    /^assessments\[\d\]\.result\.inputHash$/,
    (file, { first }) => {
      file.assessments = file.assessments.filter(({ id }) => id !== first);
    },
  ],
  [
    "a unit below itself",
    /^units\[\d\]\.parentId$/,
    (file, { group, unit }) => {
      for (const one of file.units) if (one.id === group) one.parentId = unit;
    },
  ],
  [
    "a unit below one that is not there",
    /^units\[\d\]\.parentId$/,
    (file, { group }) => {
      file.units = file.units.filter(({ id }) => id !== group);
    },
  ],
  [
    "an assessment of no unit",
    /^assessments\[\d\]\.unitId$/,
    (file, { draft }) => {
      assessmentOf(file, draft).unitId = draft;
    },
  ],
  [
    "answers carried over from another unit",
    /^assessments\[\d\]\.previousId$/,
    (file, { draft, group }) => {
      assessmentOf(file, draft).unitId = group;
    },
  ],
  [
    "a framework that was changed",
    /^frameworks\[0\]\.hash$/,
    (file) => Object.assign(file.frameworks[0]?.content ?? {}, { title: "Another" }),
  ],
  [
    "a framework version of other content than the app's own",
    /^frameworks\[0\]\.content$/,
    (file) => {
      const [framework] = file.frameworks;
      Object.assign(framework?.content ?? {}, { title: "Another" });
      if (framework) framework.hash = hashOf(framework.content);
    },
  ],
  [
    "a framework version that the app has yet to bring",
    /^frameworks\[0\]\.content$/,
    (file) => {
      const [framework] = file.frameworks;
      Object.assign(framework?.content ?? {}, { version: "9.0.0" });
      if (framework) framework.hash = hashOf(framework.content);
      for (const assessment of file.assessments) {
        assessment.framework = "ai-scaling@9.0.0";
        if (assessment.result) assessment.result.content.framework = "ai-scaling@9.0.0";
      }
      file.plans = [];
    },
  ],
];
type Ids = Awaited<ReturnType<typeof newFile>>["ids"];

test.each(FAULTS)("%s is refused, and nothing is stored", async (_what, path, change) => {
  const { ids, text } = await newFile();
  await emptyDatabase();
  const target = await newOrganization("target");
  const before = await exported(target);
  const answer = await importText(
    target,
    changed(text, (file) => change(file, ids)),
  );
  expect(answer).toEqual({
    outcome: "refused",
    path: expect.stringMatching(path),
    expected: expect.any(String),
  });
  expect(await exported(target)).toBe(before);
  expect(await db.frameworkVersion.count()).toBe(0);
});

test("a submission that would have come between two others here is refused", async () => {
  const { member, ids, text } = await newFile();
  await db.assessment.update({ where: { id: ids.draft }, data: { previousId: null } });
  await db.result.delete({ where: { assessmentId: ids.second } });
  await db.assessment.delete({ where: { id: ids.second } });
  await newSubmission(member, { unitId: ids.unit, level: 2 }, later(90));
  const before = await exported(member);
  expect(await importText(member, text)).toMatchObject({
    outcome: "refused",
    path: expect.stringMatching(/submittedAt$/),
  });
  expect(await exported(member)).toBe(before);
});

test("ids that another organization has are refused", async () => {
  const { member, text } = await newFile();
  const before = await exported(member);
  const other = await newOrganization("other");
  expect(await importText(other, text)).toMatchObject({
    outcome: "refused",
    expected: expect.stringMatching(/taken/),
  });
  expect(await exported(member)).toBe(before);
  expect(await db.unit.count({ where: { organizationId: other.organizationId } })).toBe(0);
});

test("only owners import", async () => {
  const { member, text } = await newFile();
  for (const role of ["assessor", "viewer"] as const) {
    expect(await importText(as(role, member), text)).toEqual({ outcome: "forbidden" });
  }
});
