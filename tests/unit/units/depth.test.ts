import { expect, test } from "vitest";
import { isTooDeepBelow, movesTooDeep, tooDeepOf } from "@/lib/units/depth";

const chain = (name: string, length: number) =>
  Array.from({ length }, (_, index) => ({
    id: `${name}${index + 1}`,
    parentId: index === 0 ? null : `${name}${index}`,
  }));

test("a new unit may stand on the twentieth level and not below", () => {
  const units = chain("a", 20);
  expect(isTooDeepBelow(units, null)).toBe(false);
  expect(isTooDeepBelow(units, "a19")).toBe(false);
  expect(isTooDeepBelow(units, "a20")).toBe(true);
});

test("with a unit that moves, what is below it counts", () => {
  const units = [...chain("a", 15), ...chain("b", 6)];
  expect(movesTooDeep(units, "b1", "a14")).toBe(false);
  expect(movesTooDeep(units, "b1", "a15")).toBe(true);
  expect(movesTooDeep(units, "b2", "a15")).toBe(false);
});

test("what is too deep already may move up, not further down", () => {
  const units = [...chain("a", 40), ...chain("b", 3)];
  expect(movesTooDeep(units, "a10", "b1")).toBe(false);
  expect(movesTooDeep(units, "a30", null)).toBe(false);
  expect(movesTooDeep(units, "a2", "b3")).toBe(true);
});

test("of units that are added the first that is too deep is found, wherever its parent is", () => {
  expect(tooDeepOf(chain("a", 20), [])).toBeUndefined();
  const below = { id: "b", parentId: "a20" };
  expect(tooDeepOf([...chain("a", 20), below], [])).toBe(below);
  expect(tooDeepOf([below], chain("a", 20))).toBe(below);
  // What is here already and too deep is no fault of what is added.
  expect(tooDeepOf([{ id: "c", parentId: null }], chain("a", 30))).toBeUndefined();
});
