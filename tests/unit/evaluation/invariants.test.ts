import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { askedFramework } from "@/lib/framework/depth";
import type { Framework, Level } from "@/lib/framework/types";
import type { Answer, Assessment } from "@/lib/scoring/assessment";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { parseAssessment } from "@/lib/scoring/assessment-schema";
import { BANDS, type Bounded, OUTCOMES, RATINGS, type Result, SEVERITIES } from "@/lib/scoring/result";
import {
  answersOf,
  anyAnswer,
  assessmentsOf,
  type Case,
  capabilitiesOf,
  cases,
  frameworks,
  questionKeysOf,
  withAnswer,
} from "../../support/arbitraries";

const SLACK = 1e-9;

/** A case with one of its answers, where it has any. */
const withOneAnswer = cases
  .filter(({ assessment }) => answersOf(assessment).length > 0)
  .chain((given) =>
    fc.record({ given: fc.constant(given), place: fc.constantFrom(...answersOf(given.assessment)) }),
  );

const raised = withOneAnswer
  .filter(({ place }) => (place.answer.level ?? 5) < 5)
  .chain(({ given, place: { respondent, question, answer } }) =>
    fc.integer({ min: (answer.level ?? 5) + 1, max: 5 }).map((level) => ({
      framework: given.framework,
      before: given.assessment,
      after: withAnswer(given.assessment, respondent, question, {
        ...answer,
        level: level as Level,
      } as Answer),
    })),
  );

/** A case in which somebody answers a question that was open. */
const answering = cases
  .filter(({ framework, assessment }) => openQuestions(framework, assessment).length > 0)
  .chain(({ framework, assessment }) =>
    fc
      .record({ question: fc.constantFrom(...openQuestions(framework, assessment)), answer: anyAnswer })
      .map(({ question, answer }) => ({
        framework,
        before: assessment,
        after: withAnswer(peopled(assessment), 0, question, answer),
      })),
  );

function peopled(assessment: Assessment): Assessment {
  if (assessment.respondents.length > 0) return assessment;
  return { ...assessment, respondents: [{ name: "Respondent 1", answers: {} }] };
}

function openQuestions(framework: Framework, { depth, respondents }: Assessment): string[] {
  return questionKeysOf(askedFramework(framework, depth)).filter((key) =>
    respondents.every(({ answers }) => answers[key] === undefined || answers[key]?.dontKnow),
  );
}

/** Every score and readiness of a result by its name, with bounds. */
function figures({ score, readiness, areas }: Result): Map<string, Bounded> {
  return new Map([
    ["score", score],
    ["readiness", readiness],
    ...areas.flatMap(({ key, ...own }): [string, Bounded][] => [
      [`score of ${key}`, own.score],
      [`readiness of ${key}`, own.readiness],
    ]),
  ]);
}

function capabilitiesIn(result: Result) {
  return result.areas.flatMap(({ capabilities }) => capabilities);
}

function outcomeRank({ verdict }: Result) {
  return OUTCOMES.indexOf(verdict.outcome);
}

describe("raising any level", () => {
  test("never lowers a score, a readiness or a bound", () => {
    fc.assert(
      fc.property(raised, ({ framework, before, after }) => {
        const now = figures(evaluate(framework, after));
        for (const [name, old] of figures(evaluate(framework, before))) {
          expect(now.get(name)?.value ?? -1, name).toBeGreaterThanOrEqual((old.value ?? -1) - SLACK);
          expect(now.get(name)?.low ?? -1, name).toBeGreaterThanOrEqual((old.low ?? -1) - SLACK);
          expect(now.get(name)?.high ?? -1, name).toBeGreaterThanOrEqual((old.high ?? -1) - SLACK);
        }
      }),
    );
  });

  test("never lowers a band or worsens the verdict", () => {
    fc.assert(
      fc.property(raised, ({ framework, before, after }) => {
        const [old, now] = [evaluate(framework, before), evaluate(framework, after)];
        expect(outcomeRank(now)).toBeGreaterThanOrEqual(outcomeRank(old));
        const bands = (result: Result) => [result, ...result.areas].map(({ score }) => score.band);
        for (const [index, band] of bands(old).entries()) {
          if (band === null) continue;
          expect(BANDS.indexOf(bands(now)[index] ?? "adHoc")).toBeGreaterThanOrEqual(BANDS.indexOf(band));
        }
      }),
    );
  });

  test("never raises a gap, a severity or a gain", () => {
    fc.assert(
      fc.property(raised, ({ framework, before, after }) => {
        const now = new Map(capabilitiesIn(evaluate(framework, after)).map((one) => [one.key, one]));
        for (const { key, gap, severity, gain } of capabilitiesIn(evaluate(framework, before))) {
          if (gap === null || severity === null || gain === null) continue;
          const own = now.get(key);
          expect(own?.gap).toBeLessThanOrEqual(gap + SLACK);
          expect(own?.gain).toBeLessThanOrEqual(gain + SLACK);
          expect(SEVERITIES.indexOf(own?.severity ?? "critical")).toBeLessThanOrEqual(
            SEVERITIES.indexOf(severity),
          );
        }
      }),
    );
  });

  test("never raises a risk, current or residual", () => {
    fc.assert(
      fc.property(raised, ({ framework, before, after }) => {
        const now = new Map(evaluate(framework, after).risks.map((one) => [one.key, one]));
        for (const { key, likelihood, rating, residual } of evaluate(framework, before).risks) {
          const own = now.get(key);
          expect(own?.likelihood).toBeLessThanOrEqual(likelihood);
          expect(RATINGS.indexOf(own?.rating ?? "veryHigh")).toBeLessThanOrEqual(RATINGS.indexOf(rating));
          expect(RATINGS.indexOf(own?.residual ?? "veryHigh")).toBeLessThanOrEqual(RATINGS.indexOf(residual));
        }
      }),
    );
  });
});

