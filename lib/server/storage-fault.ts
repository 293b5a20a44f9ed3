import "server-only";
import { z } from "zod";
import { WorkFailed } from "./workers/work-failed";

const WORDS: Record<string, string> = {
  EACCES: "no permission to read or write",
  EBUSY: "in use by another program",
  EEXIST: "a file is where a folder should be",
  EISDIR: "a folder is in its place",
  EIO: "the disk cannot be read or written",
  ENOENT: "no such folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file is where a folder should be",
  EPERM: "no permission to read or write",
  EROFS: "the disk is read-only",
  SQLITE_BUSY: "another program has locked the database",
  SQLITE_CANTOPEN: "the database cannot be opened",
  SQLITE_FULL: "the disk is full",
  SQLITE_IOERR: "the disk cannot be read or written",
  SQLITE_READONLY: "no permission to write",
};

/** What the disk or the system said no to, with its code, in words; null for an error of any other kind. */
export function storageFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof WorkFailed) return error.fault;
  const code = codeOf(error);
  if (code === null) return null;
  // SQLite's longer codes are finer cases of the short ones: SQLITE_IOERR_WRITE.
  const words = WORDS[code] ?? WORDS[code.split("_").slice(0, 2).join("_")];
  if (!words) return null;
  const place = "path" in error && typeof error.path === "string" ? ` at ${error.path}` : "";
  return `${words}${place} (${code})`;
}

/** Prisma keeps what the database said in an error of its own. */
const ofPrisma = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});

function codeOf(error: Error): string | null {
  const wrapped = ofPrisma.safeParse(error);
  if (wrapped.success) return wrapped.data.meta.driverAdapterError.cause.originalCode;
  return "code" in error && typeof error.code === "string" ? error.code : null;
}
