import type { Role, Window } from "../types";

export const roles: readonly Role[] = [
  { key: "executive-sponsor", title: "Executive sponsor" },
  { key: "transformation-lead", title: "Transformation lead" },
  { key: "unit-lead", title: "Unit lead" },
  { key: "platform-lead", title: "AI platform lead" },
  { key: "data-lead", title: "Data lead" },
  { key: "delivery-lead", title: "AI delivery lead" },
  { key: "operations-lead", title: "AI operations lead" },
  { key: "risk-lead", title: "Risk and compliance lead" },
  { key: "change-lead", title: "Change lead" },
  { key: "finance-partner", title: "Finance partner" },
];

/** The method's six week blocks: Scaling Strategy Roadmap, weeks 1–24. */
export const windows: readonly Window[] = [
  { key: "weeks-1-3", title: "Assessment and planning", fromWeek: 1, toWeek: 3 },
  { key: "weeks-4-6", title: "Infrastructure preparation", fromWeek: 4, toWeek: 6 },
  { key: "weeks-7-12", title: "Initial expansion", fromWeek: 7, toWeek: 12 },
  { key: "weeks-13-18", title: "Broad expansion", fromWeek: 13, toWeek: 18 },
  { key: "weeks-19-21", title: "Performance optimization", fromWeek: 19, toWeek: 21 },
  { key: "weeks-22-24", title: "Maturity and continuous improvement", fromWeek: 22, toWeek: 24 },
];
