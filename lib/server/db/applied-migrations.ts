import "server-only";
import type Database from "better-sqlite3";

/** Names of the migrations that a database has seen; none for a database that is not ours. */
export function appliedMigrations(database: Database.Database): string[] {
  const history = database
    .prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations' AND type = 'table'")
    .get();
  if (!history) return [];
  return database
    .prepare<[], string>(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    )
    .pluck()
    .all();
}
