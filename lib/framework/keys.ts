import type { Framework } from "./types";

type Keys = { questions: ReadonlySet<string>; actions: ReadonlySet<string> };

// A framework never changes, so its keys are gathered once.
const known = new WeakMap<Framework, Keys>();

/** Keys of all questions of a framework. */
export function questionKeys(framework: Framework): ReadonlySet<string> {
  return keysOf(framework).questions;
}

/** Keys of all actions of a framework. */
export function actionKeys(framework: Framework): ReadonlySet<string> {
  return keysOf(framework).actions;
}

function keysOf(framework: Framework): Keys {
  const found = known.get(framework);
  if (found) return found;
  const capabilities = framework.areas.flatMap((area) => area.capabilities);
  const keys = {
    questions: new Set(capabilities.flatMap(({ questions }) => questions.map(({ key }) => key))),
    actions: new Set(capabilities.flatMap(({ actions }) => actions.map(({ key }) => key))),
  };
  known.set(framework, keys);
  return keys;
}
