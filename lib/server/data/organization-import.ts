import "server-only";
import { tooManyOf } from "@/lib/bounds/words";
import { FullError } from "@/lib/organization-file/full-error";
import type { ParsedFile } from "@/lib/organization-file/parse";
import type { Comparison, ImportReport } from "@/lib/organization-file/report";
import { type FileLists, forEachTable, TABLE_KEYS, type TableKey } from "@/lib/organization-file/tables";
import { can } from "@/lib/permissions/permissions";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import type { Member } from "../auth/member";
import { importOrPreview } from "../db/import-or-preview";
import { isTaken } from "../db/is-taken";
import type { Transaction } from "../db/transaction";
import { hashOf } from "./canonical-json";
import { adoptFramework } from "./frameworks";
import { roomFor } from "./room";
import { OWNED_TABLES } from "./tables";
import type { Surroundings } from "./tables/owned-table";
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
  const surroundings = { versions: await adoptFrameworks(file, tx), unitNames: new Map<string, string>() };
  const organizationName = await takeName(member, file, tx);
  const report: ImportReport = { organizationName, ...forEachTable(() => NOTHING_ADDED) };
  for (const key of TABLE_KEYS) report[key] = await addRowsOf(key, member, file, surroundings, tx);
  for (const key of TABLE_KEYS) {
    const grown = report[key].added.length > 0;
    if (grown && (await roomFor(member, key, tx)) < 0) throw new FullError(key, tooManyOf(key));
  }
  return report;
}

const NOTHING_ADDED = { added: [], unchanged: 0, kept: [] };

function addRowsOf<Key extends TableKey>(
  key: Key,
  member: Member,
  file: ParsedFile,
  surroundings: Surroundings,
  tx: Transaction,
): Promise<Comparison> {
  const lists: FileLists = file;
  return OWNED_TABLES[key].add(member, lists[key], surroundings, tx);
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

/** Only into an organization without units. */
async function takeName(
  { organizationId }: Member,
  { organization }: ParsedFile,
  tx: Transaction,
): Promise<ImportReport["organizationName"]> {
  const { name } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  if (name === organization.name) return "unchanged";
  if ((await tx.unit.count({ where: { organizationId } })) > 0) return "kept";
  await tx.organization.update({ where: { id: organizationId }, data: { name: organization.name } });
  return "taken";
}
