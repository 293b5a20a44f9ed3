import "server-only";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { Mutex } from "async-mutex";
import { writerTurn } from "./writer-turn";

const PRAGMAS =
  "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

/**
 * Prisma's SQLite adapter made safe. One connection serves the whole process, so one mutex covers every statement
 * and every transaction: the stock adapter lets other requests' writes land inside an open transaction, and they
 * vanish with its rollback.
 */
export class GuardedSqlite implements SqlDriverAdapterFactory {
  readonly provider = "sqlite";
  readonly adapterName = "@prisma/adapter-better-sqlite3";

  /** `file` is asked for on each connect, so it may change while disconnected. */
  constructor(
    private readonly file: () => string,
    private readonly options: { readOnly?: boolean } = {},
  ) {}

  async connect(): Promise<SqlDriverAdapter> {
    const { readOnly = false } = this.options;
    const connection = await new PrismaBetterSqlite3({ url: this.file() }).connect();
    await connection.executeScript(readOnly ? "PRAGMA busy_timeout=5000; PRAGMA query_only=ON;" : PRAGMAS);
    // IMMEDIATE takes the write lock now: what the transaction reads cannot go stale before it writes.
    return guard(connection, readOnly ? "BEGIN" : "BEGIN IMMEDIATE");
  }
}

type Begin = "BEGIN" | "BEGIN IMMEDIATE";

const READS = /^\s*SELECT\b/i;

function guard(connection: SqlDriverAdapter, how: Begin): SqlDriverAdapter {
  const mutex = new Mutex();
  /** The turn comes first: others go on reading while somebody waits for it. */
  async function toWrite(): Promise<() => void> {
    const endTurn = await writerTurn().take();
    const release = await mutex.acquire();
    return () => {
      release();
      endTurn();
    };
  }
  async function alone<Value>(sql: string, work: () => Promise<Value>): Promise<Value> {
    const release = READS.test(sql) ? await mutex.acquire() : await toWrite();
    try {
      return await work();
    } finally {
      release();
    }
  }
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => alone(query.sql, () => connection.queryRaw(query)),
    executeRaw: (query) => alone(query.sql, () => connection.executeRaw(query)),
    executeScript: (script) => alone(script, () => connection.executeScript(script)),
    dispose: () => mutex.runExclusive(() => connection.dispose()),
    async startTransaction() {
      const release = how === "BEGIN" ? await mutex.acquire() : await toWrite();
      try {
        return await begin(connection, how, release);
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}

async function begin(connection: SqlDriverAdapter, how: Begin, release: () => void): Promise<Transaction> {
  const run = async (sql: string) => {
    await connection.executeRaw({ sql, args: [], argTypes: [] });
  };
  await run(how);

  let open = true;
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> => {
    if (open) return work();
    const cause = "The transaction has ended.";
    return Promise.reject(new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause }));
  };
  const end = (sql: "COMMIT" | "ROLLBACK") =>
    whileOpen(async () => {
      open = false;
      try {
        await run(sql);
      } catch (error) {
        // A failed COMMIT leaves the transaction open on the connection that everyone shares.
        await run("ROLLBACK").catch(() => undefined);
        throw error;
      } finally {
        release();
      }
    });

  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    // Prisma then leaves COMMIT and ROLLBACK to us.
    options: { usePhantomQuery: true },
    queryRaw: (query) => whileOpen(() => connection.queryRaw(query)),
    executeRaw: (query) => whileOpen(() => connection.executeRaw(query)),
    createSavepoint: (name) => whileOpen(() => run(`SAVEPOINT ${name}`)),
    rollbackToSavepoint: (name) => whileOpen(() => run(`ROLLBACK TO ${name}`)),
    releaseSavepoint: (name) => whileOpen(() => run(`RELEASE SAVEPOINT ${name}`)),
    commit: () => end("COMMIT"),
    rollback: () => end("ROLLBACK"),
  };
}
