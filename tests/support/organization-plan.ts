import fc from "fast-check";
import { conditionKey, warningKey } from "@/lib/assessments/suitability";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { actionKeys } from "@/lib/framework/keys";
import { DEPTHS, PHASES } from "@/lib/framework/types";
import { type ItemDetails, KINDS, RISK_CLASSES, STAGES, VALUES } from "@/lib/inventory/item";
import { forEachTable, TABLE_KEYS, type TableKey } from "@/lib/organization-file/tables";
import { TREATMENTS } from "@/lib/risk-register/entry";
import { CONDITION_ANSWERS, CONDITIONS, WARNINGS } from "@/lib/scoring/assessment";
import type { Member } from "@/lib/server/auth/member";
import { putAnswer } from "@/lib/server/data/answers";
import { holdAssessment, updateAcceptedActions } from "@/lib/server/data/assessments";
import { addItem, listInventory } from "@/lib/server/data/inventory";
import { signOffPlan } from "@/lib/server/data/plans";
import { submitAssessment } from "@/lib/server/data/submission";
import { putSuitability } from "@/lib/server/data/suitability";
import { archiveUnit, listUnits } from "@/lib/server/data/units";
import { anyAnswer } from "./arbitraries";
import { decide } from "./change-records";
import { later, newAssessment, newUnit, QUICK_QUESTIONS, setSuitability } from "./organization";
import { newPlan } from "./plans";

/** Any organization, as what people did to get there: step by step, table by table. */

/** What was made so far and others may refer to. */
type World = {
  member: Member;
  units: string[];
  /** The last submission of each unit. */
  submitted: Map<string, string>;
  /** What is done at the end. */
  atLast: (() => Promise<unknown>)[];
};

type Maker<Step> = {
  steps: fc.Arbitrary<Step[]>;
  carryOut(step: Step, world: World, place: number): Promise<unknown>;
};
const maker = <Step>(steps: fc.Arbitrary<Step[]>, carryOut: Maker<Step>["carryOut"]): Maker<Step> => ({
  steps,
  carryOut,
});

const names = fc.constantFrom("Retail", "Zürich 中文", "=SUM(A1)", 'A "quoted" name', "Ops, <b>East</b>");
const remarks = fc.constantFrom("", "Seen.", "two\nlines", "=1+1");
const days = fc.constantFrom("1999-12-31", "2027-01-01", "2200-12-31");

/** Seldom none, so that most organizations have something of everything. */
const some = <Step>(step: fc.Arbitrary<Step>, maxLength: number): fc.Arbitrary<Step[]> =>
  fc.oneof(
    { weight: 60, arbitrary: fc.array(step, { minLength: 1, maxLength }) },
    { weight: 1, arbitrary: fc.constant<Step[]>([]) },
  );

const unitAt = ({ units }: World, place: number) => units[place % units.length] ?? "";

const units = maker(
  fc.array(
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
  ),
  async ({ parent, top, archived, ...details }, world) => {
    const { member } = world;
    const parentId = top || world.units.length === 0 ? undefined : unitAt(world, parent);
    const id = await newUnit(member, { ...details, ...(parentId && { parentId }) });
    world.units.push(id);
    if (!archived) return;
    world.atLast.push(async () => {
      const open = (await listUnits(member)).some((unit) => unit.id === id);
      if (open) await archiveUnit(member, id, later(3600));
    });
  },
);

const suitabilityAnswer = fc.oneof(
  fc.record({
    key: fc.constantFrom(...CONDITIONS).map(conditionKey),
    answer: fc.constantFrom(...CONDITION_ANSWERS),
  }),
  fc.record({ key: fc.constantFrom(...WARNINGS).map(warningKey), answer: fc.boolean() }),
);

const assessmentThatIs = (end: fc.Arbitrary<"draft" | "onHold" | "submitted">) =>
  fc.record({
    unit: fc.nat(5),
    depth: fc.constantFrom(...DEPTHS),
    targetPhase: fc.constantFrom(...PHASES),
    carryOver: fc.boolean(),
    answers: fc.array(fc.tuple(fc.constantFrom(...QUICK_QUESTIONS), fc.option(anyAnswer)), { maxLength: 12 }),
    suitability: fc.uniqueArray(suitabilityAnswer, { selector: ({ key }) => key, maxLength: 4 }),
    actions: fc.subarray([...actionKeys(aiScaling).keys()].slice(0, 4)),
    end,
  });

