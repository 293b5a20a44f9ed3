import { expect, test } from "vitest";
import { separate } from "@/lib/comparison/compared-unit";
import { transfers } from "@/lib/comparison/transfers";
import { weaknesses } from "@/lib/comparison/weaknesses";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { buildSample } from "@/lib/sample/build";
import { documentAddress } from "@/lib/sample/documents";
import type { Assessment } from "@/lib/scoring/assessment";
import { BANDS, OUTCOMES, type Result } from "@/lib/scoring/result";
import type { Submitted } from "@/lib/scoring/submitted";

const NOW = new Date("2026-11-24T10:00:00.000Z");
const DAY = 24 * 60 * 60 * 1000;

const regions = buildSample(aiScaling, NOW);
const units = regions.flatMap((region) => region.units);
const assessments = units.flatMap((unit) => unit.assessments);

/** What each unit submitted, with results as they will be stored. */
const histories = new Map(
  units.map(({ name, assessments }) => {
    let previous: Assessment | undefined;
    const submitted = assessments
      .filter(({ status }) => status === "submitted")
      .map(({ assessment, changedAt }, index): Submitted & { result: Result } => {
        const result = evaluate(aiScaling, assessment, previous);
        previous = assessment;
        const { depth, targetPhase } = assessment;
        return { assessmentId: `${name} ${index}`, depth, targetPhase, submittedAt: changedAt, result };
      });
    return [name, submitted] as const;
  }),
);

const candidates = [...histories].map(([name, submitted]) => ({
  unit: { id: name, name },
  latest: submitted.at(-1) ?? null,
  previous: submitted.at(-2) ?? null,
}));
const { compared, notCompared } = separate(candidates, aiScaling);
const latest = compared.map(({ latest }) => latest.result);

test("twelve units, three in each of four regions, in five industries", () => {
  expect(regions.map(({ units }) => units.length)).toEqual([3, 3, 3, 3]);
  expect(new Set(units.map(({ name }) => name)).size).toBe(12);
  expect(new Set(units.map(({ industry }) => industry)).size).toBe(5);
});

test("some have a history, one is half finished, one on hold, one was quick", () => {
  const lengths = [...histories.values()].map(({ length }) => length);
  expect(lengths.filter((length) => length === 3)).toHaveLength(3);
  expect(lengths.filter((length) => length === 2)).toHaveLength(2);
  expect(lengths.filter((length) => length === 1)).toHaveLength(6);
  expect(assessments.filter(({ status }) => status === "onHold")).toHaveLength(1);
  expect(assessments.filter(({ assessment }) => assessment.depth === "quick")).toHaveLength(1);

  expect(notCompared).toEqual([
    { unit: { id: "Port Operations", name: "Port Operations" }, reason: "notAssessed" },
  ]);
  const [draft, ...others] = assessments.filter(({ status }) => status === "draft");
  expect(others).toEqual([]);
  const { completeness } = evaluate(aiScaling, draft?.assessment ?? raise("no draft"));
  expect(completeness).toBeGreaterThan(0.4);
  expect(completeness).toBeLessThan(0.6);
  expect(draft?.lastQuestion).toBeDefined();
});

test("every outcome and every band appears", () => {
  const outcomes = latest.map(({ verdict }) => verdict.outcome);
  expect(OUTCOMES.map((outcome) => outcomes.filter((other) => other === outcome).length)).toEqual([
    1, 6, 3, 1,
  ]);
  expect(new Set(latest.map(({ score }) => score.band))).toEqual(new Set(BANDS));
  expect(new Set(compared.map(({ latest }) => latest.targetPhase))).toEqual(
    new Set(["foundation", "expansion", "optimization"]),
  );
  expect(new Set(latest.map(({ confidence }) => confidence.label))).toEqual(
    new Set(["low", "medium", "high"]),
  );
});

test("each unit that is not ready has a blocker of its own", () => {
  const blocker = (name: string) => {
    const { gaps } = histories.get(name)?.at(-1)?.result ?? raise(name);
    return gaps[0]?.capability;
  };
  expect(blocker("Precision Components")).toBe("data-foundation");
  expect(blocker("Online Marketplace")).toBe("sponsorship");
  expect(blocker("Community Clinics")).toBe("risk-management");
  expect(blocker("Consumer Credit")).toBe("budget");
  expect(blocker("Electronics Assembly")).toBe("pilot-to-production");
});

