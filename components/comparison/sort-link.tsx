import Link from "next/link";
import type { Column } from "@/lib/comparison/figures";
import { type Direction, sortOf, type View } from "@/lib/comparison/view";
import { viewQuery } from "./view-address";

/** A heading that sorts by its column, and the other way round when it already does. */
export function SortLink({
  organization,
  view,
  column: { key, title },
  first,
}: {
  organization: string;
  view: View;
  column: Pick<Column, "key" | "title">;
  /** The direction of the first sort. */
  first: Direction;
}) {
  const { column, direction } = sortOf(view);
  const current = column === key ? direction : null;
  const next = current === null ? first : current === "asc" ? "desc" : "asc";
  return (
    <Link
      href={`/${organization}/compare${viewQuery({ ...view, sort: { column: key, direction: next }, page: 1 })}#heat-map`}
      scroll={false}
      prefetch={false}
      className="inline-flex min-h-11 items-end gap-1 text-accent underline underline-offset-3 hover:text-accent-strong"
    >
      {title}
      {current ? <span aria-hidden="true">{current === "asc" ? "↑" : "↓"}</span> : null}
    </Link>
  );
}
