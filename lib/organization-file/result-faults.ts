import { capabilityKeys, questionKeys } from "../framework/keys";
import { lookUp } from "../framework/lookup";
import { type Framework, INFRASTRUCTURES } from "../framework/types";
import { frameworkName } from "../framework/version";
import type { Result } from "../scoring/result";
import { eachOnce, type Fault, sameKeys } from "./fault";

const keysOf = (items: readonly { key: string }[]) => items.map(({ key }) => key);
const capabilitiesOf = (items: readonly { capability: string }[]) =>
  items.map(({ capability }) => capability);

/**
 * Where a result does not agree with the framework as its assessment was asked by it. Its figures are taken as they
 * stand; all that it speaks of must be there once, since pages and files look it up.
 */
export function* faultsOfResult(result: Result, asked: Framework): Generator<Fault> {
  const name = frameworkName(asked);
  const expected = `a key of ${name}, each once`;
  const { actions } = lookUp(asked);
  const capabilities = { allowed: capabilityKeys(asked), expected };
  const questions = { allowed: questionKeys(asked), expected };
  const inCapability = { ...capabilities, under: ["capability"] };

  yield* sameKeys(["areas"], keysOf(result.areas), keysOf(asked.areas), `the areas of ${name}, in order`);
  for (const [index, { capabilities: own }] of result.areas.entries()) {
    const steps = ["areas", index, "capabilities"];
    const wanted = keysOf(asked.areas[index]?.capabilities ?? []);
    yield* sameKeys(steps, keysOf(own), wanted, `the capabilities of the area in ${name}, in order`);
    for (const [at, { contested }] of own.entries())
      yield* eachOnce([...steps, at, "contested"], contested, questions);
  }
  const infrastructures = `each of ${INFRASTRUCTURES.join(", ")}, in order`;
  yield* sameKeys(["infrastructures"], keysOf(result.infrastructures), INFRASTRUCTURES, infrastructures);
  for (const [index, { capabilities: own }] of result.infrastructures.entries())
    yield* eachOnce(["infrastructures", index, "capabilities"], own, capabilities);
  yield* eachOnce(["gaps"], capabilitiesOf(result.gaps), inCapability);
  for (const [index, { actions: own }] of result.gaps.entries())
    yield* eachOnce(["gaps", index, "actions"], own, { allowed: actions, expected });
  const risks = new Set(keysOf(asked.risks));
  yield* eachOnce(["risks"], keysOf(result.risks), { allowed: risks, expected, under: ["key"] });
  for (const [index, { contributors }] of result.risks.entries())
    yield* eachOnce(["risks", index, "contributors"], capabilitiesOf(contributors), inCapability);
  yield* eachOnce(["settlingQuestions"], result.settlingQuestions, questions);
  for (const [index, { capability }] of result.verdict.reasons.entries()) {
    if (capability !== undefined && !capabilities.allowed.has(capability))
      yield { steps: ["verdict", "reasons", index, "capability"], expected };
  }
  const areas = new Set(keysOf(asked.areas));
  for (const [index, { area, capability, questions: own = [] }] of result.checks.entries()) {
    if (area !== undefined && !areas.has(area)) yield { steps: ["checks", index, "area"], expected };
    if (capability !== undefined && !capabilities.allowed.has(capability))
      yield { steps: ["checks", index, "capability"], expected };
    yield* eachOnce(["checks", index, "questions"], own, questions);
  }
}
