import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Member } from "@/lib/server/auth/member";
import { deletePlan } from "@/lib/server/data/deletions/delete-plan";
import { deleteUnit } from "@/lib/server/data/deletions/delete-unit";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { currentFramework } from "@/lib/server/data/frameworks";
import {
  changePlan,
  copyPlan,
  createPlan,
  findPlan,
  listPlans,
  renamePlan,
  type StoredPlan,
  signOffPlan,
} from "@/lib/server/data/plans";
import { listStandings } from "@/lib/server/data/results";
import { loadSample, removeSample } from "@/lib/server/data/sample";
import { listUnits } from "@/lib/server/data/units";
import { newerSources, newRequest, tryChange } from "@/lib/server/planning/requests";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { later, NOW, newOrganization, newSubmission, newUnit } from "../support/organization";
import { madePlan, newPlan, planOptions } from "../support/plans";

freshDatabaseEachTest();

async function stored(member: Member, id: string): Promise<StoredPlan> {
  const plan = await findPlan(member, id);
  if (!plan) throw new Error("no such plan");
  return plan;
}

/** Two units that submitted, and a plan for both. */
async function newOrganizationWithPlan() {
  const member = await newOrganization();
  const units = [await newUnit(member, { name: "Claims" }), await newUnit(member, { name: "Retail" })];
  for (const unitId of units) await newSubmission(member, { unitId, level: 2 });
  const id = await newPlan(member, units, "To expansion");
  return { member, units, id };
}

test("a plan is made from the latest submitted assessment of each unit, in one piece", async () => {
  const { member, units, id } = await newOrganizationWithPlan();
  const plan = await stored(member, id);
  expect(plan).toMatchObject({ name: "To expansion", status: "draft", revision: 1, createdAt: NOW });
  expect(plan.sources.map(({ unitId }) => unitId)).toEqual(units);
  expect(plan.request.assessments.map(({ unit }) => unit.name)).toEqual(["Claims", "Retail"]);
  const [claims] = plan.request.assessments;
  const [planned] = plan.plan.units;
  expect(planned?.readinessNow).toBe(claims && evaluate(aiScaling, claims).readiness.value);
  expect(plan.plan.items.length).toBeGreaterThan(0);
  expect(await listPlans(member)).toEqual([
    expect.objectContaining({
      id,
      brief: expect.objectContaining({
        actions: plan.plan.items.length,
        unplaced: plan.plan.unplaced.length,
      }),
    }),
  ]);
  expect(await listPlans(member, { unitId: units[1] })).toHaveLength(1);
  expect(await listPlans(member, { unitId: "none" })).toEqual([]);
});

test("units of one name are told apart by the unit above them", async () => {
  const member = await newOrganization();
  const names = ["Europe", "Asia"];
  const ids: string[] = [];
  for (const name of names) {
    const parentId = await newUnit(member, { name });
    ids.push(await newUnit(member, { name: "Retail", parentId }));
  }
  for (const unitId of ids) await newSubmission(member, { unitId });
  const { request } = await madePlan(member, ids);
  expect(request.assessments.map(({ unit }) => unit.name).sort()).toEqual([
    "Retail (Asia)",
    "Retail (Europe)",
  ]);
});

test("a unit without a submitted assessment cannot be planned", async () => {
  const member = await newOrganization();
  const unit = await newUnit(member);
  expect(await newRequest(member, [unit], planOptions(), await currentFramework())).toBeNull();
});

test("the target phase asked for goes before that of the assessments", async () => {
  const { member, units } = await newOrganizationWithPlan();
  const asked = await newRequest(
    member,
    units,
    planOptions({ targetPhase: "maturity" }),
    await currentFramework(),
  );
  expect(asked?.request.assessments.map(({ targetPhase }) => targetPhase)).toEqual(["maturity", "maturity"]);
});

