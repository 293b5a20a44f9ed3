export type CellBox = { row: number; column: number; x: number; y: number; width: number; height: number };

/** Equal cells of a grid, row by row from the top left, `gap` apart. */
export function matrixGeometry({
  rows,
  columns,
  width,
  height,
  gap = 2,
}: {
  rows: number;
  columns: number;
  width: number;
  height: number;
  gap?: number;
}): CellBox[] {
  const cellWidth = (width - gap * (columns - 1)) / columns;
  const cellHeight = (height - gap * (rows - 1)) / rows;
  return Array.from({ length: rows * columns }, (_, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    return {
      row,
      column,
      x: column * (cellWidth + gap),
      y: row * (cellHeight + gap),
      width: cellWidth,
      height: cellHeight,
    };
  });
}
