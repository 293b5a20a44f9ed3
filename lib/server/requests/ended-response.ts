import "server-only";
import { ENDED_WORDS } from "../workers/ended-words";
import type { Ended } from "../workers/lane";
import { problem } from "./problem";

const STATUS: Record<Ended, number> = { busy: 503, "too-long": 503, "too-large": 413, stopping: 503 };

/** For work that came to no end: what it was to be is told by `title`. */
export function endedResponse(ended: Ended, title: string): Response {
  const response = problem({ status: STATUS[ended], title, detail: ENDED_WORDS[ended] });
  if (STATUS[ended] === 503) response.headers.set("Retry-After", "60");
  return response;
}
