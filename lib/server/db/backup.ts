import "server-only";
import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { BESIDE, PARTIAL_END } from "@/lib/backup/names";
import type { BackupFault } from "@/lib/backup/words";
import { makeFolder } from "../storage/make-folder";
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
  if (BESIDE.some((end) => copy.endsWith(end))) return { outcome: "name-of-sqlite" };
  // What lies beside the name would become part of the copy.
  if (["", ...BESIDE].some((end) => existsSync(`${copy}${end}`))) return { outcome: "file-exists" };
  makeFolder(path.dirname(copy));
  // A name that nobody has: what is not whole is taken away again.
  const partial = `${copy}.${randomBytes(4).toString("hex")}${PARTIAL_END}`;
  const removeAtExit = () => {
    for (const end of ["", ...BESIDE]) rmSync(`${partial}${end}`, { force: true });
  };
  process.once("exit", removeAtExit);
  try {
    const { outcome } = await copyDatabase(databaseFile, partial);
    if (outcome !== "copied") return { outcome };
    const { size: bytes } = await stat(partial);
    // Somebody may have taken the name meanwhile.
    if (existsSync(copy)) return { outcome: "file-exists" };
    await moveIntoPlace(partial, copy);
    return { outcome: "saved", bytes };
  } finally {
    process.off("exit", removeAtExit);
    await removeDatabase(partial);
  }
}
