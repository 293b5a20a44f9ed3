import "server-only";
import { statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { nameTime } from "@/lib/backup/names";
import type { RestoreFault } from "@/lib/backup/words";
import { databaseName } from "./backup";
import { copyDatabase, removeDatabase } from "./copy";
import { exchangeDatabase } from "./exchange";
import { readMigrations } from "./migrations";

export type RestoreOptions = { file: string; databaseFile: string; migrationsDirectory: string };

/** `kept` is where the database went that was there before, if there was one. */
export type Restore = { outcome: "restored"; kept: string | null } | { outcome: RestoreFault };

/**
 * Puts a copy of the file in the place of the database, which stays beside it under another name. Killed at any
 * point, the one or the other is in the place, whole. A database of an older version waits for its migrations.
 */
export async function restoreDatabase(options: RestoreOptions, now: Date): Promise<Restore> {
  const { file, databaseFile, migrationsDirectory } = options;
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return { outcome: "not-found" };
  const current = statSync(databaseFile, { throwIfNoEntry: false });
  if (current?.ino === found.ino && current.dev === found.dev) return { outcome: "own-database" };

  await mkdir(path.dirname(databaseFile), { recursive: true });
  const incoming = beside(databaseFile, "restoring", now);
  try {
    const copied = await copyDatabase(file, incoming);
    if (copied.outcome !== "copied") return copied;
    const misfit = await migrationsMisfit(copied.migrations, migrationsDirectory);
    if (misfit) return { outcome: misfit };
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
