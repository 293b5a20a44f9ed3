import { expect, test } from "vitest";
import { placeRows } from "@/lib/units/place-rows";
import { parseUnitTable, unitTemplate } from "@/lib/units/unit-table";

const HEADER = "name,parent,region,industry,regulated,unitsInScope,processesInScope";
const csv = (...rows: string[]) => [HEADER, ...rows].join("\n");
const read = (text: string) => parseUnitTable({ text });

test("the template is a file that can be read", () => {
  const { rows, faults } = read(unitTemplate());
  expect(faults).toEqual([]);
  expect(rows).toEqual([
    {
      place: "line 2",
      name: "Retail group",
      parent: null,
      region: "Europe",
      industry: "Retail",
      regulated: false,
      unitsInScope: 1,
      processesInScope: 1,
    },
    {
      place: "line 3",
      name: "Stores",
      parent: "Retail group",
      region: "Europe",
      industry: "Retail",
      regulated: false,
      unitsInScope: 12,
      processesInScope: 30,
    },
  ]);
});

test("a parent is named without what no file can show, as the unit itself is", () => {
  const { rows } = read("name,parent\nA\uFFFE\u0001,\nB,A\u0001\uFFFE");
  expect(rows).toMatchObject([{ name: "A" }, { parent: "A" }]);
});

test("columns in any order and wording, semicolons, quotes and empty cells are read", () => {
  const { rows, faults } = read('Units in scope;Name;REGULATED\r\n7;"Ops; ""East""";Yes\r\n;Plain;\r\n');
  expect(faults).toEqual([]);
  expect(rows).toMatchObject([
    {
      place: "line 2",
      name: 'Ops; "East"',
      regulated: true,
      unitsInScope: 7,
      processesInScope: 1,
      parent: null,
    },
    { place: "line 3", name: "Plain", regulated: false, unitsInScope: 1 },
  ]);
});

test("what a spreadsheet would run as a formula is a name like any other", () => {
  const names = ["=1+1", "+1", "-1", "@SUM(A1)"];
  expect(read(csv(...names)).rows.map(({ name }) => name)).toEqual(names);
});

test.each([
  ["", "line 1", "The file is empty."],
  [HEADER, "line 2", "There is no unit."],
  ["region\nNordics", "line 1", "There is no column name."],
  ["name,colour\nA,red", "line 1, column 2", "“colour” is not one of"],
  ["name,Name\nA,B", "line 1, column 2", "The column name stands twice."],
  [csv("A", ",,Nordics"), "line 3, name", "Enter a name."],
  [csv("A,,,,perhaps"), "line 2, regulated", "Enter yes or no."],
  [csv("A,,,,no,many"), "line 2, unitsInScope", "Enter the number of units in scope"],
  [csv("A,,,,no,1,100001"), "line 2, processesInScope", "Enter the number of processes in scope"],
  [csv('"two\nlines"', "B", ",,x"), "line 5, name", "Enter a name."],
  [csv('"two\nlines"'), "line 2, name", "Use a single line"],
  [csv("A,,,,no,1,1,more"), "line 2", "More cells than the 7 columns"],
])("%j is a fault in %s: %s", (text, place, says) => {
  const { faults } = read(text);
  expect(faults).toContainEqual({ place, text: expect.stringContaining(says) });
});

test("a quoted cell that never ends is a fault", () => {
  const text = "A quotation mark is not closed, or stands within a cell.";
  expect(read(csv("B", '"A,,')).faults).toContainEqual({ place: "line 3", text });
});

test("rows of a workbook are read as lines of a text are, and their faults name the row", () => {
  const rows = [[], ["Name", "regulated", "Units in scope"], ["'=A", "yes", "3"], [" "], ["", "perhaps"]];
  const { rows: found, faults } = parseUnitTable({ rows });
  expect(found).toMatchObject([
    { place: "row 3", name: "=A", regulated: true, unitsInScope: 3, parent: null },
  ]);
  expect(faults.map(({ place }) => place)).toEqual(["row 5, regulated", "row 5, name"]);
  expect(parseUnitTable({ rows: [] }).faults).toEqual([{ place: "row 1", text: "The file is empty." }]);
  const { faults: told } = placeRows(parseUnitTable({ rows: [["name"], ["A"], [], ["A"]] }).rows, []);
  expect(told).toEqual([{ place: "row 4, name", text: "“A” stands in row 2 already." }]);
});

test("every fault of every row is told", () => {
  const { faults } = read(csv(",,,,perhaps,x,y", "A", ",,,,,,z"));
  expect(faults.map(({ place }) => place)).toEqual([
    "line 2, regulated",
    "line 2, name",
    "line 2, unitsInScope",
    "line 2, processesInScope",
    "line 4, name",
    "line 4, processesInScope",
  ]);
});

const rowsOf = (...rows: string[]) => read(csv(...rows)).rows;

test("rows come after their parents, of the file or here", () => {
  const here = [{ id: "1", parentId: null, name: "Group" }];
  const { ordered, faults } = placeRows(rowsOf("C,B", "B,A", "A,Group", "D,"), here);
  expect(faults).toEqual([]);
  expect(ordered.map(({ name, parentId }) => [name, parentId])).toEqual([
    ["A", "1"],
    ["D", null],
    ["B", null],
    ["C", null],
  ]);
});

test("names that are taken or unclear, and circles, are faults", () => {
  const here = ["Group", "Twin", "Twin"].map((name, index) => ({ id: `${index}`, parentId: null, name }));
  expect(placeRows(rowsOf("Group", "A", "A", "B,Nowhere", "C,Twin"), here).faults).toEqual([
    { place: "line 2, name", text: "There is a unit “Group” here already." },
    { place: "line 4, name", text: "“A” stands in line 3 already." },
    { place: "line 5, parent", text: "There is no unit “Nowhere”, here or in the file." },
    { place: "line 6, parent", text: "Several units here are called “Twin”." },
  ]);
  expect(placeRows(rowsOf("A,B", "B,A"), here).faults).toEqual([
    { place: "line 2, parent", text: "“A” would stand below itself." },
    { place: "line 3, parent", text: "“B” would stand below itself." },
  ]);
});

test("rows that would stand deeper than a tree may be are faults, once a branch", () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, index) => `D${index},${index === 0 ? "" : `D${index - 1}`}`);
  expect(placeRows(rowsOf(...chain(20)), []).faults).toEqual([]);
  expect(placeRows(rowsOf(...chain(23)), []).faults).toEqual([
    { place: "line 22, parent", text: "“D20” would stand too deep. A tree of units has at most 20 levels." },
  ]);
});

test("the level of a unit that is here counts", () => {
  const here = Array.from({ length: 20 }, (_, index) => ({
    id: `${index}`,
    parentId: index === 0 ? null : `${index - 1}`,
    name: `H${index}`,
  }));
  expect(placeRows(rowsOf("A,H18"), here).faults).toEqual([]);
  expect(placeRows(rowsOf("A,H19", "B,H18", "C,B"), here).faults.map(({ place }) => place)).toEqual([
    "line 2, parent",
    "line 4, parent",
  ]);
});
