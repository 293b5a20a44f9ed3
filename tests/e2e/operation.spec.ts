import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { type ClientRequest, request as httpRequest } from "node:http";
import path from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import Database from "better-sqlite3";
import { freePort } from "../../scripts/setup/serve.mjs";
import { temporaryFolder } from "../support/folder";
import { newDraft } from "../support/new-draft";
import { HOME } from "../support/page-addresses";
import { type RunningApp, startOn } from "../support/server";

const QUESTION = "ai-platform.reuse";

let folder = "";
let file = "";
const running: RunningApp[] = [];

test.beforeEach(async () => {
  folder = await temporaryFolder();
  file = path.join(folder, "operation.db");
});
test.afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.stop()));
  await rm(folder, { recursive: true });
});

async function start(options: Parameters<typeof startOn>[1] = {}): Promise<RunningApp> {
  const app = await startOn(file, options);
  running.push(app);
  return app;
}

/** A change made by another process behind the app's back. */
function behindItsBack(sql: string) {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

const answerPath = (assessment: string) =>
  `/api/v1/my-organization/assessments/${assessment}/answers/${QUESTION}`;

const ownHeaders = (app: RunningApp) => ({
  Origin: app.url,
  "Content-Type": "application/json",
  "If-Match": '"0"',
  "Idempotency-Key": randomUUID(),
});

async function draftOf(browser: Browser, app: RunningApp): Promise<string> {
  const page = await browser.newPage();
  const assessment = await newDraft(page, app.url, "Somewhere");
  await page.close();
  return assessment;
}

test("the app says that it lives, and whether it can serve people", async () => {
  const app = await start({ env: { LOG_LEVEL: "silent" } });
  const ask = async (name: string) => {
    const response = await fetch(`${app.url}/api/health/${name}`);
    const { status, headers } = response;
    expect(headers.get("cache-control")).toBe("no-store");
    return { status, type: headers.get("content-type"), body: await response.json() };
  };
  const notReady = (detail: string) => ({
    status: 503,
    type: "application/problem+json",
    body: { type: "about:blank", title: "Not ready", status: 503, detail },
  });
  const live = { status: 200, type: "application/json", body: { status: "live" } };

  expect(await ask("live")).toEqual(live);
  expect(await ask("ready")).toEqual({ ...live, body: { status: "ready" } });

  behindItsBack("UPDATE _prisma_migrations SET migration_name = 'x' || migration_name");
  expect(await ask("ready")).toEqual(
    notReady("The database has other migrations than this version of the app."),
  );
  behindItsBack("ALTER TABLE _prisma_migrations RENAME TO gone");
  expect(await ask("ready")).toEqual(notReady("The database does not answer."));
  await rename(file, `${file}.moved`);
  expect(await ask("ready")).toEqual(notReady("The database file is not in its place, or another one is."));
  expect(await ask("live")).toEqual(live);
});

test("an unexpected error is logged once, under the reference that is shown, without what was typed", async ({
  browser,
}) => {
  const lines: string[] = [];
  const app = await start({ env: { LOG_LEVEL: "debug" }, onLog: (line) => lines.push(line) });
  const errors = () => lines.filter((line) => line.includes('"level":"error"'));
  const page = await browser.newPage();
  await page.context().addCookies([{ name: "typed-cookie", value: "typed-cookie-value", url: app.url }]);
  const assessment = await newDraft(page, app.url, "Typed unit");

  const body = { level: 4, note: "Typed note", evidence: ["https://typed.example/evidence"] };
  const put = () =>
    page.request.put(`${app.url}${answerPath(assessment)}`, {
      data: body,
      headers: { ...ownHeaders(app), Authorization: "Bearer typed-token" },
    });
  expect((await put()).status()).toBe(200);
  await renameOrganization(page, app, "Typed organization");
  await page.goto(`${app.url}${HOME}/units?find=Typed+search`);
  expect(errors()).toEqual([]);

  behindItsBack('ALTER TABLE "Answer" RENAME TO "gone"');
  const failed = await put();
  expect(failed.status()).toBe(500);
  const problem = await failed.json();
  expect(failed.headers()["content-type"]).toBe("application/problem+json");
  expect(problem.detail).toBe(`Something went wrong. Reference ${problem.reference}`);
  await expect.poll(errors).toHaveLength(1);
  expect(JSON.parse(errors()[0] ?? "")).toMatchObject({
    msg: "Unexpected error",
    reference: problem.reference,
    method: "PUT",
    route: "/api/v1/[organization]/assessments/[assessment]/answers/[question]",
    error: {
      code: "P2021",
      at: expect.arrayContaining([expect.stringMatching(/^lib\/server\/data\/answers\.ts:\d+$/)]),
    },
  });

  expect((await page.goto(`${app.url}${HOME}/assessments/${assessment}`))?.status()).toBe(500);
  const shown = await page.getByRole("alert").filter({ hasText: "could not be shown" }).textContent();
  const reference = /Reference (\w+)/.exec(shown ?? "")?.[1];
  await expect.poll(errors).toHaveLength(2);
  expect(JSON.parse(errors()[1] ?? "")).toMatchObject({
    msg: "Unexpected error",
    reference,
    route: "/[organization]/assessments/[assessment]",
  });

  expect(lines.join("\n")).not.toMatch(/typed|somewhere/i);
  expect(lines.every((line) => line.startsWith('{"level":'))).toBe(true);
});

async function renameOrganization(page: Page, app: RunningApp, name: string) {
  await page.goto(`${app.url}${HOME}/settings`);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
}

/** Sends the first bytes of an answer, and returns once the app has let it in. */
async function beginSaving(app: RunningApp, assessment: string, text: string): Promise<ClientRequest> {
  const save = httpRequest(`${app.url}${answerPath(assessment)}`, {
    method: "PUT",
    headers: { ...ownHeaders(app), "Content-Length": text.length, Expect: "100-continue" },
  });
  save.flushHeaders();
  await once(save, "continue");
  save.write(text.slice(0, 10));
  // Answered after it, so the slow one has been let in by now.
  expect((await fetch(`${app.url}/api/health/ready`)).status).toBe(200);
  return save;
}

test("a stop lets the answer on its way be stored, refuses new ones, and ends with 0", async ({
  browser,
}) => {
  const lines: string[] = [];
  const app = await start({ env: { LOG_LEVEL: "info" }, onLog: (line) => lines.push(line) });
  const assessment = await draftOf(browser, app);
  const text = JSON.stringify({ level: 3, note: "Slowly sent" });

  const save = await beginSaving(app, assessment, text);

  running.splice(0);
  const stopped = app.stop();
  await expect.poll(() => lines.some((line) => line.includes('"Stopping"'))).toBe(true);
  const refused = await fetch(`${app.url}${answerPath(assessment)}`, {
    method: "PUT",
    headers: ownHeaders(app),
    body: text,
  });
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("5");
  expect(await refused.json()).toMatchObject({ title: "Stopping", status: 503 });

  save.end(text.slice(10));
  const [response] = await once(save, "response");
  expect(response.statusCode).toBe(200);
  response.resume();
  expect(await stopped).toBe(0);

  const again = await start();
  const stored = await (await fetch(`${again.url}${answerPath(assessment)}`)).json();
  expect(stored).toMatchObject({ answer: { level: 3, note: "Slowly sent" }, revision: 1 });
});

test("a stop does not wait for ever: what never ends is cut off, and the exit code is 1", async ({
  browser,
}) => {
  const lines: string[] = [];
  const app = await start({ env: { LOG_LEVEL: "info" }, onLog: (line) => lines.push(line) });
  const assessment = await draftOf(browser, app);
  const save = await beginSaving(app, assessment, JSON.stringify({ level: 3, note: "Never sent" }));
  const cutOff = once(save, "error");

  running.splice(0);
  expect(await app.stop()).toBe(1);
  await cutOff;
  expect(lines.at(-1)).toContain('"msg":"Stopped by force: requests took too long"');

  const again = await start();
  expect((await fetch(`${again.url}${answerPath(assessment)}`)).status).toBe(404);
});

/** It looks at the packages, the database and the build before. */
const TO_START = { timeout: 60_000 };

type Output = "pipe" | number;

/** The start command as people use it, on a port of its own. */
async function startCommand({ stdout = "pipe", stderr = "pipe" }: { stdout?: Output; stderr?: Output } = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, DATABASE_URL: `file:${file}`, PORT: String(port) },
    stdio: ["ignore", stdout, stderr],
  });
  const ended = once(child, "close");
  const told = { said: "", logged: "" };
  child.stdout?.on("data", (text) => {
    told.said += text;
  });
  child.stderr?.on("data", (text) => {
    told.logged += text;
  });
  const started = {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    told,
    ended: ended.then(([code]) => code),
    async stop() {
      child.kill("SIGTERM");
      return Number((await ended)[0]);
    },
  };
  running.push(started);
  return started;
}

