/** Every limit of what comes in, by whatever door: forms, tables, JSON, the API. */
export const BOUNDS = {
  /** Levels of the tree of units, the top being the first. */
  unitDepth: 20,
  /** Units of an organization. */
  units: 20_000,
  /** Code points of a name. */
  name: 100,
  /** Code points of a paragraph: a description, a remark. */
  paragraph: 2000,
  /** Code points of the note of an answer. */
  note: 4000,
  /** Lines of any text. */
  lines: 500,
  /** Columns of a table. */
  columns: 200,
  /** Rows of a table, without its titles. */
  rows: 10_000,
  /** Faults of a file that are told; what follows is counted. */
  faults: 1000,
  /** The first and the last year of any date. */
  firstYear: 1900,
  lastYear: 2200,
  /** Weeks of a plan. */
  planWeeks: 104,
  /** Weeks that what is planned may run beyond the plan. */
  planWeeksBeyond: 104,
  /** Revisions of an answer. */
  revision: 999_999_999,
} as const satisfies Record<string, number>;
