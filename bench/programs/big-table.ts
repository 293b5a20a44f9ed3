export const COLUMNS = Array.from({ length: 12 }, (_, column) => `Column ${column + 1}`);

/** 20,000 rows of 12 cells, half words and half figures. */
export function rows(): (string | number)[][] {
  return Array.from({ length: 20_000 }, (_, row) =>
    COLUMNS.map((_, column) =>
      column % 2 === 0 ? `Unit ${(row * 7 + column) % 500}` : (row * column) % 1000,
    ),
  );
}

/** `maxRSS` is in KB. */
export function printTimeAndPeak(milliseconds: number, bytes: number): void {
  if (bytes < 100_000) throw new Error(`A file of ${bytes} bytes cannot hold the table.`);
  console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1000 }));
}
