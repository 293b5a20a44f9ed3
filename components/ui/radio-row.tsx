import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type RadioRowProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  children: ReactNode;
  tag?: ReactNode;
};

/** A full-width native radio: the whole row is the target. `tag` stands before the text, such as a key to press. */
export function RadioRow({ children, tag, className, ...rest }: RadioRowProps) {
  return (
    <label
      className={clsx(
        "flex min-h-11 w-full items-center gap-3 rounded-md border border-line bg-surface px-3 py-2 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-tint has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        className,
      )}
    >
      <input
        type="radio"
        className="size-5 shrink-0 accent-(--accent) focus-visible:outline-none"
        {...rest}
      />
      {tag}
      <span>{children}</span>
    </label>
  );
}
