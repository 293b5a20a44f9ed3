import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { capabilityKeys } from "@/lib/framework/keys";
import { BARRIER_CAPABILITIES, BARRIERS, STANCES, STEPS, stanceOf } from "@/lib/planning/stakeholders";

test("who has influence and no support is won over; support is what makes a leader", () => {
  expect(stanceOf({ influence: 5, support: 3 })).toBe("win");
  expect(stanceOf({ influence: 3, support: 4 })).toBe("lead");
  expect(stanceOf({ influence: 2, support: 4 })).toBe("involve");
  expect(stanceOf({ influence: 2, support: 3 })).toBe("inform");
  const all = STEPS.flatMap((influence) => STEPS.map((support) => stanceOf({ influence, support })));
  expect(new Set(all)).toEqual(new Set(STANCES));
});

test("each barrier is lowered by capabilities of the framework", () => {
  const known = capabilityKeys(aiScaling);
  for (const barrier of BARRIERS) {
    expect(BARRIER_CAPABILITIES[barrier].length).toBeGreaterThan(0);
    expect(BARRIER_CAPABILITIES[barrier].filter((key) => !known.has(key))).toEqual([]);
  }
});
