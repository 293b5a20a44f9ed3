import { describe, expect, test } from "vitest";
import { CONDITIONS, type Suitability, WARNINGS } from "@/lib/scoring/assessment";
import { type VerdictInput, verdictOf } from "@/lib/scoring/verdict";
import { wellSuited } from "../../support/method";

/** A unit with nothing against it, but for what is changed. */
function verdict(change: Partial<Omit<VerdictInput, "completeness">> & { answered?: number } = {}) {
  const { answered = 60, ...rest } = change;
  return verdictOf(
    {
      completeness: { asked: 60, answered, share: answered / 60 },
      readiness: 100,
      gating: [{ key: "people", title: "People", gap: 0 }],
      suitability: wellSuited,
      ...rest,
    },
    "expansion",
  );
}

const gap = (size: number) => [{ key: "people", title: "People", gap: size }];
const warned = (warning: string): Suitability => ({
  ...wellSuited,
  warnings: { ...wellSuited.warnings, [warning]: true },
});
const rulesOf = ({ reasons }: ReturnType<typeof verdict>) => reasons.map(({ rule }) => rule);

test("ready, with the reason that everything is met", () => {
  expect(verdict()).toEqual({
    outcome: "ready",
    reasons: [
      {
        rule: "allMet",
        text: "Readiness for expansion is 100.0, no gating capability is a level short, no condition is unmet and no warning sign is present.",
      },
    ],
  });
});

describe("insufficient evidence", () => {
  test("below 60% answered, whatever else there is", () => {
    expect(verdict({ answered: 35, readiness: 10 })).toEqual({
      outcome: "insufficientEvidence",
      reasons: [{ rule: "completeness", text: "35 of 60 questions are answered; 60% are needed." }],
    });
    expect(verdict({ answered: 36, readiness: 10 }).outcome).toBe("notReady");
  });

  test("where nothing applies", () => {
    const { outcome, reasons } = verdict({ readiness: null });
    expect(outcome).toBe("insufficientEvidence");
    expect(reasons[0]?.text).toBe("Every question is not applicable, so nothing is assessed.");
  });
});

describe("not ready", () => {
  test("below readiness 65", () => {
    expect(verdict({ readiness: 64.97 })).toEqual({
      outcome: "notReady",
      // Never "65.0, below 65".
      reasons: [{ rule: "readiness", text: "Readiness for expansion is 64.97, below 65." }],
    });
    expect(verdict({ readiness: 65 }).outcome).toBe("readyWithConditions");
    expect(verdict({ readiness: 65 - 1e-12 }).outcome).toBe("readyWithConditions");
  });

  test("a gating capability two levels short, whatever the mean", () => {
    expect(verdict({ gating: gap(2) })).toEqual({
      outcome: "notReady",
      reasons: [
        {
          rule: "gatingGap",
          capability: "people",
          text: "People is gating and 2 levels below what expansion requires.",
        },
      ],
    });
    expect(verdict({ gating: gap(1.99) }).outcome).toBe("readyWithConditions");
  });

  test.each(["unprovenConcepts", "unstablePilots"])("the warning sign %s", (warning) => {
    expect(verdict({ suitability: warned(warning) })).toMatchObject({
      outcome: "notReady",
      reasons: [{ rule: "warningSign", warning }],
    });
  });

  test("lists every ground of its rule and none of another", () => {
    const all = verdict({
      answered: 50,
      readiness: 40,
      gating: gap(3),
      suitability: warned("unstablePilots"),
    });
    expect(rulesOf(all)).toEqual(["readiness", "gatingGap", "warningSign"]);
  });
});

describe("ready with conditions", () => {
  test("below readiness 85", () => {
    expect(verdict({ readiness: 84.9 })).toMatchObject({
      outcome: "readyWithConditions",
      reasons: [{ rule: "readiness", text: "Readiness for expansion is 84.9, below 85." }],
    });
    expect(verdict({ readiness: 85 }).outcome).toBe("ready");
  });

  test("a gating capability one level short", () => {
    expect(verdict({ gating: gap(1) }).reasons[0]?.text).toBe(
      "People is gating and 1 level below what expansion requires.",
    );
    expect(verdict({ gating: gap(1.5) }).reasons[0]?.text).toContain("1.5 levels");
    expect(verdict({ gating: gap(0.99) }).outcome).toBe("ready");
  });

  test("below 90% answered", () => {
    expect(verdict({ answered: 53 })).toMatchObject({
      outcome: "readyWithConditions",
      reasons: [{ rule: "completeness", text: "53 of 60 questions are answered; 90% are needed." }],
    });
    expect(verdict({ answered: 54 }).outcome).toBe("ready");
  });

  test.each(CONDITIONS)("the condition %s answered no, but not partly", (condition) => {
    const answering = (answer: "no" | "partly") => ({
      ...wellSuited,
      conditions: { ...wellSuited.conditions, [condition]: answer },
    });
    expect(verdict({ suitability: answering("no") })).toMatchObject({
      outcome: "readyWithConditions",
      reasons: [{ rule: "conditionNotMet", condition }],
    });
    expect(verdict({ suitability: answering("partly") }).outcome).toBe("ready");
  });

  test.each(["noFoundation", "insufficientResources", "limitedSupport"])("the warning sign %s", (warning) => {
    expect(verdict({ suitability: warned(warning) })).toMatchObject({
      outcome: "readyWithConditions",
      reasons: [{ rule: "warningSign", warning }],
    });
  });

  test("at best, while a suitability question is open", () => {
    const { provenPilots: _, ...conditions } = wellSuited.conditions;
    expect(verdict({ suitability: { ...wellSuited, conditions } })).toEqual({
      outcome: "readyWithConditions",
      reasons: [{ rule: "suitabilityOpen", text: "1 of 10 suitability questions is still open." }],
    });
    const none = verdict({ suitability: { conditions: {}, warnings: {} } });
    expect(none.reasons[0]?.text).toBe("10 of 10 suitability questions are still open.");
    for (const warning of WARNINGS) {
      const { [warning]: _, ...warnings } = wellSuited.warnings;
      expect(verdict({ suitability: { ...wellSuited, warnings } }).outcome).toBe("readyWithConditions");
    }
  });
});
