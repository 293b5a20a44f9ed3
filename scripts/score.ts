import { readFileSync } from "node:fs";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { parseAssessment } from "@/lib/scoring/assessment-schema";
import { parseJson } from "@/lib/scoring/parse-json";

/** `npm run -s score -- FILE…`: the result of each assessment, one line a file. */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Usage: npm run -s score -- FILE…");
  process.exitCode = 1;
}
for (const file of files) {
  try {
    const assessment = parseAssessment(parseJson(readFileSync(file, "utf8")), [aiScaling]);
    console.log(JSON.stringify(evaluate(aiScaling, assessment)));
  } catch (error) {
    console.error(`${file}: ${faultOf(error)}`);
    process.exitCode = 1;
  }
}

function faultOf(error: unknown): string {
  if (error instanceof AssessmentError) return error.message;
  if (error instanceof Error && "code" in error) return `cannot be read (${error.code})`;
  throw error;
}
