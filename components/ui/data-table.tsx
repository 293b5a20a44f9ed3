import clsx from "clsx";
import type { ComponentProps } from "react";

/**
 * A real table in a box that scrolls sideways by keyboard too, so that the page never does. `stacked`: on a phone each
 * row stands as a block instead, every cell with its `data-label` before it.
 */
export function DataTable({
  label,
  stacked = false,
  className,
  ...rest
}: { label: string; stacked?: boolean } & ComponentProps<"table">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      <table
        className={clsx(
          "w-full border-collapse text-left [&_td]:border-b [&_td]:border-line [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_th]:border-b [&_th]:px-3 [&_th]:py-2 [&_tbody_th]:border-line [&_tbody_th]:align-top [&_tbody_th]:font-medium [&_thead_th]:border-line-strong [&_thead_th]:align-bottom [&_thead_th]:font-semibold",
          stacked && "stacked",
          className,
        )}
        {...rest}
      />
    </section>
  );
}
