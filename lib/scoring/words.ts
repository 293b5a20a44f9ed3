import type { Certainty, Condition, ConditionAnswer, NotApplicableReason, Warning } from "./assessment";

/** The words on screen and in reports for the keys of an assessment. */

export const CONDITION_WORDS: Record<Condition, string> = {
  provenPilots: "Proven pilots",
  demonstratedValue: "Demonstrated value",
  organizationalReadiness: "Organizational readiness",
  resources: "Resources for scaling",
  stakeholderSupport: "Stakeholder support",
};

export const CONDITION_QUESTIONS: Record<Condition, string> = {
  provenPilots: "Have pilots here been completed successfully and are they ready to expand?",
  demonstratedValue: "Has at least one AI use case shown measured business value?",
  organizationalReadiness: "Is the organization ready for wider adoption of AI?",
  resources: "Are people, technology and budget available for scaling?",
  stakeholderSupport: "Do the stakeholders who decide support expanding AI?",
};

export const CONDITION_ANSWER_WORDS: Record<ConditionAnswer, string> = {
  yes: "Yes",
  partly: "Partly",
  no: "No",
};

export const WARNING_WORDS: Record<Warning, string> = {
  unprovenConcepts: "Unproven concepts",
  noFoundation: "No AI foundation",
  insufficientResources: "Insufficient resources",
  limitedSupport: "Limited support",
  unstablePilots: "Unstable pilots",
};

export const WARNING_QUESTIONS: Record<Warning, string> = {
  unprovenConcepts: "Does the plan scale AI concepts that have not been validated?",
  noFoundation: "Does the unit lack basic AI foundations such as a platform, data and skills?",
  insufficientResources: "Is the scaling work short of people, technology or money?",
  limitedSupport: "Do key stakeholders withhold support for expanding AI?",
  unstablePilots: "Do current pilots have ongoing, unresolved issues?",
};

export const NOT_APPLICABLE_WORDS: Record<NotApplicableReason, string> = {
  outOfScope: "Out of scope",
  businessPriority: "Business priority",
  constraint: "Constraint",
  other: "Other",
};

export const CERTAINTY_WORDS: Record<Certainty, string> = {
  verified: "Verified: evidence seen",
  informed: "Informed: told by someone who knows",
  guess: "Guess",
};
