/** Which of several things to choose, each wholly or not at all, at the least cost. */
export type IntegerProgram = {
  /** Cost of each choice, ≥ 0. */
  costs: readonly number[];
  /** What must hold of the sum of its terms. */
  rows: readonly Row[];
};

export type Row = {
  /** Place of the choice in `costs`, and what choosing it adds. */
  terms: readonly (readonly [choice: number, adds: number])[];
  atLeast?: number;
  atMost?: number;
};

/** Exact, and the same for the same program; null when no choice meets every row. */
export type Solve = (program: IntegerProgram) => readonly boolean[] | null;
