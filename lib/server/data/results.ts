import "server-only";
import type { Depth, Phase } from "@/lib/framework/types";
import type { Result } from "@/lib/scoring/result";
import type { ResultSummary } from "@/lib/scoring/result-summary";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";

export type StoredSummary = {
  assessmentId: string;
  unitId: string;
  unitName: string;
  depth: Depth;
  targetPhase: Phase;
  submittedAt: Date;
  /** SHA-256 of what was scored: the framework, the assessment and the one before it. */
  inputHash: string;
  result: ResultSummary;
};

export type StoredResult = StoredSummary & { result: Result };

/** `previous` is the one submitted before the latest: what has changed since last time. */
export type UnitResults = { unitId: string; latest: StoredSummary; previous: StoredSummary | null };

/** The result of a submitted assessment; null when it is not submitted or not there. */
export async function findResult(member: Member, assessmentId: string): Promise<StoredResult | null> {
  const [row] = await readResults<StoredResult>(member, CONTENT, Prisma.sql`a."id" = ${assessmentId}`);
  return row ?? null;
}

/** All results of one unit, the latest first. */
export function listUnitResults(member: Member, unitId: string): Promise<StoredResult[]> {
  return readResults<StoredResult>(member, CONTENT, Prisma.sql`a."unitId" = ${unitId}`);
}

/** The latest two results of every unit in use that has one, in one statement. */
export async function listLatestResults(member: Member): Promise<UnitResults[]> {
  const latestTwo = Prisma.sql`
    SELECT "id" FROM (
      SELECT "id", ROW_NUMBER() OVER (PARTITION BY "unitId" ORDER BY "submittedAt" DESC, "id" DESC) AS "recency"
      FROM "Assessment"
      WHERE "organizationId" = ${member.organizationId} AND "status" = 'submitted'
    ) ranked WHERE "recency" <= 2`;
  const condition = Prisma.sql`a."id" IN (${latestTwo}) AND u."archivedAt" IS NULL`;
  const rows = await readResults<StoredSummary>(member, SUMMARY, condition);
  const byUnit = new Map<string, UnitResults>();
  for (const row of rows) {
    const unit = byUnit.get(row.unitId);
    if (unit) unit.previous = row;
    else byUnit.set(row.unitId, { unitId: row.unitId, latest: row, previous: null });
  }
  return [...byUnit.values()];
}

const CONTENT = Prisma.sql`r."content"`;
const SUMMARY = Prisma.sql`r."summary"`;

/** The latest first. SQL by hand: Prisma has no "latest of each", and would ask for related rows in batches. */
function readResults<Row extends StoredSummary>(
  member: Member,
  result: Prisma.Sql,
  condition: Prisma.Sql,
): Promise<Row[]> {
  const { organizationId } = member;
  return db.$queryRaw<Row[]>`
    SELECT a."id" AS "assessmentId", a."unitId", u."name" AS "unitName", a."depth", a."targetPhase",
           a."submittedAt", r."inputHash", ${result} AS "result"
    FROM "Assessment" a
    JOIN "Unit" u ON u."id" = a."unitId" AND u."organizationId" = ${organizationId}
    JOIN "Result" r ON r."assessmentId" = a."id" AND r."organizationId" = ${organizationId}
    WHERE a."organizationId" = ${organizationId} AND ${condition}
    ORDER BY a."submittedAt" DESC, a."id" DESC`;
}
