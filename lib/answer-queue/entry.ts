import { sameValue } from "./same-value";

/** What the server holds for a question; revision 0 when it holds nothing. `savedAt` is in ms since 1970. */
export type Stored<Value> = {
  value: Value | null;
  revision: number;
  carriedOver: boolean;
  savedAt: number;
};

/** One change as it is sent, and sent again with the same mutation id until its fate is known. */
export type Change<Value> = {
  question: string;
  value: Value | null;
  expectedRevision: number;
  mutationId: string;
};

/** A value that the server has not acknowledged. `dueAt`: not sent before, so that typing is not sent by the letter. */
type Mine<Value> = { value: Value | null; mutationId: string; dueAt: number };

/** All that is known about one question. Never changed, only replaced. */
export type Entry<Value> = {
  stored: Stored<Value>;
  mine?: Mine<Value>;
  /** Sent at least once, outcome unknown: it is repeated before anything newer follows. */
  sent?: Change<Value>;
  /** The server's newer value: a person chooses between it and `mine`. */
  conflict?: Stored<Value>;
  /** Why the server will not take `mine`. */
  refused?: string;
};

export function nothingStored<Value>(): Stored<Value> {
  return { value: null, revision: 0, carriedOver: false, savedAt: 0 };
}

/** What a person sees: their own newest value, else the server's. */
export function shownValue<Value>({ mine, sent, stored }: Entry<Value>): Value | null {
  return (mine ?? sent ?? stored).value;
}

export function isUnsent<Value>({ mine, sent }: Entry<Value>): boolean {
  return mine !== undefined || sent !== undefined;
}

/** Whether the queue may send for it; else a person has to act first. */
export function isWaiting<Value>(entry: Entry<Value>): boolean {
  return isUnsent(entry) && entry.conflict === undefined && entry.refused === undefined;
}

export function edited<Value>(entry: Entry<Value>, mine: Mine<Value>): Entry<Value> {
  const { stored, sent, conflict } = entry;
  if (conflict && sameValue(mine.value, conflict.value)) return { stored: conflict };
  // Back to what the server has: nothing to send. To say a carried-over value again is to confirm it.
  const settled = !sent && !conflict && !stored.carriedOver && sameValue(mine.value, stored.value);
  return { stored, sent, conflict, mine: settled ? undefined : mine };
}

/** The change to send at `now`, or null when there is none yet. */
export function nextChange<Value>(question: string, entry: Entry<Value>, now: number): Change<Value> | null {
  if (!isWaiting(entry)) return null;
  if (entry.sent) return entry.sent;
  if (!entry.mine || entry.mine.dueAt > now) return null;
  const { value, mutationId } = entry.mine;
  return { question, value, expectedRevision: entry.stored.revision, mutationId };
}

/** `change` is on its way: `mine` stands for newer edits only. */
export function sending<Value>(entry: Entry<Value>, change: Change<Value>): Entry<Value> {
  const newer = entry.mine?.mutationId === change.mutationId ? undefined : entry.mine;
  return { ...entry, sent: change, mine: newer };
}

export function acknowledged<Value>(entry: Entry<Value>, stored: Stored<Value>): Entry<Value> {
  const { mine } = entry;
  return { stored, mine: mine && !sameValue(mine.value, stored.value) ? mine : undefined };
}

/** Somebody else was faster. Nothing is left to choose when both say the same. */
export function overtaken<Value>(entry: Entry<Value>, theirs: Stored<Value>): Entry<Value> {
  const mine = entry.mine ?? (entry.sent && { ...entry.sent, dueAt: 0 });
  if (!mine || sameValue(mine.value, theirs.value)) return { stored: theirs };
  const { value, mutationId, dueAt } = mine;
  return { stored: entry.stored, mine: { value, mutationId, dueAt }, conflict: theirs };
}

export function refusedFor<Value>(entry: Entry<Value>, reason: string): Entry<Value> {
  const { stored, sent } = entry;
  // A newer value may be fine where the one that was sent is not.
  if (entry.mine) return { stored, mine: entry.mine };
  const mine = sent && { value: sent.value, mutationId: sent.mutationId, dueAt: 0 };
  return { stored, mine, refused: reason };
}

/** Puts `mine` on top of the server's newer value, as a change of its own. */
export function keepMine<Value>(entry: Entry<Value>, mutationId: string): Entry<Value> {
  const { conflict, mine } = entry;
  if (!conflict || !mine) return entry;
  return { stored: conflict, mine: { value: mine.value, mutationId, dueAt: 0 } };
}

export function keepStored<Value>({ stored, conflict }: Entry<Value>): Entry<Value> {
  return { stored: conflict ?? stored };
}