const isLive = (url: string) =>
  fetch(`${url}/api/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );

test("the start command says where the app is, and a signal ends it in order", async () => {
  const { url, told, stop } = await startCommand();
  await expect.poll(() => told.said, TO_START).toContain(`Ready: ${url}  (Ctrl-C stops it)\n`);
  expect(await stop()).toBe(0);
  expect(told.said).not.toContain('"level"');
  const messages = told.logged
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).msg);
  expect([messages[0], ...messages.slice(-2)]).toEqual(["Started", "Stopping", "Stopped"]);
  expect(existsSync(file)).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test("a first page that fails does not keep the app from starting: what to do is said", async () => {
  await (await startOn(file)).stop();
  behindItsBack("UPDATE Organization SET name = x'00ff'");
  const { url, told, stop } = await startCommand();
  await expect.poll(() => told.logged, TO_START).toContain("npm run restore FILE.\n");
  expect(told.said).toContain(`Ready: ${url}`);
  const line = told.logged.split("\n").find((line) => line.includes('"level":"error"')) ?? "";
  const { reference } = JSON.parse(line);
  expect(told.logged).toContain(
    `The first page answers with an error (500, reference ${reference} in the log). Other pages may work: ` +
      `${url}/my-organization/settings\nexports everything. To put a backup in the place of the database: ` +
      "stop the app, then npm run restore FILE.\n",
  );
  expect(await isLive(url)).toBe(true);
  expect(await stop()).toBe(0);
});

const ON_LINUX =
  "Only Linux has a disk that is always full, and says which processes another one has started.";

for (const { stream, outputs } of [
  { stream: "the log", outputs: (full: number) => ({ stderr: full }) },
  { stream: "what it says", outputs: (full: number) => ({ stdout: full }) },
  { stream: "all of it", outputs: (full: number) => ({ stdout: full, stderr: full }) },
]) {
  test(`the start command goes on with ${stream} on a full disk, and still ends the app`, async () => {
    test.skip(process.platform !== "linux", ON_LINUX);
    const full = await open("/dev/full", "w");
    const { url, stop } = await startCommand(outputs(full.fd));
    await expect.poll(() => isLive(url), TO_START).toBe(true);
    expect((await fetch(url)).status).toBe(200);
    expect(await stop()).toBe(0);
    await full.close();
    expect(await isLive(url)).toBe(false);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
}

for (const { signal, words } of [
  { signal: "SIGKILL", words: "The app was ended by SIGKILL.\n" },
  { signal: "SIGABRT", words: "The app was ended by SIGABRT. Node.js does so when memory runs out.\n" },
] as const) {
  test(`an app that ${signal} has ended is told as such, with the exit code 1`, async () => {
    test.skip(process.platform !== "linux", ON_LINUX);
    const { pid, told, ended } = await startCommand();
    await expect.poll(() => told.said, TO_START).toContain("Ready: ");
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
    process.kill(Number(children), signal);
    expect(await ended).toBe(1);
    expect(told.logged.endsWith(words), told.logged).toBe(true);
  });
}

test("metrics are there when asked for, and hold patterns instead of names", async ({ browser }) => {
  const plain = await start();
  expect((await fetch(`${plain.url}/metrics`)).status).toBe(404);

  file = path.join(folder, "measured.db");
  const app = await start({ env: { METRICS: "on" } });
  const assessment = await draftOf(browser, app);
  const body = JSON.stringify({ level: 3 });
  const put = await fetch(`${app.url}${answerPath(assessment)}`, {
    method: "PUT",
    headers: ownHeaders(app),
    body,
  });
  expect(put.status).toBe(200);
  await fetch(`${app.url}${answerPath("no-such")}`);

  const first = await fetch(`${app.url}/metrics`);
  expect(first.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  let text = await first.text();
  for (const name of [
    "process_resident_memory_bytes",
    "scaling_readiness_database_bytes",
    'nodejs_eventloop_lag_seconds{quantile="0.99"}',
  ]) {
    const value = text.split("\n").find((line) => line.startsWith(`${name} `));
    expect(Number(value?.split(" ").at(-1)), name).toBeGreaterThan(0);
  }
  const route = "/api/v1/[organization]/assessments/[assessment]/answers/[question]";
  // A request counts once its response is out, which may be a moment after the client has it.
  const read = async () => {
    text = await (await fetch(`${app.url}/metrics`)).text();
    return text;
  };
  await expect.poll(read).toContain(`http_requests_total{method="GET",route="${route}",status="4xx"} 1\n`);
  expect(text).toContain(`http_requests_total{method="PUT",route="${route}",status="2xx"} 1\n`);
  expect(text).toContain("scaling_readiness_answers_saved_total 1\n");
  expect(text).not.toMatch(/somewhere|my-organization|no-such/i);
  expect(text).not.toContain(assessment);
});
