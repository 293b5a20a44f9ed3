import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { verdictChange } from "@/lib/evaluation/verdict-change";
import { withLevels } from "@/lib/evaluation/what-if";
import { askedFramework } from "@/lib/framework/depth";
import type { Framework, Level } from "@/lib/framework/types";
import type { Assessment } from "@/lib/scoring/assessment";
import { capabilityStates } from "@/lib/scoring/capability-state";
import { OUTCOMES } from "@/lib/scoring/result";
import { capabilitiesOf, cases } from "../../support/arbitraries";
import { assessment, capability, framework, type Given, wellSuited } from "../../support/method";

function changeOf(of: Framework, given: Assessment) {
  return verdictChange(capabilityStates(askedFramework(of, given.depth), given), evaluate(of, given));
}

const unit = framework({
  technical: [
    capability("platform", { gating: true, required: 4 }),
    capability("data", { weight: 4, required: 5 }),
    capability("security", { weight: 3, required: 5 }),
    capability("monitoring", { weight: 2, required: 5 }),
  ],
});
const change = (given: Record<string, Given>) => changeOf(unit, assessment(unit, given));

test("the gating capabilities that block come first, then the largest gains, no more than it takes", () => {
  // Readiness 100 × (0 + 4 × 0.25 + 3 × 0.25 + 2 × 0.25) / 10 = 22.5; the platform adds 10, data 30: still 62.5.
  const all2 = { "platform.q1": 1, "data.q1": 2, "security.q1": 2, "monitoring.q1": 2 };
  expect(change(all2)).toEqual({
    outcome: "readyWithConditions",
    close: ["platform", "data", "security"],
    also: [],
  });
});

test("a gating capability a level short is decisive only for ready", () => {
  expect(change({ "platform.q1": 3, "data.q1": 5, "security.q1": 5, "monitoring.q1": 5 })).toEqual({
    outcome: "ready",
    close: ["platform"],
    also: [],
  });
});

test("none when the verdict is ready, or only more answers can tell", () => {
  expect(change({ "platform.q1": 5, "data.q1": 5, "security.q1": 5, "monitoring.q1": 5 })).toBeNull();
  expect(change({ "data.q1": 5 })).toBeNull();
});

test("names what no capability can change", () => {
  const warned = assessment(
    unit,
    { "platform.q1": 5, "data.q1": 5, "security.q1": 5, "monitoring.q1": 5 },
    { suitability: { ...wellSuited, warnings: { ...wellSuited.warnings, unstablePilots: true } } },
  );
  expect(changeOf(unit, warned)).toMatchObject({
    close: [],
    also: [{ rule: "warningSign", warning: "unstablePilots" }],
  });
});

test("doing all of it lifts the verdict, where nothing else stands in the way", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      const well = { ...assessment, suitability: wellSuited };
      const found = changeOf(framework, well);
      if (!found || found.also.length > 0) return;
      expect(rankAfter(framework, well, found.close)).toBeGreaterThanOrEqual(OUTCOMES.indexOf(found.outcome));
      // One less does not.
      for (const key of found.close) {
        const less = found.close.filter((other) => other !== key);
        expect(rankAfter(framework, well, less)).toBeLessThan(OUTCOMES.indexOf(found.outcome));
      }
    }),
  );
});

/** Place of the outcome with these capabilities at their required level. */
function rankAfter(framework: Framework, given: Assessment, keys: readonly string[]) {
  const required = capabilitiesOf(framework)
    .filter(({ key }) => keys.includes(key))
    .map(({ key, required }): [string, Level] => [key, required[given.targetPhase]]);
  const tried = withLevels(framework, given, Object.fromEntries(required));
  return OUTCOMES.indexOf(evaluate(framework, tried).verdict.outcome);
}
