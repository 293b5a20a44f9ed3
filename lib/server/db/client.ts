import "server-only";
import { readEnv } from "../env";
import { PrismaClient } from "./generated/client";
import { GuardedSqlite } from "./guarded-adapter";

type Shared = { client: PrismaClient; adapter: GuardedSqlite };
const shared = globalThis as typeof globalThis & { scalingReadinessDb?: Shared };

function create(): Shared {
  const adapter = new GuardedSqlite(() => readEnv().databaseFile);
  // Waiting for one's turn is normal with one connection.
  const transactionOptions = { maxWait: 10_000, timeout: 10_000 };
  return { adapter, client: new PrismaClient({ adapter, transactionOptions }) };
}

/**
 * The one client of this process: the mutex inside must be the only one, also when Next loads this module twice.
 * It connects with the first query.
 */
shared.scalingReadinessDb ??= create();
const { client, adapter } = shared.scalingReadinessDb;
export const db: PrismaClient = client;

/** Whether the database is the file in its place: what is saved to another one is not where people look. */
export const databaseInPlace = (): boolean => adapter.inPlace();
