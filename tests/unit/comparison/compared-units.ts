import fc from "fast-check";
import type { ComparedUnit } from "@/lib/comparison/compared-unit";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { askedFramework } from "@/lib/framework/depth";
import { type Depth, LEVELS, type Level, PHASES, type Phase } from "@/lib/framework/types";
import type { Answer } from "@/lib/scoring/assessment";
import type { Result } from "@/lib/scoring/result";
import type { Submitted } from "@/lib/scoring/submitted";

export const framework = aiScaling;

export const capabilityKeys = framework.areas.flatMap(({ capabilities }) =>
  capabilities.map(({ key }) => key),
);

/** What both questions of a capability are answered with; null leaves them open. */
export type Given = Level | "notApplicable" | null;

type Options = { depth?: Depth; targetPhase?: Phase; submittedAt?: Date };

/** A submitted assessment answered `otherwise`, but for the capabilities named. */
export function submitted(
  otherwise: Given,
  given: Readonly<Record<string, Given>> = {},
  { depth = "full", targetPhase = "expansion", submittedAt = new Date("2026-11-24T10:00:00Z") }: Options = {},
): Submitted & { result: Result } {
  const capabilities = askedFramework(framework, depth).areas.flatMap((area) => area.capabilities);
  const answers = capabilities.flatMap(({ key, questions }) => {
    const answer = answerOf(given[key] === undefined ? otherwise : given[key]);
    return answer ? questions.map((question) => [question.key, answer] as const) : [];
  });
  const result = evaluate(framework, {
    framework: `${framework.key}@${framework.version}`,
    depth,
    targetPhase,
    unit: { name: "", regulated: false, unitsInScope: 5, processesInScope: 20 },
    suitability: { conditions: {}, warnings: {} },
    acceptedActions: [],
    respondents: [{ name: "", answers: Object.fromEntries(answers) }],
  });
  return { assessmentId: "assessment", depth, targetPhase, submittedAt, result };
}

function answerOf(given: Given): Answer | null {
  if (given === null) return null;
  return given === "notApplicable" ? { notApplicable: "outOfScope" } : { level: given };
}

export function unitOf(name: string, latest: Submitted, previous: Submitted | null = null): ComparedUnit {
  return { unit: { id: name.toLowerCase(), name }, latest, previous };
}

const submissions: fc.Arbitrary<Submitted> = fc
  .record({
    given: fc.array(fc.constantFrom<Given>(...LEVELS, "notApplicable", null), {
      minLength: capabilityKeys.length,
      maxLength: capabilityKeys.length,
    }),
    depth: fc.constantFrom<Depth>("quick", "full"),
    targetPhase: fc.constantFrom(...PHASES),
  })
  .map(({ given, ...options }) =>
    submitted(3, Object.fromEntries(given.map((level, index) => [capabilityKeys[index], level])), options),
  );

/** Units with any answers at all, named A, B, C … */
export const comparedUnits: fc.Arbitrary<ComparedUnit[]> = fc
  .array(fc.record({ latest: submissions, previous: fc.option(submissions) }), { minLength: 1, maxLength: 7 })
  .map((rows) =>
    rows.map(({ latest, previous }, index) => unitOf(String.fromCharCode(65 + index), latest, previous)),
  );

/** Some units, and the same in another order. */
export const shuffledUnits = comparedUnits.chain((units) =>
  fc
    .shuffledSubarray(units, { minLength: units.length })
    .map((shuffled): [ComparedUnit[], ComparedUnit[]] => [units, shuffled]),
);
