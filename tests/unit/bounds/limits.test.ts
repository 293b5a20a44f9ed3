import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { BOUNDS } from "@/lib/bounds/bounds";

const root = path.resolve(import.meta.dirname, "../../..");

/** Years are no counts. */
const written = (name: string, value: number) =>
  name.endsWith("Year") ? String(value) : value.toLocaleString("en-US");

test("the page of limits says each bound and its value, and no other", () => {
  const page = readFileSync(path.join(root, "docs/limits.md"), "utf8");
  const rows = [...page.matchAll(/^\| `(\w+)` \| ([\d,]+) \| \S.* \|$/gm)];
  const said = Object.fromEntries(rows.map(([, name, value]) => [name, value]));
  expect(rows).toHaveLength(Object.keys(said).length);
  expect(said).toEqual(
    Object.fromEntries(Object.entries(BOUNDS).map(([name, value]) => [name, written(name, value)])),
  );
});

/** Where what comes in is read. */
const DOORS = [
  ...[
    "lib/units",
    "lib/forms",
    "lib/inventory",
    "lib/risk-register",
    "lib/assessments",
    "lib/import",
    "lib/text",
  ],
  ...[
    "lib/scoring/assessment-schema.ts",
    "lib/planning/requests/plan-form.ts",
    "lib/planning/changes/plan-change.ts",
  ],
  ...["lib/planning/requests/activity-form.ts", "lib/planning/requests/split-form.ts", "app"],
];
const FILE_READERS = ["lib/server/workbook", "lib/server/imports/uploaded-file.ts"];

function sources(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  const files = readdirSync(place, { recursive: true, encoding: "utf8" });
  return files.filter((file) => /\.tsx?$/.test(file)).map((file) => path.join(place, file));
}

test.each([
  [DOORS, 100, /^.*(?<!Math)\.(max|lte)\((\d|[A-Z_]+_MAX\b).*$/gm],
  [FILE_READERS, 10, /^.*\bconst [A-Z_]+_MAX = \d.*$/gm],
])("none of %j has a limit of its own", (places, least, own) => {
  const files = places.flatMap((place) => sources(path.join(root, place)));
  expect(files.length).toBeGreaterThanOrEqual(least);
  const found = files.flatMap((file) => {
    const lines = readFileSync(file, "utf8").match(own) ?? [];
    return lines.map((line) => `${path.relative(root, file)}: ${line.trim()}`);
  });
  expect(found).toEqual([]);
});
