import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf } from "@/lib/text/pieces";

test("joined, the pieces are the text, and each is well-formed and of the size", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 5 }), (text, size) => {
      const pieces = piecesOf(text, size);
      expect(pieces.join("")).toBe(text);
      for (const piece of pieces) {
        expect(piece.isWellFormed()).toBe(true);
        expect(piece.length).toBeLessThanOrEqual(size + 1);
      }
      for (const piece of pieces.slice(0, -1)) expect(piece.length).toBeGreaterThanOrEqual(size);
    }),
  );
});
