import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { resultsView } from "@/components/results/view";
import { evaluate } from "@/lib/evaluation/evaluate";
import { explainReadiness, explainScore } from "@/lib/evaluation/explain";
import { explainVerdict } from "@/lib/evaluation/explain-verdict";
import { withLevels, withoutRemarks } from "@/lib/evaluation/what-if";
import type { ComparisonFile } from "@/lib/exports/comparison-file";
import { countInWords } from "@/lib/format/number";
import { questionKeys } from "@/lib/framework/keys";
import { levelNames } from "@/lib/framework/level-names";
import type { Framework } from "@/lib/framework/types";
import { frameworkName } from "@/lib/framework/version";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import { gapReport } from "@/lib/report/gap-report";
import { PLAN_DOCUMENTS } from "@/lib/report/plan-documents";
import type { RiskDecision } from "@/lib/risk-register/entry";
import { withProgress } from "@/lib/server/assessments/with-progress";
import type { Member } from "@/lib/server/auth/member";
import { readCompared } from "@/lib/server/comparison/read-compared";
import { putAnswer } from "@/lib/server/data/answers";
import { createAssessment, listAssessments } from "@/lib/server/data/assessments";
import {
  currentFramework,
  knownFrameworks,
  readFramework,
  storeFramework,
} from "@/lib/server/data/frameworks";
import { importOrganization } from "@/lib/server/data/organization-import";
import { findPlan } from "@/lib/server/data/plans";
import { findResult, listStandings } from "@/lib/server/data/results";
import { findScoringInput } from "@/lib/server/data/submission";
import { findUnit } from "@/lib/server/data/units";
import { renderComparison } from "@/lib/server/files/comparison-file";
import { PLAN_FORMATS, RESULT_FORMATS } from "@/lib/server/files/formats";
import { planDocument, planFile } from "@/lib/server/files/plan-file";
import { registerFile } from "@/lib/server/files/register-file";
import { resultFile } from "@/lib/server/files/result-file";
import { runImport } from "@/lib/server/imports/import";
import { frameworkOfPlan } from "@/lib/server/planning/framework-of-plan";
import { newRequest, tryChange } from "@/lib/server/planning/requests";
import { readRegister } from "@/lib/server/risk-register/read-register";
import { emptyDatabase } from "../support/catalog";
import { decide } from "../support/change-records";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { newAssessmentBy, newPlannedBy, newSubmissionBy } from "../support/framework-versions";
import { factoryFloor, nextMinor } from "../support/frameworks";
import { later, NOW, newOrganization, newSubmission, newUnit } from "../support/organization";
import { newPlan, planOptions } from "../support/plans";

freshDatabaseEachTest();

/** Each with what only it says, and what it tries. */
const OTHERS: [
  name: string,
  { framework: Framework; says: string; capability: string; question: string; risk: string },
][] = [
  [
    "a later minor version",
    {
      framework: nextMinor,
      says: "Platform for every unit",
      capability: "ai-platform",
      question: "ai-platform.energy",
      risk: "shadow-ai",
    },
  ],
  [
    "a foreign framework",
    {
      framework: factoryFloor,
      says: "Sensors",
      capability: "sensors",
      question: "sensors.trust",
      risk: "scrap-rises",
    },
  ],
];

/** One unit that was assessed by the framework, and planned. */
async function newPlanned(framework: Framework) {
  const member = await newOrganization();
  return { member, ...(await newPlannedBy(member, framework, "Hall 1")) };
}

async function inputOf(member: Member, id: string) {
  const [stored, input] = [await findResult(member, id), await findScoringInput(member, id)];
  if (!stored || !input) throw new Error("There is no result.");
  return { ...input, result: stored.result };
}

