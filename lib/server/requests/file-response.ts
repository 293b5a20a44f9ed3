import "server-only";
import { attachment } from "@/lib/report/file-name";

/** By how a file's name ends. */
const TYPES = {
  csv: "text/csv; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ics: "text/calendar; charset=utf-8",
  json: "application/json",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A file to be saved under a name, kept by no cache. `headers` join its own. */
export function fileResponse(
  body: BodyInit | Uint8Array,
  { name, headers }: { name: string; headers?: Record<string, string> },
): Response {
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, {
    headers: {
      "Content-Type": typeOf(name),
      "Content-Disposition": attachment(name),
      "Cache-Control": "private, no-store",
      ...headers,
    },
  });
}

function typeOf(name: string): string {
  const [, type] = Object.entries(TYPES).find(([ending]) => name.endsWith(`.${ending}`)) ?? [];
  return type ?? "application/octet-stream";
}
