export type ScalingApproach = "phased" | "parallel" | "hybrid";

export type SuccessStory = {
  key: string;
  title: string;
  challenge: string;
  approach: ScalingApproach;
  /** How the approach was applied. */
  practice: string;
  results: readonly string[];
};

/** Published illustrations of the method, as they were printed. Not measured here, and never mixed with results. */
export const SUCCESS_STORIES: readonly SuccessStory[] = [
  {
    key: "global-financial-services",
    title: "Global financial services",
    challenge: "Scale AI capabilities across 15 business units and more than 50 processes.",
    approach: "phased",
    practice: "Phased rollout with centralized governance and support.",
    results: [
      "72% scaling implementation success rate",
      "85% business unit coverage",
      "24-week implementation timeline",
      "40% improvement in operational efficiency",
    ],
  },
  {
    key: "healthcare-network",
    title: "Healthcare network",
    challenge: "Expand AI capabilities from 3 to 25 hospital locations.",
    approach: "parallel",
    practice: "Parallel expansion with regional support teams.",
    results: [
      "78% scaling implementation success rate",
      "100% location coverage",
      "20-week implementation timeline",
      "35% improvement in patient outcomes",
    ],
  },
  {
    key: "manufacturing-corporation",
    title: "Manufacturing corporation",
    challenge: "Scale AI capabilities across 8 manufacturing plants and more than 200 processes.",
    approach: "hybrid",
    practice: "Hybrid scaling with plant-specific customization.",
    results: [
      "75% scaling implementation success rate",
      "90% process coverage",
      "22-week implementation timeline",
      "30% reduction in operational costs",
    ],
  },
];
