import "server-only";
import type { Prisma } from "./generated/client";
import type { Transaction } from "./transaction";

/** Every column is said, also those that Prisma would fill by itself. */
export type NewRows = {
  [Table in Prisma.ModelName]: Prisma.TypeMap["model"][Table]["payload"]["scalars"];
};

/** Of the JSON that one statement takes, in UTF-16 units. */
const PIECE = 500_000;

/**
 * Adds many rows, a thousand or so a statement: `create` and `createMany` of Prisma take five times as long or more, and
 * as long nobody else can save anything. All rows have the keys of the first.
 */
export async function addRows<Table extends keyof NewRows>(
  table: Table,
  rows: readonly NewRows[Table][],
  tx: Transaction,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((column) => `"${column}"`).join();
  // Of lists SQLite reads values twice as fast as of objects.
  const values = columns.map((_, place) => `value->>${place}`).join();
  for (const piece of jsonOf(rows, columns)) {
    const sql = `INSERT INTO "${table}" (${names}) SELECT ${values} FROM json_each(?)`;
    await tx.$executeRawUnsafe(sql, piece);
  }
}

function* jsonOf(rows: readonly object[], columns: readonly string[]): Generator<string> {
  let piece: string[] = [];
  let length = 0;
  for (const row of rows as readonly Record<string, unknown>[]) {
    const text = JSON.stringify(columns.map((column) => storedValue(row[column])));
    piece.push(text);
    length += text.length;
    if (length < PIECE) continue;
    yield `[${piece.join()}]`;
    piece = [];
    length = 0;
  }
  if (piece.length > 0) yield `[${piece.join()}]`;
}

/** As Prisma stores it: JSON as its text, a time in UTC. */
function storedValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
