import { type Readiness, readiness } from "@/lib/server/process/readiness";
import { problem } from "@/lib/server/requests/problem";

const FAULTS: Record<Exclude<Readiness, "ready">, string> = {
  "no-database": "The database file is not in its place, or another one is.",
  "no-answer": "The database does not answer.",
  "other-migrations": "The database has other migrations than this version of the app.",
};

/** The app can serve people. */
export async function GET(): Promise<Response> {
  const found = await readiness();
  if (found === "ready") {
    return Response.json({ status: "ready" }, { headers: { "Cache-Control": "no-store" } });
  }
  return problem({ status: 503, title: "Not ready", detail: FAULTS[found] });
}
