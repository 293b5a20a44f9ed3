import "server-only";
import { BODY_BYTES_MAX, TOO_LARGE } from "../import/upload";
import { problem } from "./problem";
import { processState } from "./process-state";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** True for `localhost`, `127.0.0.1` and `[::1]` with any port: a page on another name cannot be rebound to us. */
function isLoopbackHost(host: string | null): boolean {
  if (!host) return false;
  return LOOPBACK.has(host.replace(/:\d+$/, "").toLowerCase());
}

/** True when `origin` names the very host that was asked. A missing origin is not the app's own page. */
function isSameOrigin(origin: string | null, host: string | null): boolean {
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
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

const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
};

/**
 * The problem document for a request that nobody is to answer; null for all others. Local mode: only this machine's own
 * names are answered, and only its own pages may change anything.
 */
export function refusalOf({ method, headers, url }: Request): Response | null {
  const host = headers.get("host");
  if (!isLoopbackHost(host)) {
    const detail = "This app answers on the local machine only, such as http://127.0.0.1.";
    return problem({ status: 421, title: "Unknown host", detail });
  }
  const reading = method === "GET" || method === "HEAD";
  if (!reading && !isSameOrigin(headers.get("origin"), host)) {
    const detail = "Changes are accepted from the app's own pages only.";
    return problem({ status: 403, title: "Foreign origin", detail });
  }
  const { pathname } = new URL(url);
  if (!isWellFormed(pathname)) {
    const detail = "The address holds a % that begins no character of UTF-8.";
    return problem({ status: 400, title: "Malformed address", detail });
  }
  // Next would cut it off and then fail to read it.
  if (Number(headers.get("content-length")) > BODY_BYTES_MAX) {
    return problem({ status: 413, title: "Body too large", detail: TOO_LARGE });
  }
  if (processState.stopping && pathname !== "/api/health/live") {
    const detail = "The app is stopping. What was not sent yet can be sent again later.";
    const response = problem({ status: 503, title: "Stopping", detail });
    response.headers.set("Retry-After", "5");
    return response;
  }
  return null;
}

export function withSecurityHeaders<Answer extends Response>(response: Answer): Answer {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  return response;
}

/** Scripts by nonce only; styles from our own files only; nothing from elsewhere. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
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
