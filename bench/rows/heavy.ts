import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { generatedUnitId } from "@/tests/support/generated-ids";
import { HOME } from "@/tests/support/page-addresses";
import { longestBlock } from "@/tests/support/read-metric";
import { sendForm } from "@/tests/support/send-form";
import { generated, startApp } from "@/tests/support/server";
import { withApps } from "../apps";
import { type Comparison, within } from "../comparison";
import { percentile } from "../median";
import { startProgram } from "../program";
import type { Row } from "./row";

const UNITS = 100;
const PAUSE_MS = 20;
/** Nearly the most that may be sent. */
const FILE_BYTES = 30_000_000;

/** Somebody answers question after question, while somebody else asks for the worst there is. */
export const heavy: Row = {
  name: "heavy",
  measure: () =>
    withApps([startApp({ seed: generated(UNITS), env: { METRICS: "on" } })], async (app) => {
      const home = `${app.url}${HOME}`;
      const saving = savesOf(await newDraft(home));
      const rows: Comparison[] = [];
      const asker = startProgram("programs/ask-heavy.ts", app.url, String(FILE_BYTES));
      const names = z.array(z.string()).parse(await asker.answer());
      for (const [place, name] of names.entries()) {
        await longestBlock(app.url);
        asker.tell(place);
        const times = await saving.until(asker.answer());
        const blocked = await longestBlock(app.url);
        const ours = percentile(asMet(times), 95);
        rows.push(
          within(250, { name: `answer saved, p95 of ${times.length}, during: ${name}`, ours, unit: "ms" }),
          within(200, { name: `longest without any answer, during: ${name}`, ours: blocked, unit: "ms" }),
        );
      }
      asker.end();
      return rows;
    }),
};

/**
 * What people meet who save at their own pace: one save that takes long stands for all that would have begun meanwhile
 * (coordinated omission, as G. Tene's HdrHistogram corrects it).
 */
function asMet(times: readonly number[]): number[] {
  const every = PAUSE_MS + percentile(times, 50);
  return times.flatMap((time) =>
    Array.from({ length: Math.max(1, Math.ceil(time / every)) }, (_, begun) => time - begun * every),
  );
}

/** The address of a new assessment in the API. */
async function newDraft(home: string): Promise<string> {
  const chosen = [
    ["unitId", generatedUnitId(0)],
    ["depth", "full"],
    ["targetPhase", "expansion"],
    ["unitsInScope", "1"],
    ["processesInScope", "1"],
  ] as const;
  const made = await sendForm(`${home}/assessments/new`, "Start the assessment", chosen);
  const id = made.headers.get("location")?.split("/").at(-1);
  if (!id) throw new Error(`No assessment was started: ${made.status}`);
  return `${home.replace(HOME, `/api/v1${HOME}`)}/assessments/${id}`;
}

function savesOf(draft: string) {
  const keys = aiScaling.areas.flatMap(({ capabilities }) =>
    capabilities.flatMap(({ questions }) => questions.map(({ key }) => key)),
  );
  const revisions = new Map<string, number>();
  let count = 0;

  async function save(): Promise<number> {
    const key = keys[count % keys.length] ?? "";
    const revision = revisions.get(key) ?? 0;
    count += 1;
    const since = performance.now();
    const response = await fetch(`${draft}/answers/${key}`, {
      method: "PUT",
      headers: {
        "Content-Type": "application/json",
        Origin: new URL(draft).origin,
        "If-Match": `"${revision}"`,
        "Idempotency-Key": randomUUID(),
      },
      body: JSON.stringify({ level: (count % 5) + 1 }),
    });
    await response.text();
    if (!response.ok) throw new Error(`An answer was not saved: ${response.status}`);
    revisions.set(key, revision + 1);
    return performance.now() - since;
  }

  return {
    /** The ms of each save until the work is done, and of some more. */
    async until(work: Promise<unknown>): Promise<number[]> {
      let working = true;
      const done = work.finally(() => {
        working = false;
      });
      const times: number[] = [];
      while (working || times.length < 20) {
        times.push(await save());
        await setTimeout(PAUSE_MS);
      }
      await done;
      return times;
    },
  };
}
