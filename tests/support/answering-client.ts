import { randomUUID } from "node:crypto";
import { send } from "@/components/questionnaire/send-change";
import { createAnswerQueue, type Reply } from "@/lib/answer-queue/answer-queue";
import { type Change, nothingStored, type Stored } from "@/lib/answer-queue/entry";
import { noMirror } from "@/lib/answer-queue/mirror";

type Body = { answer: { level: number } | null; revision: number; savedAt: string };

/** Somebody who answers: the app's own queue, with levels, over the network. `assessment` is its address in the API. */
export function answeringClient(assessment: string) {
  /** What the server said it has, by question. */
  const acknowledged = new Map<string, Stored<number>>();
  /** The last level given, by question. */
  const given = new Map<string, number>();

  async function put({ question, value, ...change }: Change<number>): Promise<Reply<number>> {
    const said = await send<Body>(`${assessment}/answers/${question}`, {
      method: "PUT",
      headers: {
        Origin: new URL(assessment).origin,
        "If-Match": `"${change.expectedRevision}"`,
        "Idempotency-Key": change.mutationId,
      },
      body: JSON.stringify({ level: value }),
    });
    if ("reply" in said) return said.reply;
    if ("stale" in said) return { outcome: "stale", stored: nothingStored() };
    const { answer, revision, savedAt } = said.saved;
    const stored = {
      value: answer?.level ?? null,
      revision,
      carriedOver: false,
      savedAt: Date.parse(savedAt),
    };
    return { outcome: "saved", stored };
  }

  const queue = createAnswerQueue<number>({
    send: put,
    clock: {
      now: () => performance.now(),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    newMutationId: () => randomUUID(),
    mirror: noMirror(),
    announce: (question, stored) => acknowledged.set(question, stored),
  });

  return {
    queue,
    acknowledged,
    given,
    answer(question: string, level: number) {
      given.set(question, level);
      queue.edit(question, level);
    },
  };
}
