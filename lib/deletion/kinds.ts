import type { Permission } from "../permissions/can";

/** What can be deleted and brought back, with the permission that both take. */
export const DELETION_PERMISSIONS = {
  unit: "unit:edit",
  draft: "assessment:edit",
  plan: "plan:edit",
  item: "inventory:edit",
} as const satisfies Record<string, Permission>;

export type DeletionKind = keyof typeof DELETION_PERMISSIONS;

export const KIND_WORDS: Record<DeletionKind, string> = {
  unit: "units",
  draft: "drafts",
  plan: "plans",
  item: "inventory items",
};
