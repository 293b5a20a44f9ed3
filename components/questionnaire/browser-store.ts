import { type IDBPDatabase, openDB } from "idb";
import type { TextStore } from "@/lib/answer-queue/mirror";

const STORE = "kept";
let opened: Promise<IDBPDatabase> | undefined;

/** Opened at the first use, and again when the browser has closed it. */
function database(): Promise<IDBPDatabase> {
  opened ??= openDB("scaling-readiness", 1, {
    upgrade: (created) => void created.createObjectStore(STORE),
    terminated: forget,
  }).catch((error) => {
    forget();
    throw error;
  });
  return opened;
}

function forget() {
  opened = undefined;
}

/** IndexedDB: transactions on one store run in the order in which they are begun. */
export const browserStore: TextStore = {
  async entries(prefix) {
    const { store } = (await database()).transaction(STORE);
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, texts] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return keys.map((key, index) => [String(key), String(texts[index])]);
  },
  async put(key, text) {
    await (await database()).put(STORE, text, key);
  },
  async remove(key, text) {
    const { store, done } = (await database()).transaction(STORE, "readwrite");
    if ((await store.get(key)) === text) await store.delete(key);
    await done;
  },
};
