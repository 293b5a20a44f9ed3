import "server-only";
import { fileResponse } from "../file-response";
import { notFound, problem } from "../problem";
import { ENDED_WORDS } from "../workers/ended-words";
import type { Done, Ended } from "../workers/lane";
import type { MadeFile } from "./made-file";

const STATUS: Record<Ended, number> = { busy: 503, "too-long": 503, "too-large": 413, stopping: 503 };

/** A file that was made beside; `missing` says what is not there when there is none. */
export function madeFileResponse({ value, ended }: Done<MadeFile | null>, missing: string): Response {
  if (ended) {
    const response = problem({ status: STATUS[ended], title: "Not made", detail: ENDED_WORDS[ended] });
    if (STATUS[ended] === 503) response.headers.set("Retry-After", "60");
    return response;
  }
  return value ? fileResponse(value.body, { name: value.name }) : notFound(missing);
}
