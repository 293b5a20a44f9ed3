import "server-only";

/**
 * Rows to add at once: of 20,000 Prisma makes a statement for minutes, in gigabytes. Ids to ask for: it takes a longer
 * plain `in` apart by itself, but not where it counts or asks for related rows, with two parameters for each.
 */
const PIECE = 400;

/** A long list in parts that one statement takes. */
export function inPieces<Item>(items: readonly Item[], size = PIECE): Item[][] {
  const pieces: Item[][] = [];
  for (let from = 0; from < items.length; from += size) pieces.push(items.slice(from, from + size));
  return pieces;
}
