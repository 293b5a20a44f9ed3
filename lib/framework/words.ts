import type { Area, AreaKey, Depth, Infrastructure, Phase, Pitfall } from "./types";

/** The words on screen and in reports for the keys of the method, one place for all. */

export const PHASE_WORDS: Record<Phase, string> = {
  foundation: "Foundation",
  expansion: "Expansion",
  optimization: "Optimization",
  maturity: "Maturity",
};

export const PHASE_SUMMARIES: Record<Phase, string> = {
  foundation: "Establish the core infrastructure and processes for scaling.",
  expansion: "Expand AI to additional business units.",
  optimization: "Optimize AI capabilities and processes across units.",
  maturity: "Run AI as an enterprise-wide, continuously improved capability.",
};

const AREA_WORDS: Readonly<Record<string, string>> = {
  technical: "Technical",
  organizational: "Organizational",
  process: "Process",
  governance: "Governance",
  resources: "Resources",
} satisfies Record<AreaKey, string>;

/** Short, for the head of a column: an area that is not one of the method's has its title alone. */
export function areaWord({ key, title }: Pick<Area, "key" | "title">): string {
  return AREA_WORDS[key] ?? title;
}

export const INFRASTRUCTURE_WORDS: Record<Infrastructure, string> = {
  technical: "Technical infrastructure",
  data: "Data infrastructure",
  process: "Process infrastructure",
  governance: "Governance infrastructure",
  change: "Change infrastructure",
};

export const DEPTH_WORDS: Record<Depth, string> = { quick: "Quick", full: "Full" };

export const DEPTH_SUMMARIES: Record<Depth, string> = {
  quick: "20 questions, about 8 minutes. A first reading of the capabilities that decide most.",
  full: "60 questions, about 25 minutes. The complete reading, for a decision or a board.",
};

export const PITFALL_WORDS: Record<Pitfall, string> = {
  "insufficient-preparation": "Insufficient preparation",
  "poor-change-management": "Poor change management",
  "resource-constraints": "Resource constraints",
  "quality-degradation": "Quality degradation",
};
