import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { request as send } from "node:http";
import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import Database from "better-sqlite3";
import { HOME } from "../support/page-addresses";
import { type MortalApp, startApp } from "../support/server";

let app: MortalApp;
const lines: string[] = [];
test.beforeAll(async () => {
  app = await startApp({ onLog: (line) => lines.push(line) });
});
test.afterAll(() => app.stop());
test.afterEach(() => {
  // Whatever comes in is not the app's failure.
  expect(lines.splice(0).filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

type Answer = { status: number; headers: Record<string, unknown>; text: string };
type Sent = {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Iterable<Buffer>;
};

/** As it stands, over the wire: neither path nor headers are made better. */
function ask({ method = "GET", path, headers = {}, body = "" }: Sent): Promise<Answer> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    const sent = send({ hostname, port, method, path, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
      sent.removeAllListeners("error").on("error", () => undefined);
    });
    sent.on("error", reject);
    if (typeof body === "string") sent.end(body);
    else {
      for (const chunk of body) sent.write(chunk);
      sent.end();
    }
  });
}

/** A line that no client of Node would send. */
function askRaw(line: string): Promise<string> {
  const { hostname, port, host } = new URL(app.url);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname);
    socket.on("data", (data) => {
      text += data;
    });
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
    socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${app.url}\r\nConnection: close\r\n\r\n`);
  });
}

function everything(): string {
  const database = new Database(app.databaseFile, { readonly: true });
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .all() as { name: string }[];
  const rows = tables.map(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all());
  database.close();
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}

/** Each action of the build, by its id. */
async function actions(): Promise<Record<string, string>> {
  const manifest = JSON.parse(await readFile(".next/server/server-reference-manifest.json", "utf8"));
  return Object.fromEntries(
    Object.entries<{ exportedName: string }>(manifest.node).map(([id, { exportedName }]) => [
      exportedName,
      id,
    ]),
  );
}

/** What a form of one field called `name` sends. */
const FORM = [
  ["1_name", "Intruder"],
  ["0", JSON.stringify(["my-organization", null, "$K1"])],
]
  .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  .join("")
  .concat("--x--\r\n");

const postAction = (path: string, id: string, headers: Record<string, string>) =>
  ask({
    method: "POST",
    path,
    headers: { "Content-Type": "multipart/form-data; boundary=x", "Next-Action": id, ...headers },
    body: FORM,
  });

function expectGuarded({ headers }: Answer, what: string) {
  expect(headers, what).toMatchObject({
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.any(String),
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
}

const PREFIXES = [
  "",
  "/favicon.ico",
  "/favicon.icoX",
  "/FAVICON.ICO",
  "/%66avicon.ico",
  "/favicon.ico.",
  "/_next/static",
  "/_next/staticX",
  "/_next/static/x",
  "/_NEXT/static",
  "/_next/image",
  "/_next/imageX",
  "/_next/data/x",
  "//favicon.ico",
  "/api/v1/x/assessments/y/answers",
  "/api/v1/x/assessments/y/answers/z",
  "/questionnaire-worker.js",
  "/_global-error",
];

test("no action runs for a foreign host or origin, or without one, whatever address it is posted to", async () => {
  test.setTimeout(300_000);
  await ask({ path: HOME, headers: { Host: new URL(app.url).host } });
  const all = await actions();
  expect(Object.keys(all).length).toBeGreaterThan(40);
  const own = new URL(app.url).host;
  const foreign: Record<string, string>[] = [
    { Host: "evil.test", Origin: "http://evil.test" },
    { Host: own, Origin: "http://evil.test" },
    { Host: own, Origin: "http://evil.test", "X-Forwarded-Host": "evil.test" },
    { Host: own, Origin: `https://${own}` },
    { Host: "127.0.0.1:99999", Origin: "http://127.0.0.1:99999" },
    { Host: own },
  ];
  const before = everything();
  const places = PREFIXES.flatMap((prefix) => [prefix || HOME, `${prefix}/my-organization/units/new`]);
  const work = places.flatMap((path) =>
    Object.entries(all).map(([name, id], index) => ({
      path,
      name,
      id,
      headers: foreign[(index + path.length) % foreign.length] ?? {},
    })),
  );
  // Each with every kind of sender where the units are made and at the addresses that once were left out.
  for (const path of ["/favicon.icoX/units/new", "/_next/staticX/units/new", "/_next/imageX/units/new"]) {
    for (const headers of foreign) {
      for (const [name, id] of Object.entries(all)) work.push({ path, name, id, headers });
    }
  }
  const queue = work.values();
  const worker = async () => {
    for (const { path, name, id, headers } of queue) {
      const what = `${name} at ${path} with ${JSON.stringify(headers)}`;
      const answer = await postAction(path, id, headers);
      expect([403, 421], what).toContain(answer.status);
      expectGuarded(answer, what);
    }
  };
  await Promise.all([1, 2, 3, 4].map(worker));
  expect(everything()).toBe(before);

  // From the app's own page the same does run: what was sent is no nonsense, and no word of a proxy counts for anything.
  const forwarded = {
    "X-Forwarded-Host": "evil.test",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Port": "443",
    "X-Forwarded-For": "203.0.113.1",
  };
  const ours = { Host: own, Origin: app.url, ...forwarded };
  await postAction(`${HOME}/settings`, all.loadSampleAction ?? "", ours);
  expect(everything()).not.toBe(before);
});

