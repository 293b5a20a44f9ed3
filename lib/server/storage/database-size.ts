import "server-only";
import { statSync } from "node:fs";
import { readEnv } from "../env";

/** Bytes on disk: the file, and what is not written back into it yet. */
export function databaseBytes(): number {
  const { databaseFile } = readEnv();
  return [databaseFile, `${databaseFile}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
