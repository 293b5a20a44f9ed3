import "server-only";
import { fileResponse } from "../file-response";
import type { MadeFile } from "../files/made-file";
import { notFound, problem } from "../problem";
import type { Done, Ended } from "./lane";

/** What came of work that was ended, and what to do. */
export const ENDED_WORDS: Record<Ended, string> = {
  busy: "The app is busy with other files and plans. Nothing was stored. Try again in a minute.",
  "too-long":
    "This took longer than the app gives to one request and was ended. Nothing was stored. Try again when less is going on, or ask for less at once.",
  "too-large":
    "This needs more memory than the app gives to one request and was ended. Nothing was stored. Ask for less at once, or send it in parts.",
  stopping: "The app is stopping. Nothing was stored. Try again when it has started.",
};

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
