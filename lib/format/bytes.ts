const UNITS = ["KB", "MB", "GB", "TB"];

/** The size of a file: `0.4 KB`, `12.3 MB`. */
export function formatBytes(bytes: number): string {
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 999.95 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size.toFixed(1)} ${UNITS[unit]}`;
}
