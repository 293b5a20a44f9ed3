import Papa from "papaparse";
import { expect, test } from "vitest";
import { answersCsv } from "@/lib/assessments/answer-csv";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { TOO_LARGE } from "@/lib/import/upload";
import type { Assessment } from "@/lib/scoring/assessment";
import type { Member } from "@/lib/server/auth/member";
import { findAssessment, listAssessments } from "@/lib/server/data/assessments";
import { importDrafts } from "@/lib/server/data/draft-import";
import { toInterchange } from "@/lib/server/data/interchange";
import { importUnits } from "@/lib/server/data/unit-import";
import { archiveUnit, listUnits } from "@/lib/server/data/units";
import { findUpload, saveUpload, type Upload } from "@/lib/server/data/uploads";
import { runImport } from "@/lib/server/imports/import";
import { readUploadedFiles } from "@/lib/server/imports/uploaded-file";
import { parseUnitTable } from "@/lib/units/unit-table";
import { answered } from "../support/answered";
import { freshDatabaseEachTest } from "../support/database";
import { as, NOW, newOrganization, newUnit } from "../support/organization";
import { byHand, workbook } from "../support/workbook";
import { zeros, zip } from "../support/zip";

freshDatabaseEachTest();

const TABLE = "name,parent,region\nStores,Retail,Nordics\nRetail,Group,\n=SUM(A1),,";
const { rows } = parseUnitTable({ text: TABLE });

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
    more: 0,
    faults: [{ place: "line 3, parent", text: "There is no unit “Group”, here or in the file." }],
  });
  expect(await listUnits(member)).toEqual([]);
});

const drafts = ["Retail", "Stores"].map((name) => ({
  file: `${name}.json`,
  unitPlace: "unit.name",
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
    more: 0,
    faults: [refusal("There is no unit “Stores” here.", "Stores.json")],
  });
  await newUnit(member, { name: "Retail" });
  await newUnit(member, { name: "Stores" });
  expect(await importDrafts(member, drafts, { mode: "import" }, NOW)).toEqual({
    outcome: "refused",
    more: 0,
    faults: [refusal("Several units here are called “Retail”.", "Retail.json")],
  });
  expect(await listAssessments(member)).toEqual([]);
  expect(await importDrafts(member, drafts, { mode: "import", unitId }, NOW)).toMatchObject({
    outcome: "imported",
  });
  expect(await listAssessments(member, { unitId })).toHaveLength(2);
});

const tableOf = (...assessments: Assessment[]) =>
  assessments
    .map((assessment) => answersCsv(aiScaling, assessment))
    .reduce((text, next) => text + next.slice(next.indexOf("\n") + 1));

const upload = (text: string, name = "answers.csv"): Upload => ({
  id: "1",
  kind: "assessments",
  files: [{ name, text }],
});

test("a table of several units gives each a draft, with the answers it was exported with", async () => {
  const member = await newOrganization();
  for (const { assessment } of drafts) await newUnit(member, { name: assessment.unit.name });
  const quick = { ...answered({ depth: "quick" }), unit: drafts[1]?.assessment.unit ?? answered().unit };
  const sent = [drafts[0]?.assessment ?? answered(), quick];
  const file = upload(tableOf(...sent));
  const groups = [
    { title: "Adds 2 drafts", names: ["Retail, from answers.csv", "Stores, from answers.csv"] },
  ];
  expect(await runImport(member, file, { mode: "preview" }, NOW)).toEqual({ outcome: "previewed", groups });
  expect(await listAssessments(member)).toEqual([]);
  expect(await runImport(member, file, { mode: "import" }, NOW)).toEqual({ outcome: "imported", groups });
  const stored = await Promise.all(
    (await listAssessments(member)).map(({ id }) => findAssessment(member, id)),
  );
  const back = stored.map((one) => one && toInterchange(one));
  expect(back.toSorted((a, b) => ((a?.unit.name ?? "") < (b?.unit.name ?? "") ? -1 : 1))).toEqual(sent);
});

