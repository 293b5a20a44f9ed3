import "server-only";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** True for `localhost`, `127.0.0.1` and `[::1]` with any port: a page on another name cannot be rebound to us. */
export function isLoopbackHost(host: string | null): boolean {
  if (!host) return false;
  return LOOPBACK.has(host.replace(/:\d+$/, "").toLowerCase());
}

/** True when `origin` names the very host that was asked. A missing origin is not the app's own page. */
export function isSameOrigin(origin: string | null, host: string | null): boolean {
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}

/** True when every `%` of a path begins a character of UTF-8. */
export function isWellFormed(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
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
