import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import type { Answer, Assessment } from "@/lib/scoring/assessment";
import type { CheckResult } from "@/lib/scoring/result";
import { assessmentsOf, frameworks } from "../../support/arbitraries";
import { assessment, capability, framework, type Given } from "../../support/method";

const of = framework(
  {
    technical: [
      capability("platform", { gating: true, questions: [1, 1] }),
      capability("monitoring", { questions: [1, 1, 1] }),
    ],
    governance: [capability("inventory")],
  },
  {
    checks: [
      {
        key: "monitored-but-unknown",
        text: "Models are monitored that nobody has listed.",
        when: [
          { question: "monitoring.q1", atLeast: 4 },
          { question: "inventory.q1", atMost: 1 },
        ],
      },
    ],
  },
);

type People = Parameters<typeof assessment>[1];
const found = (key: string, given: People, previous?: Assessment): CheckResult[] =>
  evaluate(of, assessment(of, given), previous).checks.filter((check) => check.key === key);

const noted = (level: 1 | 2 | 3 | 4 | 5, note = "Seen."): Answer => ({ level, note });

describe("contradictions", () => {
  test("warn when every part of the pair holds", () => {
    expect(found("monitored-but-unknown", { "monitoring.q1": 4, "inventory.q1": 1 })).toEqual([
      {
        key: "monitored-but-unknown",
        questions: ["monitoring.q1", "inventory.q1"],
        text: "Models are monitored that nobody has listed.",
      },
    ]);
  });

  test.each<[string, Record<string, Given>]>([
    ["one part is within reason", { "monitoring.q1": 3, "inventory.q1": 1 }],
    ["the other is", { "monitoring.q1": 5, "inventory.q1": 2 }],
    ["one is open", { "monitoring.q1": 5 }],
    ["one does not apply", { "monitoring.q1": 5, "inventory.q1": "na" }],
  ])("stay silent when %s", (_, given) => {
    expect(found("monitored-but-unknown", given)).toEqual([]);
  });

  test("go by what the respondents say together", () => {
    const both = (second: number) => [
      { "monitoring.q1": 5, "inventory.q1": 1 },
      { "monitoring.q1": second, "inventory.q1": 1 },
    ];
    expect(found("monitored-but-unknown", both(3))).toHaveLength(1);
    expect(found("monitored-but-unknown", both(2))).toEqual([]);
  });
});

describe("straight-lining", () => {
  const levels = (...given: Given[]) => {
    const keys = ["platform.q1", "platform.q2", "monitoring.q1", "monitoring.q2", "monitoring.q3"];
    return Object.fromEntries(given.map((level, n) => [keys[n], level]));
  };

  test("warns when an area has one level throughout, from four levels on", () => {
    expect(found("straightLining", levels(3, 3, 3, 3))).toEqual([
      {
        key: "straightLining",
        area: "technical",
        text: "Title of technical: 100% of the levels are 3. Check that each question was answered on its own.",
      },
    ]);
    expect(found("straightLining", levels(3, 3, 3))).toEqual([]);
    expect(found("straightLining", levels(3, 3, 3, 3, 4))).toEqual([]);
    expect(found("straightLining", levels(3, 3, 3, 3, "?"))).toHaveLength(1);
  });

  test("at 90%, not below", () => {
    const wide = framework({
      technical: Array.from({ length: 10 }, (_, n) => capability(`c${n}`)),
    });
    const share = (same: number) =>
      evaluate(
        wide,
        assessment(
          wide,
          Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`c${n}.q1`, n < same ? 2 : 5])),
        ),
      ).checks.filter(({ key }) => key === "straightLining").length;
    expect([10, 9, 8].map(share)).toEqual([1, 1, 0]);
  });

  test("is seen in one person behind the mean of several", () => {
    expect(found("straightLining", [levels(3, 3, 3, 3, 3), levels(1, 2, 3, 4, 5)])[0]?.text).toBe(
      "Title of technical: 1 of 2 respondents gave one level almost throughout. Check that each question was answered on its own.",
    );
    // Two people who differ from each other everywhere, and never within themselves.
    expect(found("straightLining", [levels(1, 2, 3, 4), levels(5, 4, 3, 2)])).toEqual([]);
  });
});

