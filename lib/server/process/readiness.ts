import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { databaseInPlace, db } from "../db/client";
import { reportFailure } from "../requests/report-failure";

export type Readiness = "ready" | "no-database" | "no-answer" | "other-migrations";

const ANSWER_MS_MAX = 2000;

/** Whether this process can serve people: its database answers, and has exactly the migrations of this version. */
export async function readiness(): Promise<Readiness> {
  if (!databaseInPlace()) return "no-database";
  const [known, applied] = await Promise.all([
    knownMigrations(),
    Promise.race([appliedMigrations(), late()]),
  ]);
  if (applied === null) return "no-answer";
  return known.join() === applied.join() ? "ready" : "other-migrations";
}

async function knownMigrations(): Promise<string[]> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations");
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Null when the database does not answer as it should. */
async function appliedMigrations(): Promise<string[] | null> {
  try {
    const rows = await db.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
    return rows.map(({ migration_name: name }) => name);
  } catch (error) {
    reportFailure(error);
    return null;
  }
}

function late(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ANSWER_MS_MAX, null).unref());
}
