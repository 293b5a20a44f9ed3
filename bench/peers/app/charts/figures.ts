import { evaluate } from "@/lib/evaluation/evaluate";
import { requiredScore } from "@/lib/evaluation/required-score";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { askedFramework } from "@/lib/framework/depth";
import { answered } from "@/tests/support/answered";

export type Figures = {
  axes: readonly { name: string; score: number; required: number }[];
  bars: readonly { name: string; value: number; target: number }[];
};

/** What a results page draws: areas around a radar, capabilities as bars. */
export function figuresOfResult(): Figures {
  const assessment = answered();
  const result = evaluate(aiScaling, assessment);
  const areas = askedFramework(aiScaling, assessment.depth).areas.map((area, index) => {
    const own = result.areas[index];
    if (!own) throw new Error(`There is no result of ${area.key}.`);
    return { area, own };
  });
  return {
    axes: areas.map(({ area, own }) => ({
      name: area.title,
      score: own.score.value ?? 0,
      required: requiredScore(area, result) ?? 0,
    })),
    bars: areas.flatMap(({ own }) =>
      own.capabilities.map(({ key, level, required }) => ({
        name: key,
        value: level ?? 0,
        target: required,
      })),
    ),
  };
}
