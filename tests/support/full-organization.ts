import type { ItemDetails } from "@/lib/inventory/item";
import type { Activity } from "@/lib/planning/activity";
import type { PlanChange } from "@/lib/planning/changes/plan-change";
import type { RiskDecision } from "@/lib/risk-register/entry";
import type { Member } from "@/lib/server/auth/member";
import { putAnswer } from "@/lib/server/data/answers";
import { readFramework } from "@/lib/server/data/frameworks";
import { addItem } from "@/lib/server/data/inventory";
import { changePlan, findPlan } from "@/lib/server/data/plans";
import { tryChange } from "@/lib/server/planning/requests";
import { decide } from "./change-records";
import { later, newAssessment, newSubmission, newUnit, QUICK_QUESTIONS } from "./organization";
import { newPlan } from "./plans";

const PROCESS: ItemDetails = {
  ...{ kind: "process", name: "Claims", owner: "Ada", stage: null, serves: [], value: "high" },
  ...{ riskClass: null, reviewedOn: "2026-10-01", note: "two\nlines" },
};

const activity: Activity = {
  ...{
    what: "What changes",
    channel: "Letter",
    rhythm: "weekly",
    from: "foundation",
    to: "expansion",
    by: "Ada",
  },
};

/** A small organization with something of everything that a file can hold. */
export async function fillOrganization(member: Member): Promise<void> {
  const group = await newUnit(member, { name: "Group" });
  const unit = await newUnit(member, { parentId: group, region: "EU", regulated: true });
  await newSubmission(member, { unitId: unit, level: 2 });
  const submitted = await newSubmission(member, { unitId: unit }, later(60));
  const draft = await newAssessment(
    member,
    { unitId: unit, depth: "quick", previousId: submitted },
    later(90),
  );
  const answer = {
    level: 2,
    note: "A note",
    evidence: ["https://example.com/"],
    certainty: "guess",
  } as const;
  const question = QUICK_QUESTIONS[0] ?? "";
  await putAnswer(
    member,
    { assessmentId: draft, question, answer, expectedRevision: 1, mutationId: "m" },
    later(95),
  );
  const decision: RiskDecision = {
    ...{ owner: "Ada", treatment: "accept", acceptedBy: "Grace", acceptedUntil: "2027-01-31" },
    ...{ contingency: "", indicator: "Watch", reviewOn: "2027-01-01", note: "two\nlines" },
  };
  await decide(member, { unitId: unit, risk: "shadow-ai", decision }, later(100));
  const claims = await addItem(member, unit, PROCESS, later(100));
  if (claims.outcome !== "added") throw new Error(claims.outcome);
  const system = { ...PROCESS, kind: "system", name: "Reader", serves: [claims.id], stage: "pilot" } as const;
  await addItem(member, unit, { ...system, riskClass: "high" }, later(100));
  await changeOften(member, await newPlan(member, [unit], "To maturity", later(110)));
}

async function changeOften(member: Member, id: string) {
  const action = (await findPlan(member, id))?.plan.items[0];
  const last = (await findPlan(member, id))?.plan.items.at(-1);
  if (!action || !last) throw new Error("The plan is empty.");
  const { unit } = action;
  const changes: PlanChange[] = [
    { do: "move", unit, action: action.action, week: action.startWeek + 1 },
    { do: "drop", unit, action: last.action },
    { do: "assign", unit, action: action.action, person: "Grace" },
    { do: "metric", metric: "user-adoption", baseline: 1, target: 2, owner: "Ada" },
    {
      ...{ do: "stakeholder", was: "", group: "Staff", influence: 2, support: 4, barrier: "desire" },
      ...{ engagement: "Ask", owner: null },
    },
    { do: "activities", group: "Staff", activities: { communication: activity, training: activity } },
  ];
  for (const change of changes) {
    const stored = await findPlan(member, id);
    if (!stored) throw new Error("The plan is gone.");
    const { framework } = await readFramework(stored.frameworkVersionId);
    const made = await tryChange(member, framework, stored, change);
    if ("fault" in made) throw new Error(`${change.do}: ${made.fault}`);
    const outcome = await changePlan(member, id, { ...made, expectedRevision: stored.revision }, later(120));
    if (outcome !== "saved") throw new Error(outcome);
  }
}
