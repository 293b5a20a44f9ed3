import "server-only";

/**
 * Ids of one statement: SQLite takes 999 parameters through Prisma. It takes a longer plain `in` apart by itself, but
 * not where it counts or asks for related rows, with two parameters for each.
 */
const PIECE = 400;

/** A long list in parts that one statement takes. */
export function inPieces<Item>(items: readonly Item[], size = PIECE): Item[][] {
  const pieces: Item[][] = [];
  for (let from = 0; from < items.length; from += size) pieces.push(items.slice(from, from + size));
  return pieces;
}
