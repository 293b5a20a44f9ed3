export const ROLES = ["owner", "assessor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What needs more than being a member. Reading does not: every member may read all of the organization, page by page. */
export type Permission =
  | "organization:edit"
  | "sample:load"
  | "data:export"
  | "data:import"
  | "unit:edit"
  | "assessment:edit"
  | "assessment:submit"
  | "plan:edit"
  | "plan:sign-off"
  | "risk:edit"
  | "inventory:edit";

const ASSESSOR: readonly Permission[] = [
  "assessment:edit",
  "assessment:submit",
  "plan:edit",
  "risk:edit",
  "inventory:edit",
  "data:export",
];

const GRANTED: Record<Role, readonly Permission[]> = {
  owner: [...ASSESSOR, "organization:edit", "sample:load", "data:import", "unit:edit", "plan:sign-off"],
  assessor: ASSESSOR,
  viewer: [],
};

export function can(role: Role, permission: Permission): boolean {
  return GRANTED[role].includes(permission);
}