test("a move locks the action, a drop takes it out, a split parts it, and all are taken back", async () => {
  const { member, id } = await newOrganizationWithPlan();
  const before = await stored(member, id);
  const [item] = before.plan.items;
  if (!item) throw new Error("nothing is planned");
  const { unit, action, startWeek } = item;
  const week = startWeek + 1;
  const change = async (what: Parameters<typeof tryChange>[3], revision: number) => {
    const made = await tryChange(member, aiScaling, await stored(member, id), what);
    if ("fault" in made) throw new Error(made.fault);
    const outcome = await changePlan(member, id, { ...made, expectedRevision: revision }, later(revision));
    expect(outcome).toBe("saved");
    const { plan } = await stored(member, id);
    return plan.items.find((one) => one.unit === unit && one.action === action);
  };
  expect(await change({ do: "move", unit, action, week }, 1)).toMatchObject({
    startWeek: week,
    locked: true,
  });
  expect(await change({ do: "assign", unit, action, person: "Ada" }, 2)).toMatchObject({ person: "Ada" });
  expect(await change({ do: "drop", unit, action }, 3)).toBeUndefined();
  expect(await change({ do: "restore", unit, action }, 4)).toMatchObject({ locked: false, person: "Ada" });
  expect(await change({ do: "assign", unit, action, person: "" }, 5)).toMatchObject({ person: null });
  const half = item.personWeeks / 2;
  const parts = [startWeek, item.endWeek + 2].map((begin) => ({ startWeek: begin, personWeeks: half }));
  expect(await change({ do: "split", unit, action, parts }, 6)).toMatchObject({ locked: true, parts });
  expect(await change({ do: "join", unit, action }, 7)).not.toHaveProperty("parts");
  expect(await change({ do: "release", unit, action }, 8)).toMatchObject({ locked: false });
  const after = await stored(member, id);
  expect(after).toMatchObject({ revision: 9, updatedAt: later(8), createdAt: NOW });
  expect(after.plan).toEqual(before.plan);
});

test("a change that cannot be says why, and nothing is stored", async () => {
  const { member, id } = await newOrganizationWithPlan();
  const plan = await stored(member, id);
  const last = plan.plan.items.at(-1);
  if (!last) throw new Error("nothing is planned");
  const { unit, action } = last;
  const made = await tryChange(member, aiScaling, plan, { do: "move", unit, action, week: 52 });
  expect(made).toEqual({
    fault: expect.stringMatching(/^“.+” of (Claims|Retail): expected a week from 1 to \d+/),
  });
  const parts = [1, 51].map((startWeek) => ({ startWeek, personWeeks: last.personWeeks / 2 }));
  expect(await tryChange(member, aiScaling, plan, { do: "split", unit, action, parts })).toEqual({
    fault: expect.stringMatching(/^“.+” of (Claims|Retail), part [12]: expected /),
  });
  expect(await stored(member, id)).toEqual(plan);
});

test("a change that was looked at on an older revision is not made", async () => {
  const { member, id } = await newOrganizationWithPlan();
  const { request, plan, sources } = await stored(member, id);
  const change = { request, plan, sources, expectedRevision: 1 };
  expect(await changePlan(member, id, change, later(1))).toBe("saved");
  expect(await changePlan(member, id, change, later(2))).toBe("stale");
  expect(await signOffPlan(member, id, { expectedRevision: 1, by: "Ada" }, later(3))).toBe("stale");
  expect(await stored(member, id)).toMatchObject({ revision: 2, updatedAt: later(1), status: "draft" });
});

