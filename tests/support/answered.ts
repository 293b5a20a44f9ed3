import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { askedFramework } from "@/lib/framework/depth";
import { type Depth, LEVELS, type Question } from "@/lib/framework/types";
import type { Answer, Assessment } from "@/lib/scoring/assessment";

/** An assessment on the real framework with answers of every kind, the same each time. */
export function answered(change: Partial<Assessment> = {}): Assessment {
  const depth: Depth = change.depth ?? "full";
  const questions = askedFramework(aiScaling, depth).areas.flatMap(({ capabilities }) =>
    capabilities.flatMap((capability) => capability.questions),
  );
  return {
    framework: `${aiScaling.key}@${aiScaling.version}`,
    depth,
    targetPhase: "expansion",
    unit: { name: "Retail Banking", regulated: true, unitsInScope: 12, processesInScope: 8 },
    suitability: {
      conditions: {
        provenPilots: "yes",
        demonstratedValue: "partly",
        organizationalReadiness: "no",
        resources: "yes",
        stakeholderSupport: "yes",
      },
      warnings: {
        unprovenConcepts: false,
        noFoundation: false,
        insufficientResources: true,
        limitedSupport: false,
        unstablePilots: false,
      },
    },
    acceptedActions: [],
    respondents: [{ name: "Assessor", answers: Object.fromEntries(questions.map(answerOf)) }],
    ...change,
  };
}

function answerOf({ key }: Question, index: number): [string, Answer] {
  if (index % 14 === 13) return [key, { dontKnow: true }];
  if (index % 19 === 18) return [key, { notApplicable: "outOfScope", note: "Not run here." }];
  const level = LEVELS[(index * 3 + Math.floor(index / 5)) % 5] ?? 3;
  if (index % 2 === 0) return [key, { level, certainty: index % 8 === 0 ? "guess" : "informed" }];
  return [
    key,
    { level, note: "Seen in the platform register.", evidence: [`https://intranet.example.com/${index}`] },
  ];
}
