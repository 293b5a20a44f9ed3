import { existsSync, readdirSync, renameSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import { importInventory } from "@/lib/server/data/inventory-import";
import { importOrganization } from "@/lib/server/data/organization-import";
import { db } from "@/lib/server/db/client";
import { writerTurn } from "@/lib/server/db/writer-turn";
import { readEnv } from "@/lib/server/env";
import { MOVED } from "@/lib/storage/faults";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { NOW, newOrganization, newUnit } from "../support/organization";

freshDatabaseEachTest();

test("a look at an import takes nobody's turn to write, and leaves nothing behind", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member, { name: 'It\'s a "unit"' });
  const file = parseOrganizationFile(await exported(member));
  const more = { ...file, units: file.units.map((unit) => ({ ...unit, id: crypto.randomUUID() })) };
  const row = {
    place: "line 2",
    unit: null,
    kind: "process",
    name: "Billing",
    serves: [],
    note: "",
  } as const;
  const details = { owner: null, stage: null, value: null, riskClass: null, reviewedOn: null };
  // Makes tables that SQLite keeps for itself.
  await db.$executeRawUnsafe("ANALYZE");
  const folder = path.dirname(readEnv().databaseFile);
  const before = readdirSync(folder);
  const end = await writerTurn().take();
  try {
    expect(await importOrganization(member, more, "preview")).toMatchObject({ outcome: "previewed" });
    const asked = { mode: "preview", unitId } as const;
    expect(await importInventory(member, [{ ...row, ...details }], asked, NOW)).toMatchObject({
      outcome: "previewed",
      added: [expect.stringContaining("Billing")],
    });
  } finally {
    end();
  }
  expect([await db.unit.count(), await db.inventoryItem.count()]).toEqual([1, 0]);
  expect(readdirSync(folder)).toEqual(before);
});

test("a look at ids that another organization has says that they are taken", async () => {
  const member = await newOrganization();
  await newUnit(member);
  const file = parseOrganizationFile(await exported(member));
  const stranger = await newOrganization("stranger");
  expect(await importOrganization(stranger, file, "preview")).toMatchObject({
    outcome: "refused",
    expected: "ids that are not taken on this installation",
  });
});

test("a look at an import makes no database where there is none any more", async () => {
  const member = await newOrganization();
  const file = parseOrganizationFile(await exported(member));
  const { databaseFile } = readEnv();
  renameSync(databaseFile, `${databaseFile}.moved`);
  try {
    await expect(importOrganization(member, file, "preview")).rejects.toMatchObject({ storageCode: MOVED });
    expect(existsSync(databaseFile)).toBe(false);
  } finally {
    renameSync(`${databaseFile}.moved`, databaseFile);
  }
});
