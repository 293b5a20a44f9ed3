import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { fullOf } from "@/lib/bounds/words";
import { type Faults, tell } from "@/lib/import/faults";
import { can } from "@/lib/permissions/can";
import { placeRows } from "@/lib/units/place-rows";
import type { UnitRow } from "@/lib/units/unit-table";
import type { Member } from "../auth/member";
import { type Addition, add, additionOf } from "../db/add-rows";
import { db } from "../db/client";
import { PATIENT, type Transaction } from "../db/transaction";
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
  // What takes long is done before anybody else has to wait, and again only if somebody changed units meanwhile.
  const before = await readHere(member, db);
  const made = prepare(member, rows, before, now);
  if (made.outcome === "refused") return made;
  if (mode === "preview") return { outcome: "previewed", names: made.names };
  return db.$transaction(async (tx) => {
    const here = await readHere(member, tx);
    const { addition, ...prepared } = isDeepStrictEqual(here, before)
      ? made
      : prepare(member, rows, here, now);
    if (!addition) return prepared;
    await add(addition, tx);
    await spendUpload(member, uploadId, tx);
    return prepared;
  }, PATIENT);
}

type Here = { units: { id: string; parentId: string | null; name: string }[]; room: number };

async function readHere(member: Member, tx: Transaction): Promise<Here> {
  const units = await tx.unit.findMany({
    where: { organizationId: member.organizationId, archivedAt: null },
    select: { id: true, parentId: true, name: true },
  });
  return { units, room: await roomFor(member, "units", tx) };
}

type Prepared =
  | { outcome: "imported"; names: string[]; addition: Addition }
  | ({ outcome: "refused"; addition?: undefined } & Faults);

function prepare(
  { organizationId }: Member,
  rows: readonly UnitRow[],
  { units, room }: Here,
  now: Date,
): Prepared {
  const { ordered, ...found } = placeRows(rows, units);
  const tooMany = rows[Math.max(0, room)];
  if (tooMany) tell(found, tooMany.place, fullOf("units"));
  if (found.faults.length > 0) return { outcome: "refused", ...found };
  const names = rows.map(({ name, parent }) => (parent === null ? name : `${name}, below ${parent}`));
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
  return { outcome: "imported", names, addition: additionOf("Unit", added) };
}
