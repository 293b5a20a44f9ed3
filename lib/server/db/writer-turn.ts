import "server-only";
import { Mutex } from "async-mutex";
import { BUSY } from "../../storage/faults";
import { StorageError } from "../storage/storage-fault";

/**
 * Whose turn it is to write. SQLite has one writer at a time and lets a second one wait by standing still: with threads
 * of their own connections, that would be the thread that answers everybody. So all wait here first, in order.
 */
export type WriterTurn = {
  /** Resolves, when it is one's turn, to what ends it. */
  take: () => Promise<() => void>;
};

const shared = globalThis as typeof globalThis & { scalingReadinessTurn?: WriterTurn };

/** Of this process; a worker thread asks the thread that has it. */
export function writerTurn(): WriterTurn {
  if (!shared.scalingReadinessTurn) {
    const mutex = new Mutex();
    shared.scalingReadinessTurn = { take: () => mutex.acquire() };
  }
  return shared.scalingReadinessTurn;
}

/** In a worker thread: whom to ask from here on. */
export function askForTurns(of: WriterTurn): void {
  shared.scalingReadinessTurn = of;
}

const PATIENCE_MS = 10_000;

/**
 * Resolves to what ends the turn. A turn that comes too late ends at once.
 *
 * @throws StorageError when it does not come within ten seconds
 */
export async function turnInTime(): Promise<() => void> {
  const turn = writerTurn().take();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  const end = await Promise.race([turn, late]);
  clearTimeout(timer);
  if (end) return end;
  void turn.then((endLate) => endLate());
  throw new StorageError(BUSY);
}
