"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import { formatClock } from "@/lib/format/clock";

/** ` at 14:02`, where the reader is, after a day; nothing without script. `at` in ms since 1970. */
export function LocalTime({ at }: { at: number }) {
  return useHydrated() ? ` at ${formatClock(new Date(at))}` : null;
}
