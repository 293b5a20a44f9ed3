import {
  acknowledged,
  type Change,
  type Entry,
  edited,
  isUnsent,
  isWaiting,
  keepMine,
  keepStored,
  nextChange,
  nothingStored,
  overtaken,
  refusedFor,
  type Stored,
  sending,
} from "./entry";
import type { Mirror } from "./mirror";
import { sameValue } from "./same-value";

export type Reply<Value> =
  | { outcome: "saved" | "stale"; stored: Stored<Value> }
  /** The assessment takes no more answers. */
  | { outcome: "locked" }
  /** Sending the same again will not help. */
  | { outcome: "refused"; reason: string }
  /**
   * Not known whether it arrived: sent again. `reached` when a server answered, though not as it should; `why` when it
   * said what a person can do something about.
   */
  | { outcome: "failed"; reached: boolean; why?: string };

export type Clock = {
  /** Milliseconds since some moment of this page visit. */
  now(): number;
  /** Runs once after so many milliseconds; returns what takes it back. */
  after(milliseconds: number, run: () => void): () => void;
};

export type QueueOptions<Value> = {
  /** Never rejects. */
  send: (change: Change<Value>) => Promise<Reply<Value>>;
  clock: Clock;
  newMutationId: () => string;
  /** Keeps over a reload what is unsent, and what is saved: a page shown offline may be older. */
  mirror: Mirror<KeptEntry<Value>>;
  /** Tells other tabs what was acknowledged. */
  announce?: (question: string, stored: Stored<Value>) => void;
};

/** What is left of an entry after a reload. */
export type KeptEntry<Value> = Pick<Entry<Value>, "stored" | "mine" | "sent">;

/** What a page read for each of its questions; null where the server has nothing. */
export type PageValues<Value> = ReadonlyMap<string, Stored<Value> | null>;

export type QueueStatus = {
  /** Questions with a value that the server has not acknowledged. */
  unsent: number;
  /** The last attempt failed; another follows by itself. */
  failing: boolean;
  /** Why it failed, when that is known. */
  why: string | null;
  /** All that is unsent would survive a reload. */
  kept: boolean;
  /** What had failed to be sent has arrived since, and nothing was edited after. */
  sentAgain: boolean;
  /** Submitted meanwhile: what is unsent stays unsent. */
  locked: boolean;
  /** When the last value was acknowledged, ms since 1970 by the server's clock; null when none was yet. */
  savedAt: number | null;
  /** Questions on which a person has to choose, or that the server refuses. */
  conflicts: readonly string[];
  refused: readonly string[];
};

const RETRY_FIRST_MS = 1000;
const RETRY_MAX_MS = 30_000;
/** A page read within this time of a save may not have seen it. */
export const OVERLAP_MS = 15_000;

/** Whether a page read `at` a time may not have seen what was stored. */
function mayMiss({ savedAt }: Stored<unknown>, at: number): boolean {
  return at - savedAt < OVERLAP_MS;
}

export type AnswerQueue<Value> = ReturnType<typeof createAnswerQueue<Value>>;

/**
 * Keeps the newest value of each question until the server has it: one request in flight, retries with back-off,
 * the questions in the order in which they were first changed.
 */
