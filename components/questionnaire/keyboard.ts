import { LEVELS, type Level } from "@/lib/framework/types";

export type Command =
  | { does: "answer"; choice: Level | "notApplicable" | "dontKnow" }
  | { does: "move"; by: 1 | -1 }
  | { does: "nextOpen" | "find" | "showKeys" };

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "repeat" | "isComposing">;

/** Where the focus is: on the question itself, on one of its radios, or on something with keys of its own. */
export type Place = "card" | "radio" | "control";

/** What a key does inside a question, or null when it keeps its usual meaning. */
export function commandOf(key: Key, place: Place): Command | null {
  if (key.ctrlKey || key.altKey || key.metaKey || key.isComposing) return null;
  // Arrows inside radios choose, as everywhere: they only move where they would do nothing else.
  if (place === "card" && key.key === "ArrowDown") return { does: "move", by: 1 };
  if (place === "card" && key.key === "ArrowUp") return { does: "move", by: -1 };
  if (key.key === "j") return { does: "move", by: 1 };
  if (key.key === "k") return { does: "move", by: -1 };
  if (key.repeat) return null;
  if (place !== "control" && key.key === "Enter") return { does: "nextOpen" };
  const level = LEVELS.find((candidate) => String(candidate) === key.key);
  if (level) return { does: "answer", choice: level };
  switch (key.key) {
    case "n":
      return { does: "answer", choice: "notApplicable" };
    case "d":
      return { does: "answer", choice: "dontKnow" };
    case "/":
      return { does: "find" };
    case "?":
      return { does: "showKeys" };
    default:
      return null;
  }
}

const TYPING = "input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]";

/** The place of an element in a question; null where keys are typed text. */
export function placeOf(target: Element): Place | null {
  if (target.matches(TYPING)) return null;
  if (target.matches("[data-question]")) return "card";
  return target.matches("input[type=radio]") ? "radio" : "control";
}
