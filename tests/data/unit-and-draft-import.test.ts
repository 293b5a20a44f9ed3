import { expect, test } from "vitest";
import type { Member } from "@/lib/server/auth/member";
import { findAssessment, listAssessments } from "@/lib/server/data/assessments";
import { importDrafts } from "@/lib/server/data/draft-import";
import { toInterchange } from "@/lib/server/data/interchange";
import { importUnits } from "@/lib/server/data/unit-import";
import { archiveUnit, listUnits } from "@/lib/server/data/units";
import { parseUnitCsv } from "@/lib/units/unit-csv";
import { answered } from "../support/answered";
import { freshDatabaseEachTest } from "../support/database";
import { as, NOW, newOrganization, newUnit } from "../support/organization";

freshDatabaseEachTest();

const TABLE = "name,parent,region\nStores,Retail,Nordics\nRetail,Group,\n=SUM(A1),,";
const { rows } = parseUnitCsv(TABLE);

const tree = async (member: Member) => (await listUnits(member)).map(({ name, level }) => [name, level]);

test("a preview of units stores nothing, an import does what it said", async () => {
  const member = await newOrganization();
  await newUnit(member, { name: "Group" });
  const names = ["Stores, below Retail", "Retail, below Group", "=SUM(A1)"];
  expect(await importUnits(member, rows, "preview", NOW)).toEqual({ outcome: "previewed", names });
  expect(await tree(member)).toEqual([["Group", 0]]);
  expect(await importUnits(member, rows, "import", NOW)).toEqual({ outcome: "imported", names });
  expect(await tree(member)).toEqual([
    ["=SUM(A1)", 0],
    ["Group", 0],
    ["Retail", 1],
    ["Stores", 2],
  ]);
});

test("one row that does not fit keeps all of them out; an archived parent is not there", async () => {
  const member = await newOrganization();
  await archiveUnit(member, await newUnit(member, { name: "Group" }), NOW);
  expect(await importUnits(member, rows, "import", NOW)).toEqual({
    outcome: "refused",
    faults: [{ place: "line 3, parent", text: "There is no unit “Group”, here or in the file." }],
  });
  expect(await listUnits(member)).toEqual([]);
});

const drafts = ["Retail", "Stores"].map((name) => ({
  file: `${name}.json`,
  assessment: answered({ unit: { name, regulated: true, unitsInScope: 12, processesInScope: 8 } }),
}));

test("assessments arrive as drafts of the units that have their names, just as they were", async () => {
  const member = await newOrganization();
  await newUnit(member, { name: "Retail" });
  await newUnit(member, { name: "Stores" });
  const names = ["Retail, from Retail.json", "Stores, from Stores.json"];
  expect(await importDrafts(member, drafts, { mode: "preview" }, NOW)).toEqual({
    outcome: "previewed",
    names,
  });
  expect(await listAssessments(member)).toEqual([]);
  expect(await importDrafts(member, drafts, { mode: "import" }, NOW)).toEqual({ outcome: "imported", names });
  const stored = await listAssessments(member);
  expect(stored.map(({ status }) => status)).toEqual(["draft", "draft"]);
  const retail = stored.find(({ unitName }) => unitName === "Retail");
  const found = await findAssessment(member, retail?.id ?? "");
  expect(found && toInterchange(found)).toEqual(drafts[0]?.assessment);
});

test("one that matches no unit, or several, keeps all out; a chosen unit takes them all", async () => {
  const member = await newOrganization();
  const unitId = await newUnit(member, { name: "Retail" });
  const refusal = (text: string, file: string) => ({ place: `${file}, unit.name`, text });
  expect(await importDrafts(member, drafts, { mode: "import" }, NOW)).toEqual({
    outcome: "refused",
    faults: [refusal("There is no unit “Stores” here.", "Stores.json")],
  });
  await newUnit(member, { name: "Retail" });
  await newUnit(member, { name: "Stores" });
  expect(await importDrafts(member, drafts, { mode: "import" }, NOW)).toEqual({
    outcome: "refused",
    faults: [refusal("Several units here are called “Retail”.", "Retail.json")],
  });
  expect(await listAssessments(member)).toEqual([]);
  expect(await importDrafts(member, drafts, { mode: "import", unitId }, NOW)).toMatchObject({
    outcome: "imported",
  });
  expect(await listAssessments(member, { unitId })).toHaveLength(2);
});

test("only owners import", async () => {
  const member = await newOrganization();
  const assessor = as("assessor", member);
  expect(await importUnits(assessor, rows, "import", NOW)).toEqual({ outcome: "forbidden" });
  expect(await importDrafts(assessor, drafts, { mode: "import" }, NOW)).toEqual({ outcome: "forbidden" });
});
