import "server-only";

/**
 * Values that a list in one statement may hold: SQLite takes 999 parameters through Prisma, which asks for related rows
 * with two for each row.
 */
const PIECE = 400;

/** A list that may be long, in parts that are short enough for the `in` of a statement. */
export function inPieces<Item>(items: readonly Item[]): Item[][] {
  const pieces: Item[][] = [];
  for (let from = 0; from < items.length; from += PIECE) pieces.push(items.slice(from, from + PIECE));
  return pieces;
}
