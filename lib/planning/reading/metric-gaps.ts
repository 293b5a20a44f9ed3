import type { SuccessMetric } from "../../framework/success-metrics";
import type { CapabilityOutlook, UnitOutlook } from "../engine/outlook";

export type MetricGap = { unit: string; capability: CapabilityOutlook };

/** The gaps of today that hold a metric back, unit by unit, the weightiest capability first. */
export function gapsOf({ capabilities }: SuccessMetric, units: readonly UnitOutlook[]): MetricGap[] {
  return units.flatMap(({ unit, infrastructures }) => {
    const all = new Map(
      infrastructures.flatMap((one) => one.capabilities).map((capability) => [capability.key, capability]),
    );
    return capabilities
      .flatMap((key) => all.get(key) ?? [])
      .filter(({ status }) => status !== "met")
      .map((capability) => ({ unit, capability }));
  });
}
