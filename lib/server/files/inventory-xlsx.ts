import "server-only";
import {
  INVENTORY_COLUMNS,
  type InventoryColumn,
  inventoryRows,
  type ListedTable,
} from "@/lib/inventory/inventory-table";
import { addSheet, renderWorkbook } from "../report/xlsx-sheet";

const WIDTHS: Partial<Record<InventoryColumn, number>> = {
  unit: 28,
  name: 32,
  owner: 24,
  serves: 40,
  note: 60,
};

/** The table as a workbook, in the columns that an import reads. */
export function inventoryXlsx(table: ListedTable, created: Date): Promise<Buffer> {
  const columns = INVENTORY_COLUMNS.map((title) => ({ title, width: WIDTHS[title] ?? 14 }));
  const rows = inventoryRows(table).map((row) => INVENTORY_COLUMNS.map((column) => row[column]));
  return renderWorkbook(created, (workbook) => addSheet(workbook, "Inventory", columns, rows));
}
