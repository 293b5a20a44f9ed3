import { expect, test } from "vitest";
import { type InventoryRow, parseInventoryTable } from "@/lib/inventory/inventory-table";
import type { ItemDetails } from "@/lib/inventory/item";
import { itemValues } from "@/lib/inventory/item-form";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import type { Member } from "@/lib/server/auth/member";
import { countUnitContents } from "@/lib/server/data/deletions/count-unit-contents";
import { deleteItem } from "@/lib/server/data/deletions/delete-item";
import { deleteUnit } from "@/lib/server/data/deletions/delete-unit";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { addItem, changeItem, findItem, listInventory } from "@/lib/server/data/inventory";
import { importInventory } from "@/lib/server/data/inventory-import";
import { importOrganization } from "@/lib/server/data/organization-import";
import { archiveUnit } from "@/lib/server/data/units";
import { emptyDatabase } from "../support/catalog";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { later, NOW, newOrganization, newUnit } from "../support/organization";

freshDatabaseEachTest();

const BILLING: ItemDetails = {
  ...{ kind: "process", name: "Billing", owner: null, stage: null, serves: [], value: "high" },
  ...{ riskClass: null, reviewedOn: null, note: "" },
};
const reader = (serves: readonly string[]): ItemDetails => ({
  ...{ kind: "system", name: "Reader", owner: "Ada", stage: "pilot", serves, value: null },
  ...{ riskClass: "limited", reviewedOn: "2026-09-30", note: "two\nlines" },
});

async function added(member: Member, unitId: string, details: ItemDetails): Promise<string> {
  const result = await addItem(member, unitId, details, NOW);
  if (result.outcome !== "added") throw new Error(result.outcome);
  return result.id;
}

async function withInventory() {
  const member = await newOrganization();
  const unit = await newUnit(member);
  const billing = await added(member, unit, BILLING);
  const system = await added(member, unit, reader([billing]));
  return { member, unit, billing, system };
}

test("items are listed as they were added, those of archived units only with their unit", async () => {
  const { member, unit, billing, system } = await withInventory();
  const all = await listInventory(member);
  expect(all).toHaveLength(2);
  expect(await findItem(member, system)).toEqual({
    ...reader([billing]),
    id: system,
    unitId: unit,
    revision: 1,
  });
  await archiveUnit(member, unit, NOW);
  expect(await listInventory(member)).toEqual([]);
  expect(await listInventory(member, { unitId: unit })).toEqual(all);
});

test("a name stands once a unit and kind, and only a process of the unit is served", async () => {
  const { member, unit, system } = await withInventory();
  const other = await newUnit(member, { name: "Other" });
  const outcome = async (unitId: string, details: ItemDetails) =>
    (await addItem(member, unitId, details, NOW)).outcome;
  const elsewhere = await added(member, other, BILLING);
  expect(await outcome(unit, BILLING)).toBe("name-taken");
  expect(await outcome(unit, { ...reader([]), kind: "useCase" })).toBe("added");
  expect(await outcome(unit, { ...reader([elsewhere]), name: "Two" })).toBe("unknown-process");
  expect(await outcome(unit, { ...reader([system]), name: "Two" })).toBe("unknown-process");
  expect(await listInventory(member)).toHaveLength(4);
});

test("a change made on an older state stores nothing, and says what is here", async () => {
  const { member, system } = await withInventory();
  const change = (stage: "idea" | "production", on: ItemDetails) =>
    changeItem(member, system, { details: { ...reader([]), stage }, opened: itemValues(on) }, later(1));
  const opened = await findItem(member, system);
  if (!opened) throw new Error("There is no item.");
  expect(await change("production", opened)).toBe("changed");
  const production = { ...reader([]), stage: "production" } as const;
  expect(await change("idea", opened)).toMatchObject({ overtaken: production });
  expect(await findItem(member, system)).toMatchObject({ stage: "production", revision: 2, serves: [] });
  const both = await Promise.all([
    change("idea", production),
    changeItem(
      member,
      system,
      { details: { ...production, note: "Other" }, opened: itemValues(production) },
      later(1),
    ),
  ]);
  expect(both).toEqual(["changed", { overtaken: expect.objectContaining({ stage: "idea" }) }]);
});

