import fc from "fast-check";
import { askedFramework } from "@/lib/framework/depth";
import {
  AREAS,
  type Capability,
  DEPTHS,
  type Framework,
  INFRASTRUCTURES,
  LEVELS,
  PHASES,
} from "@/lib/framework/types";
import {
  type Answer,
  type Answers,
  type Assessment,
  CERTAINTIES,
  CONDITION_ANSWERS,
  CONDITIONS,
  NOT_APPLICABLE_REASONS,
  type Suitability,
  WARNINGS,
} from "@/lib/scoring/assessment";
import { capability, framework, risk } from "./method";

/** Any framework that keeps its rules, and any assessment of it: partial, contradictory, by several people. */

const weight = fc.oneof(fc.constantFrom(0.5, 1, 1.5, 2, 3), fc.double({ min: 0.1, max: 5, noNaN: true }));

const required = fc
  .array(fc.constantFrom(2 as const, 3 as const, 4 as const, 5 as const), { minLength: 4, maxLength: 4 })
  .map((levels) => {
    const [foundation = 2, expansion = 2, optimization = 2, maturity = 2] = levels.sort();
    return { foundation, expansion, optimization, maturity };
  });

const capabilityOf = (key: string): fc.Arbitrary<Capability> =>
  fc
    .record({
      weight,
      gating: fc.boolean(),
      required,
      infrastructure: fc.constantFrom(...INFRASTRUCTURES),
      questions: fc.array(weight, { minLength: 1, maxLength: 3 }),
      quick: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    })
    .map((options) => capability(key, options));

const areas = fc
  .record({
    keys: fc.shuffledSubarray([...AREAS], { minLength: 1 }),
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
  })
  .chain(({ keys, sizes }) =>
    fc.record(
      Object.fromEntries(
        keys.map((key, index) => [
          key,
          fc.tuple(...Array.from({ length: sizes[index] ?? 1 }, (_, n) => capabilityOf(`${key}-${n + 1}`))),
        ]),
      ),
    ),
  );

export const frameworks: fc.Arbitrary<Framework> = fc
  .record({ areas, weights: fc.record(Object.fromEntries(AREAS.map((key) => [key, weight]))) })
  .chain(({ areas, weights }) => {
    const bare = framework(areas, { weights });
    const keys = capabilitiesOf(bare).map(({ key }) => key);
    const questions = questionKeysOf(bare);
    const contributors = fc
      .shuffledSubarray(keys, { minLength: 1, maxLength: Math.min(4, keys.length) })
      .chain((some) => fc.record(Object.fromEntries(some.map((key) => [key, weight]))));
    const risks = fc.array(
      fc.record({
        contributors,
        inherentImpact: fc.constantFrom(...LEVELS),
        regulatory: fc.boolean(),
        scaleSensitive: fc.boolean(),
      }),
      { maxLength: 5 },
    );
    const checks = fc.array(
      fc.record({
        high: fc.constantFrom(...questions),
        low: fc.constantFrom(...questions),
        atLeast: fc.constantFrom(3 as const, 4 as const),
      }),
      { maxLength: 3 },
    );
    return fc.record({ risks, checks }).map(
      (parts): Framework => ({
        ...bare,
        risks: parts.risks.map(({ contributors, ...flags }, n) => risk(`risk-${n + 1}`, contributors, flags)),
        checks: parts.checks.map(({ high, low, atLeast }, n) => ({
          key: `check-${n + 1}`,
          text: "These do not fit.",
          when: [
            { question: high, atLeast },
            { question: low, atMost: 2 as const },
          ],
        })),
      }),
    );
  });

export function capabilitiesOf({ areas }: Framework): readonly Capability[] {
  return areas.flatMap(({ capabilities }) => capabilities);
}

export function questionKeysOf(of: Framework): string[] {
  return capabilitiesOf(of).flatMap(({ questions }) => questions.map(({ key }) => key));
}

const remarks = fc.record(
  {
    note: fc.constantFrom("", "Seen.", "Told."),
    evidence: fc.constantFrom<readonly string[]>([], ["https://example.com/register"]),
    certainty: fc.constantFrom(...CERTAINTIES),
  },
  { requiredKeys: [] },
);

export const levelAnswers: fc.Arbitrary<Answer> = fc
  .record({ level: fc.constantFrom(...LEVELS), remarks })
  .map(({ level, remarks }) => ({ level, ...remarks }));

const otherAnswers: fc.Arbitrary<Answer> = fc.oneof(
  fc
    .record({ notApplicable: fc.constantFrom(...NOT_APPLICABLE_REASONS), remarks })
    .map(({ notApplicable, remarks }) => ({ ...remarks, notApplicable, note: "Not run here." })),
  remarks.map((remarks) => ({ dontKnow: true as const, ...remarks })),
);

export const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 3, arbitrary: levelAnswers },
  { weight: 1, arbitrary: otherAnswers },
);

const suitability: fc.Arbitrary<Suitability> = fc.record({
  conditions: fc.record(
    Object.fromEntries(CONDITIONS.map((key) => [key, fc.constantFrom(...CONDITION_ANSWERS)])),
    { requiredKeys: [] },
  ),
  warnings: fc.record(Object.fromEntries(WARNINGS.map((key) => [key, fc.boolean()])), { requiredKeys: [] }),
});

export function assessmentsOf(of: Framework): fc.Arbitrary<Assessment> {
  const actions = capabilitiesOf(of).flatMap((one) => one.actions.map(({ key }) => key));
  return fc.constantFrom(...DEPTHS).chain((depth) => {
    const asked = questionKeysOf(askedFramework(of, depth));
    const given = fc
      .record(Object.fromEntries(asked.map((key) => [key, anyAnswer])), { requiredKeys: [] })
      .map((some): Answers => ({ ...some }) as Answers);
    return fc.record({
      framework: fc.constant(`${of.key}@${of.version}`),
      depth: fc.constant(depth),
      targetPhase: fc.constantFrom(...PHASES),
      unit: fc.record({
        name: fc.constant("Unit"),
        regulated: fc.boolean(),
        unitsInScope: fc.constantFrom(1, 9, 10),
        processesInScope: fc.constantFrom(1, 49, 50),
      }),
      suitability,
      acceptedActions: fc.subarray(actions),
      respondents: fc
        .array(given, { maxLength: 4 })
        .map((all) => all.map((answers, n) => ({ name: `Respondent ${n + 1}`, answers }))),
    });
  });
}

export type Case = { framework: Framework; assessment: Assessment };

/** A framework with an assessment of it. */
export const cases: fc.Arbitrary<Case> = frameworks.chain((framework) =>
  assessmentsOf(framework).map((assessment) => ({ framework, assessment })),
);

/** An answer of a case: which respondent gave it to which question. */
export type Place = { respondent: number; question: string; answer: Answer };

export function answersOf({ respondents }: Assessment): Place[] {
  return respondents.flatMap(({ answers }, respondent) =>
    Object.entries(answers).map(([question, answer]) => ({ respondent, question, answer })),
  );
}

/** The assessment with one answer put in place of another, or taken away. */
export function withAnswer(
  assessment: Assessment,
  respondent: number,
  question: string,
  answer: Answer | null,
): Assessment {
  const respondents = assessment.respondents.map((one, index) => {
    if (index !== respondent) return one;
    const { [question]: _, ...others } = one.answers;
    return { ...one, answers: answer === null ? others : { ...others, [question]: answer } };
  });
  return { ...assessment, respondents };
}
