const WORDS = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

/** Undefined for any other text. */
export function yesOrNo(cell: string): boolean | undefined {
  return WORDS.get(cell.trim().toLowerCase());
}
