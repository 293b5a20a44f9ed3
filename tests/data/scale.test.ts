import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";
import type { PlanOptions } from "@/lib/planning/requests/plan-form";
import type { Member } from "@/lib/server/auth/member";
import {
  findAssessment,
  listAssessments,
  listSubmittedAssessments,
  OPEN_STATUSES,
} from "@/lib/server/data/assessments";
import { currentFramework } from "@/lib/server/data/frameworks";
import { findItem, listInventory } from "@/lib/server/data/inventory";
import { findPlan, listPlans } from "@/lib/server/data/plans";
import { findResult, listLatestResults, listStandings, listUnitResults } from "@/lib/server/data/results";
import { listRiskEntries } from "@/lib/server/data/risk-register";
import { findScoringInput } from "@/lib/server/data/submission";
import { findUnit, listArchivedUnits, listUnits } from "@/lib/server/data/units";
import { newRequest } from "@/lib/server/planning/requests";
import { generatedAssessmentId, generatedUnitId } from "../support/generated-ids";
import { largeOrganizations } from "../support/large-organization";

const open = largeOrganizations();

const OPTIONS: PlanOptions = {
  ...{ targetVerdict: "ready", weeks: 24, start: "2027-01-04", capacity: [], budget: null, approach: {} },
  targetPhase: null,
};

const UNIT = generatedUnitId(3);
const ASSESSMENT = generatedAssessmentId(3, 2);

/** What each page and its exports ask the data layer for. */
const PAGES: Record<string, (member: Member) => Promise<unknown>[]> = {
  home: (member) => [
    listUnits(member),
    listLatestResults(member),
    listAssessments(member, { status: OPEN_STATUSES }),
  ],
  units: (member) => [listUnits(member), listArchivedUnits(member), listStandings(member)],
  unit: (member) => [
    findUnit(member, UNIT),
    listUnits(member),
    listUnitResults(member, UNIT),
    listAssessments(member, { unitId: UNIT }),
    listStandings(member),
    findResult(member, ASSESSMENT),
  ],
  assessments: (member) => [
    listAssessments(member, { status: OPEN_STATUSES }),
    listSubmittedAssessments(member, { skip: 0, take: 50 }),
  ],
  assessment: (member) => [findAssessment(member, ASSESSMENT)],
  inventory: (member) => [listUnits(member), listInventory(member)],
  item: (member) => [findItem(member, UNIT), listInventory(member, { unitId: UNIT })],
  plans: (member) => [listPlans(member), listPlans(member, { unitId: UNIT })],
  plan: (member) => [findPlan(member, UNIT), listStandings(member)],
  "risk register": (member) => [listRiskEntries(member, UNIT)],
  compare: (member) => [listUnits(member), listLatestResults(member)],
  results: (member) => [
    findResult(member, ASSESSMENT),
    findScoringInput(member, ASSESSMENT),
    listUnitResults(member, UNIT),
  ],
};

/** The statements that a page sends, as SQLite gets them. */
async function statementsOf(load: (typeof PAGES)[string], member: Member): Promise<string[]> {
  const prepare = vi.spyOn(Database.prototype, "prepare");
  try {
    await Promise.all(load(member));
    return prepare.mock.calls.map(([sql]) => sql).filter((sql) => /FROM/.test(sql));
  } finally {
    prepare.mockRestore();
  }
}

/** Rows of a table are found by the key of the organization, of themselves or of what they belong to. */
const BY_KEY =
  /^SEARCH \S+ (EXISTS )?USING (COVERING )?INDEX \S+ \((organizationId|id|assessmentId|unitId|planId)=\?/;
/** What a statement has made itself, within the organization. */
const OWN = /^(SCAN|SEARCH) (ranked|sub|\(subquery-\d+\))/;

/** Steps of SQLite's plan that reach rows in any other way. */
function scansOf(file: string, sql: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    const parameters = sql.match(/\?/g)?.map(() => null) ?? [];
    const plan = database.prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
    return plan
      .map(({ detail }) => detail)
      .filter((step) => /^(SCAN|SEARCH) /.test(step) && !BY_KEY.test(step) && !OWN.test(step));
  } finally {
    database.close();
  }
}

test("a statement without the organization would be found to read the whole table", async () => {
  await open(20);
  const file = process.env.DATABASE_URL?.slice("file:".length) ?? "";
  expect(scansOf(file, 'SELECT * FROM "Unit" u WHERE u."name" = ?')).toEqual(["SCAN u"]);
});

test.each(Object.entries(PAGES))("%s reads no tenant's table from end to end", async (_name, load) => {
  const member = await open(20);
  const file = process.env.DATABASE_URL?.slice("file:".length) ?? "";
  const statements = await statementsOf(load, member);
  expect(statements.length).toBeGreaterThan(0);
  for (const sql of statements) expect(scansOf(file, sql), sql).toEqual([]);
});

test("a plan of 25 units is asked for with as many statements as one of 2", async () => {
  const member = await open(200);
  const version = await currentFramework();
  const statements = async (units: number) => {
    const ids = Array.from({ length: units }, (_, index) => generatedUnitId(index + 20));
    const asked = await statementsOf(() => [newRequest(member, ids, OPTIONS, version)], member);
    return asked.length;
  };
  expect(await newRequest(member, [generatedUnitId(20)], OPTIONS, version)).not.toBeNull();
  expect(await statements(25)).toBe(await statements(2));
});

test("a page sends as many statements for 200 units as for 20", async () => {
  const counts = async (units: number) => {
    const member = await open(units);
    const entries = Object.entries(PAGES);
    const rows: [string, number][] = [];
    for (const [name, load] of entries) rows.push([name, (await statementsOf(load, member)).length]);
    return Object.fromEntries(rows);
  };
  expect(await counts(200)).toEqual(await counts(20));
});
