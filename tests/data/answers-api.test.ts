import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import {
  DELETE,
  GET,
  PUT,
} from "@/app/api/v1/[organization]/assessments/[assessment]/answers/[question]/route";
import * as resultRoute from "@/app/api/v1/[organization]/assessments/[assessment]/result/route";
import * as assessmentRoute from "@/app/api/v1/[organization]/assessments/[assessment]/route";
import * as suitabilityRoute from "@/app/api/v1/[organization]/assessments/[assessment]/suitability/route";
import { type Member, requireMember } from "@/lib/server/auth/member";
import { findAssessment, updateSuitability } from "@/lib/server/data/assessments";
import { submitAssessment } from "@/lib/server/data/submission";
import { freshDatabaseEachTest } from "../support/database";
import { NOW, newAssessment, newOrganization, SUITABLE } from "../support/organization";

freshDatabaseEachTest();

const ORGANIZATION = "my-organization";
const QUESTION = "ai-platform.reuse";
const URL_ANY = "http://127.0.0.1/";
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

async function call(
  method: "PUT" | "DELETE" | "GET",
  { body, revision, mutationId = randomUUID(), question = QUESTION, at }: Call,
) {
  const headers = new Headers({ "Idempotency-Key": mutationId });
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
  await updateSuitability(member, assessment, SUITABLE, NOW);
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

test("suitability is said piece by piece", async () => {
  const put = (body: unknown) =>
    suitabilityRoute.PUT(new Request(URL_ANY, { method: "PUT", body: JSON.stringify(body) }), {
      params: Promise.resolve(place()),
    });
  expect((await put({ conditions: { provenPilots: "yes" } })).status).toBe(200);
  expect((await put({ warnings: { unstablePilots: false } })).status).toBe(200);
  expect((await put({ warnings: { unstablePilots: "no" } })).status).toBe(400);
  expect((await put({ conditions: { unknown: "yes" } })).status).toBe(400);
  expect((await findAssessment(member, assessment))?.suitability).toEqual({
    conditions: { provenPilots: "yes" },
    warnings: { unstablePilots: false },
  });
});

test("nothing of another organization is reached", async () => {
  const foreign = await newAssessment(await newOrganization("other"));
  const at = { assessment: foreign };
  expect((await call("PUT", { body: { level: 3 }, revision: "0", at })).status).toBe(404);
  expect((await call("GET", { at })).status).toBe(404);
});
