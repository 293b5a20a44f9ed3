import "server-only";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { databaseName } from "../db/backup";
import { readEnv } from "../env";
import { databaseBytes } from "../storage/database-size";

export type Installation = {
  nodeVersion: string;
  databaseBytes: number;
  /** The newest copy in the folder for backups, by the time of its file. */
  lastBackup: { name: string; madeAt: Date } | null;
};

/** What this installation is made of. Reads, changes nothing. */
export function readInstallation(): Installation {
  return { nodeVersion: process.versions.node, databaseBytes: databaseBytes(), lastBackup: newestBackup() };
}

/** Null when there is none. */
export function newestBackup(): Installation["lastBackup"] {
  const { databaseFile, backupDirectory } = readEnv();
  const start = `${databaseName(databaseFile)}-`;
  const copies = namesIn(backupDirectory)
    .filter((name) => name.startsWith(start) && name.endsWith(".db"))
    .flatMap((name) => {
      const file = statSync(path.join(backupDirectory, name), { throwIfNoEntry: false });
      return file?.isFile() ? [{ name, madeAt: file.mtime }] : [];
    });
  return copies.sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime())[0] ?? null;
}

/** A folder that is not there, or cannot be read, holds no backup that could be used. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
