import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";

type Variant = "primary" | "secondary" | "quiet" | "danger";

const base =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-4 py-2 text-base font-medium text-center disabled:opacity-60 disabled:cursor-not-allowed aria-disabled:opacity-60 print:hidden";

const variants: Record<Variant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border border-line-strong bg-surface text-ink hover:bg-raised",
  quiet: "text-accent underline underline-offset-4 hover:text-accent-strong",
  danger: "border border-danger bg-surface text-danger hover:bg-danger-tint",
};

function buttonClass(variant: Variant, className?: string) {
  return clsx(base, variants[variant], className);
}

type ButtonProps = ComponentProps<"button"> & { variant?: Variant };

export function Button({ variant = "primary", type = "button", className, ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, className)} {...rest} />;
}

type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: Variant };

export function ButtonLink({ variant = "primary", className, ...rest }: ButtonLinkProps) {
  return <Link className={buttonClass(variant, className)} {...rest} />;
}

/** A plain anchor dressed as a button: for files, which the router must not fetch. */
export function DownloadLink({
  variant = "primary",
  className,
  ...rest
}: ComponentProps<"a"> & { variant?: Variant }) {
  return <a className={buttonClass(variant, className)} {...rest} />;
}
