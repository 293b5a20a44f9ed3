/** What a unit has of AI, and the processes it serves. */
export const KINDS = ["system", "useCase", "process"] as const;
export type Kind = (typeof KINDS)[number];

export const STAGES = ["idea", "pilot", "production", "retired"] as const;
export type Stage = (typeof STAGES)[number];

export const VALUES = ["low", "medium", "high"] as const;
export type Value = (typeof VALUES)[number];

/** The classes of Regulation (EU) 2024/1689, the AI Act, from the lightest. */
export const RISK_CLASSES = ["minimal", "limited", "high", "prohibited"] as const;
export type RiskClass = (typeof RISK_CLASSES)[number];

/** What is not known is null or empty. A process is no AI: it has neither stage, risk class nor processes it serves. */
export type ItemDetails = {
  kind: Kind;
  name: string;
  owner: string | null;
  stage: Stage | null;
  /** Ids of processes of the same unit. One that is not there any more is passed over. */
  serves: readonly string[];
  value: Value | null;
  riskClass: RiskClass | null;
  /** The day of the last review, ISO 8601. */
  reviewedOn: string | null;
  note: string;
};

export type InventoryItem = ItemDetails & { id: string; unitId: string };

export const KIND_WORDS: Record<Kind, string> = {
  system: "AI system",
  useCase: "Use case",
  process: "Process",
};

export const KIND_SUMMARIES: Record<Kind, string> = {
  system: "Software that predicts, recommends, decides or writes, bought or built.",
  useCase: "One thing that AI is used for, such as reading invoices.",
  process: "A business process that AI serves or could serve.",
};

export const STAGE_WORDS: Record<Stage, string> = {
  idea: "Idea",
  pilot: "Pilot",
  production: "Production",
  retired: "Retired",
};

export const VALUE_WORDS: Record<Value, string> = { low: "Low", medium: "Medium", high: "High" };

export const RISK_CLASS_WORDS: Record<RiskClass, string> = {
  minimal: "Minimal risk",
  limited: "Limited risk",
  high: "High risk",
  prohibited: "Prohibited",
};
