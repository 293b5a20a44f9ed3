import { expect, test } from "vitest";
import { inTreeOrder, subtreeIds } from "@/lib/units/tree";

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