/** A minute for each; what most begin with is submitted, so that there is something to plan. */
const assessments = maker(
  fc
    .tuple(
      some(assessmentThatIs(fc.constant("submitted")), 1),
      fc.array(assessmentThatIs(fc.constantFrom("draft", "onHold", "submitted", "submitted")), {
        maxLength: 4,
      }),
    )
    .map((parts) => parts.flat()),
  async ({ unit, depth, targetPhase, carryOver, answers, suitability, actions, end }, world, place) => {
    const { member, submitted } = world;
    const unitId = unitAt(world, unit);
    const now = later(60 * (place + 1));
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
    if (end !== "submitted") return;
    await setSuitability(id);
    await submitAssessment(member, id, now);
    submitted.set(unitId, id);
  },
);

/** For the units that have submitted something, told by their places among these; signed off or not. */
const plans = maker(
  some(
    fc.record({
      name: names,
      units: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }),
      signed: fc.boolean(),
    }),
    2,
  ),
  async ({ name, units: places, signed }, { member, submitted }) => {
    const assessed = [...submitted.keys()];
    if (assessed.length === 0) return;
    const chosen = [...new Set(places.map((place) => assessed[place % assessed.length] ?? ""))];
    const id = await newPlan(member, chosen, name, later(3000));
    if (signed) await signOffPlan(member, id, { expectedRevision: 1, by: "Ada, Jr." }, later(3001));
  },
);

const decisions = fc
  .record({
    ...{
      owner: fc.option(names),
      treatment: fc.option(fc.constantFrom(...TREATMENTS)),
      by: names,
      until: days,
    },
    ...{ contingency: remarks, indicator: remarks, reviewOn: fc.option(days), note: remarks },
  })
  .map(({ by, until, ...decision }) => {
    const isAccepted = decision.treatment === "accept";
    return { ...decision, acceptedBy: isAccepted ? by : null, acceptedUntil: isAccepted ? until : null };
  });

/** Of few risks, so that about some of them something is decided more than once. */
const registers = maker(
  some(
    fc.record({
      unit: fc.nat(2),
      risk: fc.constantFrom(...aiScaling.risks.slice(0, 3).map(({ key }) => key)),
      decision: decisions,
    }),
    4,
  ),
  ({ unit, risk, decision }, world, place) =>
    decide(world.member, { unitId: unitAt(world, unit), risk, decision }, later(3100 + place)),
);

/** A name that its unit has already is left out. */
const inventory = maker(
  some(
    fc.record({
      unit: fc.nat(2),
      ...{ kind: fc.constantFrom(...KINDS), name: names, owner: fc.option(names), serves: fc.boolean() },
      ...{ stage: fc.option(fc.constantFrom(...STAGES)), value: fc.option(fc.constantFrom(...VALUES)) },
      ...{
        riskClass: fc.option(fc.constantFrom(...RISK_CLASSES)),
        reviewedOn: fc.option(days),
        note: remarks,
      },
    }),
    5,
  ),
  async ({ unit, serves, ...details }, world, place) => {
    const { member } = world;
    const unitId = unitAt(world, unit);
    const processes = (await listInventory(member, { unitId })).filter(({ kind }) => kind === "process");
    const item: ItemDetails =
      details.kind === "process"
        ? { ...details, stage: null, riskClass: null, serves: [] }
        : { ...details, serves: serves ? processes.map(({ id }) => id) : [] };
    await addItem(member, unitId, item, later(3200 + place));
  },
);

const MAKERS = { units, assessments, plans, registers, inventory } satisfies Record<TableKey, unknown>;

type StepOf<Key extends TableKey> = (typeof MAKERS)[Key] extends Maker<infer Step> ? Step : never;
const BY_TABLE: { [Key in TableKey]: Maker<StepOf<Key>> } = MAKERS;
export type OrganizationPlan = { [Key in TableKey]: StepOf<Key>[] };

export const organizationPlans = fc.record(
  forEachTable((key) => BY_TABLE[key].steps) as { [Key in TableKey]: fc.Arbitrary<StepOf<Key>[]> },
);

/** Does what the plan says. */
export async function carryOut(member: Member, plan: OrganizationPlan): Promise<void> {
  const world: World = { member, units: [], submitted: new Map(), atLast: [] };
  for (const key of TABLE_KEYS) await carryOutOf(key, plan[key], world);
  for (const act of world.atLast) await act();
}

async function carryOutOf<Key extends TableKey>(key: Key, steps: readonly StepOf<Key>[], world: World) {
  for (const [place, step] of steps.entries()) await BY_TABLE[key].carryOut(step, world, place);
}
