import "server-only";
import type { Depth, Phase } from "@/lib/framework/types";
import type { Result } from "@/lib/scoring/result";
import type { ResultBrief, ResultSummary } from "@/lib/scoring/result-summary";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { inPieces } from "../db/pieces";

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

/**
 * Which they are is found in one statement, so that no submission comes between; their results, which never change,
 * are read in pieces, so that others are answered in between.
 */
async function latestTwo<R extends ResultBrief>(
  member: Member,
  result: Prisma.Sql,
): Promise<LatestOfUnit<R>[]> {
  const found = await db.$queryRaw<{ id: string; latest: bigint }[]>`
    SELECT ranked."id", ranked."recency" = 1 AS "latest"
    FROM (
      SELECT "id", "unitId", "submittedAt",
             ROW_NUMBER() OVER (PARTITION BY "unitId" ORDER BY "submittedAt" DESC, "id" DESC) AS "recency"
      FROM "Assessment"
      WHERE "organizationId" = ${member.organizationId} AND "status" = 'submitted'
    ) ranked
    JOIN "Unit" u ON u."id" = ranked."unitId" AND u."organizationId" = ${member.organizationId}
    WHERE ranked."recency" <= 2 AND u."archivedAt" IS NULL
    ORDER BY ranked."submittedAt" DESC, ranked."id" DESC`;
  const idsOf = (which: "latest" | "previous") =>
    found.filter(({ latest }) => Boolean(latest) === (which === "latest")).map(({ id }) => id);
  const latest = await readPieces<R>(member, result, idsOf("latest"));
  const previous = await readPieces<ResultBrief>(member, BRIEF, idsOf("previous"));
  const before = new Map(previous.map((row) => [row.unitId, row]));
  return latest.map((row) => ({
    unitId: row.unitId,
    latest: row,
    previous: before.get(row.unitId) ?? null,
  }));
}

/** Results that are read at once: some ten milliseconds to take apart. */
const PIECE = 200;

async function readPieces<R>(
  member: Member,
  result: Prisma.Sql,
  ids: readonly string[],
): Promise<Stored<R>[]> {
  const rows: Stored<R>[] = [];
  for (const piece of inPieces(ids, PIECE)) {
    rows.push(...(await readResults<R>(member, result, Prisma.sql`a."id" IN (${Prisma.join(piece)})`)));
  }
  return rows;
}

/** The latest first. SQL by hand: Prisma has no "latest of each", and would ask for related rows in batches. */
function readResults<R>(member: Member, result: Prisma.Sql, condition: Prisma.Sql): Promise<Stored<R>[]> {
  const { organizationId } = member;
  return db.$queryRaw<Stored<R>[]>`
    SELECT a."id" AS "assessmentId", a."unitId", u."name" AS "unitName", a."depth", a."targetPhase",
           a."submittedAt", r."inputHash", ${result} AS "result"
    FROM "Assessment" a
    JOIN "Unit" u ON u."id" = a."unitId" AND u."organizationId" = ${organizationId}
    JOIN "Result" r ON r."assessmentId" = a."id" AND r."organizationId" = ${organizationId}
    WHERE a."organizationId" = ${organizationId} AND ${condition}
    ORDER BY a."submittedAt" DESC, a."id" DESC`;
}
