import "server-only";
import { randomUUID } from "node:crypto";
import { groupBy } from "@/lib/grouping/group-by";
import {
  type FileRegister,
  registers as inFile,
  registerId,
  registerPlace,
} from "@/lib/organization-file/tables/registers";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import type { Member } from "../../auth/member";
import { addRows } from "../../db/add-rows";
import type { Prisma } from "../../db/generated/client";
import type { Transaction } from "../../db/transaction";
import { knownFrameworks } from "../frameworks";
import { compare } from "./compare";
import type { Chosen, OwnedTable, Surroundings } from "./owned-table";

const entriesOf = (chosen: Chosen): Prisma.RiskEntryWhereInput =>
  "units" in chosen ? { unitId: { in: chosen.units } } : { OR: chosen.ids.map(registerPlace) };

/** In the order of units and risks. */
async function* read({ organizationId }: Member, tx: Transaction, chosen?: Chosen) {
  const rows = await tx.riskEntry.findMany({
    where: { organizationId, ...(chosen && entriesOf(chosen)) },
    omit: { id: true, organizationId: true },
    orderBy: [{ unitId: "asc" }, { risk: "asc" }, { revision: "asc" }],
  });
  for (const own of groupBy(rows, registerId).values()) {
    const register: FileRegister = {
      unitId: own[0]?.unitId ?? "",
      risk: own[0]?.risk ?? "",
      entries: own.map(({ unitId, risk, treatment, createdAt, ...entry }) => ({
        ...entry,
        treatment: treatment as FileRegister["entries"][number]["treatment"],
        createdAt: createdAt.toISOString(),
      })),
    };
    yield { row: register, frameworkVersionId: null };
  }
}

async function add(
  member: Member,
  registers: readonly FileRegister[],
  { unitNames }: Surroundings,
  tx: Transaction,
) {
  const { organizationId } = member;
  const titles = new Map(
    (await knownFrameworks(tx))
      .toReversed()
      .flatMap(({ risks }) => risks.map(({ key, title }) => [key, title])),
  );
  const { report, fresh } = await compare(registers, read(member, tx), {
    idOf: inFile.idOf,
    nameOf: ({ unitId, risk }) => `${unitNames.get(unitId) ?? ""}: ${titles.get(risk) ?? risk}`,
  });
  const lost = fresh.find(({ unitId }) => !unitNames.has(unitId));
  if (lost)
    throw new AssessmentError(`registers[${lost.index}].unitId`, "the id of a unit in the file or here");
  const rows = fresh.flatMap(({ unitId, risk, entries }) =>
    entries.map(({ createdAt, ...entry }) => ({
      ...entry,
      ...{ id: randomUUID(), organizationId, unitId, risk, createdAt: new Date(createdAt) },
    })),
  );
  await addRows("RiskEntry", rows, tx);
  return report;
}

export const registers: OwnedTable<"registers"> = {
  read,
  add,
  remove: async ({ organizationId }, chosen, tx) => {
    await tx.riskEntry.deleteMany({ where: { organizationId, ...entriesOf(chosen) } });
  },
  count: async ({ organizationId }, units, tx) => ({
    risks: await tx.riskEntry.count({ where: { organizationId, unitId: { in: units }, revision: 1 } }),
  }),
};
