import "server-only";
import { BOUNDS } from "../../bounds/bounds";
import { formatBytes } from "../../format/bytes";
import { TOO_LARGE } from "../../import/upload";
import { processState } from "../process/process-state";
import { type Problem, problem } from "./problem";

/** A request as both Node and the web know it. */
type Asked = {
  method: string;
  headers: { get(name: string): string | null };
  /** As it was sent: a path and a query. */
  address: string;
};

/** Why nobody is to answer, and the headers that go along. */
export type Refusal = { problem: Problem; headers?: Record<string, string> };

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const READING = new Set(["GET", "HEAD"]);
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/i;
const PORT_MAX = 65_535;
/** Nothing here listens with a certificate. */
const SCHEME = "http";

/** True for `localhost`, `127.0.0.1` and `[::1]` with any port: a page on another name cannot be rebound to us. */
function isLoopbackHost(host: string | null): host is string {
  const [name, port = "1"] = LOOPBACK.exec(host ?? "") ?? [];
  return name !== undefined && Number(port) >= 1 && Number(port) <= PORT_MAX;
}

/** True when `origin` is the very scheme, host and port that was asked. A missing origin is not the app's own page. */
function isSameOrigin(origin: string | null, host: string): boolean {
  return origin === new URL(`${SCHEME}://${host}`).origin;
}

const FRAMES = new Set(["iframe", "frame", "embed", "object", "fencedframe"]);

/** True when a page of another site loads this for itself. Whoever follows a link from there comes here. */
function isLoadedFromElsewhere({ get }: { get: (name: string) => string | null }): boolean {
  const site = get("sec-fetch-site");
  if (site !== "cross-site" && site !== "same-site") return false;
  return get("sec-fetch-mode") !== "navigate" || FRAMES.has(get("sec-fetch-dest") ?? "");
}

export function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, "");
}

/** True when every `%` of a path begins a character of UTF-8. */
function isWellFormed(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Local mode: only this machine's own names are answered, and only its own pages may change anything. */
export function foreignness({ method, headers }: Pick<Asked, "method" | "headers">): Refusal | null {
  const get = (name: string) => headers.get(name);
  const host = get("host");
  if (!isLoopbackHost(host)) {
    const detail = "This app answers on the local machine only, such as http://127.0.0.1.";
    return { problem: { status: 421, title: "Unknown host", detail } };
  }
  if (!READING.has(method) && !isSameOrigin(get("origin"), host)) {
    const detail = "Changes are accepted from the app's own pages only.";
    return { problem: { status: 403, title: "Foreign origin", detail } };
  }
  if (isLoadedFromElsewhere({ get })) {
    const detail = "Pages of other sites may link here, but load nothing from here.";
    return { problem: { status: 403, title: "Foreign site", detail } };
  }
  return null;
}

/** Why nobody is to answer a request; null for all others. */
export function refusalOf(asked: Asked): Refusal | null {
  const { method, headers, address } = asked;
  const foreign = foreignness(asked);
  if (foreign) return foreign;
  if (!METHODS.includes(method)) {
    const detail = `Nothing here answers to ${method}.`;
    return {
      problem: { status: 405, title: "Unknown method", detail },
      headers: { Allow: METHODS.join(", ") },
    };
  }
  const path = pathOf(address);
  if (!path.startsWith("/")) {
    const detail = "The address has to begin with a slash.";
    return { problem: { status: 400, title: "Malformed address", detail } };
  }
  if (!isWellFormed(path)) {
    const detail = "The address holds a % that begins no character of UTF-8.";
    return { problem: { status: 400, title: "Malformed address", detail } };
  }
  const bytesMax = bodyBytesMax(address);
  if (Number(headers.get("content-length")) > bytesMax) return tooLargeABody(bytesMax);
  if (processState.stopping && path !== "/api/health/live") {
    const detail = "The app is stopping. What was not sent yet can be sent again later.";
    return { problem: { status: 503, title: "Stopping", detail }, headers: { "Retry-After": "5" } };
  }
  return null;
}

export function refusalResponse({ problem: told, headers = {} }: Refusal): Response {
  const response = problem(told);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

const UPLOAD = /^\/[^/]+\/settings\/import\/upload$/;

/** Bytes of a body that are read at all: the files of an upload and what a form puts around them, or a form. */
export function bodyBytesMax(address: string): number {
  return BOUNDS.formBytes + (UPLOAD.test(pathOf(address)) ? BOUNDS.uploadBytes : 0);
}

export function tooLargeABody(bytesMax: number): Refusal {
  const detail =
    bytesMax > BOUNDS.formBytes
      ? TOO_LARGE
      : `At most ${formatBytes(bytesMax)} can be sent at once. Say less.`;
  return { problem: { status: 413, title: "Too large", detail } };
}

export const UNREADABLE_FORM: Refusal = {
  problem: { status: 400, title: "Malformed form", detail: "What was sent is not what the form sends." },
};

/** Scripts by nonce only, without one from our own files only; styles likewise; nothing from elsewhere. */
export function contentSecurityPolicy(nonce: string | null, development: boolean): string {
  const byNonce = nonce === null ? "" : ` 'nonce-${nonce}'`;
  const directives = [
    "default-src 'self'",
    `script-src 'self'${byNonce && `${byNonce} 'strict-dynamic'`}${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : byNonce}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return directives.join("; ");
}

/** What every answer carries, whoever gives it. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
};
