import { cache } from "react";
import { lookUp } from "@/lib/framework/lookup";
import { can } from "@/lib/permissions/permissions";
import { readRegister } from "@/lib/server/risk-register/read-register";
import { loadUnit } from "../load-unit";

/** The register of the unit of the address, read once a request. */
export const loadRegister = cache(async (organization: string, unitId: string) => {
  const { member, unit } = await loadUnit(organization, unitId);
  const register = await readRegister(member, unit);
  return {
    ...register,
    member,
    unit,
    lookup: lookUp(register.framework),
    mayEdit: can(member.role, "risk:edit") && unit.archivedAt === null,
  };
});
