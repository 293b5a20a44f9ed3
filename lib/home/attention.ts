import { formatPercent } from "../format/number";
import type { Result } from "../scoring/result";
import { addDays } from "../time/days";

/** What on the home page asks for somebody's attention, and why. Pure: the clock is an argument. */

export const ATTENTION_KINDS = [
  "gatingGap",
  "insufficientEvidence",
  "secondLook",
  "onHold",
  "openLong",
  "stale",
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

export type AttentionItem = {
  unitId: string;
  unitName: string;
  assessmentId: string;
  /** A sentence, or an item of a list. */
  reasons: readonly string[];
  /** The moment that the reason speaks of; null where it speaks of none. */
  since: Date | null;
};

export type AttentionGroup = { kind: AttentionKind; items: readonly AttentionItem[] };

type Latest = {
  assessmentId: string;
  unitId: string;
  unitName: string;
  submittedAt: Date;
  result: Pick<Result, "completeness" | "verdict" | "areas" | "checks">;
};

type Open = {
  id: string;
  unitId: string;
  unitName: string;
  status: "draft" | "onHold" | "submitted";
  createdAt: Date;
  updatedAt: Date;
};

/** An assessment is meant to take half an hour; after a month its first answers are old news. */
export const OPEN_DAYS_MAX = 30;
export const STALE_MONTHS = 6;

/** Groups in the order of `ATTENTION_KINDS`, items as given; groups without an item are left out. */
export function attention(
  { latest, open }: { latest: readonly Latest[]; open: readonly Open[] },
  now: Date,
): AttentionGroup[] {
  const staleBefore = monthsBefore(now, STALE_MONTHS);
  const openBefore = addDays(now, -OPEN_DAYS_MAX);
  const items: Record<AttentionKind, AttentionItem[]> = {
    gatingGap: latest.filter(isNotReady).flatMap((row) => about(row, gatingReasons(row))),
    insufficientEvidence: latest
      .filter(({ result }) => result.verdict.outcome === "insufficientEvidence")
      .flatMap((row) =>
        about(row, [`${formatPercent(row.result.completeness)} of the questions are answered.`]),
      ),
    secondLook: latest.flatMap((row) => about(row, secondLook(row))),
    onHold: open.filter(({ status }) => status === "onHold").map((row) => waiting(row, row.updatedAt)),
    openLong: open
      .filter(({ status, createdAt }) => status === "draft" && createdAt < openBefore)
      .map((row) => waiting(row, row.createdAt)),
    stale: latest
      .filter(({ submittedAt }) => submittedAt < staleBefore)
      .map((row) => ({ ...named(row), reasons: [], since: row.submittedAt })),
  };
  return ATTENTION_KINDS.map((kind) => ({ kind, items: items[kind] })).filter(
    (group) => group.items.length > 0,
  );
}

const isNotReady = ({ result }: Latest) => result.verdict.outcome === "notReady";

function gatingReasons({ result }: Latest): string[] {
  return result.verdict.reasons.filter(({ rule }) => rule === "gatingGap").map(({ text }) => text);
}

function secondLook({ result }: Latest): string[] {
  const contested = result.areas
    .flatMap((area) => area.capabilities)
    .reduce((count, capability) => count + capability.contested.length, 0);
  const checks = result.checks.length;
  return [
    ...(contested > 0 ? [`${contested} contested ${contested === 1 ? "question" : "questions"}.`] : []),
    ...(checks > 0 ? [`${checks} consistency ${checks === 1 ? "check" : "checks"}.`] : []),
  ];
}

function about(row: Latest, reasons: readonly string[]): AttentionItem[] {
  return reasons.length > 0 ? [{ ...named(row), reasons, since: null }] : [];
}

function named({ unitId, unitName, assessmentId }: Latest) {
  return { unitId, unitName, assessmentId };
}

function waiting({ id, unitId, unitName }: Open, since: Date): AttentionItem {
  return { unitId, unitName, assessmentId: id, reasons: [], since };
}

/** Calendar months back in UTC; a day that the month lacks becomes its last. */
function monthsBefore(now: Date, months: number): Date {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date;
}
