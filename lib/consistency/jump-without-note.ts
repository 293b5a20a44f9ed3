import { formatLevel } from "../format/number";
import type { Question } from "../framework/types";
import type { Respondent } from "../scoring/assessment";
import type { CapabilityState } from "../scoring/capability-state";
import { answerTo, consensusOf } from "../scoring/consensus";
import type { CheckResult } from "../scoring/result";
import { steady } from "../scoring/steady";

const JUMP = 2;

/** Levels up by 2 or more since the last assessment, with no note that was not there then. */
export function jumpsWithoutNote(
  states: readonly CapabilityState[],
  respondents: readonly Respondent[],
  before: readonly Respondent[],
): CheckResult[] {
  return states.flatMap(({ capability, questions }) =>
    questions.flatMap(({ question, level }) => {
      const previous = consensusOf(question, before).level;
      if (level === null || previous === null || steady(level - previous) < JUMP) return [];
      const old = notesOn(question, before);
      if (notesOn(question, respondents).some((note) => !old.includes(note))) return [];
      const text = `${capability.title}: up from level ${formatLevel(previous)} to ${formatLevel(level)} since the last assessment, without a new note. ${question.text}`;
      return [{ key: "jumpWithoutNote", capability: capability.key, questions: [question.key], text }];
    }),
  );
}

function notesOn(question: Question, respondents: readonly Respondent[]): string[] {
  return respondents.flatMap((respondent) => {
    const note = answerTo(question.key, respondent)?.note?.trim();
    return note ? [note] : [];
  });
}
