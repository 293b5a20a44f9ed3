import "server-only";
import { cache } from "react";
import type { Role } from "@/lib/permissions/permissions";
import { db } from "../db/client";

/** Who is asking, in which organization, as what: the first argument of every data function. */
export type Member = {
  userId: string;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
  role: Role;
};

const LOCAL_ORGANIZATION = { slug: "my-organization", name: "My organization" };

/** The one organization of a local installation; the first call creates it. */
export async function ensureLocalOrganization() {
  const { slug } = LOCAL_ORGANIZATION;
  const found = await db.organization.findUnique({ where: { slug } });
  if (found) return found;
  const create = { ...LOCAL_ORGANIZATION, createdAt: new Date() };
  return db.organization.upsert({ where: { slug }, create, update: {} });
}

/** Local mode: whoever sits at the machine owns the one organization. Null for any other slug. */
export const findMember = cache(async (slug: string): Promise<Member | null> => {
  if (slug !== LOCAL_ORGANIZATION.slug) return null;
  const organization = await ensureLocalOrganization();
  return {
    userId: "local",
    organizationId: organization.id,
    organizationSlug: organization.slug,
    organizationName: organization.name,
    role: "owner",
  };
});

/** As `findMember`, for pages: another slug is answered as a page that does not exist. */
export async function requireMember(slug: string): Promise<Member> {
  const member = await findMember(slug);
  if (member) return member;
  // Loaded only here: scripts use this file too, and cannot load Next's navigation.
  const { notFound } = await import("next/navigation");
  return notFound();
}
