import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** Native details: opens without script, findable in the page, prints as it stands. */
export function Disclosure({
  summary,
  children,
  className,
  ...rest
}: { summary: ReactNode } & ComponentProps<"details">) {
  return (
    <details className={clsx("group", className)} {...rest}>
      <summary className="inline-flex min-h-11 items-center gap-2 text-accent underline underline-offset-4 hover:text-accent-strong">
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
