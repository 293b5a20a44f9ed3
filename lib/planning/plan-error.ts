/** A fault in what a plan was asked from: where it is, and what to change there. */
export class PlanError extends Error {
  override readonly name = "PlanError";

  constructor(
    /** Such as `locked[0].startWeek`; empty for the whole. */
    readonly path: string,
    readonly expected: string,
  ) {
    super(path === "" ? `expected ${expected}` : `${path}: expected ${expected}`);
  }
}
