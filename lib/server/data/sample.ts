import "server-only";
import { tooManyOf } from "@/lib/bounds/words";
import { FullError } from "@/lib/organization-file/full-error";
import { LAST_FIRST } from "@/lib/organization-file/tables";
import { can } from "@/lib/permissions/permissions";
import { type BuiltAssessment, buildSample } from "@/lib/sample/build";
import { GROUP_NAME } from "@/lib/sample/group";
import { sampleInventory } from "@/lib/sample/inventory";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import { inPieces } from "../db/pieces";
import { PATIENT, type Transaction } from "../db/transaction";
import { insertOpenAssessment } from "./assessment-rows";
import { currentFramework } from "./frameworks";
import { toColumns } from "./inventory";
import { roomFor } from "./room";
import { submitAssessment } from "./submission";
import { OWNED_TABLES } from "./tables";
import type { UnitDetails } from "./units";

export type LoadSampleOutcome = "loaded" | "already-loaded" | "forbidden" | "full";

/** Adds the fictional group with its assessments of the year before `now`, all or nothing. */
export async function loadSample(member: Member, now: Date): Promise<LoadSampleOutcome> {
  if (!can(member.role, "sample:load")) return "forbidden";
  const { organizationId } = member;
  const { id: frameworkVersionId, framework } = await currentFramework();
  const load = async (tx: Transaction): Promise<LoadSampleOutcome> => {
    if ((await tx.unit.count({ where: { organizationId, sample: true } })) > 0) return "already-loaded";
    const addUnit = async (details: UnitDetails, parentId: string | null) => {
      const times = { createdAt: now, updatedAt: now };
      const data = { ...details, ...times, organizationId, parentId, sample: true };
      return (await tx.unit.create({ data, select: { id: true } })).id;
    };
    const groupId = await addUnit(grouping(GROUP_NAME, null), null);
    for (const region of buildSample(framework, now)) {
      const regionId = await addUnit(grouping(region.name, region.name), groupId);
      for (const { assessments, ...details } of region.units) {
        const unitId = await addUnit({ ...details, region: region.name }, regionId);
        await addInventoryOf(member, { id: unitId, name: details.name }, now, tx);
        let previousId: string | null = null;
        for (const built of assessments) {
          previousId = await addAssessment(member, built, { unitId, previousId, frameworkVersionId }, tx);
        }
      }
    }
    for (const list of ["units", "assessments", "inventory"] as const) {
      if ((await roomFor(member, list, tx)) < 0) throw new FullError(list, tooManyOf(list));
    }
    return "loaded";
  };
  try {
    return await db.$transaction(load, PATIENT);
  } catch (error) {
    if (error instanceof FullError) return "full";
    throw error;
  }
}

/** A unit that holds others together and is not assessed itself. */
function grouping(name: string, region: string | null): UnitDetails {
  return { name, region, industry: null, regulated: false, unitsInScope: 0, processesInScope: 0 };
}

async function addInventoryOf(
  { organizationId }: Member,
  unit: { id: string; name: string },
  now: Date,
  tx: Transaction,
) {
  const ids = new Map<string, string>();
  for (const { serves, ...details } of sampleInventory(unit.name, now)) {
    const served = serves.map((name) => ids.get(name) ?? "");
    const times = { revision: 1, createdAt: now, updatedAt: now };
    const data = { ...toColumns({ ...details, serves: served }), ...times, organizationId, unitId: unit.id };
    const { id } = await tx.inventoryItem.create({ data, select: { id: true } });
    ids.set(details.name, id);
  }
}

type Links = { unitId: string; previousId: string | null; frameworkVersionId: string };

async function addAssessment(
  member: Member,
  { assessment, status, lastQuestion, createdAt, changedAt, carriedOver }: BuiltAssessment,
  links: Links,
  tx: Transaction,
): Promise<string> {
  const { depth, targetPhase, unit, suitability, acceptedActions, respondents } = assessment;
  const id = await insertOpenAssessment(
    member,
    {
      ...links,
      depth,
      targetPhase,
      regulated: unit.regulated,
      unitsInScope: unit.unitsInScope,
      processesInScope: unit.processesInScope,
      suitability,
      acceptedActions: [...acceptedActions],
      status: status === "onHold" ? "onHold" : "draft",
      lastQuestion,
      createdAt,
      updatedAt: changedAt,
    },
    {
      given: respondents
        .flatMap((respondent) => Object.entries(respondent.answers))
        .map(([question, answer]) => ({ question, answer, carriedOver: carriedOver.includes(question) })),
      mutationId: "sample",
    },
    tx,
  );
  if (status !== "submitted") return id;
  const outcome = await submitAssessment(member, id, changedAt, tx);
  if (outcome !== "submitted") throw new Error(`The sample of ${unit.name} cannot be submitted: ${outcome}`);
  return id;
}

export type RemoveSampleOutcome = "removed" | "not-loaded" | "forbidden";

/** Takes the sample's units away with all their assessments and the plans of them alone. Other units below them are kept, as roots. */
export async function removeSample(member: Member): Promise<RemoveSampleOutcome> {
  if (!can(member.role, "sample:load")) return "forbidden";
  const where = { organizationId: member.organizationId, sample: true };
  return db.$transaction(async (tx) => {
    const units = (await tx.unit.findMany({ where, select: { id: true } })).map(({ id }) => id);
    if (units.length === 0) return "not-loaded";
    for (const key of LAST_FIRST) {
      const { removeSample, remove } = OWNED_TABLES[key];
      if (removeSample) await removeSample(member, new Set(units), tx);
      else for (const piece of inPieces(units)) await remove(member, { units: piece }, tx);
    }
    return "removed";
  });
}
