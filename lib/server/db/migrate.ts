import "server-only";
import { existsSync } from "node:fs";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import Database from "better-sqlite3";
import { backupName } from "@/lib/backup/names";
import { makeFolder } from "../storage/make-folder";
import { appliedMigrations } from "./applied-migrations";
import { backupDatabase, databaseName } from "./backup";
import { faultOf } from "./copy";
import { NO_FILTERS, readMigrations } from "./migrations";
import { schemaDifference } from "./schema-check";
import { openSchemaEngine } from "./schema-engine";

export type MigrateOptions = { databaseFile: string; backupDirectory: string; migrationsDirectory: string };

/** A database that the app cannot work with; the message says what is wrong with it. */
export class UnfitDatabase extends Error {}

/** Names of the migrations that were applied, and the copy that was made before, if there was anything to copy. */
export type Migrated = { applied: readonly string[]; backup: string | null };

/**
 * Brings the database up to the migrations in the folder: all of them or none, also when the process is killed.
 * Throws an `UnfitDatabase` when the database knows a migration that the folder does not, as a newer app has used it,
 * when it is damaged, and when it lacks what its migrations make.
 */
export async function migrate(options: MigrateOptions, now: Date): Promise<Migrated> {
  const { databaseFile, backupDirectory, migrationsDirectory } = options;
  const migrations = await readMigrations(migrationsDirectory);
  const names = migrations.migrationDirectories.map(({ path: name }) => name);
  const known = await soundMigrations(databaseFile, migrationsDirectory, names);

  const unknown = known.find((name) => !names.includes(name));
  if (unknown) {
    throw new UnfitDatabase(
      `${databaseFile} has been used by a newer version of the app (migration ${unknown}).`,
    );
  }
  if (names.every((name) => known.includes(name))) return { applied: [], backup: null };

  makeFolder(path.dirname(databaseFile));
  const backup = known.length > 0 ? await backUp(databaseFile, backupDirectory, now) : null;
  return { applied: await apply(databaseFile, migrations), backup };
}

/** The migrations that a database has seen, once it was looked at whole; none where there is no database yet. */
async function soundMigrations(
  databaseFile: string,
  folder: string,
  names: readonly string[],
): Promise<string[]> {
  if (!existsSync(databaseFile)) return [];
  const database = new Database(databaseFile, { fileMustExist: true });
  try {
    const known = appliedMigrations(database);
    if (database.pragma("quick_check(1)", { simple: true }) !== "ok") {
      throw new UnfitDatabase(`${databaseFile} is damaged.`);
    }
    // What a newer version makes is not known here; that it did is told by the caller.
    const { missing } = known.every((name) => names.includes(name))
      ? await schemaDifference(database, known, folder)
      : { missing: [] };
    if (missing.length > 0) {
      const what = missing.slice(0, 3).join(", ");
      throw new UnfitDatabase(`${databaseFile} does not have what its version of the app makes (${what}).`);
    }
    return known;
  } catch (error) {
    if (faultOf(error)) throw new UnfitDatabase(`${databaseFile} is damaged.`, { cause: error });
    throw error;
  } finally {
    database.close();
  }
}

async function backUp(databaseFile: string, folder: string, now: Date): Promise<string> {
  const copy = path.join(folder, backupName(databaseName(databaseFile), now));
  const { outcome } = await backupDatabase(databaseFile, copy);
  if (outcome !== "saved") throw new Error(`${databaseFile} was not copied to ${copy}: ${outcome}`);
  return copy;
}

async function apply(databaseFile: string, migrations: MigrationList): Promise<string[]> {
  const connection = await new PrismaBetterSqlite3({ url: databaseFile }).connect();
  try {
    // Redefining a table drops the old one: with foreign keys on, that would delete the rows that refer to it.
    await connection.executeScript(
      "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF;",
    );
    // One transaction around everything: closing the connection without COMMIT undoes it all.
    await connection.executeScript("BEGIN IMMEDIATE");
    const engine = await openSchemaEngine(connection);
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrations,
        filters: NO_FILTERS,
      });
      await checkForeignKeys(connection);
      await connection.executeScript("COMMIT");
      return appliedMigrationNames;
    } finally {
      engine.free();
    }
  } finally {
    await connection.dispose();
  }
}

async function checkForeignKeys(connection: SqlDriverAdapter) {
  const { rows } = await connection.queryRaw({ sql: "PRAGMA foreign_key_check", args: [], argTypes: [] });
  if (rows.length > 0) throw new Error(`The migrations left ${rows.length} rows that refer to nothing.`);
}
