/** Keeps one value a key where a reload does not lose it. Neither call ever rejects. */
export type Mirror<Kept> = {
  /** What an earlier visit or another tab has kept. */
  read(): Promise<ReadonlyMap<string, Kept>>;
  /** Writing null removes. Resolves to whether it was done. */
  write(key: string, kept: Kept | null): Promise<boolean>;
};

/** For where nothing can be kept, such as on the server. */
export function noMirror<Kept>(): Mirror<Kept> {
  return { read: async () => new Map(), write: async () => false };
}

/** Texts by key, shared by the tabs of a browser. Its calls take effect in the order in which they are made. */
export type TextStore = {
  entries(prefix: string): Promise<readonly (readonly [key: string, text: string])[]>;
  put(key: string, text: string): Promise<void>;
  /** Removes the key while it still holds `text`. */
  remove(key: string, text: string): Promise<void>;
};

/**
 * A mirror in a store that tabs share. A tab removes only what it wrote or read itself: another one's newer value
 * stays.
 */
export function storeMirror<Kept>(store: TextStore, prefix: string): Mirror<Kept> {
  const known = new Map<string, string>();
  return {
    async read() {
      const kept = new Map<string, Kept>();
      for (const [key, text] of (await attempt(() => store.entries(prefix))) ?? []) {
        const name = key.slice(prefix.length);
        const value = await attempt(async (): Promise<Kept> => JSON.parse(text));
        if (value === undefined) continue;
        if (!known.has(name)) known.set(name, text);
        kept.set(name, value);
      }
      return kept;
    },
    async write(key, kept) {
      const before = known.get(key);
      if (kept !== null) {
        const text = JSON.stringify(kept);
        known.set(key, text);
        return succeeds(() => store.put(prefix + key, text));
      }
      if (before === undefined) return true;
      known.delete(key);
      return succeeds(() => store.remove(prefix + key, before));
    },
  };
}

function succeeds(run: () => Promise<void>): Promise<boolean> {
  return run().then(
    () => true,
    () => false,
  );
}

async function attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}