describe.each(OTHERS)("%s", (_name, { framework, says, capability, question, risk }) => {
  test("asks its own questions, counts by them and takes no others", async () => {
    const member = await newOrganization();
    const assessmentId = await newAssessmentBy(member, framework, { unitId: await newUnit(member) });
    const put = (key: string) =>
      putAnswer(
        member,
        { assessmentId, question: key, answer: { level: 3 }, expectedRevision: 0, mutationId: key },
        NOW,
      );
    expect(await put(question)).toMatchObject({ outcome: "saved" });
    expect(await put("nobody.asks")).toEqual({ outcome: "unknown-question" });
    expect(await withProgress(await listAssessments(member))).toEqual([
      expect.objectContaining({
        framework: frameworkName(framework),
        answered: 1,
        asked: questionKeys(framework).size,
        last: { area: expect.any(String), question },
      }),
    ]);
  });

  test("has its result, its reasons and its what-if by its own version", async () => {
    const { member, assessmentId } = await newPlanned(framework);
    const input = await inputOf(member, assessmentId);
    expect(input.result).toEqual(evaluate(framework, input.assessment));
    expect(input.result.framework).toBe(frameworkName(framework));
    const view = resultsView(input.framework, input.assessment, input.result, null);
    expect(view.titleOf(capability)).toBe(says);
    expect(view.states.map((state) => state.capability.key)).toContain(capability);
    expect(view.change?.close.map(view.titleOf)).not.toContain(view.change?.close[0]);
    const reasons = [
      explainReadiness(input.result.readiness, view.states, input.result.targetPhase),
      explainScore(input.result, view.asked),
      explainVerdict(input.result, view.states, input.assessment.suitability),
    ];
    expect(JSON.stringify(reasons)).toContain(view.asked.areas[0]?.title);
    const report = gapReport({ ...input, assessmentId, submittedAt: NOW, withAnswers: true });
    const band = levelNames(framework)[1];
    expect(JSON.stringify(reasons)).toContain(`: ${band.toLowerCase()}`);
    expect(report.cover.find(({ label }) => label === "Score")?.note).toBe(band);
    expect(JSON.stringify(report)).toContain(`Radar of ${countInWords(framework.areas.length)} areas`);

    const tried = withLevels(framework, withoutRemarks(input.assessment), { [capability]: 5 });
    const before = input.result.readiness.value ?? 100;
    expect(evaluate(framework, tried).readiness.value).toBeGreaterThan(before);
  });

  test("goes into every file of a result, a plan and a register", async () => {
    const { member, unitId, assessmentId, planId } = await newPlanned(framework);
    for (const format of RESULT_FORMATS) {
      const asked = { member, id: assessmentId, format, paper: "a4", withAnswers: true } as const;
      const made = await resultFile(asked);
      expect(made?.body.length, format).toBeGreaterThan(0);
      if (format === "csv") expect(String(made?.body)).toContain(says);
      if (format === "json") expect(String(made?.body)).toContain(`"${frameworkName(framework)}"`);
    }
    for (const format of PLAN_FORMATS) {
      const made = await planFile({ member, id: planId, format });
      expect(made?.body.length, format).toBeGreaterThan(0);
      if (format === "csv") expect(String(made?.body)).toContain(actionTitle(framework, capability));
    }
    for (const document of Object.keys(PLAN_DOCUMENTS) as (keyof typeof PLAN_DOCUMENTS)[]) {
      for (const format of ["pdf", "docx"] as const) {
        const made = await planDocument({ member, id: planId, document, format, paper: "a4" });
        expect(made?.body.length, `${document} ${format}`).toBeGreaterThan(0);
      }
    }
    for (const format of ["csv", "xlsx"] as const) {
      const made = await registerFile({ member, unitId, format, now: NOW });
      if (format === "csv") expect(String(made?.body)).toContain(riskTitle(framework, risk));
    }
  });

  test("names the risks of its units, and what is decided about them", async () => {
    const { member, unitId, planId } = await newPlanned(framework);
    const unit = await findUnit(member, unitId);
    if (!unit) throw new Error("The unit is gone.");
    const register = await readRegister(member, unit);
    expect(frameworkName(register.framework)).toBe(frameworkName(framework));
    expect(register.risks).toHaveLength(framework.risks.length);
    expect(register.stored?.id).toBe(planId);
    expect(register.risks.every(({ outlook }) => outlook !== null)).toBe(true);
  });

  test("plans its units apart from those of others", async () => {
    const { member, unitId, planId, version } = await newPlanned(framework);
    const other = await newUnit(member, { name: "Office" });
    await newSubmission(member, { unitId: other });
    const options = planOptions({}, framework);
    expect(await newRequest(member, [unitId], options, version)).not.toBeNull();
    expect(await newRequest(member, [unitId, other], options, version)).toBeNull();

    const standings = await listStandings(member);
    const current = await currentFramework();
    const chosen = async (name: string | null, units: string[]) =>
      (await frameworkOfPlan(standings, name, units)).id;
    expect(await chosen(null, [])).toBe(current.id);
    expect(await chosen(null, [unitId])).toBe(version.id);
    expect(await chosen(frameworkName(framework), [other])).toBe(version.id);
    expect(await chosen("nobody@1.0.0", [other])).toBe(current.id);

    const stored = await findPlan(member, planId);
    if (!stored) throw new Error("The plan is gone.");
    expect(stored.request.framework).toBe(frameworkName(framework));
    expect(stored.plan.items.length).toBeGreaterThan(0);
    const [first] = stored.plan.items;
    const drop = { do: "drop", unit: "Hall 1", action: first?.action ?? "" } as const;
    expect(await tryChange(member, framework, stored, drop)).toHaveProperty("plan");
    // A later assessment by another version is not what the plan was made of.
    await newSubmission(member, { unitId, level: 4 }, later(10));
    const renewed = await tryChange(member, framework, stored, { do: "renew" });
    expect(renewed).toMatchObject({ sources: stored.sources });
  });

  test("comes back from its file where the version is stored, and is refused where it is not", async () => {
    const { member, unitId } = await newPlanned(framework);
    const decision: RiskDecision = {
      ...{ owner: "Ada", treatment: null, acceptedBy: null, acceptedUntil: null, reviewOn: null },
      ...{ contingency: "", indicator: "", note: "" },
    };
    expect(await decide(member, { unitId, risk, decision }, NOW)).toBe("saved");
    const text = await exported(member);
    expect(text).toContain(says);

    await emptyDatabase();
    const target = await newOrganization("target");
    const taken = async () =>
      importOrganization(target, parseOrganizationFile(text, await knownFrameworks()), "import");
    expect(await taken()).toMatchObject({
      outcome: "refused",
      path: "frameworks[0].content",
      expected: expect.stringContaining("a framework version that this app knows"),
    });
    // Another content under the name does not let it in.
    await storeFramework({ ...framework, title: "Another title" });
    expect(await taken()).toMatchObject({ outcome: "refused" });
    await storeFramework(framework);
    const asked = await taken();
    expect(asked).toMatchObject({
      outcome: "imported",
      report: { assessments: { added: [expect.stringContaining("Hall 1"), expect.any(String)] } },
    });
    expect(await exported(target)).toBe(text);
  });

  test("comes back as a draft from the files of one assessment", async () => {
    const { member, assessmentId, version } = await newPlanned(framework);
    for (const [format, name] of [
      ["json", "hall.json"],
      ["answers", "hall.csv"],
    ] as const) {
      const made = await resultFile({ member, id: assessmentId, format, paper: "a4", withAnswers: true });
      const files = [{ name, text: String(made?.body) }];
      const upload = { id: "none", kind: "assessments", createdAt: NOW, files } as const;
      expect(await runImport(member, upload, { mode: "import" }, NOW)).toMatchObject({ outcome: "imported" });
    }
    const drafts = (await listAssessments(member)).filter(({ status }) => status === "draft");
    expect(drafts.map(({ frameworkVersionId }) => frameworkVersionId)).toEqual(Array(3).fill(version.id));
    const all = questionKeys(framework).size;
    expect(drafts.map(({ answered }) => answered).sort()).toEqual([0, all, all]);
  });
});

