import type { InventoryItem } from "./item";

export const CONCERNS = ["prohibited", "no-risk-class", "no-owner", "review-due"] as const;
export type Concern = (typeof CONCERNS)[number];

export const CONCERN_WORDS: Record<Concern, string> = {
  prohibited: "In use, but prohibited",
  "no-risk-class": "No risk class",
  "no-owner": "No owner",
  "review-due": "Review due",
};

/** What is used in production is reviewed at least once in so many years: our rule, as the law names no interval. */
const REVIEW_YEARS = 1;

type Judged = Pick<InventoryItem, "kind" | "stage" | "riskClass" | "owner" | "reviewedOn">;

/** What to see to about an item, as of a day (ISO 8601), the gravest first. Ideas and what is retired bring no concern. */
export function concernsOf({ kind, stage, riskClass, owner, reviewedOn }: Judged, today: string): Concern[] {
  if (kind === "process" || (stage !== "pilot" && stage !== "production")) return [];
  const overdue = stage === "production" && (reviewedOn === null || reviewedOn < yearsBefore(today));
  const holds: Record<Concern, boolean> = {
    prohibited: riskClass === "prohibited",
    "no-risk-class": riskClass === null,
    "no-owner": owner === null,
    "review-due": overdue,
  };
  return CONCERNS.filter((concern) => holds[concern]);
}

function yearsBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - REVIEW_YEARS}${day.slice(4)}`;
}
