import { type NextRequest, NextResponse } from "next/server";
import { BODY_BYTES_MAX, TOO_LARGE } from "@/lib/import/upload";
import { contentSecurityPolicy, isLoopbackHost, isSameOrigin } from "@/lib/server/request-guard";

const securityHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
};

function refuse(status: 403 | 413 | 421, title: string, detail: string) {
  return NextResponse.json(
    { type: "about:blank", title, status, detail },
    { status, headers: { ...securityHeaders, "Content-Type": "application/problem+json" } },
  );
}

/** Local mode: only this machine's own names are answered, and only its own pages may change anything. */
export function proxy(request: NextRequest) {
  const host = request.headers.get("host");
  if (!isLoopbackHost(host)) {
    return refuse(
      421,
      "Unknown host",
      "This app answers on the local machine only, such as http://127.0.0.1.",
    );
  }
  const reading = request.method === "GET" || request.method === "HEAD";
  if (!reading && !isSameOrigin(request.headers.get("origin"), host)) {
    return refuse(403, "Foreign origin", "Changes are accepted from the app's own pages only.");
  }

  // Next would cut it off and then fail to read it.
  if (Number(request.headers.get("content-length")) > BODY_BYTES_MAX) {
    return refuse(413, "Body too large", TOO_LARGE);
  }

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico).*)"] };
