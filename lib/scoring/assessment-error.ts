import type { z } from "zod";

/** A fault in what came from outside: where it is, and what was expected there. */
export class InputError extends Error {
  constructor(
    /** Such as `respondents[0].answers.people.staffing.level`; empty for the whole. */
    readonly path: string,
    readonly expected: string,
  ) {
    super(path === "" ? `expected ${expected}` : `${path}: expected ${expected}`);
  }
}

/** A fault in an assessment. */
export class AssessmentError extends InputError {
  override readonly name = "AssessmentError";
}

/** The first of what Zod found; `whole` is what was expected where it says nothing. */
export function firstFault(error: z.ZodError, whole: string): AssessmentError {
  const [issue] = error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  return new AssessmentError(pathOf([...(issue?.path ?? []), ...unknown]), issue?.message ?? whole);
}

/** `["respondents", 0, "name"]` as `respondents[0].name`; a key that would break the line is quoted. */
export function pathOf(steps: readonly PropertyKey[]): string {
  let path = "";
  for (const step of steps) {
    const key = String(step);
    if (typeof step === "number") path += `[${step}]`;
    else if (!/^[\w.$-]+$/.test(key)) path += `[${JSON.stringify(key)}]`;
    else path += path === "" ? key : `.${key}`;
  }
  return path;
}
