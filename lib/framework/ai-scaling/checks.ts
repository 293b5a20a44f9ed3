import type { ContradictionCheck } from "../types";

export const checks: readonly ContradictionCheck[] = [
  {
    key: "alerts-without-register",
    text: "Every production system is said to have an automatic alert, yet nobody can name all AI systems. Look again at the register and at which systems the alerts cover.",
    when: [
      { question: "observability.drift", atLeast: 4 },
      { question: "inventory-and-suppliers.register", atMost: 1 },
    ],
  },
  {
    key: "obligations-without-register",
    text: "Legal duties are said to be confirmed for every live system, yet there is no register of systems. Look again at how it is known that the list of duties is complete.",
    when: [
      { question: "compliance.obligations", atLeast: 4 },
      { question: "inventory-and-suppliers.register", atMost: 1 },
    ],
  },
  {
    key: "assessments-without-register",
    text: "Every new system is said to be assessed and signed by an outsider, yet there is no register of systems. Look again at which systems came to the assessment.",
    when: [
      { question: "risk-management.impact-assessment", atLeast: 4 },
      { question: "inventory-and-suppliers.register", atMost: 1 },
    ],
  },
  {
    key: "supplier-checks-without-policy",
    text: "Third-party AI is said to pass a verified check before use, yet people use AI tools as they see fit. Look again at the policy and at tools that nobody bought centrally.",
    when: [
      { question: "inventory-and-suppliers.suppliers", atLeast: 4 },
      { question: "accountability.policy", atMost: 1 },
    ],
  },
  {
    key: "benefit-without-real-use",
    text: "Live use cases are said to report their KPIs every month, yet the AI to be scaled has never done real work. Look again at what counts as live.",
    when: [
      { question: "value-management.baselines", atLeast: 4 },
      { question: "pilot-to-production.stability", atMost: 1 },
    ],
  },
  {
    key: "pipeline-without-scoring",
    text: "A pipeline is said to block versions that fail its tests, yet no version is scored before release. Look again at what the pipeline tests.",
    when: [
      { question: "release-automation.deployment", atLeast: 4 },
      { question: "quality-assurance.release-evaluation", atMost: 2 },
    ],
  },
  {
    key: "rollback-without-release-path",
    text: "A version is said to be taken back within an hour, yet versions are copied or edited by hand, without a checklist. Look again at what the rehearsal restored.",
    when: [
      { question: "release-automation.rollback", atLeast: 4 },
      { question: "release-automation.deployment", atMost: 1 },
    ],
  },
  {
    key: "logged-changes-without-standard",
    text: "Every local change is said to be logged against a shared standard, yet each team works its own way. Look again at which standard the changes depart from.",
    when: [
      { question: "delivery-lifecycle.local-adaptation", atLeast: 4 },
      { question: "delivery-lifecycle.standard", atMost: 1 },
    ],
  },
  {
    key: "signed-decisions-without-rights",
    text: "A named approver is said to sign every pilot decision, yet it is unclear who may start or pause an AI system. Look again at who signs and by which right.",
    when: [
      { question: "pilot-to-production.exit-criteria", atLeast: 4 },
      { question: "accountability.decision-rights", atMost: 1 },
    ],
  },
  {
    key: "engaged-sponsor-without-owner",
    text: "A sponsor is said to decide every escalated blocker, yet nobody is named as accountable. Look again at who the sponsor is and whether the mandate is written.",
    when: [
      { question: "sponsorship.engagement", atLeast: 4 },
      { question: "sponsorship.owner", atMost: 1 },
    ],
  },
  {
    key: "lawful-basis-without-owner",
    text: "Every use of personal data is said to be signed by a privacy officer, yet whoever can reach the data uses it. Look again at which uses were signed.",
    when: [
      { question: "data-governance.lawful-basis", atLeast: 4 },
      { question: "data-governance.ownership", atMost: 1 },
    ],
  },
  {
    key: "fairness-without-output-checks",
    text: "Outcomes are said to be compared between groups in production, yet no output is checked there. Look again at where the compared figures come from.",
    when: [
      { question: "responsible-ai.fairness", atLeast: 4 },
      { question: "quality-assurance.at-volume", atMost: 1 },
    ],
  },
  {
    key: "trained-without-time",
    text: "At least nine in ten affected staff are said to have completed a course, yet no working time is released for training. Look again at the attendance records.",
    when: [
      { question: "skills.literacy", atLeast: 4 },
      { question: "enablement.training-time", atMost: 1 },
    ],
  },
  {
    key: "roles-filled-without-roles",
    text: "At least nine in ten roles are said to be filled, yet the pilot team does everything and work is not divided. Look again at which roles were listed.",
    when: [
      { question: "people.staffing", atLeast: 4 },
      { question: "operating-model.roles", atMost: 1 },
    ],
  },
  {
    key: "run-budget-without-cost",
    text: "Run cost is said to be compared with its budget every month, yet it is hidden in general budgets. Look again at which figure is compared.",
    when: [
      { question: "budget.run-cost", atLeast: 4 },
      { question: "observability.unit-cost", atMost: 1 },
    ],
  },
  {
    key: "supporters-without-help",
    text: "Named supporters are said to stand by in the unit, yet users ask a colleague or the project team. Look again at whether users know their supporters.",
    when: [
      { question: "enablement.support-desk", atLeast: 4 },
      { question: "operations.support", atMost: 1 },
    ],
  },
  {
    key: "shared-platform-without-reuse",
    text: "At least half of the units are said to run on the shared platform, yet each unit builds without looking at earlier ones. Look again at what the units share.",
    when: [
      { question: "ai-platform.reuse", atLeast: 4 },
      { question: "knowledge.reuse", atMost: 1 },
    ],
  },
  {
    key: "tested-alternative-without-fallback",
    text: "An alternative to the main vendor is said to be tested on production cases, yet work stops when an AI service fails. Look again at whether the alternative can be used.",
    when: [
      { question: "technology.vendor-dependence", atLeast: 4 },
      { question: "security.continuity", atMost: 1 },
    ],
  },
];
