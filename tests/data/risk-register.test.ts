import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import type { RiskDecision } from "@/lib/risk-register/entry";
import { riskForm } from "@/lib/risk-register/entry-form";
import type { Member } from "@/lib/server/auth/member";
import { countUnitContents } from "@/lib/server/data/deletions/count-unit-contents";
import { deleteUnit } from "@/lib/server/data/deletions/delete-unit";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { importOrganization } from "@/lib/server/data/organization-import";
import { decideRisk, listRiskEntries } from "@/lib/server/data/risk-register";
import { loadSample, removeSample } from "@/lib/server/data/sample";
import { listUnits } from "@/lib/server/data/units";
import { db } from "@/lib/server/db/client";
import { readRegister } from "@/lib/server/risk-register/read-register";
import { emptyDatabase } from "../support/catalog";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { later, NOW, newOrganization, newSubmission, newUnit } from "../support/organization";
import { newPlan } from "../support/plans";

freshDatabaseEachTest();

const reduce: RiskDecision = {
  ...{ owner: "Ada", treatment: "reduce", acceptedBy: null, acceptedUntil: null },
  ...{ contingency: "", indicator: "", reviewOn: "2027-01-01", note: "First." },
};
const accept: RiskDecision = {
  ...{ owner: "Ada", treatment: "accept", acceptedBy: "Grace", acceptedUntil: "2027-06-30" },
  ...{ contingency: "Call the supplier", indicator: "Invoices", reviewOn: null, note: "" },
};

/** `on`: what the form showed when it was opened. */
const decide = (member: Member, unitId: string, decision: RiskDecision, on: RiskDecision | null, day = 0) =>
  decideRisk(member, { unitId, risk: "shadow-ai", decision, opened: riskForm(on) }, later(day));

test("each decision joins the history, the latest holds", async () => {
  const member = await newOrganization();
  const unit = await newUnit(member);
  expect(await decide(member, unit, reduce, null)).toBe("saved");
  expect(await decide(member, unit, accept, reduce, 1)).toBe("saved");
  expect([...(await listRiskEntries(member, unit))]).toEqual([
    [
      "shadow-ai",
      [
        { ...accept, risk: "shadow-ai", revision: 2, createdAt: later(1) },
        { ...reduce, risk: "shadow-ai", revision: 1, createdAt: NOW },
      ],
    ],
  ]);
});

test("the register joins the latest result, the last changed plan and the decisions, and shows a stranger none", async () => {
  const member = await newOrganization();
  const unit = { id: await newUnit(member), name: "Claims" };
  expect((await readRegister(member, unit)).risks).toEqual([]);
  await newSubmission(member, { unitId: unit.id, level: 2 });
  await decide(member, unit.id, reduce, null);
  const unplanned = await readRegister(member, unit);
  expect(unplanned.planName).toBeNull();
  expect(unplanned.risks.find(({ now }) => now.key === "shadow-ai")).toMatchObject({
    outlook: null,
    entries: [{ owner: "Ada", revision: 1 }],
  });
  await newPlan(member, [unit.id], "To expansion");
  const planned = await readRegister(member, unit);
  expect(planned.planName).toBe("To expansion");
  expect(planned.risks.some(({ outlook }) => (outlook?.items.length ?? 0) > 0)).toBe(true);
  const stranger = await newOrganization("stranger");
  expect(await readRegister(stranger, unit)).toMatchObject({ planName: null, risks: [], stored: null });
});

test("a decision made on an older one stores nothing, and says what holds", async () => {
  const member = await newOrganization();
  const unit = await newUnit(member);
  await decide(member, unit, reduce, null);
  expect(await decide(member, unit, accept, null)).toMatchObject({ overtaken: reduce });
  expect(await decide(member, unit, accept, accept)).toMatchObject({ overtaken: reduce });
  expect(await db.riskEntry.count()).toBe(1);
});

test("two that decide at once: one is stored, the other told", async () => {
  const member = await newOrganization();
  const unit = await newUnit(member);
  const outcomes = await Promise.all([
    decide(member, unit, reduce, null),
    decide(member, unit, accept, null),
  ]);
  expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1);
  expect(outcomes.filter((outcome) => typeof outcome === "object")).toHaveLength(1);
});

test("a deleted unit comes back with its register", async () => {
  const member = await newOrganization();
  const unit = await newUnit(member);
  await decide(member, unit, accept, null);
  const before = await exported(member);
  expect(await countUnitContents(member, unit)).toMatchObject({ risks: 1 });
  expect(await deleteUnit(member, unit, later(1))).toBe("deleted");
  expect(await db.riskEntry.count()).toBe(0);
  const [deletion] = await listDeletions(member, later(2));
  expect(await restoreDeletion(member, deletion?.id ?? "", later(2))).toBe("restored");
  expect(await exported(member)).toBe(before);
});

test("a register goes along with the organization's file, however long it is", async () => {
  const member = await newOrganization();
  const unit = await newUnit(member);
  const { organizationId } = member;
  const { risks } = aiScaling;
  await db.riskEntry.createMany({
    data: Array.from({ length: 3000 }, (_, index) => ({
      ...{ ...reduce, organizationId, unitId: unit, createdAt: NOW },
      ...{ risk: risks[index % risks.length]?.key ?? "", revision: Math.floor(index / risks.length) + 1 },
    })),
  });
  const text = await exported(member);
  await emptyDatabase();
  const target = await newOrganization("target");
  expect(await importOrganization(target, parseOrganizationFile(text, [aiScaling]), "import")).toMatchObject({
    outcome: "imported",
  });
  expect(await exported(target)).toBe(text);
});

test("the register of the sample goes with it", async () => {
  const member = await newOrganization();
  await loadSample(member, NOW);
  const unit = (await listUnits(member)).at(-1)?.id ?? "";
  await decide(member, unit, reduce, null);
  expect(await removeSample(member)).toBe("removed");
  expect(await db.riskEntry.count()).toBe(0);
});
