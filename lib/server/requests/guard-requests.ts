import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { type Overruled, overruled } from "./overruled-response";
import { asksForPage } from "./problem-page";
import { bodyBytesMax, pathOf, refusalOf, tooLargeABody, UNREADABLE_FORM } from "./request-guard";
import { type RequestState, requestState } from "./request-state";

const guarded = new WeakSet<Server>();

/** Puts the guard between Node's server and Next: nothing of Next has seen a request that is refused here. */
export function guardRequests() {
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (guarded.has(server)) return;
    guarded.add(server);
    // Node has announced the request and not handed it over yet: the first one is guarded too.
    const answers = server.listeners("request") as RequestListener[];
    server.removeAllListeners("request");
    server.on("request", (request, response) => {
      guard(request, response, () => {
        for (const answer of answers) answer.call(server, request, response);
      });
    });
  });
}

function guard(request: IncomingMessage, response: ServerResponse, answer: () => void) {
  const state: RequestState = { understood: !mayBeForm(request), page: asksForPage(request.headers) };
  const next = overruled(response, state.page, () =>
    response.statusCode === 500 && !state.understood ? UNREADABLE_FORM : null,
  );
  const { method = "GET", url: address = "" } = request;
  const refusal = refusalOf({ method, headers: { get: (name) => headerOf(request, name) }, address });
  if (refusal) return next.refuse(refusal);
  // Nothing stands in front of this app that could be believed.
  for (const name of Object.keys(request.headers))
    if (name.startsWith("x-forwarded-")) delete request.headers[name];
  // The page that Next keeps for its own failures is no address.
  if (decodeURIComponent(pathOf(address)).startsWith("/_global-error")) request.url = "/_not-found";
  if (request.headers["transfer-encoding"] !== undefined) boundBody(request, bodyBytesMax(address), next);
  requestState.run(state, answer);
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return typeof value === "string" ? value : null;
}

/** Whether Next reads the body for an action before the action itself can look at it. */
function mayBeForm({ method, headers }: IncomingMessage): boolean {
  if (method !== "POST") return false;
  const type = headers["content-type"] ?? "";
  return headers["next-action"] !== undefined || type.startsWith("multipart/form-data");
}

const GRACE_MS = 1000;
/** As of any connection that ends before its time: no failure of the app, see report-failure.ts. */
const cutOff = () => Object.assign(new Error("More was sent than is read"), { code: "ECONNRESET" });

/** A body that does not say its length is counted as it comes: what is too much goes to nobody. */
function boundBody(request: IncomingMessage, bytesMax: number, next: Overruled) {
  const push = request.push;
  let bytes = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const before = bytes;
    bytes += chunk?.length ?? 0;
    if (bytes <= bytesMax) return push.call(request, chunk, encoding);
    if (before <= bytesMax) {
      // Node would cut the connection off with the answer, and who is still sending would never read it.
      request.socket.destroySoon = () => request.socket.end();
      next.refuse({ ...tooLargeABody(bytesMax), headers: { Connection: "close" } });
      // Time to read it; whoever waits here for the rest of the body is told that none will come.
      setTimeout(() => request.destroy(cutOff()), GRACE_MS).unref();
    }
    return true;
  };
}
