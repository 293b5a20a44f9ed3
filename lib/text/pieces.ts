/** A text in pieces of about `size` UTF-16 units, none of which ends within a letter: joined they are the text. */
export function piecesOf(text: string, size: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const splitsPair = (text.codePointAt(from + size - 1) ?? 0) > 0xffff;
    const to = from + size + (splitsPair ? 1 : 0);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
