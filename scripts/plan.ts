import { readFileSync } from "node:fs";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { makePlan } from "@/lib/planning/make-plan";
import { parsePlanRequest } from "@/lib/planning/plan-request-schema";
import { InputError } from "@/lib/scoring/assessment-error";
import { parseJson } from "@/lib/scoring/parse-json";
import { loadSolver } from "@/lib/server/planning/solver";

/** `npm run -s plan -- FILE…`: the plan of each request, one line a file. */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Usage: npm run -s plan -- FILE…");
  process.exitCode = 1;
}
const solve = await loadSolver();
for (const file of files) {
  try {
    const request = parsePlanRequest(parseJson(readFileSync(file, "utf8")), [aiScaling]);
    console.log(JSON.stringify(makePlan(aiScaling, request, solve)));
  } catch (error) {
    console.error(`${file}: ${faultOf(error)}`);
    process.exitCode = 1;
  }
}

function faultOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  if (error instanceof Error && "code" in error) return `cannot be read (${error.code})`;
  throw error;
}
