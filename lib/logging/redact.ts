import { describeError, type Locate } from "./describe-error";

/** Keys whose values never reach a log, whatever holds them: what people typed, who they are, what lets them in. */
export const PRIVATE_KEYS = [
  // answers
  "answer",
  "answers",
  "level",
  "notApplicable",
  "dontKnow",
  "certainty",
  "note",
  "notes",
  "reason",
  "evidence",
  "value",
  "yours",
  "stored",
  "suitability",
  "conditions",
  "warnings",
  // names and free text
  "name",
  "names",
  "unitName",
  "organizationName",
  "title",
  "region",
  "industry",
  "text",
  "email",
  "user",
  // what a request carries
  "headers",
  "cookie",
  "cookies",
  "set-cookie",
  "authorization",
  "password",
  "secret",
  "token",
  "session",
  "body",
  "data",
  "args",
  "params",
  "query",
  "search",
  "url",
] as const;

export const REDACTED = "[redacted]";
const DEPTH_MAX = 6;
const hidden = new Set<string>(PRIVATE_KEYS.map((key) => key.toLowerCase()));

/** A copy fit for a log: private keys hidden at any depth, errors reduced to what they are and where they arose. */
export function redact(value: unknown, locate: Locate = (frame) => frame, depth = 0): unknown {
  if (value instanceof Error) return describeError(value, locate);
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Date) return value.toISOString();
  if (depth === DEPTH_MAX) return REDACTED;
  if (Array.isArray(value)) return value.map((item) => redact(item, locate, depth + 1));
  // A map, a set, a request: nothing is known about what they hold.
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return REDACTED;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      hidden.has(key.toLowerCase()) ? REDACTED : redact(held, locate, depth + 1),
    ]),
  );
}
