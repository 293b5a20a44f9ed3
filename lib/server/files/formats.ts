import "server-only";

/** What files there are of each thing, by how an address names them. */
export const RESULT_FORMATS = ["pdf", "xlsx", "csv", "json", "answers"] as const;
export const PLAN_FORMATS = ["xlsx", "csv", "ics", "jira", "json"] as const;
export const PLAN_DOCUMENT_FORMATS = ["pdf", "docx"] as const;
export const INVENTORY_FORMATS = ["csv", "xlsx"] as const;
export const REGISTER_FORMATS = ["xlsx", "csv"] as const;

export type ResultFormat = (typeof RESULT_FORMATS)[number];
export type PlanFormat = (typeof PLAN_FORMATS)[number];
export type PlanDocumentFormat = (typeof PLAN_DOCUMENT_FORMATS)[number];
export type InventoryFormat = (typeof INVENTORY_FORMATS)[number];
export type RegisterFormat = (typeof REGISTER_FORMATS)[number];
