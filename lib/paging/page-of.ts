/** Rows of a long table that a page holds. */
export const PAGE_ROWS = 50;

export type Page<T> = { rows: readonly T[]; page: number; pages: number; from: number; to: number };

/** The rows of one page; a page that is not there is the nearest one that is. `from` and `to` count from 1. */
export function pageOf<T>(rows: readonly T[], wanted: number, size = PAGE_ROWS): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(pages, Math.max(1, wanted));
  const start = (page - 1) * size;
  const part = rows.slice(start, start + size);
  return { rows: part, page, pages, from: start + 1, to: start + part.length };
}
