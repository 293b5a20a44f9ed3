import "server-only";
import type { IncomingHttpHeaders } from "node:http";

/** A person who follows a link or sends a form gets a page to read, and a way back; programs get the document. */
export type AsksForPage = { back: string };

/** Null for a program. `back` is the page of this app that the person came from. */
export function asksForPage({
  accept = "",
  referer = "",
  host = "",
}: IncomingHttpHeaders): AsksForPage | null {
  if (!accept.includes("text/html")) return null;
  const from = URL.canParse(referer) ? new URL(referer) : null;
  return { back: from?.host === host ? from.pathname + from.search : "/" };
}

type Told = { title: string; detail?: string; errors?: readonly { path: string; expected: string }[] };

export const PAGE_HEADERS = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };

/** Made without Next, which may be what failed. */
export function problemPage({ title, detail, errors = [] }: Told, { back }: AsksForPage): string {
  const list = errors.map(
    ({ path, expected }) => `<li>${escaped(path ? `${path}: ${expected}` : expected)}</li>`,
  );
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Scaling Readiness</title>
<link rel="stylesheet" href="/problem.css">
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${detail ? `<p>${escaped(detail)}</p>` : ""}
${list.length > 0 ? `<ul>${list.join("")}</ul>` : ""}
<p><a href="${escaped(back)}">${back === "/" ? "Go to the start" : "Go back"}</a></p>
</main>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? "");
}
