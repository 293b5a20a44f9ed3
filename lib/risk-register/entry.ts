/** What is decided about one risk of a unit; what is left open is null or empty. */
export const TREATMENTS = ["avoid", "reduce", "transfer", "accept"] as const;
export type Treatment = (typeof TREATMENTS)[number];

export type RiskDecision = {
  owner: string | null;
  treatment: Treatment | null;
  /** Who accepts the risk, and the last day on which that holds (ISO 8601): with `accept` alone. */
  acceptedBy: string | null;
  acceptedUntil: string | null;
  /** In the place of the framework's; empty: that holds. */
  contingency: string;
  indicator: string;
  /** The day to look at it again, ISO 8601. */
  reviewOn: string | null;
  note: string;
};

/** A decision as it was stored; the one of the highest revision holds. */
export type RiskEntry = RiskDecision & { risk: string; revision: number; createdAt: Date };

export const TREATMENT_WORDS: Record<Treatment, string> = {
  avoid: "Avoid",
  reduce: "Reduce",
  transfer: "Transfer",
  accept: "Accept",
};

export const TREATMENT_SUMMARIES: Record<Treatment, string> = {
  avoid: "Do without what brings the risk.",
  reduce: "Lower it by the actions of a plan.",
  transfer: "Have somebody else bear it, such as a supplier or an insurer.",
  accept: "Live with it, by name and until a day.",
};

export const DUE_WORDS = { acceptance: "Acceptance has run out", review: "Review is due" } as const;

/** What is to be looked at, as of a day (ISO 8601): an acceptance that has run out goes before a review that is due. */
export function dueOf(
  { treatment, acceptedUntil, reviewOn }: Pick<RiskDecision, "treatment" | "acceptedUntil" | "reviewOn">,
  today: string,
): keyof typeof DUE_WORDS | null {
  if (treatment === "accept" && acceptedUntil !== null && acceptedUntil < today) return "acceptance";
  return reviewOn !== null && reviewOn <= today ? "review" : null;
}
