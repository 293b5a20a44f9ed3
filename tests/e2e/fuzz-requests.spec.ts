import { request as send } from "node:http";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { BLOCK_MS, leastBlock, MEMORY_BYTES } from "../support/burden";
import { type HostileRequest, hostileRequests } from "../support/hostile-requests";
import { HOME, loadSample, makePlan, samplePages } from "../support/page-addresses";
import { heldMemory } from "../support/read-metric";
import { routePatterns } from "../support/route-patterns";
import { startApp } from "../support/server";
import { everyRow, unsoundness } from "../support/stored";

/** `FUZZ_SEED=… FUZZ_REQUESTS=…` sends the same requests again; the torture test draws a seed. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 500);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const AT_ONCE = 8;
/** Between two looks at what they cost. */
const BATCH = 40;
/** Reading it begins the measurement anew, which here is done between requests. */
const MEASURING = "/metrics";

function statusOf(url: string, { method, path: place, headers, body }: HostileRequest): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const options = {
      hostname,
      port,
      method,
      path: place,
      headers: { ...headers, ...length },
      timeout: 30_000,
    };
    const sent = send(options, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.on("timeout", () => sent.destroy(new Error("no answer")));
    sent.end(body ?? undefined);
  });
}

let app: Awaited<ReturnType<typeof startApp>>;
test.beforeAll(async () => {
  // Some of them are errors of the framework, which it logs.
  app = await startApp({ env: { LOG_LEVEL: "silent", METRICS: "on" } });
});
test.afterAll(() => app.stop());

test(`${REQUESTS} hostile requests to every route end in no error, hold nobody up, and change nothing`, async ({
  page,
}) => {
  test.setTimeout(120_000 + REQUESTS * 1000);
  await loadSample(page, app.url);
  const pages = await samplePages(page, app.url, "Community Clinics");
  const plan = await makePlan(page, app.url, ["Community Clinics"]);
  await page.goto(`${app.url}${HOME}/inventory`);
  const item = (await page.locator("tbody th a").first().getAttribute("href")) ?? "";
  await page.close();
  const idIn = (address: string, place: string) => new RegExp(`/${place}/([^/]+)`).exec(address)?.[1] ?? "";
  const requests = fc.sample(
    hostileRequests({
      origin: app.url,
      pages: await routePatterns("page.tsx"),
      routes: (await routePatterns("route.ts")).filter((pattern) => pattern !== MEASURING),
      known: {
        organization: [HOME.slice(1)],
        unit: [idIn(pages.unit, "units")],
        // Submitted: it takes nothing more.
        assessment: [idIn(pages.results, "assessments")],
        plan: [idIn(plan, "plans")],
        document: ["strategy", "change"],
        risk: ["shadow-ai"],
        item: [idIn(item, "inventory")],
        area: ["technical"],
        question: ["ai-platform.reuse", "conditions.resources"],
        format: ["pdf", "xlsx", "csv", "json", "answers", "ics", "jira", "docx"],
        table: ["units", "assessments", "inventory"],
        missing: ["no-such-page"],
      },
    }),
    { seed: SEED, numRuns: REQUESTS },
  );
  console.log(`FUZZ_SEED=${SEED} FUZZ_REQUESTS=${REQUESTS}`);
  const before = everyRow(app.databaseFile);
  const idle = await heldMemory(app.url);
  const failed: string[] = [];
  const statuses = new Set<number>();
  const fail = (what: string, one: HostileRequest) =>
    failed.push(`${what} ${JSON.stringify(one).slice(0, 1000)}`);
  const ask = async (one: HostileRequest) => {
    const status = await statusOf(app.url, one).catch((error: Error) => error.message);
    if (typeof status === "number") statuses.add(status);
    if (typeof status !== "number" || status >= 500) fail(String(status), one);
  };
  for (let from = 0; from < requests.length; from += BATCH) {
    const batch = requests.slice(from, from + BATCH);
    const queue = batch.values();
    const work = async () => {
      for (const one of queue) await ask(one);
    };
    const blocked = await leastBlock(
      app,
      async () => {
        await Promise.all(Array.from({ length: AT_ONCE }, work));
      },
      1,
    );
    // Many at once add up: each by itself is what is bounded.
    for (const one of blocked > BLOCK_MS ? batch : []) {
      const alone = await leastBlock(app, () => ask(one));
      if (alone > BLOCK_MS) fail(`${Math.round(alone)} ms`, one);
    }
    const held = (await heldMemory(app.url)) - idle;
    if (held > MEMORY_BYTES) failed.push(`${held} bytes are held after ${from + batch.length} requests`);
  }
  expect(failed.join("\n"), `seed ${SEED}`).toBe("");
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 403, 404]));
  expect(everyRow(app.databaseFile)).toBe(before);
  expect(unsoundness(app.databaseFile)).toEqual([]);
});
