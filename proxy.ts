import { type NextRequest, NextResponse } from "next/server";
import { problem } from "@/lib/server/problem";
import { contentSecurityPolicy, refusalOf, withSecurityHeaders } from "@/lib/server/request-guard";

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

/** Stands before every page and route but those that stand behind `direct`. */
export async function proxy(request: NextRequest) {
  const refusal = refusalOf(request);
  if (refusal) return withSecurityHeaders(refusal);
  if (!(await isReadableForm(request))) {
    const detail = "The body is not the form that its type says it is.";
    return withSecurityHeaders(problem({ status: 400, title: "Malformed form", detail }));
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
  return withSecurityHeaders(response);
}

// Literal, as Next reads it without running it. Of the API only well-formed addresses of single answers go past it.
export const config = {
  matcher: [
    "/((?!_next/static|_next/image|favicon.ico|api/v1/[\\w-]+/assessments/[\\w-]+/(?:answers|suitability)/[\\w.-]+$).*)",
  ],
};
