import { TABLE_KEYS } from "@/lib/organization-file/tables";
import { db } from "@/lib/server/db/client";
import { STORED_TABLES } from "@/lib/server/db/stored-tables";
import type { Transaction } from "@/lib/server/db/transaction";

/** What the database itself says of its tables: nobody has to remember one. */

export type CatalogTable = {
  name: string;
  columns: string[];
  /** Other tables that its rows point to. */
  parents: string[];
};

const names = async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM sqlite_master WHERE type = 'table'
      AND substr("name", 1, 7) <> 'sqlite_' AND "name" <> '_prisma_migrations' ORDER BY "name"`;
  return rows.map(({ name }) => name);
};

/** Every table that migrations make. */
export async function catalog(): Promise<CatalogTable[]> {
  const tables: CatalogTable[] = [];
  for (const name of await names()) {
    const columns = await db.$queryRaw<{ name: string }[]>`SELECT "name" FROM pragma_table_info(${name})`;
    const parents = await db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT "table" AS "name" FROM pragma_foreign_key_list(${name}) WHERE "table" <> ${name}`;
    tables.push({
      name,
      columns: columns.map((column) => column.name),
      parents: parents.map((parent) => parent.name),
    });
  }
  return tables;
}

/** Tables of the database that the registry knows, parents first. */
export const REGISTERED: readonly string[] = TABLE_KEYS.flatMap((key) => STORED_TABLES[key].tables);

export async function rowCounts(
  tables: readonly string[],
  tx: Transaction = db,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [found] = await tx.$queryRawUnsafe<{ rows: bigint }[]>(`SELECT count(*) AS rows FROM "${table}"`);
    counts[table] = Number(found?.rows);
  }
  return counts;
}

/** Every row of an organization, table by table. */
export async function everythingOf(organizationId: string): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {
    Organization: await db.$queryRaw`SELECT * FROM "Organization" WHERE "id" = ${organizationId}`,
  };
  for (const { name, columns } of await catalog()) {
    if (!columns.includes("organizationId")) continue;
    const sql = `SELECT * FROM "${name}" WHERE "organizationId" = ? ORDER BY rowid`;
    all[name] = await db.$queryRawUnsafe(sql, organizationId);
  }
  return all;
}

/** As a new installation: no row of any table is left. */
export async function emptyDatabase(): Promise<void> {
  await db.$executeRaw`PRAGMA foreign_keys=OFF`;
  try {
    for (const name of await names()) await db.$executeRawUnsafe(`DELETE FROM "${name}"`);
  } finally {
    await db.$executeRaw`PRAGMA foreign_keys=ON`;
  }
}
