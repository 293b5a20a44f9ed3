import "server-only";
import { type Fields, isOvertaken, type Overtaken } from "@/lib/forms/overtaken";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../auth/member";
import { db } from "../db/client";

export type RenameOrganizationOutcome = "saved" | "forbidden" | Overtaken<{ name: string }>;

/** The address of the organization stays. `opened`: what the form held when it was opened. */
export async function renameOrganization(
  member: Member,
  { name, opened }: { name: string; opened: Fields },
): Promise<RenameOrganizationOutcome> {
  if (!can(member.role, "organization:edit")) return "forbidden";
  const where = { id: member.organizationId };
  return db.$transaction(async (tx): Promise<RenameOrganizationOutcome> => {
    const stored = await tx.organization.findUniqueOrThrow({ where, select: { name: true } });
    if (isOvertaken(stored, { opened, wanted: { name } })) return { overtaken: stored };
    await tx.organization.update({ where, data: { name } });
    return "saved";
  });
}
