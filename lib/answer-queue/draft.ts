import type { Level } from "../framework/types";
import type { Answer, Certainty, NotApplicableReason } from "../scoring/assessment";
import { wellFormed } from "../text/well-formed";

export type Choice = Level | "notApplicable" | "dontKnow";

/** A question as it stands on screen, complete or not. */
export type Draft = {
  choice: Choice | null;
  reason: NotApplicableReason | null;
  note: string;
  evidence: readonly string[];
  /** A link that is typed but not added yet. */
  link: string;
  certainty: Certainty | null;
};

/** Why a draft is not an answer yet. */
export type DraftProblem = "choice-missing" | "reason-missing" | "note-missing";

export function draftOf(answer: Answer | null): Draft {
  return {
    choice: choiceOf(answer),
    reason: answer?.notApplicable ?? null,
    // What was stored before it was made so must be shown by server and browser alike.
    note: wellFormed(answer?.note ?? ""),
    evidence: answer?.evidence ?? [],
    link: "",
    certainty: answer?.certainty ?? null,
  };
}

export function choiceOf(answer: Answer | null): Choice | null {
  if (answer === null) return null;
  if (answer.dontKnow) return "dontKnow";
  return answer.level ?? "notApplicable";
}

export function problemOf({ choice, reason, note, evidence, certainty }: Draft): DraftProblem | null {
  const blank = note.trim() === "";
  if (choice === null) return blank && evidence.length === 0 && certainty === null ? null : "choice-missing";
  if (choice !== "notApplicable") return null;
  if (reason === null) return "reason-missing";
  return reason === "other" && blank ? "note-missing" : null;
}

/** The answer that a draft stands for, null for none; undefined when it is not complete enough to be saved. */
export function answerOf(draft: Draft): Answer | null | undefined {
  const { choice, reason, note, evidence, certainty } = draft;
  if (choice === null) return null;
  if (problemOf(draft) !== null) return undefined;
  const remarks = {
    ...(note.trim() !== "" && { note }),
    ...(evidence.length > 0 && { evidence }),
    ...(certainty !== null && { certainty }),
  };
  if (choice === "dontKnow") return { dontKnow: true, ...remarks };
  if (choice !== "notApplicable") return { level: choice, ...remarks };
  return reason === null ? undefined : { notApplicable: reason, ...remarks };
}
