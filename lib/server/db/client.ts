import "server-only";
import { readEnv } from "../env";
import { PrismaClient } from "./generated/client";
import { GuardedSqlite } from "./guarded-adapter";

const shared = globalThis as typeof globalThis & { scalingReadinessDb?: PrismaClient };

/**
 * The one client of this process: the mutex inside must be the only one, also when Next loads this module twice.
 * It connects with the first query.
 */
export const db: PrismaClient =
  shared.scalingReadinessDb ??
  new PrismaClient({
    adapter: new GuardedSqlite(() => readEnv().databaseFile),
    // Waiting for one's turn is normal with one connection.
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });
shared.scalingReadinessDb = db;
