import { RATINGS, type Rating } from "../scoring/result";

/** NIST SP 800-30 rev. 1, table I-2: rows are likelihood 1–5, columns impact 1–5, entries index the ratings. */
const TABLE_I2: readonly (readonly number[])[] = [
  [0, 0, 0, 1, 1],
  [0, 1, 1, 1, 2],
  [0, 1, 2, 2, 3],
  [0, 1, 2, 3, 4],
  [0, 1, 2, 3, 4],
];

/**
 * The rating of a likelihood 1–5 and an impact 1–5.
 * @throws RangeError outside 1–5
 */
export function rate(likelihood: number, impact: number): Rating {
  const index = TABLE_I2[likelihood - 1]?.[impact - 1];
  const rating = index === undefined ? undefined : RATINGS[index];
  if (!rating)
    throw new RangeError(`likelihood ${likelihood}, impact ${impact}: expected integers from 1 to 5`);
  return rating;
}
