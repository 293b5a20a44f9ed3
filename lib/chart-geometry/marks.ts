import { type SymbolType, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";

/** How a series is told from the others without its color: stroke-dasharray (null = solid) and marker. */
const styles: readonly { dash: string | null; marker: SymbolType }[] = [
  { dash: null, marker: symbolCircle },
  { dash: "7 4", marker: symbolDiamond },
  { dash: "2 3", marker: symbolSquare },
  { dash: "9 3 2 3", marker: symbolTriangle },
];

/** At most this many series stay apart in one figure. */
export const MAX_SERIES = styles.length;

/** Dashes of series 0..3; further ones begin again. */
export function seriesDash(index: number): string | null {
  return styles[index % MAX_SERIES]?.dash ?? null;
}

/** Outline of the marker of series 0..3 around 0,0, `area` in square units. */
export function markerPath(index: number, area = 48): string {
  return symbol(styles[index % MAX_SERIES]?.marker ?? symbolCircle, area).digits(2)() ?? "";
}
