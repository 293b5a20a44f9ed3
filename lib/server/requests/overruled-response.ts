import "server-only";
import type { ServerResponse } from "node:http";
import { problemBody } from "./problem";
import type { AsksForPage } from "./problem-page";
import { contentSecurityPolicy, type Refusal, SECURITY_HEADERS } from "./request-guard";

export type Overruled = {
  /** Answers now, whatever else is written later. */
  refuse(refusal: Refusal): void;
};

/**
 * Whatever Next answers carries our headers, and gives way where `instead` says so in the moment in which the first of
 * it would go out; to a `page` when a person waits for one.
 */
export function overruled(
  response: ServerResponse,
  page: AsksForPage | null,
  instead: () => Refusal | null,
): Overruled {
  const next = {
    writeHead: response.writeHead,
    flushHeaders: response.flushHeaders,
    write: response.write,
    end: response.end,
  };
  let ours: Refusal | null = null;
  const isOurs = () => {
    if (!response.headersSent) ours ??= instead();
    return ours !== null;
  };
  const writeHead = (...args: unknown[]) => {
    secure(response, Number(args[0]));
    return Reflect.apply(next.writeHead, response, args);
  };
  const end = (refusal: Refusal) => {
    ours = refusal;
    if (response.headersSent) return response.destroy();
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const { problem, headers = {} } = refusal;
    const told = problemBody(problem, page);
    for (const [name, value] of Object.entries({ ...told.headers, ...headers })) {
      response.setHeader(name, value);
    }
    response.statusCode = problem.status;
    response.writeHead = writeHead;
    return Reflect.apply(next.end, response, [told.body]);
  };

  response.writeHead = (...args: unknown[]) => (isOurs() ? response : writeHead(...args));
  response.flushHeaders = () => {
    if (!isOurs()) Reflect.apply(next.flushHeaders, response, []);
  };
  response.write = (...args: unknown[]) => isOurs() || Reflect.apply(next.write, response, args);
  response.end = (...args: unknown[]) => {
    if (!isOurs()) return Reflect.apply(next.end, response, args);
    if (ours && !response.writableEnded) end(ours);
    return response;
  };
  return { refuse: (refusal) => void end(refusal) };
}

/** An answer that is not a success is of this moment. */
function secure(response: ServerResponse, status: number) {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (!response.hasHeader("Content-Security-Policy")) {
    response.setHeader("Content-Security-Policy", contentSecurityPolicy(null, false));
  }
  if (status >= 400) response.setHeader("Cache-Control", "no-store");
}