test("one fault in a table, or a unit that is not here, keeps all of it out", async () => {
  const member = await newOrganization();
  await newUnit(member, { name: "Retail" });
  const [retail, stores] = drafts.map(({ assessment }) => assessment);
  const text = tableOf(retail ?? answered(), stores ?? answered());
  const refused = (place: string, text: string) => ({
    outcome: "refused",
    faults: [{ place: `answers.csv, ${place}`, text }],
  });
  expect(await runImport(member, upload(text), { mode: "import" }, NOW)).toEqual({
    ...refused("line 72, unit", "There is no unit “Stores” here."),
    more: 0,
  });
  const wrong = text.replace("people.staffing", "people.shoes");
  expect(await runImport(member, upload(wrong), { mode: "import" }, NOW)).toMatchObject(
    refused("line 60, question", "Expected the key of a question of ai-scaling@1.0.0."),
  );
  expect(await listAssessments(member)).toEqual([]);
});

test("a table of more assessments than can be imported at once is refused", async () => {
  const member = await newOrganization();
  const rows = Array.from({ length: 1001 }, (_, n) => `Unit ${n},maturity,people.staffing,3`);
  const text = ["unit,targetPhase,question,answer", ...rows].join("\n");
  expect(await runImport(member, upload(text), { mode: "preview" }, NOW)).toEqual({
    outcome: "refused",
    more: 0,
    faults: [{ place: "answers.csv", text: "At most 1000 assessments at once." }],
  });
});

const NAME = "table.xlsx";
const fileOf = (bytes: Uint8Array, name = NAME) => new File([Buffer.from(bytes)], name);

/** As the upload of a form does it: read, stored and found again. */
async function sent(member: Member, kind: Upload["kind"], file: File): Promise<Upload> {
  const saved = await saveUpload(member, { kind, files: await readUploadedFiles([file]) }, NOW);
  const found = saved.outcome === "saved" ? await findUpload(member, saved.id) : null;
  if (!found) throw new Error("Nothing was kept.");
  return found;
}

test("units come from a workbook, whatever its name, and its faults name the row", async () => {
  const member = await newOrganization();
  const table = [
    ["Name", "Parent", "Regulated", "Units in scope"],
    ["Retail", null, true, 12],
    ["=1+1", "Retail", false, { formula: "D2", result: 12 }],
  ];
  const file = await sent(member, "units", fileOf(await workbook({ rows: table }), "units.csv"));
  expect(await runImport(member, file, { mode: "import" }, NOW)).toMatchObject({ outcome: "imported" });
  expect(await listUnits(member)).toMatchObject([
    { name: "Retail", regulated: true, unitsInScope: 12 },
    { name: "=1+1", regulated: false, unitsInScope: 12, level: 1 },
  ]);
  const wrong = await workbook({ rows: [["name", "regulated"], [], ["Stores", 2]] });
  expect(
    await runImport(member, await sent(member, "units", fileOf(wrong)), { mode: "import" }, NOW),
  ).toEqual({
    outcome: "refused",
    more: 0,
    faults: [{ place: "row 3, regulated", text: "Enter yes or no." }],
  });
});

test("assessments come from a workbook as from a CSV file", async () => {
  const member = await newOrganization();
  await newUnit(member, { name: "Retail" });
  const assessment = drafts[0]?.assessment ?? answered();
  const { data } = Papa.parse<string[]>(answersCsv(aiScaling, assessment).slice(1), { skipEmptyLines: true });
  // A spreadsheet holds levels as numbers.
  const rows = data.map((row) => row.map((cell) => (/^[1-5]$/.test(cell) ? Number(cell) : cell)));
  const file = await sent(member, "assessments", fileOf(await workbook({ rows })));
  expect(await runImport(member, file, { mode: "import" }, NOW)).toMatchObject({ outcome: "imported" });
  const found = await findAssessment(member, (await listAssessments(member))[0]?.id ?? "");
  expect(found && toInterchange(found)).toEqual(assessment);

  const stray = await workbook({
    rows: rows.map(([unit = "", ...row]) => [unit === "Retail" ? "Stores" : unit, ...row]),
  });
  const faults = [{ place: `${NAME}, row 2, unit`, text: "There is no unit “Stores” here." }];
  expect(
    await runImport(member, await sent(member, "assessments", fileOf(stray)), { mode: "import" }, NOW),
  ).toEqual({ outcome: "refused", more: 0, faults });
});

