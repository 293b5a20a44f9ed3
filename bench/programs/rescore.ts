import { performance } from "node:perf_hooks";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { LEVELS } from "@/lib/framework/types";
import type { Assessment } from "@/lib/scoring/assessment";
import { answered } from "@/tests/support/answered";

const count = Number(process.argv[2]);
const assessments = Array.from({ length: count }, (_, index) => changed(answered(), index));

const started = performance.now();
for (const assessment of assessments) evaluate(aiScaling, assessment);
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000 }));

/** Each assessment has answers of its own: nothing could be remembered from one to the next. */
function changed(assessment: Assessment, index: number): Assessment {
  const respondents = assessment.respondents.map(({ name, answers }) => ({
    name,
    answers: Object.fromEntries(
      Object.entries(answers).map(([key, answer], at) => {
        const level = LEVELS[(index + at * ((index % 7) + 1)) % 5];
        return [key, answer.level && level ? { ...answer, level } : answer];
      }),
    ),
  }));
  return { ...assessment, respondents };
}
