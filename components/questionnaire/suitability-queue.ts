import type { AnswerQueue, Reply } from "@/lib/answer-queue/answer-queue";
import type { Change } from "@/lib/answer-queue/entry";
import { browserQueue, connectToPage, keepOne } from "./browser-queue";
import { type Address, apiPath, send } from "./send-change";
import type { SuitabilityAnswer } from "./suitability-values";

async function sendPiece(
  address: Address,
  { question, value }: Change<SuitabilityAnswer>,
): Promise<Reply<SuitabilityAnswer>> {
  const [part = "", key = ""] = question.split(".");
  const said = await send<{ savedAt: string }>(`${apiPath(address)}/suitability`, {
    method: "PUT",
    body: JSON.stringify({ [part]: { [key]: value } }),
  });
  if ("reply" in said) return said.reply;
  if ("stale" in said) return { outcome: "failed", reached: true };
  const savedAt = Date.parse(said.saved.savedAt);
  return { outcome: "saved", stored: { value, revision: 0, carriedOver: false, savedAt } };
}

export type SuitabilityQueue = AnswerQueue<SuitabilityAnswer>;

const one = keepOne<SuitabilityQueue>();
const started = new WeakSet<object>();

export function suitabilityQueue(address: Address): SuitabilityQueue {
  const name = `${address.assessment}:suitability`;
  return one(name, () => browserQueue<SuitabilityAnswer>(name, (change) => sendPiece(address, change)));
}

/** Once is enough; more does nothing. */
export function startSuitability(queue: SuitabilityQueue) {
  if (started.has(queue)) return;
  started.add(queue);
  connectToPage(queue);
  void queue.restore();
}
