import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Answer } from "@/lib/scoring/assessment";
import { answered } from "@/tests/support/answered";
import { printMicroseconds } from "./microseconds";

/** The main figures and nothing else: no bounds, no risks, no checks, no reasons. */
function score(answers: Readonly<Record<string, Answer>>) {
  const gaps: { capability: string; gap: number }[] = [];
  let score = 0;
  let readiness = 0;
  let total = 0;
  const areas = aiScaling.areas.map((area) => {
    let areaScore = 0;
    let areaReadiness = 0;
    let areaTotal = 0;
    for (const { key: capability, questions, required, weight } of area.capabilities) {
      let levels = 0;
      let known = 0;
      for (const question of questions) {
        const level = answers[question.key]?.level;
        if (level === undefined) continue;
        levels += level * question.weight;
        known += question.weight;
      }
      if (known === 0) continue;
      const level = levels / known;
      areaScore += (level - 1) * 25 * weight;
      areaReadiness += Math.min(1, (level - 1) / (required.expansion - 1)) * 100 * weight;
      areaTotal += weight;
      if (level < required.expansion) gaps.push({ capability, gap: required.expansion - level });
    }
    score += (areaScore / areaTotal) * area.weight;
    readiness += (areaReadiness / areaTotal) * area.weight;
    total += area.weight;
    return { key: area.key, score: areaScore / areaTotal, readiness: areaReadiness / areaTotal };
  });
  gaps.sort((a, b) => b.gap - a.gap);
  return { score: score / total, readiness: readiness / total, areas, gaps };
}

const [respondent] = answered().respondents;
const answers = respondent?.answers ?? {};
await printMicroseconds(20_000, () => score(answers));
