import "server-only";
import { Mutex } from "async-mutex";

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
