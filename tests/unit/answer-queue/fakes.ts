import {
  type AnswerQueue,
  createAnswerQueue,
  type QueueOptions,
  type Reply,
} from "@/lib/answer-queue/answer-queue";
import type { Change, Stored } from "@/lib/answer-queue/entry";
import { storeMirror, type TextStore } from "@/lib/answer-queue/mirror";
import { sameValue } from "@/lib/answer-queue/same-value";

export const START = 1_000_000;

/** Time that stands still until it is moved. */
export function fakeClock() {
  let now = START;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds: number, run: () => void) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    /** Runs what falls due on the way, earliest first, and lets replies arrive in between. */
    async pass(milliseconds: number) {
      const end = now + milliseconds;
      await settled();
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.run();
        await settled();
      }
      now = end;
    },
  };
}

export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The server's side of the contract: revisions, and each mutation id applied once. */
export function fakeServer<Value>(now: () => number) {
  const rows = new Map<string, Stored<Value> & { mutationId: string }>();
  const applied: { question: string; value: Value | null }[] = [];
  function put({ question, value, expectedRevision, mutationId }: Change<Value>): Reply<Value> {
    const row = rows.get(question);
    if (row?.mutationId === mutationId) {
      if (!sameValue(row.value, value)) throw new Error(`${mutationId} came with another value`);
      return { outcome: "saved", stored: row };
    }
    const revision = row?.revision ?? 0;
    // Taken back and never given look the same to a page.
    const nothing = expectedRevision === 0 && (row?.value ?? null) === null;
    if (revision !== expectedRevision && !nothing) {
      return {
        outcome: "stale",
        stored: row ?? { value: null, revision: 0, carriedOver: false, savedAt: 0 },
      };
    }
    const stored = { value, revision: revision + 1, carriedOver: false, savedAt: now(), mutationId };
    rows.set(question, stored);
    applied.push({ question, value });
    return { outcome: "saved", stored };
  }
  /** What a page shows when it is loaded. */
  const page = () =>
    new Map([...rows].map(([question, row]) => [question, row.value === null ? null : row] as const));
  return { put, page, applied, valueOf: (question: string) => rows.get(question)?.value ?? null };
}

/** Texts in memory; `full` makes it take no more. */
export function fakeStore() {
  const items = new Map<string, string>();
  const store = {
    items,
    full: false as boolean,
    entries: async (prefix: string) => [...items].filter(([key]) => key.startsWith(prefix)),
    async put(key: string, text: string) {
      if (store.full) throw new DOMException("no room", "QuotaExceededError");
      items.set(key, text);
    },
    async remove(key: string, text: string) {
      if (items.get(key) === text) items.delete(key);
    },
  } satisfies TextStore & { items: Map<string, string>; full: boolean };
  return store;
}

/** Keys in the store of what is not sent yet. */
export function unsentIn({ items }: ReturnType<typeof fakeStore>): string[] {
  return [...items].filter(([, text]) => /"(mine|sent)":/.test(text)).map(([key]) => key);
}

/** A queue with a server, a clock and a store; `reply` may stand in for the server. */
export function scene(
  options: {
    store?: ReturnType<typeof fakeStore>;
    clock?: ReturnType<typeof fakeClock>;
    announce?: QueueOptions<number>["announce"];
  } = {},
) {
  const clock = options.clock ?? fakeClock();
  const store = options.store ?? fakeStore();
  const server = fakeServer<number>(clock.now);
  let ids = 0;
  const sent: Change<number>[] = [];
  const behaviour: { reply: (change: Change<number>) => Promise<Reply<number>> } = {
    reply: async (change) => server.put(change),
  };
  const openTab = (name: string): { queue: AnswerQueue<number>; close: () => void } => {
    let closed = false;
    const queue = createAnswerQueue<number>({
      clock: {
        now: clock.now,
        after: (milliseconds, run) => clock.after(milliseconds, () => !closed && run()),
      },
      newMutationId: () => `${name}-${++ids}`,
      mirror: storeMirror(store, "unsent:"),
      ...(options.announce && { announce: options.announce }),
      send: async (change) => {
        // A page that is gone sends nothing more.
        if (closed) return new Promise(() => undefined);
        sent.push(change);
        const reply = await behaviour.reply(change);
        // Nobody is there any more to hear of it.
        return closed ? new Promise(() => undefined) : reply;
      },
    });
    return {
      queue,
      close: () => {
        closed = true;
      },
    };
  };
  const open = (name: string) => openTab(name).queue;
  return { clock, store, server, sent, behaviour, openTab, open, queue: open("tab") };
}
