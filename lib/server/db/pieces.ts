import "server-only";

/**
 * Values that a list in one statement may hold: SQLite takes 999 parameters through Prisma, which asks for related rows
 * with two for each row. Rows to add go in pieces too: at 20,000 in one call Prisma does nothing else for minutes.
 */
const PIECE = 400;

/** A list that may be long, in parts that are short enough for the `in` of a statement. */
export function inPieces<Item>(items: readonly Item[], size = PIECE): Item[][] {
  const pieces: Item[][] = [];
  for (let from = 0; from < items.length; from += size) pieces.push(items.slice(from, from + size));
  return pieces;
}
