import "server-only";
import { randomUUID } from "node:crypto";
import { fullOf } from "@/lib/bounds/words";
import { type Faults, tell } from "@/lib/csv/faults";
import { can } from "@/lib/permissions/permissions";
import { placeRows } from "@/lib/units/place-rows";
import type { UnitRow } from "@/lib/units/unit-table";
import type { Member } from "../auth/member";
import { addRows } from "../db/add-rows";
import { importOrPreview } from "../db/import-or-preview";
import { roomFor } from "./room";
import { spendUpload } from "./uploads";

export type ImportUnitsOutcome =
  | { outcome: "imported" | "previewed"; names: string[] }
  | ({ outcome: "refused" } & Faults)
  | { outcome: "forbidden" };

/** Adds every row as a unit, or none. */
export async function importUnits(
  member: Member,
  rows: readonly UnitRow[],
  mode: "preview" | "import",
  now: Date,
  uploadId?: string,
): Promise<ImportUnitsOutcome> {
  if (!can(member.role, "data:import")) return { outcome: "forbidden" };
  const { organizationId } = member;
  return importOrPreview(mode, organizationId, async (tx): Promise<ImportUnitsOutcome> => {
    const here = await tx.unit.findMany({
      where: { organizationId, archivedAt: null },
      select: { id: true, parentId: true, name: true },
    });
    const { ordered, ...found } = placeRows(rows, here);
    const tooMany = rows[Math.max(0, await roomFor(member, "units", tx))];
    if (tooMany) tell(found, tooMany.place, fullOf("units"));
    if (found.faults.length > 0) return { outcome: "refused", ...found };
    const names = rows.map(({ name, parent }) => (parent === null ? name : `${name}, below ${parent}`));
    if (mode === "preview") return { outcome: "previewed", names };
    const identified = ordered.map((row) => ({ ...row, id: randomUUID() }));
    const ids = new Map(identified.map(({ name, id }) => [name, id]));
    const added = identified.map(({ place, parent, parentId, ...details }) => ({
      ...details,
      organizationId,
      parentId: parentId ?? ids.get(parent ?? "") ?? null,
      sample: false,
      archivedAt: null,
      createdAt: now,
      updatedAt: now,
    }));
    await addRows("Unit", added, tx);
    await spendUpload(member, uploadId, tx);
    return { outcome: "imported", names };
  });
}
