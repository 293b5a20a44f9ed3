import "server-only";
import { existsSync } from "node:fs";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { Mutex } from "async-mutex";
import { MOVED } from "../../storage/faults";
import { nextTurn } from "../../turns/next-turn";
import { StorageError } from "../storage/storage-fault";
import { type FileIdentity, identityOf, isSameFile } from "./file-identity";
import { told } from "./told";
import { turnInTime } from "./writer-turn";

const PRAGMAS =
  "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

type Opened = { file: string; found: FileIdentity | null };

/**
 * Prisma's SQLite adapter made safe. One connection serves the whole process, so one mutex covers every statement
 * and every transaction: the stock adapter lets other requests' writes land inside an open transaction, and they
 * vanish with its rollback. A fault of the disk or of the file is a `StorageError`, whichever statement meets it.
 */
export class GuardedSqlite implements SqlDriverAdapterFactory {
  readonly provider = "sqlite";
  readonly adapterName = "@prisma/adapter-better-sqlite3";
  private opened: Opened | null = null;

  /**
   * `file` is asked for on each connect, so it may change while disconnected; none but `only` is opened, when there is
   * one.
   */
  constructor(
    private readonly file: () => string,
    private readonly options: { readOnly?: boolean; only?: () => FileIdentity | null } = {},
  ) {}

  async connect(): Promise<SqlDriverAdapter> {
    const { readOnly = false, only } = this.options;
    const file = this.file();
    const found = identityOf(file);
    const wanted = only?.() ?? found;
    if (wanted !== found && !isSameFile(found, wanted)) throw new StorageError(MOVED);
    const connection = await told(async () => {
      // A database is made by its migrations alone: an empty one here would hide that the file is gone.
      const opened = await new PrismaBetterSqlite3({ url: file, fileMustExist: true }).connect();
      await opened.executeScript(readOnly ? "PRAGMA busy_timeout=5000; PRAGMA query_only=ON;" : PRAGMAS);
      return opened;
    });
    this.opened = { file, found };
    const beforeWrite = () => {
      if (!readOnly && !this.inPlace()) throw new StorageError(MOVED);
    };
    const onClose = () => {
      this.opened = null;
    };
    // IMMEDIATE takes the write lock now: what the transaction reads cannot go stale before it writes.
    return guard(connection, { begin: readOnly ? "BEGIN" : "BEGIN IMMEDIATE", beforeWrite, onClose });
  }

  /** The file that is open; null before the first query. */
  identity(): FileIdentity | null {
    return this.opened?.found ?? null;
  }

  /** SQLite goes on with a file that was moved or deleted under it: what is saved then is not where people look. */
  inPlace(): boolean {
    if (!this.opened) return existsSync(this.file());
    const { file, found } = this.opened;
    return isSameFile(identityOf(file), found);
  }
}

type Guard = { begin: "BEGIN" | "BEGIN IMMEDIATE"; beforeWrite: () => void; onClose: () => void };

const READS = /^\s*SELECT\b/i;

function guard(connection: SqlDriverAdapter, how: Guard): SqlDriverAdapter {
  const mutex = new Mutex();
  /** The turn comes first: others go on reading while somebody waits for it. */
  async function toWrite(): Promise<() => void> {
    const endTurn = await turnInTime();
    const release = await mutex.acquire();
    return () => {
      release();
      endTurn();
    };
  }
  async function alone<Value>(sql: string, work: () => Promise<Value>): Promise<Value> {
    const reads = READS.test(sql);
    // What waits for SQLite waits for nothing else: one after the other they would keep everybody from being answered.
    if (reads) await nextTurn();
    const release = reads ? await mutex.acquire() : await toWrite();
    try {
      if (!reads) how.beforeWrite();
      return await told(work);
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
    dispose: () =>
      mutex.runExclusive(async () => {
        await connection.dispose();
        how.onClose();
      }),
    async startTransaction() {
      const release = how.begin === "BEGIN" ? await mutex.acquire() : await toWrite();
      try {
        return await begin(connection, how, release);
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}

async function begin(connection: SqlDriverAdapter, how: Guard, release: () => void): Promise<Transaction> {
  const run = async (sql: string) => {
    await told(() => connection.executeRaw({ sql, args: [], argTypes: [] }));
  };
  await run(how.begin);

  let open = true;
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> => {
    if (open) return told(work);
    const cause = "The transaction has ended.";
    return Promise.reject(new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause }));
  };
  const end = (sql: "COMMIT" | "ROLLBACK") =>
    whileOpen(async () => {
      open = false;
      try {
        if (sql === "COMMIT") how.beforeWrite();
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
