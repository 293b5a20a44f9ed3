import "server-only";
import { can } from "@/lib/permissions/can";
import type { Member } from "../auth/member";
import { db } from "../db/client";

export type RenameOrganizationOutcome = "saved" | "forbidden";

/** The address of the organization stays. */
export async function renameOrganization(member: Member, name: string): Promise<RenameOrganizationOutcome> {
  if (!can(member.role, "organization:edit")) return "forbidden";
  await db.organization.update({ where: { id: member.organizationId }, data: { name } });
  return "saved";
}
