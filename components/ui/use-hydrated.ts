import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and while hydrating: for what must not be there, or not be typed in, before script runs. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
