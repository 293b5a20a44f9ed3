import clsx from "clsx";
import type { ReactNode } from "react";
import type { Tone } from "./badge";

const tones: Record<Tone, string> = {
  neutral: "border-line-strong bg-raised",
  accent: "border-accent bg-accent-tint",
  success: "border-success bg-success-tint",
  warning: "border-warning bg-warning-tint",
  danger: "border-danger bg-danger-tint",
};

export function Callout({
  tone = "neutral",
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={clsx("rounded-md border-l-4 px-4 py-3", tones[tone])}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children ? <div className={clsx(title && "mt-1")}>{children}</div> : null}
    </div>
  );
}
