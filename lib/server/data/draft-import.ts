import "server-only";
import { fullOf } from "@/lib/bounds/words";
import { type Faults, noFaults, tell } from "@/lib/csv/faults";
import { groupBy } from "@/lib/grouping/group-by";
import { unmatchedUnit } from "@/lib/import/unmatched-unit";
import { can } from "@/lib/permissions/permissions";
import type { Assessment } from "@/lib/scoring/assessment";
import type { Member } from "../auth/member";
import { importOrPreview } from "../db/import-or-preview";
import type { Transaction } from "../db/transaction";
import { IMPORTED, insertOpenAssessment } from "./assessment-rows";
import { currentFramework, namedFramework } from "./frameworks";
import { roomFor } from "./room";
import { type Manner, spendUpload } from "./uploads";

/** An assessment of a framework that is known here, the file it came from, and where in it its unit is named. */
export type Draft = { file: string; unitPlace: string; assessment: Assessment };

export type ImportDraftsOutcome =
  | { outcome: "imported" | "previewed"; names: string[] }
  | ({ outcome: "refused" } & Faults)
  | { outcome: "forbidden" };

/** Adds every assessment as a draft, or none: of the unit chosen, or of the one that has the name it gives. */
export async function importDrafts(
  member: Member,
  drafts: readonly Draft[],
  { mode, unitId, uploadId }: Manner,
  now: Date,
): Promise<ImportDraftsOutcome> {
  if (!can(member.role, "data:import")) return { outcome: "forbidden" };
  const { organizationId } = member;
  const versions = await versionsOf(drafts);
  return importOrPreview(mode, organizationId, async (tx): Promise<ImportDraftsOutcome> => {
    const units = await tx.unit.findMany({
      where: { organizationId, archivedAt: null, ...(unitId !== undefined && { id: unitId }) },
      select: { id: true, name: true },
    });
    const byName = groupBy(units, ({ name }) => name);
    const refused = noFaults();
    const matched: { unitId: string; assessment: Assessment }[] = [];
    const names: string[] = [];
    for (const { file, unitPlace, assessment } of drafts) {
      const name = assessment.unit.name.trim();
      const found = unitId === undefined ? (byName.get(name) ?? []) : units;
      const [unit] = found;
      if (unit && found.length === 1) {
        matched.push({ unitId: unit.id, assessment });
        names.push(`${unit.name}, from ${file}`);
      } else tell(refused, `${file}, ${unitPlace}`, unmatchedUnit(name, found.length, unitId));
    }
    const tooMany = drafts[Math.max(0, await roomFor(member, "assessments", tx))];
    if (tooMany) tell(refused, tooMany.file, fullOf("assessments"));
    if (refused.faults.length > 0) return { outcome: "refused", ...refused };
    if (mode === "preview") return { outcome: "previewed", names };
    for (const { assessment, unitId } of matched) {
      const frameworkVersionId = versions.get(assessment.framework);
      if (frameworkVersionId === undefined)
        throw new Error(`No framework ${assessment.framework} is stored.`);
      await addDraft(member, assessment, { unitId, frameworkVersionId }, now, tx);
    }
    await spendUpload(member, uploadId, tx);
    return { outcome: "imported", names };
  });
}

/** Ids of the stored versions, by `key@version`. The app's own is stored first. */
async function versionsOf(drafts: readonly Draft[]): Promise<Map<string, string>> {
  await currentFramework();
  const names = new Set(drafts.map(({ assessment }) => assessment.framework));
  return new Map(
    await Promise.all([...names].map(async (name) => [name, (await namedFramework(name)).id] as const)),
  );
}

async function addDraft(
  member: Member,
  { depth, targetPhase, unit, suitability, acceptedActions, respondents }: Assessment,
  links: { unitId: string; frameworkVersionId: string },
  now: Date,
  tx: Transaction,
) {
  const { regulated, unitsInScope, processesInScope } = unit;
  const answers = Object.entries(respondents[0]?.answers ?? {});
  await insertOpenAssessment(
    member,
    {
      ...links,
      depth,
      targetPhase,
      regulated,
      unitsInScope,
      processesInScope,
      suitability,
      acceptedActions: [...acceptedActions],
      status: "draft",
      createdAt: now,
      updatedAt: now,
    },
    { given: answers.map(([question, answer]) => ({ question, answer })), mutationId: IMPORTED },
    tx,
  );
}
