import type { Faults } from "../csv/faults";

/** Names under a heading that says what an import does with them. */
export type Group = { title: string; names: readonly string[] };

/** What an import did, or would do; or why it does nothing. */
export type ImportAnswer =
  | { outcome: "imported" | "previewed"; groups: readonly Group[] }
  | ({ outcome: "refused" } & Faults)
  | { outcome: "forbidden" };