export function createAnswerQueue<Value>({
  send,
  clock,
  newMutationId,
  mirror,
  announce,
}: QueueOptions<Value>) {
  const entries = new Map<string, Entry<Value>>();
  const waiting = new Set<string>();
  const notKept = new Set<string>();
  const listeners = new Set<() => void>();
  let heardEarly: (readonly [question: string, stored: Stored<Value>])[] | null = [];
  const empty: Entry<Value> = { stored: nothingStored() };
  let inFlight = false;
  let failures = 0;
  let why: string | null = null;
  let retryAt = 0;
  let locked = false;
  let savedAt: number | null = null;
  let sentAgain = false;
  let readAt = 0;
  let cancelTimer: (() => void) | undefined;
  let status = summarize();

  const entryOf = (question: string) => entries.get(question) ?? empty;

  function put(question: string, entry: Entry<Value>) {
    entries.set(question, entry);
    if (isWaiting(entry)) waiting.add(question);
    else waiting.delete(question);
    const { stored, mine, sent } = entry;
    void mirror.write(question, { stored, mine, sent }).then((kept) => {
      if (kept ? notKept.delete(question) : notKept.size < notKept.add(question).size) changed();
    });
  }

  function summarize(): QueueStatus {
    const all = [...entries];
    const keysOf = (test: (entry: Entry<Value>) => boolean) =>
      all.filter(([, entry]) => test(entry)).map(([key]) => key);
    return {
      unsent: keysOf(isUnsent).length,
      failing: failures > 0,
      why,
      kept: !all.some(([key, entry]) => isUnsent(entry) && notKept.has(key)),
      sentAgain,
      locked,
      savedAt,
      conflicts: keysOf(({ conflict }) => conflict !== undefined),
      refused: keysOf(({ refused }) => refused !== undefined),
    };
  }

  function changed() {
    status = summarize();
    for (const listener of listeners) listener();
    pump();
  }

  function pump() {
    cancelTimer?.();
    cancelTimer = undefined;
    if (inFlight || locked) return;
    const now = clock.now();
    if (now < retryAt && waiting.size > 0) {
      cancelTimer = clock.after(retryAt - now, pump);
      return;
    }
    const change = firstDue(now);
    if (change) void deliver(change);
    else wakeWhenDue(now);
  }

  function firstDue(now: number): Change<Value> | null {
    for (const question of waiting) {
      const change = nextChange(question, entryOf(question), now);
      if (change) return change;
    }
    return null;
  }

  function wakeWhenDue(now: number) {
    const due = [...waiting].flatMap((question) => entryOf(question).mine?.dueAt ?? []);
    if (due.length > 0) cancelTimer = clock.after(Math.max(0, Math.min(...due) - now), pump);
  }

  async function deliver(change: Change<Value>) {
    inFlight = true;
    put(change.question, sending(entryOf(change.question), change));
    const reply = await send(change);
    inFlight = false;
    settle(change.question, reply);
    changed();
  }

  function settle(question: string, reply: Reply<Value>) {
    if (reply.outcome === "failed") {
      failures += 1;
      why = reply.why ?? null;
      retryAt = clock.now() + Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** (failures - 1));
      // A server that stumbles over one question may still take the others.
      if (reply.reached && waiting.delete(question)) waiting.add(question);
      return;
    }
    sentAgain ||= failures > 0;
    failures = 0;
    why = null;
    retryAt = 0;
    const entry = entryOf(question);
    switch (reply.outcome) {
      case "saved":
        savedAt = Math.max(savedAt ?? 0, reply.stored.savedAt);
        announce?.(question, reply.stored);
        return put(question, acknowledged(entry, reply.stored));
      case "stale":
        return put(question, overtaken(entry, reply.stored));
      case "refused":
        return put(question, refusedFor(entry, reply.reason));
      case "locked":
        locked = true;
    }
  }

  /**
   * Takes over what a page read from the server `at` a time. What is unsent, or newer than the page, stays. Tells
   * nobody: meant for the render that shows it.
   */
  function receive(read: PageValues<Value>, at: number) {
    readAt = Math.max(readAt, at);
    for (const [question, found] of read) {
      const entry = entryOf(question);
      const stored = found ?? nothingStored<Value>();
      const newer = stored.revision > entry.stored.revision;
      if (isUnsent(entry) || (!newer && mayMiss(entry.stored, at))) continue;
      if (sameValue(stored, entry.stored)) continue;
      entries.set(question, { stored });
      void mirror.write(question, null);
    }
    status = summarize();
  }

  /**
   * Takes over what another tab has saved, unless there is something unsent here: the server will tell of both. Until
   * `restore` it waits: a page that is coming alive shows what the server wrote into it.
   */
  function hear(question: string, stored: Stored<Value>) {
    if (heardEarly) {
      heardEarly.push([question, stored]);
      return;
    }
    const entry = entryOf(question);
    if (isUnsent(entry) || stored.revision <= entry.stored.revision) return;
    put(question, { stored });
    changed();
  }

  return {
    entry: entryOf,
    status: () => status,

    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },

    receive,

    /** As `receive`, and tells who listens. */
    refresh(read: PageValues<Value>, at: number) {
      receive(read, at);
      changed();
    },

    /** Begins: picks up what an earlier visit could not send, and what it saved after the page was read. */
    async restore() {
      const early = heardEarly ?? [];
      heardEarly = null;
      for (const [question, stored] of early) hear(question, stored);
      for (const [question, kept] of await mirror.read()) {
        const entry = entryOf(question);
        if (isUnsent(entry)) continue;
        // When it was due was said by the clock of another visit.
        if (isUnsent(kept)) put(question, { ...kept, mine: kept.mine && { ...kept.mine, dueAt: 0 } });
        else if (kept.stored.revision > entry.stored.revision && mayMiss(kept.stored, readAt))
          put(question, kept);
        else void mirror.write(question, null);
      }
      changed();
    },

    hear,

    /** `value` null takes the answer back. Sent after `delay` milliseconds without a further edit. */
    edit(question: string, value: Value | null, delay = 0) {
      const mine = { value, mutationId: newMutationId(), dueAt: clock.now() + delay };
      sentAgain = false;
      put(question, edited(entryOf(question), mine));
      changed();
    },

    /** Waits for no delay any more, such as when a field is left or the page is hidden. */
    flush() {
      for (const question of waiting) {
        const entry = entryOf(question);
        if (entry.mine) put(question, { ...entry, mine: { ...entry.mine, dueAt: 0 } });
      }
      pump();
    },

    /** Tries at once what waits for its next attempt. */
    retryNow() {
      retryAt = 0;
      pump();
    },

    /** Settles a conflict, or gives up what the server will not take. */
    choose(question: string, side: "mine" | "stored") {
      const entry = entryOf(question);
      put(question, side === "mine" ? keepMine(entry, newMutationId()) : keepStored(entry));
      changed();
    },
  };
}