test("a process that was deleted comes back with all that serves it", async () => {
  const { member, unit, billing } = await withInventory();
  const before = await listInventory(member);
  expect(await deleteItem(member, billing, NOW)).toBe("deleted");
  expect((await listInventory(member)).map(({ name }) => name)).toEqual(["Reader"]);
  const deleted = async () => (await listDeletions(member, NOW))[0];
  expect(await deleted()).toMatchObject({ kind: "item", name: "Billing" });
  const taken = await added(member, unit, BILLING);
  const id = (await deleted())?.id ?? "";
  expect(await restoreDeletion(member, id, NOW)).toBe("conflict");
  await deleteItem(member, taken, later(1));
  expect(await restoreDeletion(member, id, NOW)).toBe("restored");
  const byId = (all: typeof before) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(byId(await listInventory(member))).toEqual(byId(before));
});

test("a unit takes its inventory along when it is deleted, and brings it back", async () => {
  const { member, unit } = await withInventory();
  const before = await exported(member);
  expect(await countUnitContents(member, unit)).toMatchObject({ items: 2 });
  await deleteUnit(member, unit, NOW);
  expect(await listInventory(member)).toEqual([]);
  await restoreDeletion(member, (await listDeletions(member, NOW))[0]?.id ?? "", NOW);
  expect(await exported(member)).toBe(before);
});

test("the file of the organization brings it back to the same bytes", async () => {
  const { member } = await withInventory();
  const file = await exported(member);
  await emptyDatabase();
  const other = await newOrganization();
  expect(await importOrganization(other, parseOrganizationFile(file), "import")).toMatchObject({
    outcome: "imported",
    report: { inventory: { added: ["Retail: Billing", "Retail: Reader"] } },
  });
  expect(await exported(other)).toBe(file);
  expect(await importOrganization(other, parseOrganizationFile(file), "import")).toMatchObject({
    report: { inventory: { unchanged: 2, added: [] } },
  });
});

test("a file whose item belongs nowhere, or whose name is taken, is refused whole", async () => {
  const { member } = await withInventory();
  const file = parseOrganizationFile(await exported(member));
  const refused = async (change: object) => {
    const inventory = file.inventory.map((one) => ({ ...one, ...change }));
    return importOrganization(member, { ...file, inventory }, "import");
  };
  const id = "019a0000-0000-7000-8000-000000000009";
  expect(await refused({ id, unitId: id })).toMatchObject({ path: "inventory[0].unitId" });
  expect(await refused({ id })).toMatchObject({ path: "inventory[0].name" });
  expect(await listInventory(member)).toHaveLength(2);
});

const rows = (text: string): InventoryRow[] => {
  const parsed = parseInventoryTable({ text });
  if (parsed.faults.length > 0) throw new Error(JSON.stringify(parsed.faults));
  return parsed.rows;
};

const TABLE = [
  "unit,kind,name,stage,serves",
  "Retail,system,Reader,production,Billing; Claims",
  "Retail,process,Claims,,",
  "Retail,process,Billing,,",
].join("\n");

test("a table adds what is not here, changes what is, and leaves what stays the same", async () => {
  const { member, unit, billing, system } = await withInventory();
  const changes = {
    added: ["Claims, Retail"],
    changed: ["Reader, Retail"],
    unchanged: ["Billing, Retail"],
  };
  const run = (mode: "preview" | "import") => importInventory(member, rows(TABLE), { mode }, later(1));
  expect(await run("preview")).toEqual({ outcome: "previewed", ...changes });
  expect(await listInventory(member)).toHaveLength(2);
  expect(await run("import")).toEqual({ outcome: "imported", ...changes });
  const claims = (await listInventory(member, { unitId: unit })).find(({ name }) => name === "Claims");
  expect(await findItem(member, system)).toMatchObject({
    ...{ stage: "production", owner: "Ada", note: "two\nlines", revision: 2 },
    serves: [billing, claims?.id].sort(),
  });
  expect(await run("import")).toMatchObject({ added: [], changed: [], unchanged: expect.any(Array) });
});

test("one bad row keeps all of a table out", async () => {
  const { member } = await withInventory();
  const bad = rows(`${TABLE}\nNowhere,process,Any,,`);
  expect(await importInventory(member, bad, { mode: "import" }, NOW)).toMatchObject({ outcome: "refused" });
  expect(await listInventory(member)).toHaveLength(2);
});
