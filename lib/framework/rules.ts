import { type Action, type Capability, type Framework, PHASES, PITFALLS } from "./types";

/** What must hold between the parts of a framework whose shape is right. */

type Path = readonly (string | number)[];
export type Fault = { path: Path; expected: string };
type Placed<Item> = { item: Item; path: Path };

/** Every broken rule, in the order of the rules below; empty when the framework is sound. */
export function faults(framework: Framework): Fault[] {
  return [
    ...duplicateKeys(framework),
    ...repeated(place(framework.levels ?? [], ["levels"]), "a name of its own"),
    ...ownership(framework),
    ...descriptors(framework),
    ...requiredLevels(framework),
    ...steps(framework),
    ...references(framework),
    ...windowOrder(framework),
    ...dependencies(framework),
    ...pitfalls(framework),
    ...bounds(framework),
  ];
}

function place<Item>(items: readonly Item[], path: Path): Placed<Item>[] {
  return items.map((item, index) => ({ item, path: [...path, index] }));
}

function placedCapabilities(framework: Framework): Placed<Capability>[] {
  return place(framework.areas, ["areas"]).flatMap(({ item, path }) =>
    place(item.capabilities, [...path, "capabilities"]),
  );
}

function placedQuestions(framework: Framework) {
  return placedCapabilities(framework).flatMap(({ item, path }) =>
    place(item.questions, [...path, "questions"]),
  );
}

function placedActions(framework: Framework): Placed<Action>[] {
  return placedCapabilities(framework).flatMap(({ item, path }) => place(item.actions, [...path, "actions"]));
}

function keysOf(placed: readonly Placed<{ key: string }>[]): Placed<string>[] {
  return placed.map(({ item, path }) => ({ item: item.key, path: [...path, "key"] }));
}

function repeated(values: readonly Placed<string>[], expected: string): Fault[] {
  const seen = new Set<string>();
  return values.flatMap(({ item, path }) => {
    if (seen.has(item)) return [{ path, expected }];
    seen.add(item);
    return [];
  });
}

function duplicateKeys(framework: Framework): Fault[] {
  const lists = [
    place(framework.roles, ["roles"]),
    place(framework.windows, ["windows"]),
    place(framework.areas, ["areas"]),
    placedCapabilities(framework),
    placedQuestions(framework),
    placedActions(framework),
    place(framework.risks, ["risks"]),
    place(framework.checks, ["checks"]),
  ];
  const contributors = place(framework.risks, ["risks"]).map(({ item, path }) =>
    place(item.contributors, [...path, "contributors"]).map((placed) => ({
      item: placed.item.capability,
      path: [...placed.path, "capability"],
    })),
  );
  const mitigations = place(framework.risks, ["risks"]).map(({ item, path }) =>
    place(item.mitigations, [...path, "mitigations"]),
  );
  const keys = [...lists.map(keysOf), ...contributors, ...mitigations];
  return keys.flatMap((values) => repeated(values, "a key not used before"));
}

function ownership(framework: Framework): Fault[] {
  return placedCapabilities(framework).flatMap(({ item: capability, path }) => [
    ...place(capability.questions, [...path, "questions"])
      .filter(({ item }) => !item.key.startsWith(`${capability.key}.`))
      .map((question) => ({
        path: [...question.path, "key"],
        expected: `a key that begins with ${capability.key}.`,
      })),
    ...place(capability.actions, [...path, "actions"])
      .filter(({ item }) => item.key !== `${capability.key}.to-${item.to}`)
      .map((action) => ({
        path: [...action.path, "key"],
        expected: `${capability.key}.to-${action.item.to}`,
      })),
  ]);
}

function descriptors(framework: Framework): Fault[] {
  return placedQuestions(framework).flatMap(({ item, path }) =>
    repeated(place(item.levels, [...path, "levels"]), "a descriptor of its own"),
  );
}

function requiredLevels(framework: Framework): Fault[] {
  return placedCapabilities(framework).flatMap(({ item: { required }, path }) =>
    PHASES.flatMap((phase, index) => {
      const before = PHASES[index - 1];
      return before && required[phase] < required[before]
        ? [{ path: [...path, "required", phase], expected: `at least ${required[before]}, as for ${before}` }]
        : [];
    }),
  );
}

function steps(framework: Framework): Fault[] {
  return placedCapabilities(framework).flatMap(({ item: { actions }, path }) => [
    ...place(actions, [...path, "actions"])
      .filter(({ item }) => item.from !== item.to - 1)
      .map((action) => ({ path: [...action.path, "from"], expected: `${action.item.to - 1}` })),
    ...[2, 3, 4, 5]
      .filter((to) => !actions.some((action) => action.to === to))
      .map((to) => ({ path: [...path, "actions"], expected: `an action from level ${to - 1} to ${to}` })),
  ]);
}

