/** A text is broken between these; where one alone is wider than a line, between those of the next. */
const GRAINS = [words, parts, letters, codePoints] as const;
type Grain = (text: string) => readonly string[];

/** What is longer is broken before it is measured: measuring a run costs more than its length. */
const RUN_MAX = 80;

/**
 * The text in lines of at most `width`, nothing added and nothing lost but the line breaks, in time that grows as the
 * text does: each letter is measured once for each of the grains, whatever the text is made of.
 */
export function linesOf(text: string, width: number, measure: (run: string) => number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    let used = 0;
    const fill = (run: string, [grain, ...finer]: readonly Grain[]) => {
      for (const piece of grain?.(run) ?? []) {
        const needed = piece.length > RUN_MAX ? Number.POSITIVE_INFINITY : measure(piece);
        if (needed > width && finer.length > 0) {
          fill(piece, finer);
          continue;
        }
        if (used + needed > width && line !== "") {
          lines.push(line);
          line = "";
          used = 0;
        }
        line += piece;
        used += needed;
      }
    };
    fill(paragraph, GRAINS);
    return [...lines, line];
  });
}

const BLANK = "[ \\t\\u1680\\u2000-\\u2006\\u2008-\\u200b\\u205f\\u3000]";
const IDEOGRAPH = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]";

/** After blanks, after what joins two words, and between the letters of scripts that write no blanks. */
const WORD_ENDS = new RegExp(
  `(?<=${BLANK})(?!${BLANK})|(?<=\\p{L}[-‐–—/])(?=\\p{L})|(?<=${IDEOGRAPH})(?=${IDEOGRAPH})`,
  "u",
);

function words(text: string): string[] {
  return text.split(WORD_ENDS);
}

const JOINTS = "[-/\\\\&?=_.,:;+#@|]";

/** After what joins the parts of an address or a key, and before a byte of it such as `%20`. */
const PART_ENDS = new RegExp(`(?<=${JOINTS})(?!${JOINTS})|(?=%[\\da-f]{2})`, "i");

function parts(text: string): string[] {
  return text.split(PART_ENDS);
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** As people count them; `%20` is one. */
function letters(text: string): string[] {
  const runs = text.match(/%[\da-f]{2}|[^%]+|%/giu) ?? [];
  return runs.flatMap((run) =>
    run.startsWith("%") ? run : Array.from(graphemes.segment(run), ({ segment }) => segment),
  );
}

/** Of a letter that is no letter, such as one of a thousand accents. */
function codePoints(text: string): string[] {
  return [...text];
}
