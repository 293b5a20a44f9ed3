import { expect, test } from "vitest";
import { inTreeOrder, levelsOf, subtreeIds } from "@/lib/units/tree";

const unit = (id: string, parentId: string | null = null) => ({ id, parentId, name: id });
const group = [
  unit("b"),
  unit("a2", "a"),
  unit("a10", "a"),
  unit("a"),
  unit("a2x", "a2"),
  unit("lost", "gone"),
];

test("parents stand before their children and siblings by name, with the units below each", () => {
  expect(inTreeOrder(group).map(({ id, level, below }) => [id, level, below])).toEqual([
    ["a", 0, 3],
    ["a2", 1, 1],
    ["a2x", 2, 0],
    ["a10", 1, 0],
    ["b", 0, 0],
    ["lost", 0, 0],
  ]);
});

test("units in a circle are refused", () => {
  expect(() => inTreeOrder([unit("a", "b"), unit("b", "a")])).toThrow("cycle");
});

test("a subtree is the unit and all below it", () => {
  expect([...subtreeIds(group, "a")].toSorted()).toEqual(["a", "a10", "a2", "a2x"]);
});

test("the top stands on level 1, and each unit one below the one above it", () => {
  expect(Object.fromEntries(levelsOf(group))).toEqual({ a: 1, a2: 2, a2x: 3, a10: 2, b: 1, lost: 1 });
});

test("a chain of any length is walked", () => {
  const chain = Array.from({ length: 20_000 }, (_, index) =>
    unit(`${index}`, index === 0 ? null : `${index - 1}`),
  );
  expect(inTreeOrder(chain).at(-1)).toMatchObject({ id: "19999", level: 19_999, below: 0 });
  expect(inTreeOrder(chain)[0]?.below).toBe(19_999);
  expect(subtreeIds(chain, "0").size).toBe(20_000);
  expect(levelsOf(chain).get("19999")).toBe(20_000);
});
