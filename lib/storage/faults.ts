import { upperFirst } from "../format/letters";

type Fault = { words: string; advice: string };

const NO_PERMISSION = {
  words: "no permission to read or write",
  advice: "Let the app read and write its folders.",
};
const NO_FOLDER = { words: "a file is where a folder should be", advice: "Move that file away." };
const DISK_FULL = { words: "the disk is full", advice: "Make room on it." };
const DISK_BROKEN = {
  words: "the disk cannot be read or written",
  advice: "See whether it is connected and sound.",
};
const DAMAGED = {
  words: "the database file is damaged",
  advice: "Stop the app and put a backup in its place: npm run restore FILE.",
};

/** What the database says when its file is not in its place any more. */
export const MOVED = "DATABASE_MOVED";

/** What whoever wants to write is told when others write for too long. */
export const BUSY = "DATABASE_BUSY";

/** By the code of the system or of SQLite. */
const FAULTS: Record<string, Fault> = {
  EACCES: NO_PERMISSION,
  EBUSY: { words: "in use by another program", advice: "Close that program." },
  EDQUOT: DISK_FULL,
  EEXIST: NO_FOLDER,
  EFBIG: { words: "the file would be larger than allowed", advice: "Allow larger files." },
  EIO: DISK_BROKEN,
  EISDIR: { words: "a folder is in its place", advice: "Move that folder away." },
  ENAMETOOLONG: { words: "the name is too long", advice: "Choose a shorter one." },
  ENOENT: { words: "no such folder", advice: "Make that folder." },
  ENOSPC: DISK_FULL,
  ENOTDIR: NO_FOLDER,
  EPERM: NO_PERMISSION,
  EROFS: { words: "the disk is read-only", advice: "Let the app write to it." },
  SQLITE_BUSY: { words: "another program has locked the database", advice: "Close that program." },
  SQLITE_CANTOPEN: {
    words: "the database cannot be opened",
    advice: "See whether its folder is there and can be written.",
  },
  SQLITE_CORRUPT: DAMAGED,
  SQLITE_FULL: DISK_FULL,
  SQLITE_IOERR: DISK_BROKEN,
  SQLITE_NOTADB: DAMAGED,
  SQLITE_READONLY: { words: "no permission to write", advice: "Let the app write to its folder." },
  [BUSY]: {
    words: "something long is being stored at the moment, such as an import",
    advice: "Try again in a minute.",
  },
  [MOVED]: {
    words: "the database file was moved away, deleted or replaced while the app was running",
    advice: "Put the file back in its place, or stop the app and start it again.",
  },
};

/** Null for a code that is none of the disk or the database file. */
export function storageFaultOf(code: string): Fault | null {
  // SQLite's longer codes are finer cases of the short ones: SQLITE_IOERR_WRITE.
  return FAULTS[code] ?? FAULTS[code.split("_").slice(0, 2).join("_")] ?? null;
}

/** The reference of an error, as Next hands it to the page that shows it: no message of an error gets that far. */
export function digestOf(code: string, reference: string): string {
  return `${code}.${reference}`;
}

/** What went wrong by the reference of the error, in sentences; null for what is no fault of the disk or the file. */
export function digestInWords(digest: string): string | null {
  const [code = ""] = digest.split(".");
  const fault = storageFaultOf(code);
  if (!fault) return null;
  const { words, advice } = fault;
  return `${upperFirst(words)} (${code}). Nothing of this was stored. ${advice}`;
}
