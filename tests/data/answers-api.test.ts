import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import {
  DELETE,
  GET,
  PUT,
} from "@/app/api/v1/[organization]/assessments/[assessment]/answers/[question]/route";
import * as resultRoute from "@/app/api/v1/[organization]/assessments/[assessment]/result/route";
import * as assessmentRoute from "@/app/api/v1/[organization]/assessments/[assessment]/route";
import * as suitabilityRoute from "@/app/api/v1/[organization]/assessments/[assessment]/suitability/[question]/route";
import * as assessmentsRoute from "@/app/api/v1/[organization]/assessments/route";
import { type Member, requireMember } from "@/lib/server/auth/member";
import { findAssessment } from "@/lib/server/data/assessments";
import { deleteDraft } from "@/lib/server/data/deletions/delete-draft";
import { submitAssessment } from "@/lib/server/data/submission";
import { putSuitability as storeSuitability } from "@/lib/server/data/suitability";
import { processState } from "@/lib/server/process/process-state";
import { freshDatabaseEachTest } from "../support/database";
import { NOW, newAssessment, newOrganization, setSuitability } from "../support/organization";

freshDatabaseEachTest();

const ORGANIZATION = "my-organization";
const QUESTION = "ai-platform.reuse";
const URL_ANY = "http://127.0.0.1/";
/** As the app's own pages ask. */
const OURS = { Host: "127.0.0.1", Origin: "http://127.0.0.1" };
const handlers = { DELETE, GET, PUT };

let member: Member;
let assessment: string;
beforeEach(async () => {
  member = await requireMember(ORGANIZATION);
  assessment = await newAssessment(member);
});

type Call = {
  body?: unknown;
  revision?: string;
  mutationId?: string;
  question?: string;
  at?: Partial<Place>;
};
type Place = { organization: string; assessment: string };

const place = (at: Partial<Place> = {}) => ({ organization: ORGANIZATION, assessment, ...at });

test.each([
  ["another name of this machine", { ...OURS, Host: "rebound.example" }, 421],
  ["no name", { Origin: OURS.Origin }, 421],
  ["another site", { ...OURS, Origin: "https://evil.example" }, 403],
  ["nobody", { Host: OURS.Host }, 403],
  ["a body beyond all measure", { ...OURS, "Content-Length": "99999999" }, 413],
])("a change from %s is refused by the route itself", async (_who, headers, status) => {
  const context = { params: Promise.resolve({ ...place(), question: QUESTION }) };
  for (const handler of [PUT, DELETE, suitabilityRoute.PUT]) {
    const response = await handler(new Request(URL_ANY, { method: "PUT", headers, body: "{}" }), context);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  }
});

test("a stopping app refuses, and says that it can be asked again", async () => {
  processState.stopping = true;
  try {
    const refused = await call("PUT", { body: { level: 3 }, revision: "0" });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
  } finally {
    processState.stopping = false;
  }
  expect((await call("GET", {})).status).toBe(404);
});

