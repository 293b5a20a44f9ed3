import type { Route } from "next";
import type { Area } from "@/lib/framework/types";
import type { Address } from "./send-change";

/** The area of every capability that an assessment asks about. */
export type AreasOfCapabilities = Readonly<Record<string, string>>;

export function areasOfCapabilities(areas: readonly Area[]): AreasOfCapabilities {
  return Object.fromEntries(
    areas.flatMap((area) => area.capabilities.map((capability) => [capability.key, area.key])),
  );
}

/** Where a question stands; the assessment itself when no area asks it. */
export function questionHref(address: Address, areas: AreasOfCapabilities, question: string): Route {
  const base = `/${address.organization}/assessments/${address.assessment}` as const;
  const area = areas[question.split(".")[0] ?? ""];
  return area ? `${base}/questions/${area}#${question}` : base;
}
