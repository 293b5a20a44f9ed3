import "server-only";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { MOVED } from "../../storage/faults";
import { readEnv } from "../env";
import { StorageError } from "../storage/storage-fault";
import { carryOver, fingerprint, noteChanges } from "./carry-over";
import { databaseInPlace } from "./client";
import { PrismaClient } from "./generated/client";
import { told } from "./told";

/** Long, and nothing that is tried out on a copy asks for it. */
const LEFT_OUT = ["UploadPart", "_prisma_migrations"];

export type Scratch = {
  client: PrismaClient;
  /**
   * Does in the database what `client` has done here, as one write. False, and nothing done, when what it was made from
   * is not so any more.
   */
  carryOver: () => Promise<boolean>;
};

/**
 * Runs `work` on a copy of the database as it is at this moment, which then is gone: others go on writing meanwhile, and
 * wait for nothing. `organizationId`: whose data it changes.
 *
 * @throws StorageError when the database is not in its place any more
 */
export async function onScratch<Value>(
  organizationId: string,
  work: (scratch: Scratch) => Promise<Value>,
): Promise<Value> {
  const factory = new PrismaBetterSqlite3({ url: "" });
  const { provider, adapterName } = factory;
  const connection = await told(() => factory.connect());
  const client = new PrismaClient({ adapter: { provider, adapterName, connect: async () => connection } });
  try {
    const tables = await told(() => copyTo(connection));
    const before = await fingerprint(connection, organizationId);
    await connection.executeScript("COMMIT; PRAGMA foreign_keys=ON");
    await noteChanges(connection, tables);
    return await work({
      client,
      carryOver: () => carryOver(connection, { organizationId, before }),
    });
  } finally {
    await client.$disconnect();
    // A client that was never asked anything has not taken it: a copy that failed would go on reading.
    await connection.dispose();
  }
}

/** SQLite keeps a database without a name in a temporary file, which goes with its connection. */
async function copyTo(connection: SqlDriverAdapter): Promise<string[]> {
  // SQLite would make an empty one there.
  if (!databaseInPlace()) throw new StorageError(MOVED);
  const file = readEnv().databaseFile.replaceAll("'", "''");
  await connection.executeScript(
    `PRAGMA foreign_keys=OFF; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA busy_timeout=5000;
      ATTACH '${file}' AS live; PRAGMA live.synchronous=FULL; BEGIN`,
  );
  const { rows } = await connection.queryRaw({
    sql: `SELECT type, name, sql FROM live.sqlite_master
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'table' DESC`,
    args: [],
    argTypes: [],
  });
  const tables: string[] = [];
  for (const [type, name, sql] of rows) {
    await connection.executeScript(String(sql));
    if (type !== "table" || LEFT_OUT.includes(String(name))) continue;
    await connection.executeScript(`INSERT INTO main."${name}" SELECT * FROM live."${name}"`);
    tables.push(String(name));
  }
  return tables;
}