describe("bounds", () => {
  test("hold the value between them", () => {
    fc.assert(
      fc.property(cases, ({ framework, assessment }) => {
        for (const [name, { value, low, high }] of figures(evaluate(framework, assessment))) {
          if (value === null) continue;
          expect(low, name).toBeLessThanOrEqual(value);
          expect(high, name).toBeGreaterThanOrEqual(value);
        }
      }),
    );
  });

  test("meet when nothing is open or guessed", () => {
    fc.assert(
      fc.property(cases, ({ framework, assessment }) => {
        const settled = certain(framework, assessment, 3, 0);
        for (const [name, { value, low, high }] of figures(evaluate(framework, settled))) {
          expect(low, name).toBe(value);
          expect(high, name).toBe(value);
        }
      }),
    );
  });

  test("are the value with every open question at 1 or 5 and every guess one off", () => {
    fc.assert(
      fc.property(cases, ({ framework, assessment }) => {
        const worst = figures(evaluate(framework, certain(framework, assessment, 1, -1)));
        const best = figures(evaluate(framework, certain(framework, assessment, 5, 1)));
        for (const [name, { low, high }] of figures(evaluate(framework, assessment))) {
          expectClose(low, worst.get(name)?.value ?? null);
          expectClose(high, best.get(name)?.value ?? null);
        }
      }),
    );
  });

  test("hold what the figure becomes when an open question is answered", () => {
    fc.assert(
      fc.property(answering, ({ framework, before, after }) => {
        const now = figures(evaluate(framework, after));
        for (const [name, { low, high }] of figures(evaluate(framework, before))) {
          const value = now.get(name)?.value ?? null;
          if (value === null || low === null || high === null) continue;
          expect(value, name).toBeGreaterThanOrEqual(low - SLACK);
          expect(value, name).toBeLessThanOrEqual(high + SLACK);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("only ever come closer as open questions are answered", () => {
    fc.assert(
      fc.property(answering, ({ framework, before, after }) => {
        const now = figures(evaluate(framework, after));
        for (const [name, old] of figures(evaluate(framework, before))) {
          const own = now.get(name);
          if (own?.low == null || own.high === null || old.low === null || old.high === null) continue;
          expect(own.low, name).toBeGreaterThanOrEqual(old.low - SLACK);
          expect(own.high, name).toBeLessThanOrEqual(old.high + SLACK);
        }
      }),
    );
  });
});

/** Open questions answered with a level, guesses moved by `doubt` and no longer guesses. */
function certain(framework: Framework, assessment: Assessment, level: Level, doubt: number): Assessment {
  let settled = peopled(assessment);
  for (const key of openQuestions(framework, assessment)) settled = withAnswer(settled, 0, key, { level });
  for (const { respondent, question, answer } of answersOf(settled)) {
    if (answer.level === undefined || answer.certainty !== "guess") continue;
    const moved = Math.min(5, Math.max(1, answer.level + doubt)) as Level;
    settled = withAnswer(settled, respondent, question, { level: moved });
  }
  return settled;
}

function expectClose(actual: number | null, expected: number | null) {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThan(SLACK);
}

test("gains sum to 100 − readiness, and the gap list holds them all", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      const result = evaluate(framework, assessment);
      if (result.readiness.value === null) return;
      const sum = capabilitiesIn(result).reduce((total, { gain }) => total + (gain ?? 0), 0);
      const listed = result.gaps.reduce((total, { gain }) => total + gain, 0);
      expectClose(sum, 100 - result.readiness.value);
      expectClose(listed, 100 - result.readiness.value);
    }),
  );
});

test("gaps sort by gain, then severity, then framework order", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      const order = capabilitiesOf(framework).map(({ key }) => key);
      const { gaps } = evaluate(framework, assessment);
      for (const [index, gap] of gaps.slice(1).entries()) {
        const before = gaps[index];
        if (!before) continue;
        expect(before.gain).toBeGreaterThanOrEqual(gap.gain - SLACK);
        if (Math.abs(before.gain - gap.gain) > SLACK) continue;
        const steps = SEVERITIES.indexOf(before.severity) - SEVERITIES.indexOf(gap.severity);
        expect(steps).toBeGreaterThanOrEqual(0);
        if (steps === 0) {
          expect(order.indexOf(before.capability)).toBeLessThan(order.indexOf(gap.capability));
        }
      }
    }),
  );
});

