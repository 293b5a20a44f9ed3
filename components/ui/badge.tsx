import clsx from "clsx";
import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";

const tones: Record<Tone, string> = {
  neutral: "border-line-strong bg-raised text-ink",
  accent: "border-accent bg-accent-tint text-accent",
  success: "border-success bg-success-tint text-success",
  warning: "border-warning bg-warning-tint text-warning",
  danger: "border-danger bg-danger-tint text-danger",
};

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex items-center rounded-full border px-2.5 py-0.5 text-sm font-medium sm:whitespace-nowrap",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
