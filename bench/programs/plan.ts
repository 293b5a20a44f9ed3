import { performance } from "node:perf_hooks";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { LEVELS } from "@/lib/framework/types";
import { makePlan } from "@/lib/planning/engine/make-plan";
import type { Assessment } from "@/lib/scoring/assessment";
import { loadSolver } from "@/lib/server/planning/solver";
import { answered } from "@/tests/support/answered";
import { wellSuited } from "@/tests/support/method";
import { everybody, planRequest } from "@/tests/support/planning";

/** Prints the time of one plan for so many units, each 30 gaps from the maturity phase. */
const units = Number(process.argv[2]);
const request = planRequest(aiScaling, {
  assessments: Array.from({ length: units }, (_, index) => lowly(index)),
  capacity: everybody(aiScaling, 2 * units),
});
const solve = await loadSolver();

const started = performance.now();
const { items, unplaced } = makePlan(aiScaling, request, solve);
const seconds = (performance.now() - started) / 1000;
if (items.length + unplaced.length < 30 * units) throw new Error("expected a plan of many actions");
console.log(JSON.stringify({ seconds }));

/** Every capability is at level 1 or 2, so that none meets what maturity requires. */
function lowly(index: number): Assessment {
  const unit = { name: `Unit ${index + 1}`, regulated: false, unitsInScope: 1, processesInScope: 5 };
  const assessment = answered({ unit, targetPhase: "maturity", suitability: wellSuited });
  const respondents = assessment.respondents.map(({ name, answers }) => ({
    name,
    answers: Object.fromEntries(
      Object.keys(answers).map((key, place) => [key, { level: LEVELS[(place * (index + 1)) % 2] ?? 1 }]),
    ),
  }));
  return { ...assessment, respondents };
}
