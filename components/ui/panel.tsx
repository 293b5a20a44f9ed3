import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A raised surface for one thing. */
export function Panel({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={clsx(
        "rounded-lg border border-line bg-surface p-4 sm:p-6 print:break-inside-avoid",
        className,
      )}
      {...rest}
    />
  );
}

/** A panel under a heading, which names it. `className` says how its parts stand below each other. */
export function TitledPanel({
  id,
  title,
  className,
  children,
}: {
  id: string;
  title: ReactNode;
  className: string;
  children: ReactNode;
}) {
  return (
    <Panel aria-labelledby={id} className={clsx("flex flex-col", className)}>
      <h2 id={id} className="text-xl font-semibold wrap-anywhere">
        {title}
      </h2>
      {children}
    </Panel>
  );
}

type PageHeaderProps = { title: ReactNode; lead?: ReactNode; above?: ReactNode; actions?: ReactNode };

export function PageHeader({ title, lead, above, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-3">
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="text-3xl font-semibold tracking-tight">{title}</h1>
        {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
      </div>
      {lead ? <p className="max-w-prose text-lg text-muted">{lead}</p> : null}
    </header>
  );
}

/** What to say where there is nothing yet: what it will hold, and the way to fill it. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-4 rounded-lg border border-dashed border-line-strong p-6">
      <h2 className="text-xl font-semibold">{title}</h2>
      {children ? <div className="max-w-prose text-muted">{children}</div> : null}
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}
