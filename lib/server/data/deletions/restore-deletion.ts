import "server-only";
import { deletedBefore } from "@/lib/deletion/retention";
import { FullError } from "@/lib/organization-file/full-error";
import { FORMAT, VERSION } from "@/lib/organization-file/schema";
import { TABLE_KEYS, unitsOf } from "@/lib/organization-file/tables";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { tooDeepOf } from "@/lib/units/depth";
import type { Member } from "../../auth/member";
import { db } from "../../db/client";
import { PATIENT } from "../../db/transaction";
import { readFramework } from "../frameworks";
import { addFile } from "../organization-import";
import { readContent } from "./deletion-content";
import { findDeletion } from "./kept-deletion";

export type RestoreDeletionOutcome =
  | "restored"
  | "forbidden"
  | "not-found"
  | "unit-not-found"
  | "too-deep"
  | "full"
  | "conflict";

/** Puts everything back as it was; a unit whose parent is gone goes to the top. */
export async function restoreDeletion(
  member: Member,
  id: string,
  now: Date,
): Promise<RestoreDeletionOutcome> {
  try {
    return await db.$transaction(async (tx): Promise<RestoreDeletionOutcome> => {
      const found = await findDeletion(member, id, tx);
      if (typeof found === "string") return found;
      if (found.deletedAt < deletedBefore(now)) return "not-found";
      const { frameworkVersionIds, ...lists } = readContent(found.content);
      const here = await tx.unit.findMany({
        where: { organizationId: member.organizationId },
        select: { id: true, parentId: true },
      });
      const ids = new Set([...here, ...lists.units].map((unit) => unit.id));
      if (TABLE_KEYS.some((key) => unitsOf(key, lists[key]).some((unit) => !ids.has(unit))))
        return "unit-not-found";
      const frameworks = await Promise.all(frameworkVersionIds.map((version) => readFramework(version, tx)));
      const organization = await tx.organization.findUniqueOrThrow({
        where: { id: member.organizationId },
        select: { name: true },
      });
      const units = lists.units.map((unit) =>
        ids.has(unit.parentId ?? "") ? unit : { ...unit, parentId: null },
      );
      if (tooDeepOf(units, here)) return "too-deep";
      const frame = { format: FORMAT, version: VERSION, organization, frameworks } as const;
      await addFile(member, { ...frame, ...lists, units }, tx);
      await tx.deletion.deleteMany({ where: { id, organizationId: member.organizationId } });
      return "restored";
    }, PATIENT);
  } catch (error) {
    if (error instanceof FullError) return "full";
    if (error instanceof AssessmentError) return "conflict";
    throw error;
  }
}
