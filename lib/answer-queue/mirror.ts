/** Keeps one value a key where a reload does not lose it. Writing null removes it. */
export type Mirror<Kept> = {
  read(): ReadonlyMap<string, Kept>;
  write(key: string, kept: Kept | null): void;
};

/** For where nothing needs to be kept, such as on the server. */
export function noMirror<Kept>(): Mirror<Kept> {
  return { read: () => new Map(), write: () => undefined };
}

/** What this asks of localStorage. */
export type KeyValueStore = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * A mirror in a store that tabs share. A tab removes only what it wrote itself: another one's newer value stays.
 * A store that is full or switched off keeps nothing, silently: what it mirrors is still in memory.
 */
export function storeMirror<Kept>(store: () => KeyValueStore, prefix: string): Mirror<Kept> {
  const written = new Map<string, string>();
  return {
    read: () => attempt(() => readAll<Kept>(store(), prefix)) ?? new Map(),
    write(key, kept) {
      const before = written.get(key);
      if (kept !== null) {
        const text = JSON.stringify(kept);
        written.set(key, text);
        attempt(() => store().setItem(prefix + key, text));
      } else if (before !== undefined) {
        written.delete(key);
        attempt(() => {
          if (store().getItem(prefix + key) === before) store().removeItem(prefix + key);
        });
      }
    },
  };
}

function readAll<Kept>(store: KeyValueStore, prefix: string): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  for (let index = 0; index < store.length; index++) {
    const key = store.key(index);
    const text = key?.startsWith(prefix) ? store.getItem(key) : null;
    const value = text ? attempt((): Kept => JSON.parse(text)) : undefined;
    if (key && value !== undefined) kept.set(key.slice(prefix.length), value);
  }
  return kept;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