test("residual ≤ current ≤ inherent, for every risk", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      for (const { rating, inherent, residual } of evaluate(framework, assessment).risks) {
        expect(RATINGS.indexOf(residual)).toBeLessThanOrEqual(RATINGS.indexOf(rating));
        expect(RATINGS.indexOf(rating)).toBeLessThanOrEqual(RATINGS.indexOf(inherent));
      }
    }),
  );
});

test("shares of a risk sum to 1, or are all 0 when nothing contributes", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      for (const { contributors, likelihood } of evaluate(framework, assessment).risks) {
        const sum = contributors.reduce((total, { share }) => total + share, 0);
        if (contributors.every(({ share }) => share === 0)) expect(likelihood).toBe(1);
        else expectClose(sum, 1);
      }
    }),
  );
});

test("the band is at most one above the weakest gating capability, which is named only when it held it back", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      const result = evaluate(framework, assessment);
      const gating = new Set(capabilitiesOf(framework).flatMap((one) => (one.gating ? [one.key] : [])));
      const scopes = [{ ...result, capabilities: capabilitiesIn(result) }, ...result.areas];
      for (const { score, capabilities } of scopes) {
        if (score.value === null || score.band === null) continue;
        const own = bandIndex(score.value);
        const weakest = capabilities
          .filter(({ key, score }) => gating.has(key) && score !== null)
          .map(({ score }) => bandIndex(score ?? 0));
        const most = Math.min(4, ...weakest.map((index) => index + 1));
        expect(BANDS.indexOf(score.band)).toBe(Math.min(own, most));
        expect(score.heldBackBy !== null).toBe(own > most);
        const holder = capabilities.find(({ key }) => key === score.heldBackBy);
        if (holder) expect(bandIndex(holder.score ?? 0)).toBe(most - 1);
      }
    }),
  );
});

function bandIndex(score: number) {
  return Math.min(4, Math.floor((score + SLACK) / 20));
}

test("the order of respondents, answers and accepted actions changes not a byte", () => {
  const shuffled = cases.chain(({ framework, assessment }) =>
    fc.record({
      framework: fc.constant(framework),
      assessment: fc.constant(assessment),
      respondents: fc.shuffledSubarray([...assessment.respondents], {
        minLength: assessment.respondents.length,
      }),
      acceptedActions: fc.shuffledSubarray([...assessment.acceptedActions], {
        minLength: assessment.acceptedActions.length,
      }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ framework, assessment, respondents, acceptedActions }) => {
      const reversed = respondents.map(({ name, answers }) => ({
        name,
        answers: Object.fromEntries(Object.entries(answers).reverse()),
      }));
      const other = { ...assessment, acceptedActions, respondents: reversed };
      expect(JSON.stringify(evaluate(framework, other))).toBe(
        JSON.stringify(evaluate(framework, assessment)),
      );
    }),
  );
});

test("not applicable on a question equals that question not being in the framework", () => {
  const chosen = cases.chain(({ framework, assessment }) => {
    const asked = askedFramework(framework, assessment.depth);
    const keys = questionKeysOf(asked);
    return fc.record({
      framework: fc.constant(asked),
      assessment: fc.constant<Assessment>({ ...peopled(assessment), depth: "full", acceptedActions: [] }),
      question: keys.length > 0 ? fc.constantFrom(...keys) : fc.constant(null),
    });
  });
  fc.assert(
    fc.property(chosen, ({ framework, assessment, question }) => {
      if (question === null) return;
      let marked = assessment;
      let gone = assessment;
      for (const index of assessment.respondents.keys()) {
        marked = withAnswer(marked, index, question, { notApplicable: "outOfScope" });
        gone = withAnswer(gone, index, question, null);
      }
      expect(applicable(evaluate(framework, marked))).toEqual(
        applicable(evaluate(without(framework, question), gone)),
      );
    }),
  );
});

