import "server-only";
import type { TableKey } from "@/lib/organization-file/tables";
import type { Prisma } from "./generated/client";
import type { Transaction } from "./transaction";

type StoredTable = {
  /** Tables of the database that hold its rows, parents first. */
  tables: readonly Prisma.ModelName[];
  /** How many rows of it an organization has. */
  count(organizationId: string, tx: Transaction): Promise<number>;
  /** What an import decides by: columns in SQL, of rows that are chosen by `where`. */
  decidesBy: readonly { table: Prisma.ModelName; columns: string; where?: string }[];
};

/** Where the database holds each table of an organization. */
export const STORED_TABLES: Record<TableKey, StoredTable> = {
  units: {
    tables: ["Unit"],
    count: (organizationId, tx) => tx.unit.count({ where: { organizationId } }),
    decidesBy: [{ table: "Unit", columns: `json_array("id", "name", "parentId", "archivedAt")` }],
  },
  assessments: {
    tables: ["Assessment", "Answer", "Result"],
    count: (organizationId, tx) => tx.assessment.count({ where: { organizationId } }),
    // Not answers and drafts, which may change meanwhile: an import leaves what is here as it is and only counts drafts.
    decidesBy: [
      { table: "Assessment", columns: `"id"`, where: `"status" = 'submitted'` },
      { table: "Assessment", columns: "1" },
    ],
  },
  plans: {
    tables: ["Plan", "PlanUnit"],
    count: (organizationId, tx) => tx.plan.count({ where: { organizationId } }),
    decidesBy: [{ table: "Plan", columns: `"id"` }],
  },
  registers: {
    tables: ["RiskEntry"],
    count: (organizationId, tx) => tx.riskEntry.count({ where: { organizationId, revision: 1 } }),
    decidesBy: [{ table: "RiskEntry", columns: `"id"` }],
  },
  inventory: {
    tables: ["InventoryItem"],
    count: (organizationId, tx) => tx.inventoryItem.count({ where: { organizationId } }),
    decidesBy: [{ table: "InventoryItem", columns: `"id" || "revision"` }],
  },
};
