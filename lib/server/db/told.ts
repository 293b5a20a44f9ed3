import "server-only";
import { StorageError, storageCode } from "../storage/storage-fault";

/** Runs what asks the database; a fault of its disk or file comes out as a `StorageError`. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = storageCode(error);
    throw code === null ? error : new StorageError(code, { cause: error });
  }
}
