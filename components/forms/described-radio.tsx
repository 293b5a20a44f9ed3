import type { ComponentProps } from "react";
import { RadioRow } from "@/components/ui/radio-row";

/** A choice with a line that says what it means. */
export function DescribedRadio({
  title,
  summary,
  ...rest
}: { title: string; summary: string } & Omit<ComponentProps<typeof RadioRow>, "children">) {
  return (
    <RadioRow {...rest}>
      <span className="block font-medium">{title}</span>
      <span className="block text-muted">{summary}</span>
    </RadioRow>
  );
}