test("what an action cannot read is refused in words", async () => {
  test.setTimeout(300_000);
  const texts = [
    ...["", "[", "{", "{}", "null", '"x"', "3", "[]", "[null]", "[1,2,3,4]", '["$@1"]', '["$1"]', '["$F1"]'],
    ...[
      '["$Q1"]',
      '["$W1"]',
      '["$B1"]',
      '["$K1"]',
      '["$n9e9"]',
      '["$h1"]',
      '["$1:__proto__"]',
      '["$D9"]',
      '["$R1"]',
    ],
    ...['["no-such",{"id":1},{},{}]', '["no-such",1,2,3,4,5,6]', "[".repeat(5000)],
  ];
  const before = everything();
  for (const [index, [name, id]] of Object.entries(await actions()).entries()) {
    // A third of them for each action: one that reads more than another is met by all in turn.
    for (const body of texts.filter((_, at) => at % 3 === index % 3)) {
      const answer = await ask({
        method: "POST",
        path: `${HOME}/units/new`,
        headers: { Origin: app.url, "Next-Action": id, "Content-Type": "text/plain;charset=UTF-8" },
        body,
      });
      expect(answer.status, `${name} ${body.slice(0, 40)}`).toBeLessThan(500);
      if (answer.status === 400) expect(JSON.parse(answer.text)).toMatchObject({ title: "Malformed form" });
    }
  }
  expect(everything()).toBe(before);
});

test("what is no request is refused before Next sees it", async () => {
  const statusOf = (text: string) => Number(/^HTTP\/1.1 (\d+)/.exec(text)?.[1]);
  for (const [line, status] of [
    ["OPTIONS *", 400],
    ["TRACE /", 405],
    ["PROPFIND /", 405],
    ["GET *", 400],
    ["GET http://evil.test/", 400],
    ["GET /_next/static/%zz", 400],
    ["GET /favicon.ico%zz", 400],
    ["GET /_next/image%zz", 400],
    ["GET /_next/image?url=/x&w=64&q=75", 404],
    ["GET /_global-error", 404],
    ["GET /_global-error.rsc", 404],
    ["GET /_not-found", 404],
    ["GET /_error", 404],
    ["GET /404", 404],
    ["GET /500", 404],
    ["GET //", 308],
  ] as const) {
    const text = await askRaw(line);
    expect(statusOf(text), line).toBe(status);
    expect(text, line).toMatch(/^cross-origin-resource-policy: same-origin\r$/im);
    if (status >= 400) expect(text, line).toMatch(/^cache-control: no-store\r$/im);
  }
});

test("every answer carries the security headers, and files of the build may still be kept", async () => {
  const page = await ask({ path: HOME });
  const file = /\/_next\/static\/[^"]+\.js/.exec(page.text)?.[0] ?? "";
  for (const path of [
    HOME,
    file,
    "/questionnaire-worker.js",
    "/favicon.ico",
    "/api/health/live",
    "/no/such",
    "/metrics",
  ]) {
    expectGuarded(await ask({ path }), path);
  }
  const { headers, status } = await ask({ path: file });
  expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
});

test("another site may link here, and loads nothing", async () => {
  const path = `${HOME}/compare/export/csv`;
  const from = (mode: string, dest: string) =>
    ask({
      path,
      headers: { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest },
    });
  for (const [mode, dest] of [
    ["no-cors", "image"],
    ["cors", "empty"],
    ["navigate", "iframe"],
  ] as const) {
    const { status, text } = await from(mode, dest);
    expect([status, JSON.parse(text).title]).toEqual([403, "Foreign site"]);
  }
  expect((await from("navigate", "document")).status).not.toBe(403);
});

test("a body without a length ends where the limit is", async () => {
  test.setTimeout(120_000);
  const id = (await actions()).createUnitAction ?? "";
  const megabyte = Buffer.alloc(1_000_000, " ");
  const before = everything();
  const places = [
    { path: `${HOME}/units/new`, words: "can be sent at once" },
    { path: `${HOME}/settings/import/upload`, words: "cannot be imported at once" },
  ];
  for (const { path, words } of places)
    for (const type of ["text/plain", "multipart/form-data; boundary=x"]) {
      const { status, text } = await ask({
        method: "POST",
        path,
        headers: { Origin: app.url, "Next-Action": id, "Content-Type": type, "Transfer-Encoding": "chunked" },
        body: Array(40).fill(megabyte),
      });
      expect(status, type).toBe(413);
      expect(JSON.parse(text).detail).toContain(words);
    }
  expect(everything()).toBe(before);
  expect((await ask({ path: HOME })).status).toBe(200);
});

test("who is still sending too much can read why it ends", async () => {
  const { hostname, port, host } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  const headers = [`Host: ${host}`, `Origin: ${app.url}`, "Next-Action: x", "Transfer-Encoding: chunked"];
  socket.write(`POST ${HOME} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`);
  const chunk = `186a0\r\n${" ".repeat(100_000)}\r\n`;
  for (let sent = 0; sent < 6; sent += 1) {
    socket.write(chunk);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  let text = "";
  for await (const data of socket) text += data;
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
});
