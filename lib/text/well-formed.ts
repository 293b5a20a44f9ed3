/** No line break of its own on every system, and what only some programs take for one. */
const LINE_BREAKS = /\r\n?|\u2028|\u2029/g;

/** Lone surrogates, noncharacters and controls: no file and no screen can show them, and XML may not hold them. */
const UNSAFE = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** The text with `\n` for every line break and without what nothing can show; the same again for what it gives. */
export function wellFormed(text: string): string {
  return text.replace(LINE_BREAKS, "\n").replace(UNSAFE, "");
}

export function isWellFormed(text: string): boolean {
  return wellFormed(text) === text;
}

/** Blanks, what has no width, and the blank patterns of Braille. */
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** False for well-formed text that nobody could see or click, such as a zero-width space. */
export function isVisible(text: string): boolean {
  return !INVISIBLE.test(text);
}

/** What has no shape of its own and only acts on what is beside it: joiners, marks of direction, soft hyphens. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** The text for a page that cannot act on such characters and would draw a box for each. */
export function withoutIgnorable(text: string): string {
  return text.replace(IGNORABLE, "");
}
