import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "../log";
import { processState } from "../process/process-state";
import { routePattern } from "./routes";

/** Counts and logs every request of this process's server, from Node's own announcement of it. */
export function watchRequests() {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const startedAt = performance.now();
    processState.inFlight += 1;
    response.once("close", () => {
      ended();
      record(request, response, Math.round(performance.now() - startedAt));
    });
  });
}

function ended() {
  processState.inFlight -= 1;
  if (processState.inFlight > 0) return;
  for (const tell of processState.onIdle) tell();
  processState.onIdle.clear();
}

function record(request: IncomingMessage, response: ServerResponse, milliseconds: number) {
  const method = request.method ?? "GET";
  const route = routePattern(request.url ?? "/");
  // A client that left early has no answer to count as one.
  const status = response.writableFinished ? response.statusCode : 499;
  const key = `${method} ${route} ${Math.floor(status / 100)}xx`;
  processState.requests.set(key, (processState.requests.get(key) ?? 0) + 1);
  const level = route === "asset" || route.startsWith("/api/health/") ? "debug" : "info";
  log[level]({ method, route, status, milliseconds }, "Request");
}
