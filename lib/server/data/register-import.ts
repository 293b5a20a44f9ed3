import "server-only";
import { randomUUID } from "node:crypto";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { lookUp } from "@/lib/framework/lookup";
import { registerId } from "@/lib/organization-file/register-id";
import { type Comparison, sortOut } from "@/lib/organization-file/report";
import type { FileRegister } from "@/lib/organization-file/schema";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import type { Member } from "../auth/member";
import { addRows } from "../db/add-rows";
import type { Transaction } from "../db/transaction";
import { hashOf } from "./canonical-json";
import { readFileRegisters } from "./organization-rows";

const TITLES = lookUp(aiScaling).risks;

const identified = (register: FileRegister) => ({ ...register, id: registerId(register) });

/**
 * Adds what a file says was decided about risks that nothing is decided about here, inside a transaction of an import.
 * `unitNames` by the ids of the units they may belong to.
 * @throws AssessmentError for the first that does not fit; the transaction must not be committed then
 */
export async function addRegisters(
  member: Member,
  registers: readonly FileRegister[],
  unitNames: ReadonlyMap<string, string>,
  tx: Transaction,
): Promise<Comparison> {
  const { organizationId } = member;
  const here = (await readFileRegisters(member, tx)).map(identified);
  const hashes = new Map(here.map((register) => [register.id, hashOf(register)]));
  const { report, fresh } = sortOut(
    registers.map(identified),
    { hashes, hashOf },
    ({ unitId, risk }) => `${unitNames.get(unitId) ?? ""}: ${TITLES.get(risk)?.title ?? risk}`,
  );
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
