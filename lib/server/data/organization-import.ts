import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import { type BoundedList, tooManyOf } from "@/lib/bounds/words";
import { FullError } from "@/lib/organization-file/full-error";
import { parentsFirst } from "@/lib/organization-file/parents-first";
import type { ParsedFile } from "@/lib/organization-file/parse";
import { type ImportReport, sortOut } from "@/lib/organization-file/report";
import type { FileUnit } from "@/lib/organization-file/schema";
import { can } from "@/lib/permissions/can";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { tooDeepOf } from "@/lib/units/depth";
import type { Member } from "../auth/member";
import { addRows } from "../db/add-rows";
import { importOrPreview } from "../db/import-or-preview";
import { isTaken } from "../db/is-taken";
import type { Transaction } from "../db/transaction";
import { addAssessments } from "./assessment-import";
import { hashOf } from "./canonical-json";
import { adoptFramework } from "./frameworks";
import { addInventory } from "./inventory-import";
import { readFileUnits } from "./organization-rows";
import { addPlans } from "./plan-import";
import { addRegisters } from "./register-import";
import { roomFor } from "./room";
import { spendUpload } from "./uploads";

export type ImportOutcome =
  | { outcome: "imported" | "previewed"; report: ImportReport }
  /** Nothing was stored: what stands at `path` is not `expected`. */
  | { outcome: "refused"; path: string; expected: string }
  | { outcome: "forbidden" };

/** Adds what a file holds and the organization does not, by id, all or nothing. What is here already stays as it is. */
export async function importOrganization(
  member: Member,
  file: ParsedFile,
  mode: "preview" | "import",
  uploadId?: string,
): Promise<ImportOutcome> {
  if (!can(member.role, "data:import")) return { outcome: "forbidden" };
  try {
    const report = await importOrPreview(mode, member.organizationId, async (tx) => {
      const added = await addFile(member, file, tx);
      await spendUpload(member, uploadId, tx);
      return added;
    });
    return { outcome: mode === "import" ? "imported" : "previewed", report };
  } catch (error) {
    if (error instanceof AssessmentError) {
      return { outcome: "refused", path: error.path, expected: error.expected };
    }
    // Ids are unique over all organizations; which one has it is not told.
    if (isTaken(error)) {
      return { outcome: "refused", path: "", expected: "ids that are not taken on this installation" };
    }
    throw error;
  }
}

/**
 * Inside a transaction of a caller who has asked for permission.
 * @throws AssessmentError for the first part that does not fit; the transaction must not be committed then
 */
export async function addFile(member: Member, file: ParsedFile, tx: Transaction): Promise<ImportReport> {
  const versions = await adoptFrameworks(file, tx);
  const here = await readFileUnits(member, tx);
  const organizationName = await takeName(member, file, here.length === 0, tx);
  const { report: units, added } = await addUnits(member, file.units, here, tx);
  const unitNames = new Map([...here, ...added].map(({ id, name }) => [id, name]));
  const assessments = await addAssessments(member, file.assessments, { unitNames, versions }, tx);
  const plans = await addPlans(member, file.plans, versions, tx);
  const registers = await addRegisters(member, file.registers, unitNames, tx);
  const inventory = await addInventory(member, file.inventory, unitNames, tx);
  const report = { units, assessments, plans, registers, inventory };
  await refuseOverflow(member, report, tx);
  return { organizationName, ...report };
}

/** In a file the list of items has the name of what they make up together. */
const LISTS = {
  units: "units",
  assessments: "assessments",
  plans: "plans",
  registers: "registers",
  inventory: "items",
} as const satisfies Record<Exclude<keyof ImportReport, "organizationName">, BoundedList>;

async function refuseOverflow(
  member: Member,
  report: Omit<ImportReport, "organizationName">,
  tx: Transaction,
) {
  for (const [path, list] of Object.entries(LISTS) as [keyof typeof LISTS, BoundedList][]) {
    const grown = report[path].added.length > 0;
    if (grown && (await roomFor(member, list, tx)) < 0) throw new FullError(path, tooManyOf(list));
  }
}

/** Ids of the stored versions, by `key@version`. */
async function adoptFrameworks({ frameworks }: ParsedFile, tx: Transaction): Promise<Map<string, string>> {
  const versions = new Map<string, string>();
  for (const [index, { hash, framework }] of frameworks.entries()) {
    if (hashOf(framework) !== hash) {
      throw new AssessmentError(`frameworks[${index}].hash`, "the hash of the framework's content");
    }
    const adopted = await adoptFramework(framework, tx);
    if (!adopted) {
      const expected =
        "a framework version that this app knows, or an older one of its own; update the app first";
      throw new AssessmentError(`frameworks[${index}].content`, expected);
    }
    versions.set(`${framework.key}@${framework.version}`, adopted.id);
  }
  return versions;
}

async function takeName(
  { organizationId }: Member,
  { organization }: ParsedFile,
  empty: boolean,
  tx: Transaction,
): Promise<ImportReport["organizationName"]> {
  const { name } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  if (name === organization.name) return "unchanged";
  if (!empty) return "kept";
  await tx.organization.update({ where: { id: organizationId }, data: { name: organization.name } });
  return "taken";
}

async function addUnits(
  { organizationId }: Member,
  units: readonly FileUnit[],
  here: readonly FileUnit[],
  tx: Transaction,
) {
  const hashes = new Map(here.map((unit) => [unit.id, hashOf(unit)]));
  const { report, fresh } = sortOut(units, { hashes, hashOf }, ({ name }) => name);
  const { ordered, lost } = parentsFirst(fresh, new Set(hashes.keys()));
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
  return { report, added: ordered };
}