test("what is signed off does not change any more; a copy does", async () => {
  const { member, id } = await newOrganizationWithPlan();
  expect(await signOffPlan(member, id, { expectedRevision: 1, by: "Ada" }, later(1))).toBe("saved");
  const signed = await stored(member, id);
  expect(signed).toMatchObject({ status: "signedOff", signedOffBy: "Ada", signedOffAt: later(1) });
  const { request, plan, sources } = signed;
  expect(await changePlan(member, id, { request, plan, sources, expectedRevision: 1 }, later(2))).toBe(
    "signed-off",
  );
  expect(await renamePlan(member, id, "Other", later(2))).toBe("signed-off");
  expect(await signOffPlan(member, id, { expectedRevision: 1, by: "Bo" }, later(2))).toBe("signed-off");
  const copy = await copyPlan(member, id, "Copy", later(3));
  if (copy.outcome !== "created") throw new Error(copy.outcome);
  expect(await stored(member, id)).toEqual(signed);
  const copied = await stored(member, copy.id);
  expect(copied).toMatchObject({
    name: "Copy",
    status: "draft",
    revision: 1,
    signedOffBy: null,
    request,
    plan,
    sources,
  });
  expect(await renamePlan(member, copy.id, "Next", later(4))).toBe("saved");
  expect(await changePlan(member, copy.id, { request, plan, sources, expectedRevision: 1 }, later(5))).toBe(
    "saved",
  );
});

test("a newer assessment is seen, and taken when asked", async () => {
  const { member, units, id } = await newOrganizationWithPlan();
  const plan = await stored(member, id);
  expect(newerSources(plan, await listStandings(member))).toEqual([]);
  const newer = await newSubmission(member, { unitId: units[0] ?? "", level: 4 }, later(60));
  expect(newerSources(plan, await listStandings(member))).toEqual([
    { unitId: units[0], assessmentId: newer, name: "Claims" },
  ]);
  const made = await tryChange(member, aiScaling, plan, { do: "renew" });
  if ("fault" in made) throw new Error(made.fault);
  expect(made.sources[0]?.assessmentId).toBe(newer);
  expect(made.plan.units[0]?.readinessNow).toBeGreaterThan(plan.plan.units[0]?.readinessNow ?? 0);
  expect(made.plan.units[1]?.readinessNow).toBe(plan.plan.units[1]?.readinessNow);
  expect(await changePlan(member, id, { ...made, expectedRevision: 1 }, later(61))).toBe("saved");
  expect((await stored(member, id)).sources).toEqual(made.sources);
});

test("a plan cannot be made from what is not submitted or not here", async () => {
  const { member, units } = await newOrganizationWithPlan();
  const plan = await madePlan(member, units);
  const [first] = plan.sources;
  if (!first) throw new Error("no source");
  for (const source of [
    { ...first, assessmentId: "none" },
    { ...first, unitId: "none" },
  ]) {
    expect(await createPlan(member, { ...plan, sources: [source] }, NOW)).toEqual({ outcome: "not-found" });
  }
  expect(await listPlans(member)).toHaveLength(1);
});

test("a deleted plan comes back just as it was; deleting a unit leaves its plans", async () => {
  const { member, units, id } = await newOrganizationWithPlan();
  const before = await exported(member);
  expect(await deletePlan(member, id, later(1))).toBe("deleted");
  expect(await findPlan(member, id)).toBeNull();
  const [deletion] = await listDeletions(member, later(2));
  expect(deletion).toMatchObject({ kind: "plan", name: "To expansion" });
  expect(await restoreDeletion(member, deletion?.id ?? "", later(2))).toBe("restored");
  expect(await exported(member)).toBe(before);

  const plan = await stored(member, id);
  expect(await deleteUnit(member, units[0] ?? "", later(3))).toBe("deleted");
  expect(await stored(member, id)).toEqual(plan);
  const made = await tryChange(member, aiScaling, plan, { do: "renew" });
  expect(made).toMatchObject({ plan: plan.plan });
});

test("plans of the sample alone go with it", async () => {
  const member = await newOrganization();
  await loadSample(member, NOW);
  const assessed = await listStandings(member);
  const sample = assessed[0]?.unitId ?? "";
  const own = await newUnit(member, { name: "Own" });
  await newSubmission(member, { unitId: own });
  await newPlan(member, [sample], "Sample");
  await newPlan(member, [sample, own], "Both");
  expect(await removeSample(member)).toBe("removed");
  expect((await listPlans(member)).map(({ name }) => name)).toEqual(["Both"]);
  expect((await listUnits(member)).map(({ name }) => name)).toEqual(["Own"]);
});
