/** The method's four primary and four secondary metrics. Definitions and formulas are ours: the method only names them. */

export type SuccessMetric = {
  key: string;
  title: string;
  primary: boolean;
  definition: string;
  formula: string;
  unit: string;
  /** Better when it rises, or when it is near the target. */
  direction: "up" | "near";
  /** The capabilities whose gaps hold it back, the weightiest first. */
  capabilities: readonly string[];
};

export const SUCCESS_METRICS: readonly SuccessMetric[] = [
  {
    key: "scaling-coverage",
    title: "Scaling coverage",
    primary: true,
    definition: "The share of the units and processes in scope that use AI in production.",
    formula: "(units + processes with AI in production) / (units + processes in scope) × 100",
    unit: "%",
    direction: "up",
    capabilities: ["pilot-to-production", "ai-platform", "integration", "strategy"],
  },
  {
    key: "performance-maintenance",
    title: "Performance maintenance",
    primary: true,
    definition:
      "The share of the AI systems in production that kept their written limits of quality for a month.",
    formula: "systems within their limits in the month / systems in production × 100",
    unit: "%",
    direction: "up",
    capabilities: ["quality-assurance", "observability", "operations", "release-automation"],
  },
  {
    key: "user-adoption",
    title: "User adoption",
    primary: true,
    definition: "The share of the people whom AI was rolled out to that use it every week.",
    formula: "people who used it in the week / people it was rolled out to × 100",
    unit: "%",
    direction: "up",
    capabilities: ["change-readiness", "enablement", "skills"],
  },
  {
    key: "business-value",
    title: "Business value",
    primary: true,
    definition: "What scaled AI returned in a quarter on what it cost.",
    formula: "(measured benefit − cost) / cost × 100",
    unit: "%",
    direction: "up",
    capabilities: ["value-management", "strategy", "budget"],
  },
  {
    key: "timeline-adherence",
    title: "Timeline adherence",
    primary: false,
    definition: "The share of the milestones due that were reached by their day.",
    formula: "milestones reached by their day / milestones due × 100",
    unit: "%",
    direction: "up",
    capabilities: ["delivery-bandwidth", "delivery-lifecycle", "accountability"],
  },
  {
    key: "resource-utilization",
    title: "Resource utilization",
    primary: false,
    definition: "The work that was done, against the work that was planned for the same weeks.",
    formula: "person-weeks worked / person-weeks planned × 100",
    unit: "%",
    direction: "near",
    capabilities: ["people", "delivery-bandwidth", "budget"],
  },
  {
    key: "risk-management",
    title: "Risk management",
    primary: false,
    definition: "The share of the risks rated high or very high that have an owner and a treatment.",
    formula: "high and very high risks with owner and treatment / all of them × 100",
    unit: "%",
    direction: "up",
    capabilities: ["risk-management", "compliance", "responsible-ai"],
  },
  {
    key: "stakeholder-satisfaction",
    title: "Stakeholder satisfaction",
    primary: false,
    definition:
      "How satisfied the stakeholders are with progress and outcome, asked each quarter on a scale from 1 to 5.",
    formula: "sum of the answers / number of answers",
    unit: "of 5",
    direction: "up",
    capabilities: ["stakeholders", "sponsorship", "change-readiness"],
  },
];
