import { type NextRequest, NextResponse } from "next/server";
import { BODY_BYTES_MAX, TOO_LARGE } from "@/lib/import/upload";
import { processState } from "@/lib/server/process-state";
import {
  contentSecurityPolicy,
  isLoopbackHost,
  isSameOrigin,
  isWellFormed,
} from "@/lib/server/request-guard";

const securityHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
};

function refuse(
  status: 400 | 403 | 413 | 421 | 503,
  title: string,
  detail: string,
  more: Record<string, string> = {},
) {
  return NextResponse.json(
    { type: "about:blank", title, status, detail },
    { status, headers: { ...securityHeaders, "Content-Type": "application/problem+json", ...more } },
  );
}

/** Without script a form is posted as it stands; Next would answer what it cannot read with an error of its own. */
async function isReadableForm(request: NextRequest): Promise<boolean> {
  const type = request.headers.get("content-type") ?? "";
  if (request.method !== "POST" || !type.startsWith("multipart/form-data")) return true;
  return request
    .clone()
    .formData()
    .then(
      () => true,
      () => false,
    );
}

/** Local mode: only this machine's own names are answered, and only its own pages may change anything. */
export async function proxy(request: NextRequest) {
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

  if (!isWellFormed(request.nextUrl.pathname)) {
    return refuse(400, "Malformed address", "The address holds a % that begins no character of UTF-8.");
  }

  // Next would cut it off and then fail to read it.
  if (Number(request.headers.get("content-length")) > BODY_BYTES_MAX) {
    return refuse(413, "Body too large", TOO_LARGE);
  }

  if (!(await isReadableForm(request))) {
    return refuse(400, "Malformed form", "The body is not the form that its type says it is.");
  }

  if (processState.stopping && request.nextUrl.pathname !== "/api/health/live") {
    const headers = { "Retry-After": "5", "Cache-Control": "no-store" };
    return refuse(
      503,
      "Stopping",
      "The app is stopping. What was not sent yet can be sent again later.",
      headers,
    );
  }

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Nothing stands in front of this app that could be believed.
  for (const name of [...headers.keys()]) if (name.startsWith("x-forwarded-")) headers.delete(name);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico).*)"] };
