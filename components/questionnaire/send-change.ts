import type { Reply } from "@/lib/answer-queue/answer-queue";
import { type Change, nothingStored, type Stored } from "@/lib/answer-queue/entry";
import type { SuitabilityAnswer } from "@/lib/assessments/suitability";
import type { Answer } from "@/lib/scoring/assessment";

export type Address = { organization: string; assessment: string };

const PATIENCE_MS = 15_000;
/** The server cannot store anything at the moment, and says why. */
const NO_STORAGE = 507;

type StoredBody = { answer: unknown; revision: number; carriedOver: boolean; savedAt: string };
type StaleBody = { stored: StoredBody | null };
type ProblemBody = { detail?: string; errors?: { path: string; expected: string }[] };

/** What the server said: a body of status 200, a body of 412, or what else becomes of the change. */
type Said<Saved> =
  | { saved: Saved }
  | { stale: StaleBody }
  | { reply: Exclude<Reply<never>, { outcome: "saved" | "stale" }> };

export function apiRoot(organization: string): string {
  return `/api/v1/${encodeURIComponent(organization)}`;
}

function apiPath({ organization, assessment }: Address): string {
  return `${apiRoot(organization)}/assessments/${encodeURIComponent(assessment)}`;
}

/** Sends one answer, or takes it back. Never rejects. */
export function sendAnswer(address: Address, change: Change<Answer>): Promise<Reply<Answer>> {
  return sendChange(`${apiPath(address)}/answers`, change, (answer) => answer);
}

/** Sends one answer on suitability. Never rejects. */
export function sendSuitability(
  address: Address,
  change: Change<SuitabilityAnswer>,
): Promise<Reply<SuitabilityAnswer>> {
  return sendChange(`${apiPath(address)}/suitability`, change, (answer) => ({ answer }));
}

/** `place` takes one address a question. Our own server answers in the shape that was sent. */
async function sendChange<Value>(
  place: string,
  { question, value, expectedRevision, mutationId }: Change<Value>,
  bodyOf: (value: Value) => unknown,
): Promise<Reply<Value>> {
  const said = await send<StoredBody>(`${place}/${encodeURIComponent(question)}`, {
    method: value === null ? "DELETE" : "PUT",
    headers: { "If-Match": `"${expectedRevision}"`, "Idempotency-Key": mutationId },
    body: value === null ? undefined : JSON.stringify(bodyOf(value)),
  });
  if ("saved" in said) return { outcome: "saved", stored: storedFrom(said.saved) };
  if ("reply" in said) return said.reply;
  const { stored } = said.stale;
  return { outcome: "stale", stored: stored ? storedFrom(stored) : nothingStored() };
}

function storedFrom<Value>({ answer, revision, carriedOver, savedAt }: StoredBody): Stored<Value> {
  return { value: answer as Value | null, revision, carriedOver, savedAt: Date.parse(savedAt) };
}

/** Never rejects. */
export async function send<Saved>(path: string, init: RequestInit): Promise<Said<Saved>> {
  let reached = false;
  try {
    // keepalive: what is on its way arrives even when the page is left.
    const response = await fetch(path, {
      ...init,
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    reached = true;
    if (response.ok) return { saved: await response.json() };
    if (response.status === 412) return { stale: await response.json() };
    if (response.status === 409) return { reply: { outcome: "locked" } };
    if (response.status === NO_STORAGE) {
      return { reply: { outcome: "failed", reached, why: reasonOf(await response.json()) } };
    }
    if (mayPass(response.status)) return { reply: { outcome: "failed", reached } };
    return { reply: { outcome: "refused", reason: reasonOf(await response.json()) } };
  } catch {
    return { reply: { outcome: "failed", reached } };
  }
}

/** Timeouts, limits and faults of the server itself. */
function mayPass(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

function reasonOf({ detail, errors = [] }: ProblemBody): string {
  const places = errors.map(({ path, expected }) => (path ? `${path}: ${expected}` : expected));
  return places.join(". ") || detail || "The server did not take this answer.";
}
