import fc from "fast-check";
import { expect, test } from "vitest";
import {
  archiveUnit,
  createUnit,
  findUnit,
  listArchivedUnits,
  listUnits,
  moveUnit,
  restoreUnit,
} from "@/lib/server/data/units";
import { editUnit } from "../support/change-records";
import { freshDatabaseEachTest } from "../support/database";
import { as, later, NOW, newOrganization, newUnit } from "../support/organization";

freshDatabaseEachTest();

const details = { region: "Europe", industry: null, regulated: true, unitsInScope: 3, processesInScope: 9 };

test("units come as a tree, siblings by name", async () => {
  const member = await newOrganization();
  const group = await newUnit(member, { name: "Group" });
  await newUnit(member, { name: "Plant 10", parentId: group });
  const plant2 = await newUnit(member, { name: "Plant 2", parentId: group });
  await newUnit(member, { name: "Line", parentId: plant2 });
  await newUnit(member, { name: "bank" });
  const units = await listUnits(member);
  expect(units.map(({ name, level }) => [name, level])).toEqual([
    ["bank", 0],
    ["Group", 0],
    ["Plant 2", 1],
    ["Line", 2],
    ["Plant 10", 1],
  ]);
});

test("what is said about a unit is stored and changed", async () => {
  const member = await newOrganization();
  const id = await newUnit(member);
  expect(await editUnit(member, id, { ...details, name: "Plant" }, later(1))).toBe("saved");
  expect(await findUnit(member, id)).toEqual({
    ...details,
    id,
    name: "Plant",
    parentId: null,
    sample: false,
    archivedAt: null,
    createdAt: NOW,
    updatedAt: later(1),
  });
});

test("a unit cannot move below itself", async () => {
  const member = await newOrganization();
  const top = await newUnit(member);
  const middle = await newUnit(member, { parentId: top });
  const bottom = await newUnit(member, { parentId: middle });
  expect(await moveUnit(member, top, bottom, NOW)).toBe("cycle");
  expect(await moveUnit(member, top, top, NOW)).toBe("cycle");
  expect(await moveUnit(member, bottom, top, NOW)).toBe("moved");
  expect(await moveUnit(member, middle, bottom, NOW)).toBe("moved");
  expect(await moveUnit(member, middle, null, NOW)).toBe("moved");
  expect(await moveUnit(member, middle, "nowhere", NOW)).toBe("parent-not-found");
});

test("archiving takes along what is below, restoring brings back just that", async () => {
  const member = await newOrganization();
  const top = await newUnit(member, { name: "Top" });
  const middle = await newUnit(member, { name: "Middle", parentId: top });
  const early = await newUnit(member, { name: "Early", parentId: middle });
  await newUnit(member, { name: "Bottom", parentId: middle });
  const names = async () => (await listUnits(member)).map(({ name }) => name);

  expect(await archiveUnit(member, early, NOW)).toBe("archived");
  expect(await archiveUnit(member, middle, later(1))).toBe("archived");
  expect(await names()).toEqual(["Top"]);
  expect((await listArchivedUnits(member)).map(({ name }) => name)).toEqual(["Bottom", "Middle", "Early"]);
  expect(await restoreUnit(member, early, later(2))).toBe("parent-archived");
  expect(await restoreUnit(member, middle, later(2))).toBe("restored");
  expect(await names()).toEqual(["Top", "Middle", "Bottom"]);
  expect(await restoreUnit(member, middle, later(2))).toBe("not-found");
});

test("an archived unit takes no new ones", async () => {
  const member = await newOrganization();
  const parentId = await newUnit(member);
  await archiveUnit(member, parentId, NOW);
  const input = { ...details, name: "Late", parentId };
  expect(await createUnit(member, input, NOW)).toEqual({ outcome: "parent-not-found" });
  expect(await moveUnit(member, await newUnit(member), parentId, NOW)).toBe("parent-not-found");
});

test("only owners edit units", async () => {
  const member = await newOrganization();
  const id = await newUnit(member);
  for (const other of [as("assessor", member), as("viewer", member)]) {
    expect(await createUnit(other, { ...details, name: "X", parentId: null }, NOW)).toEqual({
      outcome: "forbidden",
    });
    expect(await editUnit(other, id, { ...details, name: "X" }, NOW)).toBe("forbidden");
    expect(await moveUnit(other, id, null, NOW)).toBe("forbidden");
    expect(await archiveUnit(other, id, NOW)).toBe("forbidden");
    expect(await restoreUnit(other, id, NOW)).toBe("forbidden");
    expect(await listUnits(other)).toHaveLength(1);
  }
});

test("no moves, archivings and restorings make a cycle or hang a unit in use on an archived one", async () => {
  const member = await newOrganization();
  const unit = fc.nat({ max: 5 });
  const step = fc.record({
    kind: fc.constantFrom("move", "archive", "restore"),
    unit,
    parent: fc.option(unit),
  });
  const property = fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push(await newUnit(member));
    for (const [second, taken] of steps.entries()) {
      const id = ids[taken.unit] ?? "";
      const at = later(second);
      if (taken.kind === "archive") await archiveUnit(member, id, at);
      else if (taken.kind === "restore") await restoreUnit(member, id, at);
      else await moveUnit(member, id, taken.parent === null ? null : (ids[taken.parent] ?? ""), at);
    }
    // Throws on a cycle.
    const inUse = await listUnits(member);
    const known = new Set(inUse.map(({ id }) => id));
    expect(inUse.filter(({ parentId }) => parentId !== null && !known.has(parentId))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 40 });
});
