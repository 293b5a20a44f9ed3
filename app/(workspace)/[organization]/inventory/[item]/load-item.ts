import { notFound } from "next/navigation";
import { cache } from "react";
import { requireMember } from "@/lib/server/auth/member";
import { findItem } from "@/lib/server/data/inventory";

/** The item of the address, read once for page and title. */
export const loadItem = cache(async (organization: string, id: string) => {
  const member = await requireMember(organization);
  const item = await findItem(member, id);
  return item ? { member, item } : notFound();
});
