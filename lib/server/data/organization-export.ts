import "server-only";
import { FORMAT, VERSION } from "@/lib/organization-file/schema";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import { PATIENT } from "../db/transaction";
import { canonicalJson } from "./canonical-json";
import { readFramework } from "./frameworks";
import { readFileAssessments, readFileUnits } from "./organization-rows";

/**
 * Everything of the organization as one JSON text, read at one moment. Canonical: keys sorted, lists in the order of
 * ids, one unit or assessment a line; equal organizations give equal bytes.
 */
export async function exportOrganization(member: Member): Promise<string> {
  const where = { id: member.organizationId };
  return db.$transaction(async (tx) => {
    const { name } = await tx.organization.findUniqueOrThrow({ where, select: { name: true } });
    const assessments: string[] = [];
    const versions = new Set<string>();
    for await (const { frameworkVersionId, ...assessment } of readFileAssessments(member, tx)) {
      assessments.push(canonicalJson(assessment));
      versions.add(frameworkVersionId);
    }
    const frameworks: string[] = [];
    for (const id of versions) {
      const { hash, framework } = await readFramework(id, tx);
      frameworks.push(canonicalJson({ hash, content: framework }));
    }
    const units = (await readFileUnits(member, tx)).map(canonicalJson);
    const parts = {
      assessments: lines(assessments),
      format: JSON.stringify(FORMAT),
      frameworks: lines(frameworks.sort()),
      organization: canonicalJson({ name }),
      units: lines(units),
      version: String(VERSION),
    };
    return `{${Object.entries(parts)
      .map(([key, text]) => `"${key}":${text}`)
      .join(",")}}\n`;
  }, PATIENT);
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? "[]" : `[\n${items.join(",\n")}\n]`;
}
