import "server-only";
import type { Depth, Phase } from "@/lib/framework/types";
import type { Result } from "@/lib/scoring/result";
import type { ResultBrief, ResultSummary } from "@/lib/scoring/result-summary";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";

type Stored<R> = {
  assessmentId: string;
  unitId: string;
  unitName: string;
  depth: Depth;
  targetPhase: Phase;
  submittedAt: Date;
  /** SHA-256 of what was scored: the framework, the assessment and the one before it. */
  inputHash: string;
  result: R;
};

export type StoredBrief = Stored<ResultBrief>;
export type StoredResult = Stored<Result>;

/** `previous` is the one submitted before the latest: what has changed since last time. */
type LatestOfUnit<R extends ResultBrief> = {
  unitId: string;
  latest: Stored<R>;
  previous: StoredBrief | null;
};
export type UnitResults = LatestOfUnit<ResultSummary>;
export type UnitStandings = LatestOfUnit<ResultBrief>;

/** The result of a submitted assessment; null when it is not submitted or not there. */
export async function findResult(member: Member, assessmentId: string): Promise<StoredResult | null> {
  const [row] = await readResults<Result>(member, CONTENT, Prisma.sql`a."id" = ${assessmentId}`);
  return row ?? null;
}

/** All results of one unit in brief, the latest first. */
export function listUnitResults(member: Member, unitId: string): Promise<StoredBrief[]> {
  return readResults<ResultBrief>(member, BRIEF, Prisma.sql`a."unitId" = ${unitId}`);
}

/** The latest two results of every unit in use that has one: what a comparison needs. */
export function listLatestResults(member: Member): Promise<UnitResults[]> {
  return latestTwo<ResultSummary>(member, SUMMARY);
}

/** As `listLatestResults`, in brief. */
export function listStandings(member: Member): Promise<UnitStandings[]> {
  return latestTwo<ResultBrief>(member, BRIEF);
}

const BRIEF = Prisma.sql`r."brief"`;
const SUMMARY = Prisma.sql`r."summary"`;
const CONTENT = Prisma.sql`r."content"`;

/** In one statement, so that no submission comes between. */
async function latestTwo<R extends ResultBrief>(
  member: Member,
  result: Prisma.Sql,
): Promise<LatestOfUnit<R>[]> {
  const ranked = Prisma.sql`
    JOIN (
      SELECT "id", ROW_NUMBER() OVER (PARTITION BY "unitId" ORDER BY "submittedAt" DESC, "id" DESC) AS "recency"
      FROM "Assessment"
      WHERE "organizationId" = ${member.organizationId} AND "status" = 'submitted'
    ) ranked ON ranked."id" = a."id" AND ranked."recency" <= 2`;
  const either = Prisma.sql`CASE WHEN ranked."recency" = 1 THEN ${result} ELSE r."brief" END`;
  const rows = await readResults<string>(member, either, Prisma.sql`u."archivedAt" IS NULL`, ranked);
  const byUnit = new Map<string, LatestOfUnit<R>>();
  for (const row of rows) {
    const unit = byUnit.get(row.unitId);
    // A column of either kind has no type of its own: its JSON comes as text.
    if (unit) unit.previous = { ...row, result: JSON.parse(row.result) };
    else {
      const latest = { ...row, result: JSON.parse(row.result) };
      byUnit.set(row.unitId, { unitId: row.unitId, latest, previous: null });
    }
  }
  return [...byUnit.values()];
}

/** The latest first. SQL by hand: Prisma has no "latest of each", and would ask for related rows in batches. */
function readResults<R>(
  member: Member,
  result: Prisma.Sql,
  condition: Prisma.Sql,
  joined = Prisma.empty,
): Promise<Stored<R>[]> {
  const { organizationId } = member;
  return db.$queryRaw<Stored<R>[]>`
    SELECT a."id" AS "assessmentId", a."unitId", u."name" AS "unitName", a."depth", a."targetPhase",
           a."submittedAt", r."inputHash", ${result} AS "result"
    FROM "Assessment" a
    ${joined}
    JOIN "Unit" u ON u."id" = a."unitId" AND u."organizationId" = ${organizationId}
    JOIN "Result" r ON r."assessmentId" = a."id" AND r."organizationId" = ${organizationId}
    WHERE a."organizationId" = ${organizationId} AND ${condition}
    ORDER BY a."submittedAt" DESC, a."id" DESC`;
}