test("over the year one unit becomes ready, and one falls back in one area", () => {
  const outcomes = histories.get("Retail Banking")?.map(({ result }) => result.verdict.outcome);
  expect(outcomes).toEqual(["notReady", "readyWithConditions", "ready"]);

  const [, before, after] = histories.get("Property Insurance") ?? [];
  const fallen = (after ?? raise("after")).result.areas.filter(({ key, score }) => {
    const earlier = before?.result.areas.find((area) => area.key === key)?.score.value ?? 0;
    return (score.value ?? 0) < earlier;
  });
  expect(fallen.map(({ key }) => key)).toEqual(["organizational"]);
});

test("units can teach and learn, and weaknesses are common and local", () => {
  const pairs = transfers(compared);
  expect(new Set(pairs.map(({ learner }) => learner.id)).size).toBeGreaterThanOrEqual(3);
  expect(new Set(pairs.map(({ teachers }) => teachers[0]?.unit.id)).size).toBeGreaterThanOrEqual(3);
  const { common, local } = weaknesses(compared);
  expect(common.length).toBeGreaterThanOrEqual(3);
  expect(local.filter(({ units }) => units.length <= 2).length).toBeGreaterThanOrEqual(3);
});

test("checks of several kinds have something to say, most units nothing to hide", () => {
  const keys = new Set(latest.flatMap(({ checks }) => checks.map(({ key }) => key)));
  for (const key of [
    "obligations-without-register",
    "benefit-without-real-use",
    "straightLining",
    "highWithoutEvidence",
    "jumpWithoutNote",
  ]) {
    expect(keys).toContain(key);
  }
  expect(latest.filter(({ checks }) => checks.length === 0).length).toBeGreaterThanOrEqual(6);
});

test("answers show everything an answer can hold", () => {
  const answers = assessments.flatMap(({ assessment }) =>
    assessment.respondents.flatMap(({ answers }) => Object.values(answers)),
  );
  expect(new Set(answers.map(({ level }) => level))).toEqual(new Set([undefined, 1, 2, 3, 4, 5]));
  expect(answers.filter(({ dontKnow }) => dontKnow).length).toBeGreaterThanOrEqual(10);
  expect(answers.filter(({ notApplicable, note }) => notApplicable && note).length).toBeGreaterThanOrEqual(3);
  expect(new Set(answers.map(({ certainty }) => certainty))).toEqual(
    new Set([undefined, "verified", "informed", "guess"]),
  );
  for (const address of answers.flatMap(({ evidence = [] }) => evidence)) {
    expect(new URL(address).hostname).toBe("intranet.example.com");
  }
  const ages = assessments.map(({ changedAt }) => (NOW.getTime() - changedAt.getTime()) / DAY);
  expect(Math.min(...ages)).toBeGreaterThan(0);
  expect(Math.max(...ages)).toBeGreaterThan(300);
  expect(Math.max(...ages)).toBeLessThan(366);
  for (const { createdAt, changedAt } of assessments) {
    expect(createdAt.getTime()).toBeLessThanOrEqual(changedAt.getTime());
  }
});

test("a note names no month or season: it is read on any day of the year", () => {
  const notes = assessments.flatMap(({ assessment }) =>
    assessment.respondents.flatMap(({ answers }) => Object.values(answers).map(({ note = "" }) => note)),
  );
  const dated =
    /\b(January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter|\d{4})\b/;
  expect(notes.filter((note) => dated.test(note))).toEqual([]);
});

test("every question has a document", () => {
  const questions = aiScaling.areas.flatMap(({ capabilities }) =>
    capabilities.flatMap(({ questions }) => questions.map(({ key }) => key)),
  );
  const addresses = questions.map((key) => documentAddress("Home Stores", key));
  expect(addresses).not.toContain(null);
  expect(new Set(addresses).size).toBe(60);
});

test("the assessment on hold shows which answers are carried over", () => {
  const onHold = assessments.find(({ status }) => status === "onHold") ?? raise("none on hold");
  expect(onHold.carriedOver).toContain("risk-management.impact-assessment");
  expect(onHold.carriedOver).not.toContain("people.staffing");
  expect(assessments.filter(({ carriedOver }) => carriedOver.length > 0)).toEqual([onHold]);
});

test("the same moment gives the same sample", () => {
  expect(buildSample(aiScaling, NOW)).toEqual(regions);
});

function raise(message: string): never {
  throw new Error(message);
}