describe("a high level without evidence", () => {
  test("warns once an area, with its questions", () => {
    expect(
      found("highWithoutEvidence", { "platform.q1": 4, "platform.q2": noted(5), "monitoring.q1": 5 }),
    ).toEqual([
      {
        key: "highWithoutEvidence",
        area: "technical",
        questions: ["platform.q1", "monitoring.q1"],
        text: "Title of technical: 2 answers at level 4 or above have neither a note nor a link as evidence.",
      },
    ]);
  });

  test("asks for none below 4, and one person's evidence is enough", () => {
    expect(found("highWithoutEvidence", { "platform.q1": 3 })).toEqual([]);
    expect(found("highWithoutEvidence", [{ "platform.q1": 5 }, { "platform.q1": noted(4) }])).toEqual([]);
    expect(found("highWithoutEvidence", [{ "platform.q1": 5 }, { "platform.q1": 2 }])).toEqual([]);
  });
});

describe("not applicable on a gating capability", () => {
  test("warns, in part and in whole", () => {
    expect(found("notApplicableGating", { "platform.q1": "na", "platform.q2": 3 })).toEqual([
      {
        key: "notApplicableGating",
        capability: "platform",
        questions: ["platform.q1"],
        text: "Title of platform is gating, yet it is in part marked not applicable. Check that scaling does not depend on it.",
      },
    ]);
    expect(found("notApplicableGating", { "platform.q1": "na", "platform.q2": "na" })[0]?.text).toContain(
      "yet it is marked not applicable",
    );
  });

  test("does not warn elsewhere", () => {
    expect(found("notApplicableGating", { "monitoring.q1": "na" })).toEqual([]);
  });
});

describe("a jump since the last assessment", () => {
  const last = (answer: Given) => assessment(of, { "platform.q1": answer });

  test("of two levels wants a new note", () => {
    expect(found("jumpWithoutNote", { "platform.q1": 4 }, last(2))).toEqual([
      {
        key: "jumpWithoutNote",
        capability: "platform",
        questions: ["platform.q1"],
        text: "Title of platform: up from level 2 to 4 since the last assessment, without a new note. platform.q1?",
      },
    ]);
    expect(found("jumpWithoutNote", { "platform.q1": 3 }, last(2))).toEqual([]);
    expect(found("jumpWithoutNote", { "platform.q1": 1 }, last(4))).toEqual([]);
  });

  test("a note is new when it was not there before", () => {
    expect(found("jumpWithoutNote", { "platform.q1": noted(4) }, last(2))).toEqual([]);
    expect(found("jumpWithoutNote", { "platform.q1": noted(4) }, last(noted(2)))).toHaveLength(1);
    expect(found("jumpWithoutNote", { "platform.q1": noted(4, "Rolled out.") }, last(noted(2)))).toEqual([]);
    expect(found("jumpWithoutNote", { "platform.q1": noted(4, " ") }, last(2))).toHaveLength(1);
  });

  test("needs a level on both sides", () => {
    expect(found("jumpWithoutNote", { "platform.q1": 5 })).toEqual([]);
    expect(found("jumpWithoutNote", { "platform.q1": 5 }, last("?"))).toEqual([]);
    expect(found("jumpWithoutNote", { "platform.q1": 5 }, last("na"))).toEqual([]);
    expect(found("jumpWithoutNote", { "platform.q1": "na" }, last(1))).toEqual([]);
  });

  test("an earlier version of the framework may have asked other questions", () => {
    const earlier = assessment(of, { "gone.q1": 1, "platform.q1": 1 }, { framework: "small@0.9.0" });
    expect(found("jumpWithoutNote", { "platform.q1": 5 }, earlier)).toHaveLength(1);
  });
});

test("checks warn and change no figure", () => {
  const pairs = frameworks.chain((framework) =>
    fc.record({
      framework: fc.constant(framework),
      now: assessmentsOf(framework),
      before: assessmentsOf(framework),
    }),
  );
  fc.assert(
    fc.property(pairs, ({ framework, now, before }) => {
      const { checks: _, ...alone } = evaluate(framework, now);
      const { checks: __, ...unchecked } = evaluate({ ...framework, checks: [] }, now, before);
      expect(unchecked).toEqual(alone);
    }),
  );
});
