import { describe, expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { SUCCESS_METRICS } from "@/lib/framework/success-metrics";
import type { PlanRequest } from "@/lib/planning/plan";
import { PlanError } from "@/lib/planning/plan-error";
import { parsePlanRequest } from "@/lib/planning/requests/plan-request-schema";
import { answered } from "../../support/answered";
import { everybody, planRequest } from "../../support/planning";

const good = planRequest(aiScaling, { assessments: [answered()], capacity: everybody(aiScaling, 1) });
const unit = "Retail Banking";
const roles = aiScaling.roles.map(({ key }) => key).join(", ");

const parts = (...weeks: number[]) => weeks.map((startWeek) => ({ startWeek, personWeeks: 2 }));
const inParts = (startWeek: number, own: unknown) => ({
  ...good,
  locked: [{ unit, action: "people.to-4", startWeek, parts: own }],
});

const parse = (value: unknown) => parsePlanRequest(value, [aiScaling]);

test("a whole request comes back as it is", () => {
  const whole: PlanRequest = {
    ...good,
    budget: { currency: "USD", amount: 400_000, ratePerWeek: { "data-lead": 2500 } },
    approach: { urgency: 4 },
    locked: [
      { unit, action: "people.to-4", startWeek: 13 },
      { unit, action: "people.to-3", startWeek: 3, parts: parts(3, 9) },
    ],
    dropped: [{ unit, action: "people.to-5" }],
  };
  expect(parse(structuredClone(whole))).toEqual(whole);
});

test("what may be left out is empty", () => {
  const { framework, assessments, weeks, start, capacity } = good;
  expect(parse({ framework, assessments, weeks, start, capacity })).toEqual({ ...good, targetVerdict: null });
});

const group = { group: "Board", influence: 5, support: 2, barrier: "desire", engagement: "", owner: null };

describe("a fault names its place and what was expected there:", () => {
  test.each<[string, unknown, string, string]>([
    ["no object", [], "", "an object"],
    ["a stray key", { ...good, color: "red" }, "color", "no such key"],
    ["no assessment", { ...good, assessments: [] }, "assessments", "at least one assessment"],
    ["another framework", { ...good, framework: "other@1.0.0" }, "framework", "one of ai-scaling@1.0.0"],
    [
      "a fault within an assessment",
      { ...good, assessments: [answered(), answered({ targetPhase: "pilot" as "maturity" })] },
      "assessments[1].targetPhase",
      "one of foundation, expansion, optimization, maturity",
    ],
    [
      "a unit twice",
      { ...good, assessments: [answered(), answered()] },
      "assessments[1].unit.name",
      "one assessment of each unit",
    ],
    [
      "a target that is none",
      { ...good, targetVerdict: "notReady" },
      "targetVerdict",
      "one of readyWithConditions, ready, or null to close every gap",
    ],
    ["no weeks", { ...good, weeks: 0 }, "weeks", "from 1 to 104 weeks"],
    ["half a week", { ...good, weeks: 1.5 }, "weeks", "a whole number of weeks"],
    ["a day that is none", { ...good, start: "2027-02-30" }, "start", "a day such as 2026-11-24"],
    [
      "a stray role",
      { ...good, capacity: [{ role: "wizard", fte: 1, fromWeek: 1, toWeek: 2 }] },
      "capacity[0].role",
      `one of ${roles}`,
    ],
    [
      "less than nobody",
      { ...good, capacity: [{ role: "data-lead", fte: -1, fromWeek: 1, toWeek: 2 }] },
      "capacity[0].fte",
      "0 or more",
    ],
    [
      "an end before its beginning",
      { ...good, capacity: [{ role: "data-lead", fte: 1, fromWeek: 5, toWeek: 4 }] },
      "capacity[0].toWeek",
      "week 5 or later",
    ],
    [
      "a window that has passed the plan",
      { ...good, capacity: [{ role: "data-lead", fte: 1, fromWeek: 25, toWeek: 30 }] },
      "capacity[0].fromWeek",
      "a week from 1 to 24",
    ],
    [
      "a stray rate",
      { ...good, budget: { currency: "USD", amount: 1, ratePerWeek: { wizard: 1 } } },
      "budget.ratePerWeek.wizard",
      `one of ${roles}`,
    ],
    [
      "a currency in words",
      { ...good, budget: { currency: "dollars", amount: 1, ratePerWeek: {} } },
      "budget.currency",
      "a currency of three letters, such as USD",
    ],
    ["a scale left", { ...good, approach: { urgency: 6 } }, "approach.urgency", "a whole number from 1 to 5"],
    [
      "a stray unit",
      { ...good, locked: [{ unit: "Nobody", action: "people.to-4", startWeek: 1 }] },
      "locked[0].unit",
      "the name of a unit that is planned",
    ],
    [
      "a stray action",
      { ...good, dropped: [{ unit, action: "people.to-9" }] },
      "dropped[0].action",
      "the key of an action of the framework",
    ],
    ["a single part", inParts(3, parts(3)), "locked[0].parts", "at least two parts, or none"],
    ["parts without end", inParts(1, parts(1, 2, 3, 4, 5)), "locked[0].parts", "at most 4 parts"],
    [
      "a part without work",
      inParts(3, [...parts(3), { startWeek: 9, personWeeks: 0 }]),
      "locked[0].parts[1].personWeeks",
      "0.01 or more",
    ],
    [
      "a first part elsewhere",
      inParts(3, parts(4, 9)),
      "locked[0].parts[0].startWeek",
      "week 3, in which the lock begins",
    ],
    ["a group twice", { ...good, stakeholders: [group, group] }, "stakeholders[1].group", "each group once"],
    [
      "a metric that is none",
      { ...good, metrics: [{ metric: "luck", baseline: null, target: null, owner: null }] },
      "metrics[0].metric",
      `one of ${SUCCESS_METRICS.map(({ key }) => key).join(", ")}`,
    ],
    [
      "locked and dropped",
      {
        ...good,
        locked: [{ unit, action: "people.to-4", startWeek: 1 }],
        dropped: [{ unit, action: "people.to-4" }],
      },
      "dropped[0].action",
      "each action once, locked or dropped",
    ],
  ])("%s", (_, value, path, expected) => {
    expect(() => parse(value)).toThrow(new PlanError(path, expected));
  });

  test("a key that every object inherits", () => {
    const text = JSON.stringify({ ...good, approach: {} }).replace(
      '"approach":{}',
      '"approach":{"__proto__":1}',
    );
    expect(() => parse(JSON.parse(text))).toThrow(new PlanError("approach.__proto__", "no such key"));
  });
});
