import { readdir } from "node:fs/promises";
import path from "node:path";

/** Names of every function that a file of the data layer exports, alone or in an object: what a test of all must know. */
export async function dataFunctions(): Promise<string[]> {
  const folder = path.resolve(import.meta.dirname, "../../lib/server/data");
  const functions = new Set<string>();
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith(".ts")) continue;
    const exported: Record<string, unknown> = await import(path.join(folder, file));
    for (const name of functionsIn(exported)) functions.add(name);
  }
  return [...functions].sort();
}

function functionsIn(holder: object): string[] {
  return Object.entries(holder).flatMap(([name, value]) => {
    if (typeof value === "function") return [name];
    const isPlain = typeof value === "object" && value !== null && !Array.isArray(value);
    // Of the registry the tables are known by themselves.
    if (!isPlain || name === "OWNED_TABLES") return [];
    return functionsIn(value).map((inner) => `${name}.${inner}`);
  });
}

/** Take no member: they hold no data of an organization. */
export const WITHOUT_MEMBER = [
  "adoptFramework",
  "askedQuestionKeys",
  "believedTime",
  "canonicalJson",
  "changeExport",
  "compare",
  "currentFramework",
  "emptyContent",
  "findFramework",
  "forgetOutdatedDeletions",
  "hashOf",
  "inputHashOf",
  "keptExports",
  "knownFrameworks",
  "namedFramework",
  "nextExport",
  "readContent",
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
  "whereChosen",
  "withFrameworks",
];