/** What the answers say, without what counts the questions asked: completeness, the verdict and the checks. */
function applicable({ score, readiness, areas, gaps, risks, infrastructures }: Result) {
  return {
    score,
    readiness,
    gaps,
    risks,
    areas: areas
      .map((area) => ({
        ...area,
        capabilities: area.capabilities.filter(({ status }) => status !== "excluded"),
      }))
      .filter(({ capabilities }) => capabilities.length > 0),
    infrastructures: infrastructures.map(({ capabilities, ...figures }) => figures),
  };
}

function without(framework: Framework, question: string): Framework {
  const areas = framework.areas.map((area) => ({
    ...area,
    capabilities: area.capabilities
      .map((one) => ({ ...one, questions: one.questions.filter(({ key }) => key !== question) }))
      .filter(({ questions }) => questions.length > 0),
  }));
  return { ...framework, areas: areas.filter(({ capabilities }) => capabilities.length > 0) };
}

test("one unit's result never depends on another's, and no input is touched", () => {
  const two = frameworks.chain((framework) =>
    fc.record({
      framework: fc.constant(framework),
      one: assessmentsOf(framework),
      other: assessmentsOf(framework),
    }),
  );
  fc.assert(
    fc.property(two, ({ framework, one, other }) => {
      deepFreeze([framework, one, other]);
      const alone = JSON.stringify(evaluate(framework, one));
      evaluate(framework, other);
      expect(JSON.stringify(evaluate(framework, one))).toBe(alone);
    }),
  );
});

function deepFreeze(value: unknown) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const child of Object.values(value)) deepFreeze(child);
}

test("the same JSON, parsed anew, replays to the same result byte for byte", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      const replayed: Case = JSON.parse(JSON.stringify({ framework, assessment }));
      const parsed = parseAssessment(replayed.assessment, [replayed.framework]);
      expect(JSON.stringify(evaluate(replayed.framework, parsed))).toBe(
        JSON.stringify(evaluate(framework, assessment)),
      );
    }),
  );
});

test("an assessment without any answer has a result, and claims nothing", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      const result = evaluate(framework, { ...assessment, respondents: [] });
      expect(result.score.value).toBeNull();
      expect(result.completeness).toBe(0);
      expect(result.verdict.outcome).toBe("insufficientEvidence");
    }),
  );
});

test("every verdict has its reasons, and suitability only ever lowers it", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      const result = evaluate(framework, assessment);
      expect(result.verdict.reasons.length).toBeGreaterThan(0);
      const open = { ...assessment, suitability: { conditions: {}, warnings: {} } };
      const unstable = {
        ...assessment,
        suitability: {
          ...assessment.suitability,
          warnings: { ...assessment.suitability.warnings, unstablePilots: true },
        },
      };
      expect(outcomeRank(evaluate(framework, open))).toBeLessThanOrEqual(
        OUTCOMES.indexOf("readyWithConditions"),
      );
      expect(outcomeRank(evaluate(framework, unstable))).toBeLessThanOrEqual(
        Math.min(outcomeRank(result), OUTCOMES.indexOf("notReady")),
      );
    }),
  );
});

describe("an answer outside the framework", () => {
  const stray = cases.map(({ framework, assessment }) => ({ framework, assessment: peopled(assessment) }));

  test("always throws, with its path", () => {
    fc.assert(
      fc.property(stray, anyAnswer, ({ framework, assessment }, answer) => {
        const spoiled = withAnswer(assessment, 0, "nowhere.q1", answer);
        expect(faultOf(framework, spoiled)).toBe("respondents[0].answers.nowhere.q1");
      }),
    );
  });

  test("also when its level is none", () => {
    const levels = fc.oneof(
      fc.double().filter((n) => ![1, 2, 3, 4, 5].includes(n)),
      fc.constant("3"),
    );
    fc.assert(
      fc.property(stray, levels, ({ framework, assessment }, level) => {
        const [question] = questionKeysOf(askedFramework(framework, assessment.depth));
        if (!question) return;
        const spoiled = withAnswer(assessment, 0, question, { level } as unknown as Answer);
        expect(faultOf(framework, spoiled)).toBe(`respondents[0].answers.${question}.level`);
      }),
    );
  });
});

function faultOf(framework: Framework, assessment: Assessment): string {
  try {
    evaluate(framework, assessment);
  } catch (error) {
    if (error instanceof AssessmentError) return error.path;
    throw error;
  }
  return "no fault";
}
