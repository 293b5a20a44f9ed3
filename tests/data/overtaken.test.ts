import { expect, test } from "vitest";
import { scopeValues } from "@/lib/assessments/assessment-form";
import { updateContext } from "@/lib/server/data/assessments";
import { renameOrganization } from "@/lib/server/data/organizations";
import { updateUnit } from "@/lib/server/data/units";
import { db } from "@/lib/server/db/client";
import { unitValues } from "@/lib/units/unit-form";
import { freshDatabaseEachTest } from "../support/database";
import { later, NOW, newAssessment, newOrganization, newUnit } from "../support/organization";

freshDatabaseEachTest();

test("a unit that somebody has changed since its form was opened is not changed back", async () => {
  const member = await newOrganization();
  const id = await newUnit(member, { name: "Retail" });
  const stored = await db.unit.findUniqueOrThrow({ where: { id } });
  const opened = unitValues(stored);
  const save = (change: { name?: string; processesInScope?: number }) =>
    updateUnit(member, id, { details: { ...stored, ...change }, opened }, later(1));
  expect(await save({ name: "Retail Banking" })).toBe("saved");
  expect(await save({ processesInScope: 77 })).toMatchObject({ overtaken: { name: "Retail Banking" } });
  expect(await db.unit.findMany()).toMatchObject([
    { name: "Retail Banking", processesInScope: stored.processesInScope },
  ]);
  // Both have typed the same: nothing is taken back.
  expect(await save({ name: "Retail Banking" })).toBe("saved");
});

test("the name of an organization that somebody has changed is not changed back", async () => {
  const member = await newOrganization();
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: member.organizationId } });
  const opened = { name };
  const both = await Promise.all(
    ["One", "Two"].map((typed) => renameOrganization(member, { name: typed, opened })),
  );
  expect(both).toEqual(["saved", { overtaken: { name: "One" } }]);
  expect(await renameOrganization({ ...member, role: "viewer" }, { name: "Three", opened })).toBe(
    "forbidden",
  );
});

test("the scope of an assessment that somebody has changed is not changed back", async () => {
  const member = await newOrganization();
  const id = await newAssessment(member, { unitId: await newUnit(member) });
  const stored = await db.assessment.findUniqueOrThrow({ where: { id } });
  const { regulated, unitsInScope, processesInScope } = stored;
  const context = { targetPhase: "expansion" as const, regulated, unitsInScope, processesInScope };
  const opened = scopeValues(stored);
  const save = (change: Partial<typeof context>) =>
    updateContext(member, id, { context: { ...context, ...change }, opened }, NOW);
  expect(await save({ unitsInScope: 30 })).toBe("saved");
  expect(await save({ unitsInScope: 40 })).toMatchObject({ overtaken: { unitsInScope: 30 } });
  const viewer = { ...member, role: "viewer" as const };
  expect(await updateContext(viewer, id, { context, opened }, NOW)).toBe("forbidden");
  await db.assessment.update({ where: { id }, data: { status: "submitted" } });
  expect(await save({ unitsInScope: 50 })).toBe("locked");
});
