import { readdir } from "node:fs/promises";
import { request as send } from "node:http";
import path from "node:path";
import { expect, test } from "@playwright/test";
import Database from "better-sqlite3";
import fc from "fast-check";
import { type HostileRequest, hostileRequests } from "../support/hostile-requests";
import { HOME, loadSample, makePlan, samplePages } from "../support/page-addresses";
import { startApp } from "../support/server";

const REQUESTS = 5000;
const AT_ONCE = 8;

/** `/[organization]/units/[unit]` for each file of that name in the app. */
async function patterns(name: string): Promise<string[]> {
  const files = await readdir("app", { recursive: true });
  return files
    .filter((file) => path.basename(file) === name)
    .map((file) =>
      `/${path.dirname(file).replaceAll(path.sep, "/")}`.replace(/\/\(\w+\)/g, "").replace(/^\/\.$/, "/"),
    );
}

function everything(databaseFile: string): string {
  const database = new Database(databaseFile, { readonly: true });
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return JSON.stringify(
      [
        "Organization",
        "Unit",
        "Assessment",
        "Answer",
        "Result",
        "Plan",
        "PlanUnit",
        "RiskEntry",
        "InventoryItem",
      ].map((table) => database.prepare(`SELECT * FROM ${table} ORDER BY id`).all()),
    );
  } finally {
    database.close();
  }
}

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
  app = await startApp({ env: { LOG_LEVEL: "silent" } });
});
test.afterAll(() => app.stop());

test(`${REQUESTS} hostile requests to every route end in no error of the app, and change nothing`, async ({
  page,
}) => {
  test.setTimeout(600_000);
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
      pages: await patterns("page.tsx"),
      routes: await patterns("route.ts"),
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
    REQUESTS,
  );
  const before = everything(app.databaseFile);
  const failed: string[] = [];
  const statuses = new Map<number, number>();
  const queue = requests.values();
  const work = async () => {
    for (const one of queue) {
      const status = await statusOf(app.url, one).catch((error: Error) => error.message);
      if (typeof status === "number") statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (typeof status !== "number" || status >= 500)
        failed.push(`${status} ${JSON.stringify(one).slice(0, 1000)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(failed).toEqual([]);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 403, 404]));
  expect(everything(app.databaseFile)).toBe(before);
});
