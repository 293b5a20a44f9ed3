/** What can be wrong with a file that is to be copied. */
export type CopyFault = "not-sqlite" | "damaged" | "foreign";
export type BackupFault = "no-database" | "file-exists" | "name-of-sqlite" | CopyFault;
/** `where` says which part of the file it is. */
export type ContentFault = {
  outcome: "other-schema" | "added-schema" | "broken-reference" | "unreadable";
  where: string;
};
export type RestoreFault = "not-found" | "own-database" | "newer-version" | "in-use" | CopyFault;

export function backupFaultInWords(fault: BackupFault, databaseFile: string, copy: string): string {
  return {
    "no-database": `There is no database at ${databaseFile} yet: npm start makes one.`,
    "file-exists": `${copy} exists already: name a file that does not.`,
    "name-of-sqlite": `${copy} is a name that SQLite uses beside a database: choose another.`,
    "not-sqlite": `${databaseFile} is not a SQLite database.`,
    damaged: `${databaseFile} is damaged, so no backup was made: npm run restore FILE brings back an earlier one.`,
    foreign: `${databaseFile} is not a database of Scaling Readiness.`,
  }[fault];
}

export function restoreFaultInWords(fault: RestoreFault, file: string, databaseFile: string): string {
  return {
    "not-found": `There is no file ${file}.`,
    "own-database": `${file} is the database itself: name a backup of it.`,
    "not-sqlite": `${file} is not a SQLite database.`,
    damaged: `${file} is damaged: name another backup.`,
    foreign: `${file} is not a database of Scaling Readiness.`,
    "newer-version": `${file} was made by a newer version of the app: install that version first.`,
    "in-use": `${databaseFile} is in use: stop the app, then restore again.`,
  }[fault];
}

/** A file that is sound to SQLite, and of no use to the app. */
export function contentFaultInWords({ outcome, where }: ContentFault, file: string): string {
  const why = {
    "other-schema": `does not have what its version of the app makes (${where})`,
    "added-schema": `has what no version of the app makes (${where})`,
    "broken-reference": `has rows that refer to nothing (in ${where})`,
    unreadable: `has what cannot be read (in ${where})`,
  }[outcome];
  return `${file} ${why}: name another backup.`;
}