test("everything of an organization does not come in a workbook", async () => {
  const member = await newOrganization();
  const file = await sent(member, "organization", fileOf(await workbook({ rows: [["name"]] })));
  const text = "Expected the JSON file that Export everything gives, not a workbook.";
  expect(await runImport(member, file, { mode: "preview" }, NOW)).toEqual({
    outcome: "refused",
    more: 0,
    faults: [{ place: NAME, text }],
  });
});

const NO_TEXT =
  "Not a text file in UTF-8. Save it again as UTF-8 (in Excel: CSV UTF-8), or as a workbook (.xlsx).";

test("UTF-16 is read by its mark, and refused without it", async () => {
  const text = "name\tregion\r\nZürich 𠀀\tEU\r\n";
  const little = Buffer.from(text, "utf16le");
  const marked = Buffer.from(`\uFEFF${text}`, "utf16le");
  for (const file of [marked, Buffer.from(marked).swap16()]) {
    expect(await readUploadedFiles([fileOf(file, "a.csv")])).toEqual([{ name: "a.csv", text }]);
  }
  for (const file of [little, Buffer.from(little).swap16()]) {
    expect(await readUploadedFiles([fileOf(file, "a.csv")])).toEqual([{ name: "a.csv", fault: NO_TEXT }]);
  }
});

test("a file that cannot be read, or is too much, is told by its name", async () => {
  const member = await newOrganization();
  const small = fileOf(await workbook({ rows: [["name"], ["A"]] }));
  const faultOf = async (...files: File[]) => {
    const read = await readUploadedFiles(files);
    const answer = await runImport(
      member,
      { id: "", kind: "inventory", files: read },
      { mode: "preview" },
      NOW,
    );
    const [fault] = read.some(({ fault }) => fault) && "faults" in answer ? answer.faults : [];
    return fault && `${fault.place}: ${fault.text}`;
  };
  expect(await faultOf(small, fileOf(zip([zeros("a", 1_000)]), "bomb.xlsx"))).toMatch(
    /^bomb\.xlsx: More than 20\.0 MB when unpacked\. Save only the table/,
  );
  expect(await faultOf(small, fileOf(Buffer.from([0xff, 0x2c]), "latin.csv"))).toBe(`latin.csv: ${NO_TEXT}`);
  expect(await faultOf(...Array<File>(10).fill(small))).toBeUndefined();
  expect(await faultOf(...Array<File>(11).fill(small))).toBe(`${NAME}: At most 10 workbooks at once.`);
  const text = "a".repeat(30_000);
  const long = byHand(`<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(2), {
    "xl/sharedStrings.xml": `<sst><si><t>${text}</t></si></sst>`,
  });
  expect(await faultOf(fileOf(long), fileOf(long))).toBeUndefined();
  expect(await faultOf(...Array<File>(3).fill(fileOf(long)))).toBe(`${NAME}: ${TOO_LARGE}`);
});

test("only owners import", async () => {
  const member = await newOrganization();
  const assessor = as("assessor", member);
  expect(await importUnits(assessor, rows, "import", NOW)).toEqual({ outcome: "forbidden" });
  expect(await importDrafts(assessor, drafts, { mode: "import" }, NOW)).toEqual({ outcome: "forbidden" });
});
