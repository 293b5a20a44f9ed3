import { scopeValues } from "@/lib/assessments/assessment-form";
import { itemValues } from "@/lib/inventory/item-form";
import { riskForm } from "@/lib/risk-register/entry-form";
import { updateContext } from "@/lib/server/data/assessments";
import { changeItem, ITEM, toItem } from "@/lib/server/data/inventory";
import { renameOrganization } from "@/lib/server/data/organizations";
import { decideRisk, listRiskEntries } from "@/lib/server/data/risk-register";
import { updateUnit } from "@/lib/server/data/units";
import { db } from "@/lib/server/db/client";
import { unitValues } from "@/lib/units/unit-form";

/** What forms do that were opened just now. */

type Given<Call extends (...args: never[]) => unknown, Place extends number> = Parameters<Call>[Place];

export async function rename(member: Given<typeof renameOrganization, 0>, name: string) {
  const { id, name: now } = await db.organization.findUniqueOrThrow({ where: { id: member.organizationId } });
  return renameOrganization(member, { name, opened: { id, name: now } });
}

export async function editUnit(
  member: Given<typeof updateUnit, 0>,
  id: string,
  details: Given<typeof updateUnit, 2>["details"],
  now: Date,
) {
  const stored = await db.unit.findUnique({ where: { id } });
  const opened = stored ? unitValues(stored) : {};
  return updateUnit(member, id, { details, opened }, now);
}

export async function setContext(
  member: Given<typeof updateContext, 0>,
  id: string,
  context: Given<typeof updateContext, 2>["context"],
  now: Date,
) {
  const stored = await db.assessment.findUnique({ where: { id } });
  const opened = stored ? scopeValues(stored) : {};
  return updateContext(member, id, { context, opened }, now);
}

export async function editItem(
  member: Given<typeof changeItem, 0>,
  id: string,
  details: Given<typeof changeItem, 2>["details"],
  now: Date,
) {
  const stored = await db.inventoryItem.findUnique({ where: { id }, select: ITEM });
  const opened = stored ? itemValues(toItem(stored)) : {};
  return changeItem(member, id, { details, opened }, now);
}

export async function decide(
  member: Given<typeof decideRisk, 0>,
  place: Omit<Given<typeof decideRisk, 1>, "opened">,
  now: Date,
) {
  const [last] = (await listRiskEntries(member, place.unitId)).get(place.risk) ?? [];
  return decideRisk(member, { ...place, opened: riskForm(last ?? null) }, now);
}
