import { type ContentsOf, FILE_TABLES, TABLE_KEYS, type TableKey } from "./tables";

type Content = { [Key in TableKey]: ContentsOf<Key> }[TableKey];

/** How much of each goes when a unit is deleted: itself and all below it, with what they have. */
export type UnitContents = Record<Content, number>;

const WORDS: readonly [what: Content, words: (count: number) => string][] = TABLE_KEYS.flatMap(
  (key) => Object.entries(FILE_TABLES[key].contents) as [Content, (count: number) => string][],
);

export function noContents(): UnitContents {
  return Object.fromEntries(WORDS.map(([what]) => [what, 0])) as UnitContents;
}

/** One for each. */
export function contentsInWords(contents: UnitContents): string[] {
  return WORDS.map(([what, words]) => words(contents[what]));
}