function references(framework: Framework): Fault[] {
  const capabilities = keySet(placedCapabilities(framework));
  const questions = keySet(placedQuestions(framework));
  const actions = keySet(placedActions(framework));
  const roles = new Set(framework.roles.map(({ key }) => key));
  const windows = new Set(framework.windows.map(({ key }) => key));
  return [
    ...placedActions(framework).flatMap(({ item, path }) => [
      ...unknown([{ item: item.role, path: [...path, "role"] }], roles, "a role"),
      ...unknown([{ item: item.window, path: [...path, "window"] }], windows, "a window"),
      ...unknown(place(item.after, [...path, "after"]), actions, "an action"),
    ]),
    ...place(framework.risks, ["risks"]).flatMap(({ item, path }) => [
      ...item.contributors.flatMap(({ capability }, index) =>
        unknown(
          [{ item: capability, path: [...path, "contributors", index, "capability"] }],
          capabilities,
          "a capability",
        ),
      ),
      ...unknown(place(item.mitigations, [...path, "mitigations"]), actions, "an action"),
    ]),
    ...place(framework.checks, ["checks"]).flatMap(({ item, path }) =>
      item.when.flatMap(({ question }, index) =>
        unknown([{ item: question, path: [...path, "when", index, "question"] }], questions, "a question"),
      ),
    ),
  ];
}

function keySet(placed: readonly Placed<{ key: string }>[]): Set<string> {
  return new Set(placed.map(({ item }) => item.key));
}

function unknown(values: readonly Placed<string>[], known: ReadonlySet<string>, kind: string): Fault[] {
  return values
    .filter(({ item }) => !known.has(item))
    .map(({ path }) => ({ path, expected: `the key of ${kind} of this framework` }));
}

function windowOrder({ windows }: Framework): Fault[] {
  return windows.flatMap(({ fromWeek, toWeek }, index) => {
    const free = (windows[index - 1]?.toWeek ?? 0) + 1;
    return [
      ...(fromWeek < free
        ? [{ path: ["windows", index, "fromWeek"], expected: `a week from ${free} on` }]
        : []),
      ...(toWeek < fromWeek
        ? [{ path: ["windows", index, "toWeek"], expected: `a week from ${fromWeek} on` }]
        : []),
    ];
  });
}

function dependencies(framework: Framework): Fault[] {
  const actions = placedActions(framework);
  const byKey = new Map(actions.map(({ item }) => [item.key, item]));
  const rank = new Map(framework.windows.map(({ key }, index) => [key, index]));
  return actions.flatMap(({ item: action, path }) =>
    place(action.after, [...path, "after"]).flatMap((dependency) => {
      const earlier = byKey.get(dependency.item);
      if (!earlier) return [];
      if (dependsOn(earlier, action.key, byKey)) {
        return [{ path: dependency.path, expected: "an action that does not depend on this one" }];
      }
      return (rank.get(earlier.window) ?? 0) > (rank.get(action.window) ?? 0)
        ? [{ path: dependency.path, expected: "an action in the same window or an earlier one" }]
        : [];
    }),
  );
}

function dependsOn(start: Action, target: string, byKey: ReadonlyMap<string, Action>): boolean {
  const seen = new Set([start.key]);
  for (const key of seen) {
    if (key === target) return true;
    // A set visits what is added while it is walked: the reachable actions, each once.
    for (const next of byKey.get(key)?.after ?? []) seen.add(next);
  }
  return false;
}

function pitfalls({ risks }: Framework): Fault[] {
  const named = place(risks, ["risks"]).flatMap(({ item, path }) =>
    item.pitfall ? [{ item: item.pitfall as string, path: [...path, "pitfall"] }] : [],
  );
  const missing = PITFALLS.filter((pitfall) => !named.some(({ item }) => item === pitfall));
  return [
    ...repeated(named, "a pitfall that no earlier risk names"),
    ...missing.map((pitfall) => ({ path: ["risks"], expected: `a risk for the pitfall ${pitfall}` })),
  ];
}

function bounds({ checks }: Framework): Fault[] {
  return place(checks, ["checks"]).flatMap(({ item, path }) =>
    place(item.when, [...path, "when"])
      .filter(({ item: { atLeast = 1, atMost = 5 } }) => atLeast > atMost || (atLeast === 1 && atMost === 5))
      .map((condition) => ({
        path: condition.path,
        expected: "atLeast or atMost, with a level between them",
      })),
  );
}
