import fc from "fast-check";
import { expect, test } from "vitest";
import { FILE_TABLES, LAST_FIRST, TABLE_KEYS } from "@/lib/organization-file/tables";
import type { Member } from "@/lib/server/auth/member";
import { deleteUnit } from "@/lib/server/data/deletions/delete-unit";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { removeSample } from "@/lib/server/data/sample";
import { OWNED_TABLES } from "@/lib/server/data/tables";
import { db } from "@/lib/server/db/client";
import { importOrPreview } from "@/lib/server/db/import-or-preview";
import { STORED_TABLES } from "@/lib/server/db/stored-tables";
import { type CatalogTable, catalog, REGISTERED, rowCounts } from "../support/catalog";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { fillOrganization } from "../support/full-organization";
import { NOW, newOrganization } from "../support/organization";
import { carryOut, organizationPlans } from "../support/organization-plan";
import { rowsOf } from "../support/owned-rows";

/** Whether the registry of tables knows all that an organization has: asked of the database itself. */

freshDatabaseEachTest();

/** Of an organization, and in none of its files. */
const REASONS: Record<string, string> = {
  Upload: "what was sent to be imported, until it is",
  UploadPart: "as Upload",
  Export: "a file that was asked for, kept for some days",
  Deletion: "what was taken out of the tables, in the shape of the file",
};

/** Tables of an organization, or below one of them, that nobody has said a word about. */
function forgotten(tables: readonly CatalogTable[]): string[] {
  const owned = new Set(["Organization"]);
  // A table may stand before the one that it hangs below.
  for (let before = 0; before < owned.size; ) {
    before = owned.size;
    for (const { name, columns, parents } of tables)
      if (columns.includes("organizationId") || parents.some((parent) => owned.has(parent))) owned.add(name);
  }
  const known = new Set(["Organization", ...REGISTERED, ...Object.keys(REASONS)]);
  return [...owned].filter((name) => !known.has(name));
}

test("every table of an organization is registered, or has a reason not to be", async () => {
  const tables = await catalog();
  expect(forgotten(tables)).toEqual([]);
  const names = tables.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...REGISTERED, ...Object.keys(REASONS)]));
  expect(new Set(REGISTERED).size).toBe(REGISTERED.length);
});

test("a table that nobody has registered is found, and what hangs below it", async () => {
  await db.$executeRaw`CREATE TABLE "Activity" ("id" TEXT PRIMARY KEY, "organizationId" TEXT)`;
  await db.$executeRaw`CREATE TABLE "ActivityNote" ("id" TEXT, "activityId" TEXT REFERENCES "Activity"("id"))`;
  await db.$executeRaw`CREATE TABLE "AAA" ("id" TEXT, "noteId" TEXT REFERENCES "ActivityNote"("id"))`;
  expect(forgotten(await catalog()).sort()).toEqual(["AAA", "Activity", "ActivityNote"]);
});

test("what others point to stands before them: it is added first, and taken out last", async () => {
  const parents = new Map((await catalog()).map((table) => [table.name, table.parents]));
  for (const [place, name] of REGISTERED.entries()) {
    const owned = (parents.get(name) ?? []).filter((parent) => REGISTERED.includes(parent));
    expect(REGISTERED.slice(0, place), name).toEqual(expect.arrayContaining(owned));
  }
  expect(LAST_FIRST).toEqual(TABLE_KEYS.toReversed());
});

test("the parts of the registry know the same tables, and what of each goes with its units", () => {
  expect(Object.keys(OWNED_TABLES)).toEqual(TABLE_KEYS);
  expect(Object.keys(STORED_TABLES)).toEqual(TABLE_KEYS);
  for (const key of TABLE_KEYS) {
    const goes = FILE_TABLES[key].unitOf !== null;
    expect(Object.keys(FILE_TABLES[key].contents).length > 0, key).toBe(goes);
    expect(OWNED_TABLES[key].removeSample === undefined, key).toBe(goes);
    expect(STORED_TABLES[key].decidesBy, key).not.toEqual([]);
  }
});

async function newFull(): Promise<Member> {
  const member = await newOrganization();
  await fillOrganization(member);
  return member;
}

const everyCount = () => rowCounts(REGISTERED);

const zero = Object.fromEntries(REGISTERED.map((name) => [name, 0]));

test("when all its units are deleted, an organization has what outlives them, and each brings back all that was its own", async () => {
  const member = await newFull();
  const before = await exported(member);
  const outlive = TABLE_KEYS.filter((key) => FILE_TABLES[key].unitOf === null);
  const left = outlive.flatMap((key) => STORED_TABLES[key].tables);
  const rows = await everyCount();
  const roots = (await rowsOf("units", member)).filter(({ parentId }) => parentId === null);
  for (const { id } of roots) expect(await deleteUnit(member, id, NOW)).toBe("deleted");
  expect(await everyCount()).toEqual({
    ...zero,
    ...Object.fromEntries(left.map((name) => [name, rows[name]])),
  });
  for (const { id } of await listDeletions(member, NOW))
    expect(await restoreDeletion(member, id, NOW)).toBe("restored");
  expect(await exported(member)).toBe(before);
});

test("where all is of the sample, nothing stays when it is removed", async () => {
  const member = await newFull();
  expect(Object.values(await everyCount())).not.toContain(0);
  await db.unit.updateMany({ data: { sample: true } });
  expect(await removeSample(member)).toBe("removed");
  expect(await everyCount()).toEqual(zero);
});

test("an import is done again where the rows of any table are others meanwhile", async () => {
  const { organizationId: id } = await newFull();
  for (const key of TABLE_KEYS) {
    const [table] = STORED_TABLES[key].tables;
    let tried = 0;
    await importOrPreview("import", id, async (tx) => {
      tried += 1;
      await tx.organization.update({ where: { id }, data: { createdAt: NOW } });
      if (tried > 1) return;
      await db.$executeRaw`PRAGMA foreign_keys=OFF`;
      await db.$executeRawUnsafe(`UPDATE "${table}" SET "id" = "id" || '-'`);
      await db.$executeRaw`PRAGMA foreign_keys=ON`;
    });
    expect(tried, key).toBe(2);
  }
});

test("an organization of a test has something of every table, most of the time", async () => {
  const plans = fc.sample(organizationPlans, { numRuns: 100, seed: 1 });
  for (const key of TABLE_KEYS)
    expect(plans.filter((plan) => plan[key].length > 0).length, key).toBeGreaterThan(90);
  const member = await newOrganization();
  const whole = plans.find((plan) => TABLE_KEYS.every((key) => plan[key].length > 0));
  if (!whole) throw new Error("None has something of every table.");
  await carryOut(member, whole);
  for (const key of TABLE_KEYS) expect((await rowsOf(key, member)).length, key).toBeGreaterThan(0);
});
