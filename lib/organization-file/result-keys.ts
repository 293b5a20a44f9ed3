import { actionKeys, capabilityKeys, questionKeys } from "../framework/keys";
import type { Framework } from "../framework/types";
import type { Result } from "../scoring/result";

/** Where a result names what its framework does not have, as steps of a path; null when it fits. */
export function unknownKeyOf(result: Result, framework: Framework): PropertyKey[] | null {
  const capabilities = capabilityKeys(framework);
  const actions = actionKeys(framework);
  const questions = questionKeys(framework);
  const areas = new Set<string>(framework.areas.map(({ key }) => key));
  const risks = new Set(framework.risks.map(({ key }) => key));
  for (const [index, { key, capabilities: own }] of result.areas.entries()) {
    if (!areas.has(key)) return ["areas", index, "key"];
    const at = own.findIndex((capability) => !capabilities.has(capability.key));
    if (at >= 0) return ["areas", index, "capabilities", at, "key"];
  }
  for (const [index, gap] of result.gaps.entries()) {
    if (!capabilities.has(gap.capability)) return ["gaps", index, "capability"];
    const at = gap.actions.findIndex((key) => !actions.has(key));
    if (at >= 0) return ["gaps", index, "actions", at];
  }
  for (const [index, { key, contributors }] of result.risks.entries()) {
    if (!risks.has(key)) return ["risks", index, "key"];
    const at = contributors.findIndex(({ capability }) => !capabilities.has(capability));
    if (at >= 0) return ["risks", index, "contributors", at, "capability"];
  }
  const at = result.settlingQuestions.findIndex((key) => !questions.has(key));
  return at >= 0 ? ["settlingQuestions", at] : null;
}
