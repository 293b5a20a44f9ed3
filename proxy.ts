import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, refusalOf, refusalResponse } from "@/lib/server/requests/request-guard";

/** Asks again what `guardRequests` asked, for what came while the app was starting; gives each page its nonce. */
export function proxy({ method, headers: sent, nextUrl: { pathname } }: NextRequest) {
  const refusal = refusalOf({ method, headers: sent, address: pathname });
  if (refusal) return refusalResponse(refusal);

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(sent);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

// Literal, as Next reads it without running it. Nothing but files of the build, and well-formed addresses of single
// answers and of uploads, whose routes ask by themselves, goes past it.
export const config = {
  matcher: [
    "/((?!_next/static/[\\w./~-]+$|api/v1/[\\w-]+/assessments/[\\w-]+/(?:answers|suitability)/[\\w.-]+$|[\\w-]+/settings/import/upload$).*)",
  ],
};
