import type { UploadKind } from "@/lib/import/upload";

/** Sends files as the form of the import page does. Gives the answer itself; where it leads stands in its `location`. */
export function sendUpload(home: string, kind: UploadKind, files: readonly File[]): Promise<Response> {
  const body = new FormData();
  body.append("kind", kind);
  for (const file of files) body.append("files", file);
  const headers = { Origin: new URL(home).origin };
  return fetch(`${home}/settings/import/upload`, { method: "POST", body, headers, redirect: "manual" });
}
