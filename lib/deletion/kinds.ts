import { type DeletableKey, FILE_TABLES, TABLE_KEYS } from "../organization-file/tables";
import type { Permission } from "../permissions/permissions";

type Deletion = (typeof FILE_TABLES)[DeletableKey]["deletion"];

/** What can be deleted and brought back. */
export type DeletionKind = Deletion["kind"];

const DELETIONS: readonly Deletion[] = TABLE_KEYS.flatMap((key) => FILE_TABLES[key].deletion ?? []);

const byKind = <Value>(make: (deletion: Deletion) => Value) =>
  Object.fromEntries(DELETIONS.map((deletion) => [deletion.kind, make(deletion)])) as Record<
    DeletionKind,
    Value
  >;

/** The permission that both take. */
export const DELETION_PERMISSIONS = byKind<Permission>(({ permission }) => permission);
export const KIND_WORDS = byKind(({ plural }) => plural);
export const KIND_TITLES = byKind(({ title }) => title);
