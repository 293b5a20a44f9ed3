import "server-only";
import type { TableKey } from "@/lib/organization-file/tables";
import { assessments } from "./tables/assessments";
import { inventory } from "./tables/inventory";
import type { OwnedTable } from "./tables/owned-table";
import { plans } from "./tables/plans";
import { registers } from "./tables/registers";
import { units } from "./tables/units";

/** Every table of an organization: what is done with its rows. `FILE_TABLES` says their order, and the words. */
export const OWNED_TABLES: { readonly [Key in TableKey]: OwnedTable<Key> } = {
  units,
  assessments,
  plans,
  registers,
  inventory,
};
