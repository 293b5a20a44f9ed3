import { type AnswerQueue, createAnswerQueue, type QueueOptions } from "@/lib/answer-queue/answer-queue";
import type { Stored } from "@/lib/answer-queue/entry";
import { type Mirror, noMirror, storeMirror } from "@/lib/answer-queue/mirror";
import { browserStore } from "./browser-store";

const clock = {
  // Never set back, as the time of day may be.
  now: () => performance.now(),
  after(milliseconds: number, run: () => void) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

const inBrowser = () => typeof window !== "undefined";

/** Kept in this browser under the name; the number stands for the shape of what is kept. */
export function browserMirror<Kept>(name: string): Mirror<Kept> {
  return inBrowser() ? storeMirror<Kept>(browserStore, `answers:1:${name}:`) : noMirror<Kept>();
}

export function browserQueue<Value>(name: string, send: QueueOptions<Value>["send"]): AnswerQueue<Value> {
  const mirror: QueueOptions<Value>["mirror"] = browserMirror(`${name}:unsent`);
  const newMutationId = () => crypto.randomUUID();
  if (!inBrowser()) return createAnswerQueue({ send, clock, newMutationId, mirror });
  const tabs = new BroadcastChannel(`answers:${name}`);
  const announce = (question: string, stored: Stored<Value>) => tabs.postMessage({ question, stored });
  const queue = createAnswerQueue({ send, clock, newMutationId, mirror, announce });
  tabs.addEventListener("message", ({ data }: MessageEvent<{ question: string; stored: Stored<Value> }>) =>
    queue.hear(data.question, data.stored),
  );
  return queue;
}

/** Sends when the network is back or the page is left, and asks before leaving while something is unsent. */
export function connectToPage<Value>(queue: AnswerQueue<Value>) {
  addEventListener("online", queue.retryNow);
  addEventListener("pagehide", queue.flush);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") queue.flush();
  });
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const askWhileUnsent = () => {
    const { unsent, locked } = queue.status();
    // Only while needed: a page with such a listener is not kept for going back.
    if (unsent > 0 && !locked) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
  };
  queue.subscribe(askWhileUnsent);
  askWhileUnsent();
}

/** One for each name and page visit; it goes on sending while a person moves between pages. */
export function keepOne<Kept>() {
  const kept = new Map<string, Kept>();
  return (name: string, make: () => Kept): Kept => {
    // The server serves many people: nothing is kept there.
    if (!inBrowser()) return make();
    const known = kept.get(name);
    if (known) return known;
    const made = make();
    kept.set(name, made);
    return made;
  };
}
