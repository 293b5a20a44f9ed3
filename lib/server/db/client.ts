import "server-only";
import { readEnv } from "../env";
import type { FileIdentity } from "./file-identity";
import { PrismaClient } from "./generated/client";
import { GuardedSqlite } from "./guarded-adapter";

type Shared = { client: PrismaClient; adapter: GuardedSqlite; handed: { over: FileIdentity | null } };
const shared = globalThis as typeof globalThis & { scalingReadinessDb?: Shared };

function create(): Shared {
  const handed: Shared["handed"] = { over: null };
  const adapter = new GuardedSqlite(() => readEnv().databaseFile, { only: () => handed.over });
  // Waiting for one's turn is normal with one connection, and the turn says by itself when it takes too long.
  const transactionOptions = { maxWait: 15_000, timeout: 10_000 };
  return { adapter, handed, client: new PrismaClient({ adapter, transactionOptions }) };
}

/**
 * The one client of this process: the mutex inside must be the only one, also when Next loads this module twice.
 * It connects with the first query.
 */
shared.scalingReadinessDb ??= create();
const { client, adapter, handed } = shared.scalingReadinessDb;
export const db: PrismaClient = client;

/** Whether the database is the file in its place: what is saved to another one is not where people look. */
export const databaseInPlace = (): boolean => adapter.inPlace();

/** The file that the app has open; null before its first query. */
export const openDatabase = (): FileIdentity | null => adapter.identity() ?? handed.over;

/** In a worker thread: a file that took the place of the app's own is none of it. */
export function expectDatabase(identity: FileIdentity | null): void {
  handed.over = identity;
}
