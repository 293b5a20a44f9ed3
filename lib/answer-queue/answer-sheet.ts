import type { Answer } from "../scoring/assessment";
import { wellFormed } from "../text/well-formed";
import type { AnswerQueue } from "./answer-queue";
import { answerOf, type Choice, type Draft, type DraftProblem, draftOf, problemOf } from "./draft";
import { type Entry, shownValue } from "./entry";
import type { Mirror } from "./mirror";
import { sameValue } from "./same-value";

/** What is typed is sent this long after the last key. */
const TYPING_DELAY_MS = 700;

/** One question on screen. The same object as long as nothing about it changes. */
export type QuestionView = { entry: Entry<Answer>; draft: Draft; problem: DraftProblem | null };

export type AnswerSheet = ReturnType<typeof createAnswerSheet>;

/** The queue as a person sees it: drafts that are not answers yet are kept beside it. */
export function createAnswerSheet(queue: AnswerQueue<Answer>, mirror: Mirror<Draft>) {
  const drafts = new Map<string, Draft>();
  const views = new Map<string, { entry: Entry<Answer>; kept: Draft | undefined; view: QuestionView }>();
  const listeners = new Set<() => void>();
  let incomplete: readonly string[] = [];

  function keep(question: string, draft: Draft | null) {
    if (draft) drafts.set(question, draft);
    else drafts.delete(question);
    void mirror.write(question, draft);
    incomplete = [...drafts].filter(([, kept]) => problemOf(kept) !== null).map(([key]) => key);
  }

  function notify() {
    for (const listener of listeners) listener();
  }

  function view(question: string): QuestionView {
    const entry = queue.entry(question);
    const kept = drafts.get(question);
    const known = views.get(question);
    if (known && known.entry === entry && known.kept === kept) return known.view;
    const draft = kept ?? draftOf(shownValue(entry));
    const next = { entry, draft, problem: problemOf(draft) };
    views.set(question, { entry, kept, view: next });
    return next;
  }

  function edit(question: string, change: Partial<Draft>, { typing = false } = {}) {
    const { entry, draft: before } = view(question);
    const typed = { ...before, ...change };
    // As the server will store it: what it answers is then no other value.
    const draft = { ...typed, note: wellFormed(typed.note) };
    const answer = answerOf(draft);
    const whole = answer !== undefined && sameValue(draft, draftOf(answer));
    keep(question, whole ? null : draft);
    // A choice made again confirms what was carried over; a half-typed link does not.
    const said = change.choice !== undefined || !sameValue(answer, shownValue(entry));
    if (answer !== undefined && said) queue.edit(question, answer, typing ? TYPING_DELAY_MS : 0);
    notify();
  }

  return {
    queue,
    view,
    /** Questions whose draft is not complete enough to be saved. */
    incomplete: () => incomplete,

    subscribe(listener: () => void) {
      listeners.add(listener);
      const unsubscribe = queue.subscribe(listener);
      return () => {
        listeners.delete(listener);
        unsubscribe();
      };
    },

    /** Picks up what an earlier visit left behind. */
    async restore() {
      const kept = await mirror.read();
      for (const [question, draft] of kept) if (!drafts.has(question)) keep(question, draft);
      await queue.restore();
      notify();
    },

    edit,

    /** A reason belongs to not applicable alone. */
    answer(question: string, choice: Choice | null) {
      const { reason } = view(question).draft;
      edit(question, { choice, reason: choice === "notApplicable" ? reason : null });
    },

    /** Says that an answer carried over from the assessment before still holds. */
    confirm(question: string) {
      queue.edit(question, shownValue(queue.entry(question)));
    },

    /** Settles a conflict, or gives up what the server will not take. */
    choose(question: string, side: "mine" | "stored") {
      if (side === "stored") keep(question, null);
      queue.choose(question, side);
      notify();
    },
  };
}
