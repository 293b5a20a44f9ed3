import type { Action, Area, Capability, Framework, Question, Risk } from "./types";

/** What stands behind the keys of a framework. */
export type Lookup = {
  areas: ReadonlyMap<string, Area>;
  capabilities: ReadonlyMap<string, Capability>;
  actions: ReadonlyMap<string, Action>;
  questions: ReadonlyMap<string, Question>;
  risks: ReadonlyMap<string, Risk>;
  roles: ReadonlyMap<string, string>;
  /** `Weeks 4–6` */
  windows: ReadonlyMap<string, string>;
};

export function lookUp(framework: Framework): Lookup {
  const capabilities = framework.areas.flatMap((area) => area.capabilities);
  return {
    areas: new Map(framework.areas.map((area) => [area.key, area])),
    capabilities: new Map(capabilities.map((capability) => [capability.key, capability])),
    actions: new Map(capabilities.flatMap(({ actions }) => actions.map((action) => [action.key, action]))),
    questions: new Map(
      capabilities.flatMap(({ questions }) => questions.map((question) => [question.key, question])),
    ),
    risks: new Map(framework.risks.map((risk) => [risk.key, risk])),
    roles: new Map(framework.roles.map(({ key, title }) => [key, title])),
    windows: new Map(
      framework.windows.map(({ key, fromWeek, toWeek }) => [key, `Weeks ${fromWeek}–${toWeek}`]),
    ),
  };
}

export function capabilityTitle(lookup: Lookup, key: string): string {
  return lookup.capabilities.get(key)?.title ?? key;
}
