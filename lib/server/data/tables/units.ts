import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import { type FileUnit, units as inFile } from "@/lib/organization-file/tables/units";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { tooDeepOf } from "@/lib/units/depth";
import { parentsFirst } from "@/lib/units/parents-first";
import type { Member } from "../../auth/member";
import { addRows } from "../../db/add-rows";
import type { Transaction } from "../../db/transaction";
import { compare } from "./compare";
import type { Chosen, OwnedTable, Surroundings } from "./owned-table";

const idsOf = (chosen: Chosen) => ({ in: "units" in chosen ? chosen.units : chosen.ids });

/** In the order of their ids. */
async function* read({ organizationId }: Member, tx: Transaction, chosen?: Chosen) {
  const rows = await tx.unit.findMany({
    where: { organizationId, ...(chosen && { id: idsOf(chosen) }) },
    orderBy: { id: "asc" },
    omit: { organizationId: true },
  });
  for (const { archivedAt, createdAt, updatedAt, ...row } of rows) {
    const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
    const unit: FileUnit = { ...row, ...times, archivedAt: archivedAt?.toISOString() ?? null };
    yield { row: unit, frameworkVersionId: null };
  }
}

async function add(member: Member, units: readonly FileUnit[], { unitNames }: Surroundings, tx: Transaction) {
  const { organizationId } = member;
  const here: FileUnit[] = [];
  const { report, fresh } = await compare(units, read(member, tx), {
    idOf: inFile.idOf,
    nameOf: ({ name }) => name,
    visit: (unit) => here.push(unit),
  });
  const { ordered, lost } = parentsFirst(fresh, new Set(here.map(({ id }) => id)));
  if (lost[0]) {
    const expected = "null or the id of a unit that is not below this one";
    throw new AssessmentError(`units[${lost[0].index}].parentId`, expected);
  }
  const tooDeep = tooDeepOf(ordered, here);
  if (tooDeep) {
    const expected = `a place within the ${BOUNDS.unitDepth} levels that a tree of units may have`;
    throw new AssessmentError(`units[${tooDeep.index}].parentId`, expected);
  }
  const rows = ordered.map(({ index, archivedAt, ...unit }) => ({
    ...unit,
    organizationId,
    archivedAt: archivedAt === null ? null : new Date(archivedAt),
    createdAt: new Date(unit.createdAt),
    updatedAt: new Date(unit.updatedAt),
  }));
  await addRows("Unit", rows, tx);
  for (const { id, name } of [...here, ...ordered]) unitNames.set(id, name);
  return report;
}

/** What stands below and stays becomes a root. */
async function remove({ organizationId }: Member, chosen: Chosen, tx: Transaction) {
  const ids = idsOf(chosen);
  // A row that another one points to cannot go before it: the pointers go first.
  await tx.unit.updateMany({ where: { organizationId, parentId: ids }, data: { parentId: null } });
  await tx.unit.deleteMany({ where: { organizationId, id: ids } });
}

export const units: OwnedTable<"units"> = {
  read,
  add,
  remove,
  count: async ({ organizationId }, units, tx) => ({
    units: await tx.unit.count({ where: { organizationId, id: { in: units } } }),
  }),
};
