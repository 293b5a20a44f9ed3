import type { AnswerQueue } from "@/lib/answer-queue/answer-queue";
import type { SuitabilityAnswer } from "@/lib/assessments/suitability";
import { browserQueue, connectToPage, keepOne } from "./browser-queue";
import { type Address, sendSuitability } from "./send-change";

export type SuitabilityQueue = AnswerQueue<SuitabilityAnswer>;

const one = keepOne<SuitabilityQueue>();
const started = new WeakSet<object>();

export function suitabilityQueue(address: Address): SuitabilityQueue {
  const name = `${address.assessment}:suitability`;
  return one(name, () => browserQueue<SuitabilityAnswer>(name, (change) => sendSuitability(address, change)));
}

/** Once is enough; more does nothing. */
export function startSuitability(queue: SuitabilityQueue) {
  if (started.has(queue)) return;
  started.add(queue);
  connectToPage(queue);
  void queue.restore();
}
