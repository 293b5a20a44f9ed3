import Database from "better-sqlite3";
import type { Plan, PlanRequest } from "@/lib/planning/plan";
import { BLOCK_MS, leastBlock } from "../support/burden";
import { ADDRESSES, type Address, type Held, pathOf, searchOf } from "../support/every-address";
import { crowdedItemId, generatedRegionId, generatedUnitId } from "../support/generated-ids";
import { HOME } from "../support/page-addresses";
import { routePatterns } from "../support/route-patterns";
import { crowded, type MortalApp, startApp } from "../support/server";
import { expect, test } from "../support/test";

const ASSESSED = 400;
const MORE = 2000;

let app: MortalApp;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  app = await startApp({ seed: crowded(ASSESSED, MORE), env: { METRICS: "on" } });
});
test.afterAll(() => app.stop());

/** Of each kind what holds the most. */
function readLargest(databaseFile: string): { held: Held; uploads: readonly string[] } {
  const database = new Database(databaseFile, { readonly: true });
  try {
    const one = <Row>(sql: string, ...values: readonly string[]): Row => {
      const row = database.prepare<string[], Row>(sql).get(...values);
      if (row === undefined) throw new Error(`Nothing is found by ${sql}`);
      return row;
    };
    const longest = (status: string) =>
      one<{ id: string; status: string }>(
        `SELECT a."id", a."status" FROM "Assessment" a JOIN "Answer" n ON n."assessmentId" = a."id"
         WHERE a."status" = ? ORDER BY length(n."evidence") DESC LIMIT 1`,
        status,
      );
    const plan = one<{ id: string; content: string; request: string }>(
      `SELECT "id", "content", "request" FROM "Plan" ORDER BY length("content") DESC LIMIT 1`,
    );
    const unit = generatedUnitId(0);
    return {
      uploads: database.prepare<[], string>(`SELECT "id" FROM "Upload"`).pluck().all(),
      held: {
        units: [{ id: unit }, { id: generatedRegionId(0) }],
        assessments: [longest("submitted"), longest("draft")],
        plans: [
          {
            id: plan.id,
            content: JSON.parse(plan.content) as Plan,
            request: JSON.parse(plan.request) as PlanRequest,
          },
        ],
        items: [{ id: crowdedItemId(1) }],
        entries: [{ unitId: unit, risk: "shadow-ai" }],
        compared: [unit],
      },
    };
  } finally {
    database.close();
  }
}

/** Where a browser fetches from, files apart: those are made in threads, see heavy-work.spec.ts. */
async function walked(): Promise<string[]> {
  const routes = await routePatterns("route.ts");
  return [...(await routePatterns("page.tsx")), ...routes.filter((pattern) => pattern.startsWith("/api/"))];
}

/** What ADDRESSES leaves out, as what it serves opens nothing of an organization there. */
const MORE_ADDRESSES: Record<string, (largest: ReturnType<typeof readLargest>) => Address[]> = {
  "/": () => [{ params: {} }],
  "/[organization]/[...missing]": () => [{ params: { missing: "no-such-page" } }],
  "/[organization]/settings/import/[upload]": ({ uploads }) =>
    uploads.map((upload) => ({ params: { upload } })),
  "/[organization]/units/new": ({ held }) =>
    held.units.map(({ id }) => ({ params: {}, query: { parent: id } })),
  "/api/health/live": () => [{ params: {} }],
  "/api/health/ready": () => [{ params: {} }],
  "/api/v1/[organization]/assessments": ({ held }) => [
    { params: {}, query: { id: held.assessments.map(({ id }) => id) } },
  ],
  // These take answers only.
  "/api/v1/[organization]/assessments/[assessment]/answers/[question]": ({ held }) =>
    held.assessments.map(({ id }) => ({ params: { assessment: id, question: "ai-platform.reuse" } })),
  "/api/v1/[organization]/assessments/[assessment]/suitability/[question]": ({ held }) =>
    held.assessments.map(({ id }) => ({ params: { assessment: id, question: "conditions.resources" } })),
};

function addressOf(pattern: string, { params, query = {} }: Address): string {
  const path = pathOf(pattern, { organization: HOME.slice(1), ...params });
  return `${path}?${searchOf(query)}`;
}

test("whatever page of a large organization is opened, everybody else is answered meanwhile", async () => {
  test.setTimeout(600_000);
  const largest = readLargest(app.databaseFile);
  for (const pattern of await walked()) {
    const addressesOf = MORE_ADDRESSES[pattern];
    const addresses = addressesOf ? addressesOf(largest) : (ADDRESSES[pattern]?.(largest.held) ?? []);
    expect(addresses.length, `addresses of ${pattern}`).toBeGreaterThan(0);
    for (const address of addresses) {
      const path = addressOf(pattern, address);
      const blocked = await leastBlock(app, async () => {
        const response = await fetch(app.url + path, { redirect: "manual" });
        await response.arrayBuffer();
        expect(response.status, path).toBeLessThan(500);
      });
      expect.soft(blocked, `${path}: ms without an answer to anybody`).toBeLessThanOrEqual(BLOCK_MS);
    }
  }
});
