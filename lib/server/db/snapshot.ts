import "server-only";
import { readEnv } from "../env";
import { openDatabase } from "./client";
import { PrismaClient } from "./generated/client";
import { GuardedSqlite } from "./guarded-adapter";
import type { Transaction } from "./transaction";

/** A download of everything may take that long. */
const HOUR = 60 * 60 * 1000;

/**
 * Reads the database as it is at this moment, on a connection of its own: others go on writing meanwhile, and wait for
 * nothing. What `work` writes is refused.
 */
export async function readSnapshot<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  const client = new PrismaClient({
    adapter: new GuardedSqlite(() => readEnv().databaseFile, { readOnly: true, only: openDatabase }),
    transactionOptions: { timeout: HOUR },
  });
  try {
    return await client.$transaction(work);
  } finally {
    await client.$disconnect();
  }
}
