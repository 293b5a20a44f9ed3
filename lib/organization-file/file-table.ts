import type { z } from "zod";
import type { Permission } from "../permissions/permissions";

/** What a file and the words about it have to know of one table of an organization. */
export type FileTable<Row> = {
  /** Its rows in a file; with `default([])` where files of before have none. */
  list: z.ZodType;
  /** A row in the report of an import. */
  noun: string;
  /** What tells one row from another. */
  idOf(row: Row): string;
  /** The unit that a row goes with when that is deleted; null where rows outlive their units. */
  unitOf: ((row: Row) => string) | null;
  /** What goes with a unit, told before it is deleted: each count in words. */
  contents: Readonly<Record<string, (count: number) => string>>;
  /** How one row is deleted by itself; null where that is not done. */
  deletion: Deletion | null;
};

type Deletion = {
  kind: string;
  /** That deleting and restoring take. */
  permission: Permission;
  /** Many, within a sentence. */
  plural: string;
  /** One that was deleted. */
  title: string;
};
