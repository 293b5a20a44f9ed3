import "server-only";
import type { Comparison } from "@/lib/organization-file/report";
import type { ContentsOf, FileRows, TableKey } from "@/lib/organization-file/tables";
import type { Member } from "../../auth/member";
import type { Transaction } from "../../db/transaction";

/** A row in the shape of the organization's file, and the version of the framework that it needs. */
export type Stored<Row> = { row: Row; frameworkVersionId: string | null };

/** Rows that go with these units, or those of these ids. As many as one statement takes. */
export type Chosen = { units: string[] } | { ids: string[] };

/** As a filter of rows that have an id, and a unit with which they go. */
export function whereChosen(chosen: Chosen) {
  return "units" in chosen ? { unitId: { in: chosen.units } } : { id: { in: chosen.ids } };
}

/** What the rows of a file may refer to. */
export type Surroundings = {
  /** Ids of stored frameworks by `key@version`. */
  versions: ReadonlyMap<string, string>;
  /** By id, of the units that are here: those of the file among them once they are added, which is first. */
  unitNames: Map<string, string>;
};

/** How a table of an organization is read, added and taken out, for callers who have asked for permission. */
export type OwnedTable<Key extends TableKey> = {
  /** In the order of a file; not all of a table whose rows are long is held at once. */
  read(member: Member, tx: Transaction, chosen?: Chosen): AsyncIterable<Stored<FileRows[Key]>>;
  /**
   * Adds what is not here of the rows of a file.
   * @throws AssessmentError for the first that does not fit; the transaction must not be committed then
   */
  add(
    member: Member,
    rows: readonly FileRows[Key][],
    surroundings: Surroundings,
    tx: Transaction,
  ): Promise<Comparison>;
  remove(member: Member, chosen: Chosen, tx: Transaction): Promise<void>;
  /** How much goes with these units; of what outlives its units nothing. */
  count(member: Member, units: string[], tx: Transaction): Promise<Record<ContentsOf<Key>, number>>;
  /** Of what outlives its units: removes what comes from these, all of the sample, alone. */
  removeSample?(member: Member, units: ReadonlySet<string>, tx: Transaction): Promise<void>;
};
