/** A fault in an assessment: where it is, and what was expected there. */
export class AssessmentError extends Error {
  override readonly name = "AssessmentError";

  constructor(
    /** Such as `respondents[0].answers.people.staffing.level`; empty for the whole. */
    readonly path: string,
    readonly expected: string,
  ) {
    super(path === "" ? `expected ${expected}` : `${path}: expected ${expected}`);
  }
}
