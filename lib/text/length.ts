/** Code points, as people count letters of most scripts: 𠀀 is one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The longest beginning of at most `most` code points, or whatever `sizeOf` counts, that cuts no letter from its
 * accents, no emoji into its parts.
 */
export function firstOf(text: string, most: number, sizeOf = lengthOf): string {
  let size = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    size += sizeOf(segment);
    if (size > most) return text.slice(0, index);
  }
  return text;
}

/** Bytes of UTF-8, as the systems that keep files count their names. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
