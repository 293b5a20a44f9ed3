/** Code points, as people count letters of most scripts: 𠀀 is one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The longest beginning of at most `most` code points that cuts no letter from its accents, no emoji into its parts. */
export function firstOf(text: string, most: number): string {
  if (text.length <= most) return text;
  let length = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    length += lengthOf(segment);
    if (length > most) return text.slice(0, index);
  }
  return text;
}
