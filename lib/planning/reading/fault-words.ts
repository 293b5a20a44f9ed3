import { lookUp } from "../../framework/lookup";
import type { Framework } from "../../framework/types";
import type { InputError } from "../../scoring/assessment-error";
import type { PlanRequest } from "../plan";

const PLACES: Record<string, string> = {
  targetVerdict: "What is to be reached",
  capacity: "People",
  weeks: "Weeks",
  budget: "Budget",
  stakeholders: "Group",
};

/** A fault of a request for a person: the place in the words of the page, then what was expected there. */
export function faultInWords(
  { path, expected }: InputError,
  framework: Framework,
  request: PlanRequest,
): string {
  return `${placeOf(path, framework, request)}: expected ${expected}.`;
}

function placeOf(path: string, framework: Framework, request: PlanRequest): string {
  const [, list, index, part] = /^(locked|dropped|assigned)\[(\d+)\](?:\.parts\[(\d+)\])?/.exec(path) ?? [];
  const entry = list && request[list as "locked" | "dropped" | "assigned"][Number(index)];
  if (entry) {
    const title = lookUp(framework).actions.get(entry.action)?.title ?? entry.action;
    return `“${title}” of ${entry.unit}${part === undefined ? "" : `, part ${Number(part) + 1}`}`;
  }
  return PLACES[path] ?? path;
}