function actionTitle({ areas }: Framework, key: string): string {
  const found = areas.flatMap(({ capabilities }) => capabilities).find((one) => one.key === key);
  return found?.actions[1]?.title ?? "no action";
}

function riskTitle({ risks }: Framework, key: string): string {
  return risks.find((risk) => risk.key === key)?.title ?? "no risk";
}

test("a minor version is compared with the app's own, a foreign framework stands apart", async () => {
  const member = await newOrganization();
  const unit = (name: string) => newUnit(member, { name });
  await newSubmission(member, { unitId: await unit("Own") });
  await newSubmissionBy(member, nextMinor, { unitId: await unit("Minor"), depth: "quick" });
  await newSubmissionBy(member, factoryFloor, { unitId: await unit("Foreign") });
  const { compared, notCompared, framework } = await readCompared(member);
  expect(compared.map(({ unit: { name } }) => name)).toEqual(["Minor", "Own"]);
  expect(notCompared).toMatchObject([{ unit: { name: "Foreign" }, reason: "otherVersion" }]);
  expect(frameworkName(framework)).toBe("ai-scaling@1.1.0");
  const view = {
    ...{ find: "", units: [], under: null, verdict: [], band: [], by: "areas", measure: "readiness" },
    ...{ sort: null, chosen: [], page: 1 },
  } as const satisfies Record<keyof ComparisonFile["view"], unknown>;
  for (const format of ["pdf", "xlsx"] as const) {
    const file = { format, paper: "a4", view } as unknown as ComparisonFile;
    const made = await renderComparison(member, file, NOW);
    expect(made && (await buffer(made)).length, format).toBeGreaterThan(0);
  }
});

