import "server-only";
import type { Answer, InventoryItem, RiskEntry, Unit } from "./generated/client";
import { inPieces } from "./pieces";
import type { Transaction } from "./transaction";

/** Every column is said, also those that Prisma would fill by itself. */
type NewRows = { Unit: Unit; Answer: Answer; InventoryItem: InventoryItem; RiskEntry: RiskEntry };

const PIECE = 1000;

/**
 * Adds many rows, a statement a thousand: `create` and `createMany` of Prisma take five times as long or more, and as
 * long nobody else can save anything. All rows have the keys of the first.
 */
export async function addRows<Table extends keyof NewRows>(
  table: Table,
  rows: readonly NewRows[Table][],
  tx: Transaction,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((column) => `"${column}"`).join();
  const values = columns.map((column) => `value->>'$.${column}'`).join();
  for (const piece of inPieces(rows, PIECE)) {
    const sql = `INSERT INTO "${table}" (${names}) SELECT ${values} FROM json_each(?)`;
    await tx.$executeRawUnsafe(sql, JSON.stringify(piece.map(toStored)));
  }
}

/** As Prisma stores it: JSON as its text, a time in UTC. */
function toStored(row: object) {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, storedValue(value)]));
}

function storedValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
