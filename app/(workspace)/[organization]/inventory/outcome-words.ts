import { fullOf } from "@/lib/bounds/words";

export const FAILURES = {
  forbidden: "You may look at the inventory but not change it.",
  "not-found": "It is not here any more: somebody has deleted it, or its unit.",
  "name-taken": "The unit has one of that name and kind already. Nothing was stored: choose another name.",
  "unknown-process": "One of the processes is not here any more. Nothing was stored: choose again.",
  full: fullOf("inventory"),
} as const;
