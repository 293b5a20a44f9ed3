import { randomUUID } from "node:crypto";
import autocannon from "autocannon";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";

/**
 * `load-answers.ts URL`: answers questions below an address for some seconds, each connection one of its own, on the
 * revision that the last response named. Prints how many answers were saved a second.
 */
const [url] = process.argv.slice(2);
if (!url) throw new Error("An address is needed.");

const CONNECTIONS = 8;

const [area] = aiScaling.areas;
const keys = area?.capabilities.flatMap(({ questions }) => questions.map(({ key }) => key)) ?? [];
const waiting = await Promise.all(
  keys.slice(0, CONNECTIONS).map(async (key) => ({ key, revision: await revisionOf(key) })),
);

const { errors, timeouts, non2xx, requests, duration } = await autocannon({
  url,
  connections: CONNECTIONS,
  duration: 3,
  setupClient(client) {
    const own = waiting.pop();
    if (!own) throw new Error("There are more connections than questions.");
    const send = () => {
      const headers = {
        "Content-Type": "application/json",
        Origin: new URL(url).origin,
        "If-Match": `"${own.revision}"`,
        "Idempotency-Key": randomUUID(),
      };
      const body = JSON.stringify({ level: (own.revision % 5) + 1 });
      client.setRequests([{ method: "PUT", path: `${new URL(url).pathname}/${own.key}`, headers, body }]);
    };
    client.on("response", () => {
      own.revision += 1;
      send();
    });
    send();
  },
});
const failed = errors + timeouts + non2xx;
if (failed > 0) throw new Error(`${failed} requests of ${requests.total} failed`);
console.log(JSON.stringify({ perSecond: requests.total / duration }));

async function revisionOf(key: string): Promise<number> {
  const response = await fetch(`${url}/${key}`);
  await response.text();
  return Number(response.headers.get("etag")?.replaceAll('"', "") ?? 0);
}
