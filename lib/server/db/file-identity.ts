import "server-only";
import { statSync } from "node:fs";

/** What tells a file from another one that takes its place. */
export type FileIdentity = { dev: bigint; ino: bigint };

/** Null for what is not there, or cannot be looked at. */
export function identityOf(file: string): FileIdentity | null {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return { dev, ino };
  } catch {
    return null;
  }
}

/** Numbers of files are given anew on each disk. */
export function isSameFile(one: FileIdentity | null, other: FileIdentity | null): boolean {
  return one !== null && one.ino === other?.ino && one.dev === other.dev;
}
