import "server-only";
import { FORMAT, VERSION } from "@/lib/organization-file/schema";
import type { Member } from "../auth/member";
import type { Transaction } from "../db/transaction";
import { canonicalJson } from "./canonical-json";
import { readFramework } from "./frameworks";
import {
  readFileAssessments,
  readFileInventory,
  readFilePlans,
  readFileRegisters,
  readFileUnits,
} from "./organization-rows";

type Progress = (done: number, total: number) => void;

/**
 * Everything of the organization as one JSON text, in pieces, from a snapshot of the database: a large one is never
 * whole in memory. Canonical: keys sorted, lists in the order of ids, one unit, assessment or plan a line; equal
 * organizations give equal bytes. `progress` counts assessments.
 */
export async function* exportOrganization(
  member: Member,
  tx: Transaction,
  progress: Progress = () => {},
): AsyncGenerator<string> {
  const { organizationId } = member;
  const total = await tx.assessment.count({ where: { organizationId } });
  const versions = new Set<string>();
  let done = 0;
  progress(done, total);
  yield '{"assessments":';
  for await (const { frameworkVersionId, ...assessment } of readFileAssessments(member, tx)) {
    versions.add(frameworkVersionId);
    yield `${done === 0 ? "[" : ","}\n${canonicalJson(assessment)}`;
    done += 1;
    progress(done, total);
  }
  yield done === 0 ? "[]" : "\n]";

  const plans: string[] = [];
  for await (const { frameworkVersionId, ...plan } of readFilePlans(member, tx)) {
    versions.add(frameworkVersionId);
    plans.push(canonicalJson(plan));
  }
  const frameworks: string[] = [];
  for (const id of versions) {
    const { hash, framework } = await readFramework(id, tx);
    frameworks.push(canonicalJson({ hash, content: framework }));
  }
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  const rest = {
    format: JSON.stringify(FORMAT),
    frameworks: lines(frameworks.sort()),
    inventory: lines((await readFileInventory(member, tx)).map(canonicalJson)),
    organization: canonicalJson(organization),
    plans: lines(plans),
    registers: lines((await readFileRegisters(member, tx)).map(canonicalJson)),
    units: lines((await readFileUnits(member, tx)).map(canonicalJson)),
    version: String(VERSION),
  };
  for (const [key, text] of Object.entries(rest)) yield `,"${key}":${text}`;
  yield "}\n";
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? "[]" : `[\n${items.join(",\n")}\n]`;
}
