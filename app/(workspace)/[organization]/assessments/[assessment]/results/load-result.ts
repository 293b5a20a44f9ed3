import { cache } from "react";
import { requireMember } from "@/lib/server/auth/member";
import { findAssessment } from "@/lib/server/data/assessments";
import { findResult } from "@/lib/server/data/results";

/** The result of the address with its unit, read once for page and title. Null `found`: not submitted; null: not there. */
export const loadResult = cache(async (organization: string, id: string) => {
  const member = await requireMember(organization);
  const found = await findResult(member, id);
  const of = found ?? (await findAssessment(member, id));
  return of && { member, found, unit: { id: of.unitId, name: of.unitName } };
});
