import "server-only";
import type { Depth, Phase } from "@/lib/framework/types";
import type { Result } from "@/lib/scoring/result";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";

export type StoredResult = {
  assessmentId: string;
  unitId: string;
  unitName: string;
  depth: Depth;
  targetPhase: Phase;
  submittedAt: Date;
  /** SHA-256 of what was scored: the framework, the assessment and the one before it. */
  inputHash: string;
  result: Result;
};

/** `previous` is the one submitted before the latest: what has changed since last time. */
export type UnitResults = { unitId: string; latest: StoredResult; previous: StoredResult | null };

/** The result of a submitted assessment; null when it is not submitted or not there. */
export async function findResult(member: Member, assessmentId: string): Promise<StoredResult | null> {
  const [row] = await readResults(member, Prisma.sql`a."id" = ${assessmentId}`);
  return row ?? null;
}

/** All results of one unit, the latest first. */
export function listUnitResults(member: Member, unitId: string): Promise<StoredResult[]> {
  return readResults(member, Prisma.sql`a."unitId" = ${unitId}`);
}

/** The latest two results of every unit in use that has one, in one statement. */
export async function listLatestResults(member: Member): Promise<UnitResults[]> {
  const latestTwo = Prisma.sql`
    SELECT "id" FROM (
      SELECT "id", ROW_NUMBER() OVER (PARTITION BY "unitId" ORDER BY "submittedAt" DESC, "id" DESC) AS "recency"
      FROM "Assessment"
      WHERE "organizationId" = ${member.organizationId} AND "status" = 'submitted'
    ) ranked WHERE "recency" <= 2`;
  const rows = await readResults(member, Prisma.sql`a."id" IN (${latestTwo}) AND u."archivedAt" IS NULL`);
  const byUnit = new Map<string, UnitResults>();
  for (const row of rows) {
    const unit = byUnit.get(row.unitId);
    if (unit) unit.previous = row;
    else byUnit.set(row.unitId, { unitId: row.unitId, latest: row, previous: null });
  }
  return [...byUnit.values()];
}

/** The latest first. SQL by hand: Prisma has no "latest of each", and would ask for related rows in batches. */
function readResults(member: Member, condition: Prisma.Sql): Promise<StoredResult[]> {
  const { organizationId } = member;
  return db.$queryRaw<StoredResult[]>`
    SELECT a."id" AS "assessmentId", a."unitId", u."name" AS "unitName", a."depth", a."targetPhase",
           a."submittedAt", r."inputHash", r."content" AS "result"
    FROM "Assessment" a
    JOIN "Unit" u ON u."id" = a."unitId" AND u."organizationId" = ${organizationId}
    JOIN "Result" r ON r."assessmentId" = a."id" AND r."organizationId" = ${organizationId}
    WHERE a."organizationId" = ${organizationId} AND ${condition}
    ORDER BY a."submittedAt" DESC, a."id" DESC`;
}
