import { readdir } from "node:fs/promises";
import path from "node:path";

/** Names of every function that a file of the data layer exports: what a test of all of them must know. */
export async function dataFunctions(): Promise<string[]> {
  const folder = path.resolve(import.meta.dirname, "../../lib/server/data");
  const functions: string[] = [];
  for (const file of await readdir(folder)) {
    const exported: Record<string, unknown> = await import(path.join(folder, file));
    functions.push(...Object.keys(exported).filter((name) => typeof exported[name] === "function"));
  }
  return functions.sort();
}

/** Take no member: they hold no data of an organization. */
export const WITHOUT_MEMBER = [
  "adoptFramework",
  "askedQuestionKeys",
  "believedTime",
  "canonicalJson",
  "changeExport",
  "currentFramework",
  "forgetOutdatedDeletions",
  "hashOf",
  "inputHashOf",
  "keptExports",
  "nextExport",
  "readFramework",
  "storeFramework",
  "toAnswerColumns",
  "toAnswerState",
  "toAssessmentWithAnswers",
  "toColumns",
  "toInterchange",
  "toItem",
  "toMarkedSuitability",
  "toResultColumns",
  "toStoredAssessment",
  "toSuitabilityState",
];
