import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { capabilityKeys } from "@/lib/framework/keys";
import { SUCCESS_METRICS } from "@/lib/framework/success-metrics";

test("four primary and four secondary metrics, each tied to capabilities of the framework", () => {
  expect(SUCCESS_METRICS.filter(({ primary }) => primary)).toHaveLength(4);
  expect(SUCCESS_METRICS).toHaveLength(8);
  expect(new Set(SUCCESS_METRICS.map(({ key }) => key)).size).toBe(8);
  const known = capabilityKeys(aiScaling);
  for (const { capabilities } of SUCCESS_METRICS) {
    expect(capabilities.length).toBeGreaterThan(0);
    expect(capabilities.filter((key) => !known.has(key))).toEqual([]);
  }
});
