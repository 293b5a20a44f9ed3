import fc from "fast-check";
import { expect, test } from "vitest";
import { distributionOf } from "@/lib/comparison/distribution";

test("quartiles by linear interpolation, type 7, worked by hand", () => {
  // (5 − 1) × 0.25 = position 1; × 0.5 = 2; × 0.75 = 3 of 10, 20, 40, 70, 90
  expect(distributionOf([40, 10, 90, 20, 70])).toEqual({
    count: 5,
    lowest: 10,
    lowerQuartile: 20,
    median: 40,
    upperQuartile: 70,
    highest: 90,
    spread: 80,
  });
  // (4 − 1) × 0.25 = 0.75 between 10 and 20; 1.5 between 20 and 40; 2.25 between 40 and 70
  expect(distributionOf([70, 40, 20, 10])).toMatchObject({
    lowerQuartile: 17.5,
    median: 30,
    upperQuartile: 47.5,
  });
});

test("one value is all of its quartiles, none has none", () => {
  expect(distributionOf([42])).toMatchObject({
    lowest: 42,
    lowerQuartile: 42,
    median: 42,
    upperQuartile: 42,
    spread: 0,
  });
  expect(distributionOf([])).toBeNull();
});

test("quartiles rise, stay inside the values and do not depend on their order", () => {
  const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, (given) => {
      const found = distributionOf(given);
      if (!found) throw new Error("no distribution");
      const { lowest, lowerQuartile, median, upperQuartile, highest } = found;
      const rising = [lowest, lowerQuartile, median, upperQuartile, highest];
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
      expect([lowest, highest]).toEqual([Math.min(...given), Math.max(...given)]);
      expect(distributionOf([...given].reverse())).toEqual(found);
    }),
  );
});
