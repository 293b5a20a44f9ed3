import "server-only";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { z } from "zod";
import { MOVED } from "../../storage/faults";
import { StorageError } from "../storage/storage-fault";
import { databaseInPlace } from "./client";
import { STORED_TABLES } from "./stored-tables";
import { told } from "./told";
import { turnInTime } from "./writer-turn";

/** From a copy of the database (`main`) to the database itself (`live`): what was changed there, as one short write. */

/** Notes from here on which rows are added, changed and taken out in the copy, by their `id`. */
export async function noteChanges(connection: SqlDriverAdapter, tables: readonly string[]): Promise<void> {
  const triggers = tables.flatMap((table) =>
    (["INSERT", "UPDATE", "DELETE"] as const).map((what) => {
      const row = what === "DELETE" ? "OLD" : "NEW";
      const note = `INSERT OR IGNORE INTO noted VALUES ('${table}', '${what}', ${row}.id)`;
      return `CREATE TEMP TRIGGER "${what} ${table}" AFTER ${what} ON main."${table}" BEGIN ${note}; END`;
    }),
  );
  const noted = `CREATE TEMP TABLE noted ("table" TEXT, what TEXT, id TEXT, PRIMARY KEY ("table", what, id))`;
  await connection.executeScript([noted, ...triggers].join(";\n"));
}

/** What an import decides by, of one organization. */
export async function fingerprint(connection: SqlDriverAdapter, organizationId: string): Promise<string> {
  const tables = Object.values(STORED_TABLES).flatMap(({ decidesBy }) => decidesBy);
  const parts = tables.map(
    ({ table, columns, where = "TRUE" }) => `(SELECT json_group_array(${columns}) FROM
      (SELECT * FROM live."${table}" WHERE "organizationId" = (SELECT id FROM asked) AND ${where} ORDER BY "id"))`,
  );
  const { rows } = await connection.queryRaw({
    sql: `WITH asked(id) AS (SELECT ?) SELECT json_array(
      (SELECT "name" FROM live."Organization" WHERE "id" = (SELECT id FROM asked)),
      (SELECT json_group_array("hash") FROM live."FrameworkVersion"),
      ${parts.join()})`,
    args: [organizationId],
    argTypes: [{ scalarType: "string", arity: "scalar" }],
  });
  return String(rows[0]?.[0]);
}

type Copy = { organizationId: string; before: string };

/**
 * False, and nothing done, when the organization is not as it was `before`, or a row does not go in any more.
 *
 * @throws StorageError for a fault of the disk or the database, or when it is not in its place any more
 */
export async function carryOver(
  connection: SqlDriverAdapter,
  { organizationId, before }: Copy,
): Promise<boolean> {
  const run = (script: string) => told(() => connection.executeScript(script));
  const statements = await statementsOf(connection);
  if (statements.length === 0) return true;
  const endTurn = await turnInTime();
  try {
    await run("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys=ON");
    try {
      const same = (await fingerprint(connection, organizationId)) === before;
      if (same) await run(statements.join(";\n"));
      if (!databaseInPlace()) throw new StorageError(MOVED);
      await run(same ? "COMMIT" : "ROLLBACK");
      return same;
    } catch (error) {
      await run("ROLLBACK").catch(() => undefined);
      if (isConstraint(error)) return false;
      throw error;
    }
  } finally {
    endTurn();
  }
}

async function statementsOf(connection: SqlDriverAdapter): Promise<string[]> {
  const sql = `SELECT DISTINCT "table", what,
    (SELECT group_concat('"' || name || '"') FROM pragma_table_info("table")) FROM noted ORDER BY what`;
  // By their names: what was taken out goes first, and is not changed any more.
  const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] });
  return rows.map(([table, what, columns]) => {
    const ids = (noted: string) => `(SELECT id FROM noted WHERE "table" = '${table}' AND what = '${noted}')`;
    switch (what) {
      case "INSERT":
        return `INSERT INTO live."${table}" SELECT * FROM main."${table}" WHERE id IN ${ids("INSERT")}`;
      case "UPDATE":
        return `UPDATE live."${table}" AS there SET (${columns}) =
          (SELECT ${columns} FROM main."${table}" AS here WHERE here.id = there.id)
          WHERE id IN ${ids("UPDATE")}`;
      default:
        // Of an id that was added here as well, a row over there would be somebody else's.
        return `DELETE FROM live."${table}" WHERE id IN ${ids("DELETE")} AND id NOT IN ${ids("INSERT")}`;
    }
  });
}

const constraint = z.object({
  cause: z.object({ originalCode: z.string().startsWith("SQLITE_CONSTRAINT") }),
});

const isConstraint = (error: unknown) => constraint.safeParse(error).success;
