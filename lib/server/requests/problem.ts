import "server-only";
import type { z } from "zod";
import { partsOf } from "./body-parts";
import { type AsksForPage, PAGE_HEADERS, problemPage } from "./problem-page";
import { requestState } from "./request-state";

export type Problem = {
  status: number;
  title: string;
  detail?: string;
  /** What is wrong and where, one entry a place. */
  errors?: readonly { path: string; expected: string }[];
} & Record<string, unknown>;

const DOCUMENT_HEADERS = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };

/** A page for people; for programs a problem document, RFC 9457, with the extra members as they are. */
export function problemBody(told: Problem, page: AsksForPage | null) {
  if (page) return { headers: PAGE_HEADERS, body: problemPage(told, page) };
  const { status, title, ...rest } = told;
  const document = { type: "about:blank", title, status, ...rest };
  return { headers: DOCUMENT_HEADERS, body: JSON.stringify(document) };
}

export function problem(told: Problem): Response {
  const { headers, body } = problemBody(told, requestState.getStore()?.page ?? null);
  return new Response(body, { status: told.status, headers });
}

/** Not there and not yours are the same answer. */
export function notFound(detail: string): Response {
  return problem({ status: 404, title: "Not found", detail });
}

/** Both values go along, so that a person can choose. */
export function changedMeanwhile(stored: unknown, yours: unknown): Response {
  return problem({
    status: 412,
    title: "Changed meanwhile",
    detail: "The answer has another revision by now. Nothing was changed.",
    stored,
    yours,
  });
}

export function reusedKey(): Response {
  return problem({
    status: 422,
    title: "Idempotency-Key used before",
    detail: "This Idempotency-Key came with another value before. Nothing was changed. Send a new key.",
  });
}

export function submittedMeanwhile(): Response {
  return problem({
    status: 409,
    title: "Submitted",
    detail: "The assessment was submitted; its answers are final.",
  });
}

export function forbidden(): Response {
  return problem({ status: 403, title: "Not allowed", detail: "You may read this assessment only." });
}

export function invalidBody(error: z.ZodError): Response {
  return invalid(error, "The request body does not have the expected form.");
}

export function invalidQuery(error: z.ZodError): Response {
  return invalid(error, "The address does not have the expected form.");
}

function invalid(error: z.ZodError, detail: string): Response {
  return problem({
    status: 400,
    title: "Invalid request",
    detail,
    errors: error.issues.flatMap((issue) => {
      const unknown = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [];
      const paths = unknown.length > 0 ? unknown : [issue.path];
      return paths.map((path) => ({ path: path.join("."), expected: issue.message }));
    }),
  });
}

const BODY_BYTES_MAX = 64 * 1024;

/** The body as JSON, or a problem: 413 over 64 KiB, 400 when it is not JSON. */
export async function readJson(request: Request): Promise<{ json: unknown } | { response: Response }> {
  const text = await readText(request, BODY_BYTES_MAX);
  if (text === null) {
    return { response: problem({ status: 413, title: "Body too large", detail: "At most 64 KiB." }) };
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { response: problem({ status: 400, title: "Invalid request", detail: "The body is not JSON." }) };
  }
}

/** Stops reading as soon as the limit is passed, whatever the length header says. */
async function readText(request: Request, bytesMax: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of partsOf(request)) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) return null;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
