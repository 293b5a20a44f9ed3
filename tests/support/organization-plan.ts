import fc from "fast-check";
import { conditionKey, warningKey } from "@/lib/assessments/suitability";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { actionKeys } from "@/lib/framework/keys";
import { DEPTHS, PHASES } from "@/lib/framework/types";
import { CONDITION_ANSWERS, CONDITIONS, WARNINGS } from "@/lib/scoring/assessment";
import type { Member } from "@/lib/server/auth/member";
import { putAnswer } from "@/lib/server/data/answers";
import { holdAssessment, updateAcceptedActions } from "@/lib/server/data/assessments";
import { signOffPlan } from "@/lib/server/data/plans";
import { submitAssessment } from "@/lib/server/data/submission";
import { putSuitability } from "@/lib/server/data/suitability";
import { archiveUnit, listUnits } from "@/lib/server/data/units";
import { anyAnswer } from "./arbitraries";
import { later, newAssessment, newUnit, QUICK_QUESTIONS, setSuitability } from "./organization";
import { newPlan } from "./plans";

/** Any organization, as what people did to get there. */

const names = fc.constantFrom("Retail", "Zürich 中文", "=SUM(A1)", 'A "quoted" name', "Ops, <b>East</b>");

const units = fc.array(
  fc.record({
    name: names,
    parent: fc.nat(5),
    top: fc.boolean(),
    region: fc.option(names),
    regulated: fc.boolean(),
    unitsInScope: fc.constantFrom(0, 1, 100_000),
    archived: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

const suitabilityAnswer = fc.oneof(
  fc.record({
    key: fc.constantFrom(...CONDITIONS).map(conditionKey),
    answer: fc.constantFrom(...CONDITION_ANSWERS),
  }),
  fc.record({ key: fc.constantFrom(...WARNINGS).map(warningKey), answer: fc.boolean() }),
);

const assessments = fc.array(
  fc.record({
    unit: fc.nat(5),
    depth: fc.constantFrom(...DEPTHS),
    targetPhase: fc.constantFrom(...PHASES),
    carryOver: fc.boolean(),
    answers: fc.array(fc.tuple(fc.constantFrom(...QUICK_QUESTIONS), fc.option(anyAnswer)), { maxLength: 12 }),
    suitability: fc.uniqueArray(suitabilityAnswer, { selector: ({ key }) => key, maxLength: 4 }),
    actions: fc.subarray([...actionKeys(aiScaling).keys()].slice(0, 4)),
    end: fc.constantFrom("draft", "onHold", "submitted", "submitted"),
  }),
  { maxLength: 5 },
);

/** For the units that have submitted something, told by their places among these; signed off or not. */
const plans = fc.array(
  fc.record({
    name: names,
    units: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }),
    signed: fc.boolean(),
  }),
  { maxLength: 2 },
);

export const organizationPlans = fc.record({ units, assessments, plans });
export type OrganizationPlan = typeof organizationPlans extends fc.Arbitrary<infer Plan> ? Plan : never;

/** Does what the plan says, a minute for each assessment. */
export async function carryOut(member: Member, plan: OrganizationPlan): Promise<void> {
  const ids: string[] = [];
  for (const { parent, top, archived, ...details } of plan.units) {
    const parentId = top ? undefined : ids[parent % Math.max(1, ids.length)];
    ids.push(await newUnit(member, { ...details, ...(parentId && { parentId }) }));
  }
  const submitted = new Map<string, string>();
  for (const [
    index,
    { unit, depth, targetPhase, carryOver, answers, suitability, actions, end },
  ] of plan.assessments.entries()) {
    const unitId = ids[unit % ids.length] ?? "";
    const now = later(60 * (index + 1));
    const previousId = carryOver ? submitted.get(unitId) : undefined;
    const id = await newAssessment(
      member,
      { unitId, depth, targetPhase, ...(previousId && { previousId }) },
      now,
    );
    const revisions = new Map<string, number>();
    for (const [at, [question, answer]] of answers.entries()) {
      const change = { assessmentId: id, question, answer, mutationId: `m-${at}` };
      const expectedRevision = revisions.get(question) ?? (previousId ? 1 : 0);
      const put = await putAnswer(member, { ...change, expectedRevision }, now);
      if (put.outcome === "saved") revisions.set(question, put.stored.revision);
    }
    for (const { key, answer } of suitability) {
      const change = { assessmentId: id, key, answer, expectedRevision: 0, mutationId: `m-${key}` };
      await putSuitability(member, change, now);
    }
    await updateAcceptedActions(member, id, actions, now);
    if (end === "onHold") await holdAssessment(member, id, now);
    if (end !== "submitted") continue;
    await setSuitability(id);
    await submitAssessment(member, id, now);
    submitted.set(unitId, id);
  }
  const assessed = [...submitted.keys()];
  for (const { name, units: places, signed } of assessed.length === 0 ? [] : plan.plans) {
    const chosen = [...new Set(places.map((place) => assessed[place % assessed.length] ?? ""))];
    const id = await newPlan(member, chosen, name, later(3000));
    if (signed) await signOffPlan(member, id, { expectedRevision: 1, by: "Ada, Jr." }, later(3001));
  }
  for (const [index, { archived }] of plan.units.entries()) {
    const open = new Set((await listUnits(member)).map(({ id }) => id));
    const id = ids[index] ?? "";
    if (archived && open.has(id)) await archiveUnit(member, id, later(3600));
  }
}
