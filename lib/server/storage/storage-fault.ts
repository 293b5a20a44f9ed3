import "server-only";
import { z } from "zod";
import { digestOf, storageFaultOf } from "../../storage/faults";

/** What the database said no to. It passes through Prisma as it is, and its digest through Next to the page. */
export class StorageError extends Error {
  readonly digest: string;

  constructor(
    readonly storageCode: string,
    options?: ErrorOptions,
  ) {
    super(storageCode, options);
    this.name = "StorageError";
    this.digest = digestOf(storageCode, crypto.randomUUID().slice(0, 8));
  }
}

/** What the disk or the system said no to, with its code, in words; null for an error of any other kind. */
export function storageFault(error: unknown): string | null {
  const code = storageCode(error);
  const fault = code === null ? null : storageFaultOf(code);
  if (!fault) return null;
  const place = z.object({ path: z.string() }).safeParse(error);
  return `${fault.words}${place.success ? ` at ${place.data.path}` : ""} (${code})`;
}

/** What to do about it, in a sentence. */
export function storageAdvice(error: unknown): string {
  return storageFaultOf(storageCode(error) ?? "")?.advice ?? "";
}

/** By shape: Next loads modules several times, and a class is not itself then. */
const coded = z.union([
  z.object({ storageCode: z.string() }).transform((error) => error.storageCode),
  // What Prisma's adapter makes of an error of SQLite.
  z.object({ cause: z.object({ originalCode: z.string() }) }).transform((error) => error.cause.originalCode),
  z.object({ code: z.string() }).transform((error) => error.code),
]);

/** The code of a fault of the disk or of the database file; null for an error of any other kind. */
export function storageCode(error: unknown): string | null {
  const code = error instanceof Error ? coded.safeParse(error).data : undefined;
  return code !== undefined && storageFaultOf(code) ? code : null;
}
