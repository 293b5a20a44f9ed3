import type { Framework } from "./types";

/** Keys of a framework, each with its place in framework order. */
type Places = ReadonlyMap<string, number>;
type Keys = { capabilities: Places; questions: Places; actions: Places };

// A framework never changes, so its keys are gathered once.
const known = new WeakMap<Framework, Keys>();

export function capabilityKeys(framework: Framework): Places {
  return keysOf(framework).capabilities;
}

export function questionKeys(framework: Framework): Places {
  return keysOf(framework).questions;
}

export function actionKeys(framework: Framework): Places {
  return keysOf(framework).actions;
}

function keysOf(framework: Framework): Keys {
  const found = known.get(framework);
  if (found) return found;
  const capabilities = framework.areas.flatMap((area) => area.capabilities);
  const keys = {
    capabilities: placesOf(capabilities),
    questions: placesOf(capabilities.flatMap(({ questions }) => questions)),
    actions: placesOf(capabilities.flatMap(({ actions }) => actions)),
  };
  known.set(framework, keys);
  return keys;
}

function placesOf(items: readonly { key: string }[]): Places {
  return new Map(items.map(({ key }, place) => [key, place]));
}
