import fc from "fast-check";
import { expect, test } from "vitest";
import { parentsFirst } from "@/lib/units/parents-first";

const item = (id: string, parentId: string | null) => ({ id, parentId });
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test("a child comes after its parent, and after one that is known already", () => {
  const { ordered, lost } = parentsFirst(
    [item("c", "b"), item("b", "a"), item("a", "here")],
    new Set(["here"]),
  );
  expect(ids(ordered)).toEqual(["a", "b", "c"]);
  expect(lost).toEqual([]);
});

test("circles and what hangs from nothing are lost", () => {
  const items = [item("a", null), item("b", "c"), item("c", "b"), item("d", "nowhere"), item("e", "d")];
  const { ordered, lost } = parentsFirst(items, new Set());
  expect(ids(ordered)).toEqual(["a"]);
  expect(ids(lost).sort()).toEqual(["b", "c", "d", "e"]);
});

test("every item is in exactly one of both, parents always first", () => {
  const items = fc.array(fc.option(fc.nat(9)), { maxLength: 10 });
  fc.assert(
    fc.property(items, (parents) => {
      const given = parents.map((parent, index) => item(`${index}`, parent === null ? null : `${parent}`));
      const { ordered, lost } = parentsFirst(given, new Set());
      expect(ids([...ordered, ...lost]).sort()).toEqual(ids(given).sort());
      for (const [place, { parentId }] of ordered.entries()) {
        if (parentId !== null) expect(ids(ordered.slice(0, place))).toContain(parentId);
      }
    }),
  );
});
