import { useSyncExternalStore } from "react";

const KEY = "single-key-shortcuts";
const CHANGED = "single-key-shortcuts-changed";

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function turnShortcuts(on: boolean) {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // Without storage the choice cannot be kept.
  }
  dispatchEvent(new Event(CHANGED));
}

function subscribe(listener: () => void) {
  addEventListener(CHANGED, listener);
  addEventListener("storage", listener);
  return () => {
    removeEventListener(CHANGED, listener);
    removeEventListener("storage", listener);
  };
}

/** Whether single keys answer and move. A person's choice, kept in this browser. */
export function useShortcuts(): boolean {
  return useSyncExternalStore(subscribe, read, () => true);
}
