import { Fragment, type ReactNode, use } from "react";
import { nextTurn } from "@/lib/turns/next-turn";

/**
 * A part of a page that the server renders in a turn of its own, so that it answers others in between: React renders
 * what belongs together in one go, however long that takes. In a browser it is as if it were not there.
 */
export function InTurn({ children }: { children: ReactNode }) {
  // React takes the same promise up again when it comes back to where it waited.
  if (typeof window === "undefined") use(nextTurn());
  return children;
}

/** Of most lists: some hundred elements take some ten milliseconds. */
const PART = 25;

/** The items of a list, each rendered by `children`; a long list so many of them in a turn. */
export function InParts<Item>({
  items,
  size = PART,
  children: render,
}: {
  items: readonly Item[];
  size?: number;
  children: (item: Item, index: number) => ReactNode;
}) {
  if (items.length <= size) return items.map(render);
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, part) => part * size);
  return starts.map((start) => (
    <InTurn key={start}>
      <Part items={items} from={start} to={start + size} render={render} />
    </InTurn>
  ));
}

/** An element of its own: what it holds comes to be when it is its turn. */
function Part<Item>({
  items,
  from,
  to,
  render,
}: {
  items: readonly Item[];
  from: number;
  to: number;
  render: (item: Item, index: number) => ReactNode;
}) {
  return <Fragment>{items.slice(from, to).map((item, index) => render(item, from + index))}</Fragment>;
}
