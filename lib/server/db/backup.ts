import "server-only";
import { existsSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { PARTIAL_END } from "@/lib/backup/names";
import type { BackupFault } from "@/lib/backup/words";
import { copyDatabase, removeDatabase } from "./copy";
import { moveIntoPlace } from "./move-into-place";

export type Backup = { outcome: "saved"; bytes: number } | { outcome: BackupFault };

/** What copies of a database are named after. */
export function databaseName(databaseFile: string): string {
  return path.basename(databaseFile, path.extname(databaseFile));
}

/** Copies the database to a new file while it is in use. The file has its name only once it is whole and checked. */
export async function backupDatabase(databaseFile: string, copy: string): Promise<Backup> {
  if (!existsSync(databaseFile)) return { outcome: "no-database" };
  if (existsSync(copy)) return { outcome: "file-exists" };
  await mkdir(path.dirname(copy), { recursive: true });
  const partial = `${copy}${PARTIAL_END}`;
  try {
    const { outcome } = await copyDatabase(databaseFile, partial);
    if (outcome !== "copied") return { outcome };
    const { size: bytes } = await stat(partial);
    await moveIntoPlace(partial, copy);
    return { outcome: "saved", bytes };
  } finally {
    await removeDatabase(partial);
  }
}
