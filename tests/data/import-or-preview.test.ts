import { renameSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { putAnswer } from "@/lib/server/data/answers";
import { createUnit } from "@/lib/server/data/units";
import { db } from "@/lib/server/db/client";
import { importOrPreview } from "@/lib/server/db/import-or-preview";
import type { Transaction } from "@/lib/server/db/transaction";
import { writerTurn } from "@/lib/server/db/writer-turn";
import { readEnv } from "@/lib/server/env";
import { MOVED } from "@/lib/storage/faults";
import { editUnit, rename } from "../support/change-records";
import { freshDatabaseEachTest } from "../support/database";
import { NOW, newAssessment, newOrganization, newUnit, QUICK_QUESTIONS } from "../support/organization";

freshDatabaseEachTest();

const details = { region: null, industry: null, regulated: false, unitsInScope: 1, processesInScope: 1 };

const unitOf = (organizationId: string, name: string, id: string = crypto.randomUUID()) => ({
  data: { ...details, id, name, organizationId, sample: false, createdAt: NOW, updatedAt: NOW },
});

const namesOf = async (tx: Transaction, organizationId: string) => {
  const units = await tx.unit.findMany({ where: { organizationId }, orderBy: { name: "asc" } });
  return units.map(({ name }) => name);
};

test("an import adds, changes and takes out, and what others save meanwhile stays", async () => {
  const member = await newOrganization();
  const { organizationId } = member;
  const unitId = await newUnit(member, { name: "Retail" });
  const assessmentId = await newAssessment(member, { unitId });
  const item = { kind: "process", serves: [], note: "", revision: 1, createdAt: NOW, updatedAt: NOW };
  const items = ["Billing", "Claims"].map((name) => ({ ...item, id: name, name, organizationId, unitId }));
  await db.inventoryItem.createMany({ data: items });
  const question = QUICK_QUESTIONS[0] ?? "";
  const change = {
    assessmentId,
    question,
    answer: { level: 4 },
    expectedRevision: 0,
    mutationId: "m",
  } as const;

  let tried = 0;
  await importOrPreview("import", organizationId, async (tx) => {
    tried += 1;
    await tx.unit.create(unitOf(organizationId, "Added"));
    await tx.inventoryItem.update({ where: { id: "Billing" }, data: { name: "Invoices" } });
    await tx.inventoryItem.update({ where: { id: "Claims" }, data: { name: "Complaints" } });
    await tx.inventoryItem.delete({ where: { id: "Claims" } });
    // Added and taken out again: nothing of it arrives.
    const { id } = await tx.unit.create(unitOf(organizationId, "Never"));
    await tx.unit.delete({ where: { id } });
    // Nobody has the turn to write: who saves an answer does not wait.
    (await writerTurn().take())();
    expect(await putAnswer(member, change, NOW)).toMatchObject({ outcome: "saved" });
  });

  expect(tried).toBe(1);
  expect(await namesOf(db, organizationId)).toEqual(["Added", "Retail"]);
  expect(await db.inventoryItem.findMany({ select: { name: true } })).toEqual([{ name: "Invoices" }]);
  expect(await db.answer.findMany({ select: { level: true } })).toEqual([{ level: 4 }]);
});

const times = { createdAt: NOW, updatedAt: NOW };

/** Each of these an import may decide by. */
const CHANGES: Record<
  string,
  (ids: Record<"organizationId" | "unitId" | "draft", string>) => Promise<unknown>
> = {
  "the name of the organization": ({ organizationId: id }) =>
    db.organization.update({ where: { id }, data: { name: "Renamed" } }),
  "a unit": ({ unitId: id }) => db.unit.update({ where: { id }, data: { name: "Renamed" } }),
  "a draft more": async ({ organizationId, draft }) => {
    const { id, suitabilityMarks, suitability, acceptedActions, ...row } =
      await db.assessment.findUniqueOrThrow({ where: { id: draft } });
    const lists = { suitability: suitability ?? {}, acceptedActions: acceptedActions ?? [] };
    await db.assessment.create({ data: { ...row, ...lists, organizationId } });
  },
  "what was submitted": ({ draft: id }) =>
    db.assessment.update({ where: { id }, data: { status: "submitted" } }),
  "a plan": async ({ organizationId, draft: id }) => {
    const { frameworkVersionId } = await db.assessment.findUniqueOrThrow({ where: { id } });
    const plan = { name: "Plan", status: "draft", revision: 1, brief: {}, request: {}, content: {} };
    return db.plan.create({ data: { ...plan, ...times, organizationId, frameworkVersionId } });
  },
  "a risk": ({ organizationId, unitId }) => {
    const entry = { risk: "shadow-ai", revision: 1, contingency: "", indicator: "", note: "" };
    return db.riskEntry.create({ data: { ...entry, organizationId, unitId, createdAt: NOW } });
  },
  "an item": () => db.inventoryItem.updateMany({ data: { revision: 2 } }),
  "a framework": () =>
    db.frameworkVersion.create({ data: { key: "other", version: "1.0.0", hash: "other", content: {} } }),
};

test.each(Object.entries(CHANGES))(
  "where %s changed meanwhile, an import is done again",
  async (_, change) => {
    const member = await newOrganization();
    const { organizationId } = member;
    const unitId = await newUnit(member);
    const draft = await newAssessment(member, { unitId });
    const item = { kind: "process", name: "Billing", serves: [], note: "", revision: 1 };
    await db.inventoryItem.create({ data: { ...item, ...times, organizationId, unitId } });
    let tried = 0;
    await importOrPreview("import", organizationId, async (tx) => {
      tried += 1;
      await tx.unit.create(unitOf(organizationId, "Added"));
      if (tried === 1) await change({ organizationId, unitId, draft });
    });
    expect(tried).toBe(2);
    expect(await namesOf(db, organizationId)).toHaveLength(2);
  },
);

test("where something goes on changing, an import is done while everybody waits", async () => {
  const member = await newOrganization();
  const { organizationId } = member;
  const turns: boolean[] = [];
  await importOrPreview("import", organizationId, async (tx) => {
    const isFree = tx !== db && turns.length < 2;
    turns.push(isFree);
    if (isFree)
      await createUnit(member, { ...details, name: `Meanwhile ${turns.length}`, parentId: null }, NOW);
    await tx.unit.create(unitOf(organizationId, "Added"));
  });
  expect(turns).toEqual([true, true, false]);
  expect(await namesOf(db, organizationId)).toEqual(["Added", "Meanwhile 1", "Meanwhile 2"]);
});

test.each([
  ["added", true],
  ["added and taken out again", false],
])("an id that was %s, and that another organization has taken meanwhile, stays theirs", async (_, taken) => {
  const { organizationId } = await newOrganization();
  const stranger = await newOrganization("stranger");
  const [id, passing] = [crypto.randomUUID(), crypto.randomUUID()];
  let tried = 0;
  const adding = importOrPreview("import", organizationId, async (tx) => {
    tried += 1;
    await tx.unit.create(unitOf(organizationId, "Ours", id));
    await tx.unit.create(unitOf(organizationId, "Never", passing));
    await tx.unit.delete({ where: { id: passing } });
    await tx.unit.updateMany({ where: { id, organizationId }, data: { region: "Ours too" } });
    if (tried > 1) return;
    await db.unit.create(unitOf(stranger.organizationId, "Theirs", taken ? id : passing));
  });
  if (taken) await expect(adding).rejects.toThrow("Unique constraint");
  else await adding;
  const theirs = await db.unit.findMany({
    where: { organizationId: stranger.organizationId },
    select: { name: true, region: true },
  });
  expect(theirs).toEqual([{ name: "Theirs", region: null }]);
});

test("an import that fails leaves nothing, and nobody waits for it", async () => {
  const { organizationId } = await newOrganization();
  const failing = importOrPreview("import", organizationId, async (tx) => {
    await tx.unit.create(unitOf(organizationId, "Added"));
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await db.unit.count()).toBe(0);
  (await writerTurn().take())();
});

test("what another organization does meanwhile changes nothing", async () => {
  const { organizationId } = await newOrganization();
  const stranger = await newOrganization("stranger");
  const theirs = await newUnit(stranger);
  let tried = 0;
  await importOrPreview("import", organizationId, async (tx) => {
    tried += 1;
    await tx.unit.create(unitOf(organizationId, "Added"));
    await editUnit(stranger, theirs, { ...details, name: "Changed" }, NOW);
    await rename(stranger, "Renamed");
  });
  expect(tried).toBe(1);
  expect(await namesOf(db, stranger.organizationId)).toEqual(["Changed"]);
});

test("what is added arrives whatever the order in which tables were made", async () => {
  const { organizationId } = await newOrganization();
  const { databaseFile } = readEnv();
  await db.$disconnect();
  const database = new Database(databaseFile);
  const made = database
    .prepare<[], string>(
      "SELECT sql FROM sqlite_master WHERE tbl_name = 'Unit' AND sql IS NOT NULL ORDER BY type DESC",
    )
    .pluck()
    .all();
  database.pragma("foreign_keys = OFF");
  database.pragma("legacy_alter_table = ON");
  database.exec(`ALTER TABLE "Unit" RENAME TO "Old"; ${made[0]}; INSERT INTO "Unit" SELECT * FROM "Old";
    DROP TABLE "Old"; ${made.slice(1).join(";")}`);
  database.close();
  let tried = 0;
  await importOrPreview("import", organizationId, async (tx) => {
    tried += 1;
    const { id: unitId } = await tx.unit.create(unitOf(organizationId, "Added"));
    const item = { kind: "process", serves: [], note: "", revision: 1, createdAt: NOW, updatedAt: NOW };
    await tx.inventoryItem.create({ data: { ...item, name: "Billing", organizationId, unitId } });
  });
  expect(tried).toBe(1);
  expect(await db.inventoryItem.count()).toBe(1);
});

test("a database that was moved away meanwhile gets nothing", async () => {
  const { organizationId } = await newOrganization();
  const { databaseFile } = readEnv();
  const importing = importOrPreview("import", organizationId, async (tx) => {
    await tx.unit.create(unitOf(organizationId, "Added"));
    renameSync(databaseFile, `${databaseFile}.moved`);
  });
  await expect(importing).rejects.toMatchObject({ storageCode: MOVED });
  renameSync(`${databaseFile}.moved`, databaseFile);
  expect(await db.unit.count()).toBe(0);
});

test("a copy that fails leaves nobody reading the database", async () => {
  const { organizationId } = await newOrganization();
  await db.$executeRawUnsafe(`CREATE TABLE "a""b" (id TEXT)`);
  await expect(importOrPreview("import", organizationId, async () => null)).rejects.toThrow();
  await newOrganization("later");
  const [checkpoint] = await db.$queryRawUnsafe<{ busy: bigint }[]>("PRAGMA wal_checkpoint(TRUNCATE)");
  expect(Number(checkpoint?.busy)).toBe(0);
});
