import type { QuestionView } from "@/lib/answer-queue/answer-sheet";

export type QuestionState =
  | "open"
  | "answered"
  | "notApplicable"
  | "dontKnow"
  | "carriedOver"
  | "conflict"
  | "notSaved";

export const STATE_WORDS: Record<QuestionState, string> = {
  open: "Open",
  answered: "Answered",
  notApplicable: "Not applicable",
  dontKnow: "Don't know",
  carriedOver: "Carried over",
  conflict: "Changed elsewhere",
  notSaved: "Not saved",
};

/** The mark before the question in the list; the words say the same. */
export const STATE_MARKS: Record<QuestionState, string> = {
  open: "○",
  answered: "✓",
  notApplicable: "–",
  dontKnow: "?",
  carriedOver: "↻",
  conflict: "!",
  notSaved: "!",
};

/** `failing`: saving does not work at the moment, so that what is unsent is worth a word. */
export function stateOf({ entry, draft, problem }: QuestionView, failing: boolean): QuestionState {
  if (entry.conflict) return "conflict";
  const unsent = entry.mine !== undefined || entry.sent !== undefined;
  if (problem || entry.refused || (failing && unsent)) return "notSaved";
  if (entry.stored.carriedOver && !unsent) return "carriedOver";
  if (draft.choice === null) return "open";
  return typeof draft.choice === "number" ? "answered" : draft.choice;
}

/** Not answered, or answered with don't know. */
export function isOpen({ draft }: QuestionView): boolean {
  return draft.choice === null || draft.choice === "dontKnow";
}

export function isNoted({ draft }: QuestionView): boolean {
  return draft.note.trim() !== "" || draft.evidence.length > 0;
}
