import "server-only";
import { endedResponse } from "../requests/ended-response";
import { fileResponse } from "../requests/file-response";
import { notFound } from "../requests/problem";
import type { Done } from "../workers/lane";
import type { MadeFile } from "./made-file";

/** A file that was made beside; `missing` says what is not there when there is none. */
export function madeFileResponse({ value, ended }: Done<MadeFile | null>, missing: string): Response {
  if (ended) return endedResponse(ended, "Not made");
  return value ? fileResponse(value.body, { name: value.name }) : notFound(missing);
}
