import "server-only";
import { attachment } from "@/lib/report/file-name";

/** A file to be saved under a name, kept by no cache. `headers` join its own. */
export function fileResponse(
  body: BodyInit | Buffer,
  { name, type, headers }: { name: string; type: string; headers?: Record<string, string> },
): Response {
  return new Response(Buffer.isBuffer(body) ? new Uint8Array(body) : body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": attachment(name),
      "Cache-Control": "private, no-store",
      ...headers,
    },
  });
}
