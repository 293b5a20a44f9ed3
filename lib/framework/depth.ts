import type { Depth, Framework } from "./types";

const quickOf = new WeakMap<Framework, Framework>();

/** The framework as an assessment of this depth sees it: what is not asked is as if it were not there. */
export function askedFramework(framework: Framework, depth: Depth): Framework {
  if (depth === "full") return framework;
  const known = quickOf.get(framework);
  if (known) return known;
  const areas = framework.areas
    .map((area) => ({
      ...area,
      capabilities: area.capabilities
        .map((capability) => ({
          ...capability,
          questions: capability.questions.filter(({ quick }) => quick),
        }))
        .filter(({ questions }) => questions.length > 0),
    }))
    .filter(({ capabilities }) => capabilities.length > 0);
  const quick = { ...framework, areas };
  quickOf.set(framework, quick);
  return quick;
}
