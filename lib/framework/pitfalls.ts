import type { Pitfall } from "./types";

/** The four pitfalls of the method: what goes wrong, and what the method says to do. */
export const PITFALL_PROBLEMS: Record<Pitfall, string> = {
  "insufficient-preparation": "Infrastructure and processes are not prepared for scaling.",
  "poor-change-management": "Weak change management leads to poor adoption and resistance.",
  "resource-constraints": "Too few resources for scaling lead to delays and quality issues.",
  "quality-degradation": "The quality and performance of AI systems fall while they spread.",
};

export const PITFALL_SOLUTIONS: Record<Pitfall, string> = {
  "insufficient-preparation": "Assess and prepare the infrastructure before scaling.",
  "poor-change-management": "Manage the change throughout and engage the stakeholders.",
  "resource-constraints": "Plan and allocate the resources of scaling.",
  "quality-degradation": "Assure quality and monitor performance throughout scaling.",
};