test("units that another framework asked are compared by it, where they are the most", async () => {
  const member = await newOrganization();
  await newSubmission(member, { unitId: await newUnit(member, { name: "Own" }) });
  for (const name of ["Hall 1", "Hall 2"])
    await newSubmissionBy(member, factoryFloor, { unitId: await newUnit(member, { name }) });
  const { compared, notCompared, framework } = await readCompared(member);
  expect(framework).toEqual(factoryFloor);
  expect(compared.map(({ unit }) => unit.name)).toEqual(["Hall 1", "Hall 2"]);
  expect(notCompared.map(({ unit }) => unit.name)).toEqual(["Own"]);
});

test("an assessment after one by another framework carries over what both ask", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  const previousId = await newSubmissionBy(member, nextMinor, { unitId });
  const context = {
    targetPhase: "expansion",
    regulated: false,
    unitsInScope: 1,
    processesInScope: 1,
  } as const;
  const created = await createAssessment(member, { ...context, unitId, depth: "full", previousId }, later(1));
  if (created.outcome !== "created") throw new Error(created.outcome);
  const [draft] = (await listAssessments(member)).filter(({ id }) => id === created.id);
  expect(draft?.answered).toBe(questionKeys(nextMinor).size - 1);
  const { framework } = await readFramework(draft?.frameworkVersionId ?? "");
  expect(frameworkName(framework)).toBe("ai-scaling@1.0.0");
});

test("the register of a unit takes the plan of its latest result's version", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  await newSubmission(member, { unitId });
  await newPlan(member, [unitId]);
  expect((await readRegister(member, { id: unitId, name: "Retail" })).stored).not.toBeNull();
  await newSubmissionBy(member, factoryFloor, { unitId }, later(10));
  const { framework, stored, risks } = await readRegister(member, { id: unitId, name: "Retail" });
  expect([framework.key, stored, risks.length]).toEqual(["factory-floor", null, factoryFloor.risks.length]);
});