async function call(
  method: "PUT" | "DELETE" | "GET",
  { body, revision, mutationId = randomUUID(), question = QUESTION, at }: Call,
) {
  const headers = new Headers({ ...OURS, "Idempotency-Key": mutationId });
  if (revision !== undefined) headers.set("If-Match", revision);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(URL_ANY, { method, headers, body: method === "PUT" ? text : undefined });
  const response = await handlers[method](request, {
    params: Promise.resolve({ ...place(at), question }),
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

test("an answer is put, read, changed and taken back, each with its revision", async () => {
  const put = await call("PUT", { body: { level: 3, note: "Seen" }, revision: '"0"' });
  expect(put).toMatchObject({ status: 200, json: { answer: { level: 3, note: "Seen" }, revision: 1 } });
  expect(put.headers.get("etag")).toBe('"1"');
  expect(Date.parse(put.json.savedAt)).toBeGreaterThan(0);
  expect((await call("GET", {})).json).toEqual(put.json);
  expect(await call("PUT", { body: { dontKnow: true }, revision: "1" })).toMatchObject({
    status: 200,
    json: { answer: { dontKnow: true }, revision: 2 },
  });
  expect(await call("DELETE", { revision: "2" })).toMatchObject({
    status: 200,
    json: { answer: null, revision: 3 },
  });
  expect((await call("GET", {})).status).toBe(404);
});

test("a stale write gets 412 with both values and changes nothing", async () => {
  await call("PUT", { body: { level: 3 }, revision: "0" });
  const stale = await call("PUT", { body: { level: 5 }, revision: "0" });
  expect(stale).toMatchObject({
    status: 412,
    json: { status: 412, stored: { answer: { level: 3 }, revision: 1 }, yours: { level: 5 } },
  });
  expect(stale.headers.get("content-type")).toBe("application/problem+json");
  expect((await call("GET", {})).json.answer).toEqual({ level: 3 });
});

test("a retry under the same key is applied once", async () => {
  const mutationId = randomUUID();
  const first = await call("PUT", { body: { level: 3 }, revision: "0", mutationId });
  expect((await call("PUT", { body: { level: 3 }, revision: "0", mutationId })).json).toEqual(first.json);
});

test.each(["0", "1"])("a key sent again with another value is refused, on revision %s", async (revision) => {
  const mutationId = randomUUID();
  await call("PUT", { body: { level: 3 }, revision: "0", mutationId });
  const before = (await call("GET", {})).json;
  const again = [
    await call("PUT", { body: { level: 4 }, revision, mutationId }),
    await call("PUT", { body: { level: 3, note: "More" }, revision, mutationId }),
    await call("DELETE", { revision, mutationId }),
  ];
  for (const { status, json } of again) {
    expect(status).toBe(422);
    expect(json.detail).toMatch(/another value/);
  }
  expect((await call("GET", {})).json).toEqual(before);
});

test("a key of suitability sent again with another value is refused", async () => {
  const change = { assessmentId: assessment, key: "conditions.provenPilots", expectedRevision: 0 } as const;
  const put = (answer: "yes" | "no") =>
    storeSuitability(member, { ...change, answer, mutationId: "same" }, NOW);
  const first = await put("yes");
  expect(await put("yes")).toEqual(first);
  expect(await put("no")).toEqual({ outcome: "reused" });
});

test("what is asked after is named as long as it is here", async () => {
  const ask = async (query: string, organization = ORGANIZATION) => {
    const context = { params: Promise.resolve({ organization }) };
    const response = await assessmentsRoute.GET(new Request(`${URL_ANY}?${query}`), context);
    return { status: response.status, json: await response.json() };
  };
  expect(await ask(`id=${assessment}&id=gone`)).toEqual({ status: 200, json: { present: [assessment] } });
  await deleteDraft(member, assessment, NOW);
  expect(await ask(`id=${assessment}`)).toEqual({ status: 200, json: { present: [] } });
  expect((await ask("")).status).toBe(400);
  expect((await ask(Array(201).fill("id=a").join("&"))).status).toBe(400);
  expect((await ask("id=a", "other")).status).toBe(404);
});

test.each<[string, Call, number, string[]]>([
  ["no revision", { body: { level: 3 } }, 428, []],
  ["a revision that is none", { body: { level: 3 }, revision: "*" }, 400, ["If-Match"]],
  ["a key that is no UUID", { body: { level: 3 }, revision: "0", mutationId: "1" }, 400, ["Idempotency-Key"]],
  ["a level that is none", { body: { level: 6 }, revision: "0" }, 400, ["level"]],
  ["two answers in one", { body: { level: 3, dontKnow: true }, revision: "0" }, 400, [""]],
  ["a key that is none", { body: { level: 3, score: 5 }, revision: "0" }, 400, ["score"]],
  ["other without a note", { body: { notApplicable: "other" }, revision: "0" }, 400, ["note"]],
  [
    "a link that runs",
    { body: { level: 3, evidence: ["javascript:alert(1)"] }, revision: "0" },
    400,
    ["evidence.0"],
  ],
  ["a body that is no JSON", { body: "{", revision: "0" }, 400, []],
  ["a body without end", { body: { level: 3, note: "x".repeat(70_000) }, revision: "0" }, 413, []],
  ["another question", { body: { level: 3 }, revision: "0", question: "no.such" }, 404, []],
  ["another assessment", { body: { level: 3 }, revision: "0", at: { assessment: "other" } }, 404, []],
  ["another organization", { body: { level: 3 }, revision: "0", at: { organization: "other" } }, 404, []],
])("%s is refused with its place, and nothing is stored", async (_name, given, status, paths) => {
  const { json, headers, ...response } = await call("PUT", given);
  expect(response.status).toBe(status);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect((json.errors ?? []).map(({ path }: { path: string }) => path)).toEqual(paths);
  expect((await findAssessment(member, assessment))?.answers).toEqual([]);
});

test("a submitted assessment takes no answers, and its result can be read", async () => {
  const params = Promise.resolve(place());
  const read = () => resultRoute.GET(new Request(URL_ANY), { params });
  expect((await read()).status).toBe(404);
  await call("PUT", { body: { level: 3 }, revision: "0" });
  await setSuitability(assessment);
  await submitAssessment(member, assessment, NOW);
  expect((await call("PUT", { body: { level: 4 }, revision: "1" })).status).toBe(409);
  expect((await call("DELETE", { revision: "1" })).status).toBe(409);
  expect(await (await read()).json()).toMatchObject({
    framework: "ai-scaling@1.0.0",
    targetPhase: "expansion",
  });
});

test("the assessment reads as it is exchanged", async () => {
  await call("PUT", { body: { level: 3 }, revision: "0" });
  const response = await assessmentRoute.GET(new Request(URL_ANY), { params: Promise.resolve(place()) });
  expect(await response.json()).toMatchObject({
    id: assessment,
    status: "draft",
    assessment: { depth: "full", respondents: [{ answers: { [QUESTION]: { level: 3 } } }] },
  });
  const elsewhere = { params: Promise.resolve(place({ assessment: "other" })) };
  expect((await assessmentRoute.GET(new Request(URL_ANY), elsewhere)).status).toBe(404);
});

async function putSuitability(
  question: string,
  answer: unknown,
  revision: number,
  mutationId = randomUUID(),
) {
  const headers = { ...OURS, "If-Match": `"${revision}"`, "Idempotency-Key": mutationId };
  const body = JSON.stringify({ answer });
  const request = new Request(URL_ANY, { method: "PUT", headers, body });
  const params = Promise.resolve({ ...place(), question });
  const response = await suitabilityRoute.PUT(request, { params });
  return { status: response.status, json: await response.json() };
}

test("suitability is said question by question, each with its revision", async () => {
  const first = await putSuitability("conditions.provenPilots", "yes", 0);
  expect(first).toMatchObject({ status: 200, json: { answer: "yes", revision: 1 } });
  expect(await putSuitability("warnings.unstablePilots", false, 0)).toMatchObject({
    status: 200,
    json: { answer: false, revision: 1 },
  });
  expect((await putSuitability("warnings.unstablePilots", "no", 1)).json.errors).toEqual([
    { path: "answer", expected: "true or false" },
  ]);
  expect((await putSuitability("conditions.provenPilots", true, 1)).json.errors).toEqual([
    { path: "answer", expected: "one of yes, partly, no" },
  ]);
  expect((await putSuitability("conditions.unknown", "yes", 0)).status).toBe(404);
  expect((await findAssessment(member, assessment))?.suitability).toEqual({
    conditions: { provenPilots: "yes" },
    warnings: { unstablePilots: false },
  });
});

test("a stale answer on suitability is refused with both, a repeated one is applied once", async () => {
  const mutationId = randomUUID();
  await putSuitability("conditions.resources", "yes", 0, mutationId);
  expect(await putSuitability("conditions.resources", "no", 0)).toMatchObject({
    status: 412,
    json: { stored: { answer: "yes", revision: 1 }, yours: { answer: "no" } },
  });
  expect(await putSuitability("conditions.resources", "yes", 0, mutationId)).toMatchObject({
    status: 200,
    json: { answer: "yes", revision: 1 },
  });
  expect(await putSuitability("conditions.resources", "partly", 1)).toMatchObject({
    status: 200,
    json: { answer: "partly", revision: 2 },
  });
});

test("of answers on suitability in any order, with any repeats, the last acknowledged one stands", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ answer: fc.constantFrom("yes", "partly", "no"), repeats: fc.nat(2) }), {
        maxLength: 6,
      }),
      async (steps) => {
        const id = await newAssessment(member);
        let revision = 0;
        let last: string | undefined;
        for (const { answer, repeats } of steps) {
          const mutationId = randomUUID();
          for (let sent = 0; sent <= repeats; sent += 1) {
            const change = {
              assessmentId: id,
              key: "conditions.resources",
              expectedRevision: revision,
            } as const;
            const put = await storeSuitability(member, { ...change, answer, mutationId }, NOW);
            expect(put).toMatchObject({ outcome: "saved", stored: { answer, revision: revision + 1 } });
          }
          revision += 1;
          last = answer;
        }
        expect((await findAssessment(member, id))?.suitability.conditions.resources).toBe(last);
      },
    ),
    { numRuns: 10 },
  ));

test("nothing of another organization is reached", async () => {
  const foreign = await newAssessment(await newOrganization("other"));
  const at = { assessment: foreign };
  expect((await call("PUT", { body: { level: 3 }, revision: "0", at })).status).toBe(404);
  expect((await call("GET", { at })).status).toBe(404);
});
