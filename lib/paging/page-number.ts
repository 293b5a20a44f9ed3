/** What an address may ask for, whatever there is. */
const PAGES_MAX = 1_000_000;

/** The page that an address asks for, from 1; the first when it says nothing sensible. */
export function pageNumber(asked: string | readonly string[] | undefined): number {
  return Math.min(PAGES_MAX, Math.max(1, Math.trunc(Number(asked)) || 1));
}
