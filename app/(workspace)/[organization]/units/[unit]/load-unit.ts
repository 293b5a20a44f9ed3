import { notFound } from "next/navigation";
import { cache } from "react";
import { requireMember } from "@/lib/server/auth/member";
import { findUnit } from "@/lib/server/data/units";

/** The unit of the address, read once for page and title. */
export const loadUnit = cache(async (organization: string, id: string) => {
  const member = await requireMember(organization);
  const unit = await findUnit(member, id);
  return unit ? { member, unit } : notFound();
});
