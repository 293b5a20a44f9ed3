/** Width of a text in the unit of the font size. */
export type Measure = (text: string) => number;

const NARROW = /[iljtfrI.,:;'|!()[\] -]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-Z]/;

/** Estimated from letter classes of a grotesque face, a little generous: a server has no font to ask. */
export function estimateWidth(fontSize: number): Measure {
  return (text) => {
    let ems = 0;
    for (const letter of text) {
      if (NARROW.test(letter)) ems += 0.34;
      else if (WIDE.test(letter)) ems += 0.9;
      else if (CAPITAL.test(letter)) ems += 0.7;
      else ems += 0.58;
    }
    return ems * fontSize;
  };
}

/** In parts of about equal length, as few as fit. */
function breakWord(word: string, maxWidth: number, measure: Measure): string[] {
  const letters = [...word];
  for (let count = 2; count < letters.length; count += 1) {
    const size = Math.ceil(letters.length / count);
    const parts = Array.from({ length: Math.ceil(letters.length / size) }, (_, index) => {
      const part = letters.slice(index * size, (index + 1) * size).join("");
      return (index + 1) * size < letters.length ? `${part}-` : part;
    });
    if (parts.every((part) => measure(part) <= maxWidth)) return parts;
  }
  return letters;
}

/** Lines of at most `maxWidth`; a word that alone is longer is broken with a hyphen. Never empty. */
export function wrapText(text: string, maxWidth: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (measure(joined) <= maxWidth) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    const parts = measure(word) <= maxWidth ? [word] : breakWord(word, maxWidth, measure);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? "";
  }
  return [...lines, line];
}
