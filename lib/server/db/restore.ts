import "server-only";
import { statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { nameTime } from "@/lib/backup/names";
import type { ContentFault, RestoreFault } from "@/lib/backup/words";
import { makeFolder } from "../storage/make-folder";
import { databaseName } from "./backup";
import { brokenReference, unreadableColumn } from "./content-check";
import { copyDatabase, removeDatabase } from "./copy";
import { exchangeDatabase } from "./exchange";
import { identityOf, isSameFile } from "./file-identity";
import { readMigrations } from "./migrations";
import { schemaDifference } from "./schema-check";

export type RestoreOptions = { file: string; databaseFile: string; migrationsDirectory: string };

/** `kept` is where the database went that was there before, if there was one. */
export type Restore = { outcome: "restored"; kept: string | null } | { outcome: RestoreFault } | ContentFault;

/**
 * Puts a copy of the file in the place of the database, which stays beside it under another name. Killed at any
 * point, the one or the other is in the place, whole. A database of an older version waits for its migrations.
 */
export async function restoreDatabase(options: RestoreOptions, now: Date): Promise<Restore> {
  const { file, databaseFile, migrationsDirectory } = options;
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return { outcome: "not-found" };
  const current = identityOf(databaseFile);
  if (isSameFile(current, identityOf(file))) return { outcome: "own-database" };

  makeFolder(path.dirname(databaseFile));
  const incoming = beside(databaseFile, "restoring", now);
  try {
    const copied = await copyDatabase(file, incoming);
    if (copied.outcome !== "copied") return copied;
    const misfit = await migrationsMisfit(copied.migrations, migrationsDirectory);
    if (misfit) return { outcome: misfit };
    const fault = await contentFault(incoming, copied.migrations, migrationsDirectory);
    if (fault) return fault;
    const kept = beside(databaseFile, "before-restore", now);
    const outcome = await exchangeDatabase(incoming, databaseFile, kept);
    return outcome === "in-use" ? { outcome } : { outcome, kept: current ? kept : null };
  } finally {
    await removeDatabase(incoming);
  }
}

function beside(databaseFile: string, what: string, now: Date): string {
  return path.join(path.dirname(databaseFile), `${databaseName(databaseFile)}-${what}-${nameTime(now)}.db`);
}

async function migrationsMisfit(seen: readonly string[], folder: string) {
  const { migrationDirectories } = await readMigrations(folder);
  const known = new Set(migrationDirectories.map(({ path: name }) => name));
  // Another app's database may keep its migrations in the same table; every one of ours has seen our first.
  if (!seen.some((name) => known.has(name))) return "foreign";
  return seen.every((name) => known.has(name)) ? null : "newer-version";
}

/** What the app would stumble over: nothing else looks at a backup before it is in the place of the database. */
async function contentFault(
  file: string,
  migrations: readonly string[],
  folder: string,
): Promise<ContentFault | null> {
  const database = new Database(file, { readonly: true });
  try {
    const { missing, added } = await schemaDifference(database, migrations, folder);
    if (missing.length > 0) return { outcome: "other-schema", where: missing.slice(0, 3).join(", ") };
    if (added.length > 0) return { outcome: "added-schema", where: added.slice(0, 3).join(", ") };
    const broken = brokenReference(database);
    if (broken) return { outcome: "broken-reference", where: broken };
    const column = unreadableColumn(database);
    return column ? { outcome: "unreadable", where: column } : null;
  } finally {
    database.close();
  }
}
