import fc from "fast-check";
import { expect, test } from "vitest";
import { readView, regrouped, viewQuery } from "@/components/comparison/view-address";
import { GROUPINGS, MEASURES } from "@/lib/comparison/figures";
import { CHOSEN_MAX, type View } from "@/lib/comparison/view";
import { BANDS, OUTCOMES } from "@/lib/scoring/result";

const read = (query: string) => readView(new URLSearchParams(query));

const DEFAULT: View = {
  find: "",
  units: [],
  under: null,
  verdict: [],
  band: [],
  by: "areas",
  measure: "readiness",
  sort: null,
  chosen: [],
  page: 1,
};

test("an empty address is the whole comparison, and the whole comparison an empty address", async () => {
  expect(await read("")).toEqual(DEFAULT);
  expect(viewQuery(DEFAULT)).toBe("");
});

test("an address says the whole view", async () => {
  const query =
    "?find=lagos+leasing&page=3&units=a&units=b&under=emea&verdict=notReady&verdict=ready&band=defined&by=capabilities&measure=gap&sort=data-foundation.asc&chosen=b";
  expect(await read(query)).toEqual({
    find: "lagos leasing",
    page: 3,
    units: ["a", "b"],
    under: "emea",
    verdict: ["notReady", "ready"],
    band: ["defined"],
    by: "capabilities",
    measure: "gap",
    sort: { column: "data-foundation", direction: "asc" },
    chosen: ["b"],
  });
});

test("what cannot be read is as if it were not there", async () => {
  const query =
    "?verdict=splendid&band=&by=rows&measure=1&sort=overall.up&sort=__proto__.asc&under=&page=two&find=&other=1";
  expect(await read(query)).toEqual(DEFAULT);
});

test("four units at most are chosen, none twice", async () => {
  expect((await read("?chosen=a&chosen=a&chosen=b&chosen=c&chosen=d&chosen=e")).chosen).toEqual([
    "a",
    "b",
    "c",
    "d",
  ]);
});

test("another grouping drops a sort by a column that it does not have", () => {
  const view: View = { ...DEFAULT, sort: { column: "governance", direction: "asc" } };
  expect(regrouped(view, "capabilities").sort).toBeNull();
  const byName: View = { ...DEFAULT, sort: { column: "name", direction: "asc" } };
  expect(regrouped(byName, "capabilities").sort).toEqual(byName.sort);
});

test("every view comes back from its address", async () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: CHOSEN_MAX });
  const views: fc.Arbitrary<View> = fc.record({
    find: fc.string({ maxLength: 20 }).map((text) => text.trim()),
    page: fc.integer({ min: 1, max: 1_000_000 }),
    units: ids,
    under: fc.option(fc.string({ minLength: 1 })),
    verdict: fc.subarray([...OUTCOMES]),
    band: fc.subarray([...BANDS]),
    by: fc.constantFrom(...GROUPINGS),
    measure: fc.constantFrom(...MEASURES),
    sort: fc.option(
      fc.record({
        column: fc.constantFrom("name", "overall", "ai-platform"),
        direction: fc.constantFrom("asc" as const, "desc" as const),
      }),
    ),
    chosen: ids,
  });
  await fc.assert(
    fc.asyncProperty(views, async (view) => {
      expect(await read(viewQuery(view))).toEqual(view);
    }),
  );
});
