import "server-only";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { MOVED } from "../../storage/faults";
import { readEnv } from "../env";
import { StorageError } from "../storage-fault";
import { databaseInPlace } from "./client";
import { PrismaClient } from "./generated/client";

/** Long, and nothing that is tried out on a copy asks for it. */
const LEFT_OUT = ["UploadPart", "_prisma_migrations"];

/**
 * Runs `work` on a copy of the database as it is at this moment, which then is gone: others go on writing meanwhile, and
 * wait for nothing.
 *
 * @throws StorageError when the database is not in its place any more
 */
export async function onScratch<Value>(work: (client: PrismaClient) => Promise<Value>): Promise<Value> {
  const factory = new PrismaBetterSqlite3({ url: "" });
  const { provider, adapterName } = factory;
  const client = new PrismaClient({ adapter: { provider, adapterName, connect: () => copied(factory) } });
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/** SQLite keeps a database without a name in a temporary file, which goes with its connection. */
async function copied(factory: PrismaBetterSqlite3): Promise<SqlDriverAdapter> {
  // SQLite would make an empty one there.
  if (!databaseInPlace()) throw new StorageError(MOVED);
  const connection = await factory.connect();
  const file = readEnv().databaseFile.replaceAll("'", "''");
  await connection.executeScript(
    `PRAGMA foreign_keys=OFF; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA busy_timeout=5000;
      ATTACH '${file}' AS live; BEGIN`,
  );
  const { rows } = await connection.queryRaw({
    sql: `SELECT type, name, sql FROM live.sqlite_master
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'table' DESC`,
    args: [],
    argTypes: [],
  });
  for (const [type, name, sql] of rows) {
    await connection.executeScript(String(sql));
    if (type !== "table" || LEFT_OUT.includes(String(name))) continue;
    await connection.executeScript(`INSERT INTO main."${name}" SELECT * FROM live."${name}"`);
  }
  await connection.executeScript("COMMIT; DETACH live; PRAGMA foreign_keys=ON");
  return connection;
}
