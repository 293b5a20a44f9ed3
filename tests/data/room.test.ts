import { expect, test } from "vitest";
import { BOUNDS } from "@/lib/bounds/bounds";
import type { ItemDetails } from "@/lib/inventory/item";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import type { FileUnit } from "@/lib/organization-file/tables/units";
import type { RiskDecision } from "@/lib/risk-register/entry";
import type { Member } from "@/lib/server/auth/member";
import { createAssessment } from "@/lib/server/data/assessments";
import { deleteUnit } from "@/lib/server/data/deletions/delete-unit";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { importDrafts } from "@/lib/server/data/draft-import";
import { addItem } from "@/lib/server/data/inventory";
import { importInventory } from "@/lib/server/data/inventory-import";
import { importOrganization } from "@/lib/server/data/organization-import";
import { copyPlan, createPlan } from "@/lib/server/data/plans";
import { roomFor } from "@/lib/server/data/room";
import { loadSample } from "@/lib/server/data/sample";
import { importUnits } from "@/lib/server/data/unit-import";
import { createUnit, listUnits, moveUnit } from "@/lib/server/data/units";
import { db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { inPieces } from "@/lib/server/db/pieces";
import { answered } from "../support/answered";
import { emptyDatabase } from "../support/catalog";
import { decide } from "../support/change-records";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { NOW, newAssessment, newOrganization, newSubmission, newUnit } from "../support/organization";
import { madePlan, newPlan } from "../support/plans";

/** Organizations that are as large, or as deep, as they may be. */

freshDatabaseEachTest();

const details = {
  ...{ name: "Unit", region: null, industry: null, regulated: false },
  ...{ unitsInScope: 1, processesInScope: 1 },
};
const times = { createdAt: NOW, updatedAt: NOW };
const row = (name: string, parent: string | null = null) => ({
  ...details,
  name,
  parent,
  place: `line ${name}`,
});

/** By hand: `createMany` takes minutes for as many. */
async function addUnits({ organizationId }: Member, count: number) {
  await db.$executeRaw`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${count})
    INSERT INTO "Unit" ("id", "organizationId", "name", "regulated", "unitsInScope", "processesInScope", "createdAt", "updatedAt")
    SELECT printf('00000001-0000-7000-8000-%012d', i), ${organizationId}, 'U' || i, 0, 1, 1, ${NOW}, ${NOW} FROM n`;
}

/** A chain of new units, the top first. */
async function chain(member: Member, length: number): Promise<string[]> {
  const ids: string[] = [];
  for (let level = 0; level < length; level += 1) {
    const parentId = ids.at(-1);
    ids.push(
      await newUnit(member, { name: `Level ${level + 1}`, ...(parentId !== undefined && { parentId }) }),
    );
  }
  return ids;
}

test("the unit after the last is refused by form and table, and what is there comes back from its own file", async () => {
  const member = await newOrganization();
  await addUnits(member, BOUNDS.units - 1);
  expect((await createUnit(member, { ...details, parentId: null }, NOW)).outcome).toBe("created");
  expect(await roomFor(member, "units", db)).toBe(0);
  expect(await createUnit(member, { ...details, parentId: null }, NOW)).toEqual({ outcome: "full" });
  expect(await importUnits(member, [row("A")], "preview", NOW)).toEqual({
    outcome: "refused",
    more: 0,
    faults: [
      {
        place: "line A",
        text: "An organization has at most 12,000 units, archived ones with them. Delete what is not needed any more.",
      },
    ],
  });
  expect(await loadSample(member, NOW)).toBe("full");
  expect(await db.unit.count()).toBe(BOUNDS.units);

  const file = parseOrganizationFile(await exported(member));
  await emptyDatabase();
  const other = await newOrganization();
  expect((await importOrganization(other, file, "import")).outcome).toBe("imported");
  expect(await roomFor(other, "units", db)).toBe(0);
}, 60_000);

test("a file that brings more than there is room for is refused as a whole, with the list", async () => {
  const member = await newOrganization();
  await addUnits(member, BOUNDS.units - 1);
  const stranger = await newOrganization("stranger");
  await newUnit(stranger);
  const file = parseOrganizationFile(await exported(stranger));
  await emptyStranger(stranger);
  const more = file.units.flatMap((unit): FileUnit[] => [unit, { ...unit, id: crypto.randomUUID() }]);
  expect(await importOrganization(member, { ...file, units: more }, "import")).toEqual({
    outcome: "refused",
    path: "units",
    expected: "with what is here already, at most 12,000 units, archived ones with them",
  });
  expect(await roomFor(member, "units", db)).toBe(1);
  expect((await importOrganization(member, file, "import")).outcome).toBe("imported");
}, 60_000);

async function emptyStranger({ organizationId }: Member) {
  await db.unit.deleteMany({ where: { organizationId } });
}

/** As many rows as there may be, but for one: too many to be made for a test of each list. */
test("every list is bounded where it is made", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  const { organizationId } = member;
  const numbersTo = (most: number) =>
    Prisma.sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${most})`;
  await db.$executeRaw`${numbersTo(BOUNDS.inventory)}
    INSERT INTO "InventoryItem" ("id", "organizationId", "unitId", "kind", "name", "serves", "note", "revision", "createdAt", "updatedAt")
    SELECT 'i' || i, ${organizationId}, ${unitId}, 'process', 'P' || i, '[]', '', 1, ${NOW}, ${NOW} FROM n`;
  await db.$executeRaw`${numbersTo(BOUNDS.registers)}
    INSERT INTO "RiskEntry" ("id", "organizationId", "unitId", "risk", "revision", "contingency", "indicator", "note", "createdAt")
    SELECT 'r' || i, ${organizationId}, ${unitId}, 'r' || i, 1, '', '', '', ${NOW} FROM n`;
  expect(await addItem(member, unitId, ITEM, NOW)).toEqual({ outcome: "full" });
  expect(await loadSample(member, NOW)).toBe("full");
  const rows = [{ ...ITEM, place: "line 2", unit: null }];
  expect((await importInventory(member, rows, { mode: "preview", unitId }, NOW)).outcome).toBe("refused");
  expect(await decide(member, { ...RISK, unitId }, NOW)).toBe("full");
  await db.riskEntry.update({ where: { id: "r1" }, data: { revision: BOUNDS.decisions } });
  const full = { ...RISK, unitId, risk: "r1" };
  expect(await decide(member, full, NOW)).toBe("history-full");
}, 60_000);

/** Fills a table with copies of one row of it, without its long columns, so that there is no room for another. */
async function fill(table: "Assessment" | "Plan", id: string) {
  const columns = await db.$queryRaw<{ name: string }[]>`SELECT "name" FROM pragma_table_info(${table})`;
  const others = columns.map(({ name }) => name).filter((name) => name !== "id");
  const into = Prisma.raw(others.map((name) => `"${name}"`).join(", "));
  const copied = others.map((name) => (name === "request" || name === "content" ? "'{}'" : `"${name}"`));
  const most = table === "Plan" ? BOUNDS.plans : BOUNDS.assessments;
  await db.$executeRaw`
    WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ${most})
    INSERT INTO ${Prisma.raw(`"${table}"`)} ("id", ${into})
    SELECT 'c' || i, ${Prisma.raw(copied.join(", "))} FROM n, ${Prisma.raw(`"${table}"`)} WHERE "id" = ${id}`;
}

test("assessments are bounded by form, table and sample", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  await fill("Assessment", await newAssessment(member, { unitId }));
  const context = { targetPhase: "maturity", regulated: true, unitsInScope: 1, processesInScope: 1 } as const;
  expect(await createAssessment(member, { ...context, unitId, depth: "quick" }, NOW)).toEqual({
    outcome: "full",
  });
  const draft = { file: "a.json", unitPlace: "unit.name", assessment: answered() };
  expect(await importDrafts(member, [draft], { mode: "preview", unitId }, NOW)).toMatchObject({
    outcome: "refused",
    faults: [{ text: expect.stringContaining("at most 50,000 assessments") }],
  });
  expect(await loadSample(member, NOW)).toBe("full");
  expect(await db.unit.count()).toBe(1);
}, 60_000);

test("plans are bounded where one is made and where one is copied", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member);
  await newSubmission(member, { unitId });
  const id = await newPlan(member, [unitId]);
  await fill("Plan", id);
  expect(await copyPlan(member, id, "Copy", NOW)).toEqual({ outcome: "full" });
  expect(await createPlan(member, await madePlan(member, [unitId]), NOW)).toEqual({ outcome: "full" });
  expect(await db.plan.count()).toBe(BOUNDS.plans);
}, 60_000);

const ITEM: ItemDetails = {
  ...{ kind: "process", name: "Billing", owner: null, stage: null, serves: [], value: null },
  ...{ riskClass: null, reviewedOn: null, note: "" },
};
const DECISION: RiskDecision = {
  ...{ owner: "Ada", treatment: "reduce", acceptedBy: null, acceptedUntil: null },
  ...{ contingency: "", indicator: "", reviewOn: null, note: "" },
};
const RISK = { risk: "shadow-ai", decision: DECISION };

test("a tree is as deep as it may be by every way in", async () => {
  const member = await newOrganization();
  const ids = await chain(member, BOUNDS.unitDepth);
  const bottom = ids.at(-1) ?? "";
  expect(await createUnit(member, { ...details, parentId: bottom }, NOW)).toEqual({ outcome: "too-deep" });
  const below = await importUnits(member, [row("Below", `Level ${BOUNDS.unitDepth}`)], "import", NOW);
  expect(below.outcome).toBe("refused");
  const two = await newUnit(member, { name: "Two" });
  const one = await newUnit(member, { name: "One", parentId: two });
  expect(await moveUnit(member, two, ids[18] ?? "", NOW)).toBe("too-deep");
  expect(await moveUnit(member, one, ids[18] ?? "", NOW)).toBe("moved");

  const [unit] = (await exportedUnits(member)).filter(({ id }) => id === bottom);
  if (!unit) throw new Error("Expected the unit at the bottom.");
  const file = parseOrganizationFile(await exported(member));
  const deeper = { ...unit, id: crypto.randomUUID(), parentId: bottom };
  expect(await importOrganization(member, { ...file, units: [...file.units, deeper] }, "import")).toEqual({
    outcome: "refused",
    path: `units[${file.units.length}].parentId`,
    expected: "a place within the 20 levels that a tree of units may have",
  });
});

async function exportedUnits(member: Member) {
  return parseOrganizationFile(await exported(member)).units;
}

test("what was deleted is not restored where it would stand too deep", async () => {
  const member = await newOrganization();
  const ids = await chain(member, 3);
  expect(await deleteUnit(member, ids[1] ?? "", NOW)).toBe("deleted");
  const other = await chain(member, BOUNDS.unitDepth - 2);
  expect(await moveUnit(member, ids[0] ?? "", other.at(-1) ?? "", NOW)).toBe("moved");
  const [deletion] = await listDeletions(member, NOW);
  expect(await restoreDeletion(member, deletion?.id ?? "", NOW)).toBe("too-deep");
  expect(await moveUnit(member, ids[0] ?? "", null, NOW)).toBe("moved");
  expect(await restoreDeletion(member, deletion?.id ?? "", NOW)).toBe("restored");
});

test("what was stored deeper before can be read, moved up and deleted", async () => {
  const member = await newOrganization();
  const { organizationId } = member;
  const id = (index: number) => `00000001-0000-7000-8000-${String(index).padStart(12, "0")}`;
  const data = Array.from({ length: 10_000 }, (_, index) => ({
    ...{ ...details, ...times, organizationId, id: id(index), name: `U${index}` },
    parentId: index === 0 ? null : id(index - 1),
  }));
  for (const piece of inPieces(data)) await db.unit.createMany({ data: piece });
  expect((await listUnits(member)).at(-1)).toMatchObject({ id: id(9_999), level: 9_999 });
  expect(await moveUnit(member, id(9_000), null, NOW)).toBe("moved");
  expect(await deleteUnit(member, id(0), NOW)).toBe("deleted");
  expect(await listUnits(member)).toHaveLength(1_000);
}, 60_000);
