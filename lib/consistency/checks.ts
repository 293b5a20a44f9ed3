import { formatPercent } from "../format/number";
import type { Framework } from "../framework/types";
import type { CapabilityState } from "../scoring/capability-state";
import type { Consensus } from "../scoring/consensus";
import type { CheckResult } from "../scoring/result";

const STRAIGHT_LINE_SHARE = 0.9;
/** Below this many levels in an area, sameness says nothing. */
const STRAIGHT_LINE_ANSWERS_MIN = 5;
const HIGH_LEVEL = 4;
const JUMP_LEVELS = 2;

/** One answer of the assessment before, as far as the checks need it. */
export type EarlierAnswer = { level: number | null; notes: readonly string[] };

export type CheckInput = {
  framework: Framework;
  states: readonly CapabilityState[];
  /** Notes given now, by question. */
  notes: ReadonlyMap<string, readonly string[]>;
  /** Answers of the unit's last assessment, by question; empty when there is none. */
  earlier: ReadonlyMap<string, EarlierAnswer>;
};

/** What asks for a second look, in the order of the method's list. It changes no score. */
export function checkAnswers(input: CheckInput): CheckResult[] {
  return [
    ...contradictions(input),
    ...straightLining(input),
    ...highWithoutEvidence(input),
    ...notApplicableGating(input),
    ...jumpsWithoutNote(input),
  ];
}

function consensuses(states: readonly CapabilityState[]): Consensus[] {
  return states.flatMap(({ questions }) => questions);
}

function contradictions({ framework, states }: CheckInput): CheckResult[] {
  const levels = new Map(consensuses(states).map(({ question, level }) => [question.key, level]));
  return framework.checks
    .filter(({ when }) =>
      when.every(({ question, atLeast, atMost }) => {
        const level = levels.get(question) ?? null;
        if (level === null) return false;
        return (atLeast === undefined || level >= atLeast) && (atMost === undefined || level <= atMost);
      }),
    )
    .map(({ key, text, when }) => ({ key, questions: when.map(({ question }) => question), text }));
}

function straightLining({ framework, states }: CheckInput): CheckResult[] {
  return framework.areas.flatMap(({ key, title }) => {
    const levels = consensuses(states.filter(({ area }) => area.key === key)).flatMap(({ level }) =>
      level === null ? [] : [level],
    );
    if (levels.length < STRAIGHT_LINE_ANSWERS_MIN) return [];
    const counts = new Map<number, number>();
    for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
    const [level, most] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    const share = most / levels.length;
    if (share < STRAIGHT_LINE_SHARE) return [];
    const text = `${title}: ${formatPercent(share)} of the answers are at level ${level}. Look again whether each was answered on its own.`;
    return [{ key: "straightLining", area: key, text }];
  });
}

function highWithoutEvidence({ framework, states }: CheckInput): CheckResult[] {
  return framework.areas.flatMap(({ key, title }) => {
    const questions = consensuses(states.filter(({ area }) => area.key === key))
      .filter(({ level, evidenced }) => level !== null && level >= HIGH_LEVEL && !evidenced)
      .map(({ question }) => question.key);
    if (questions.length === 0) return [];
    const answers =
      questions.length === 1
        ? "1 answer at level 4 or 5 has"
        : `${questions.length} answers at level 4 or 5 have`;
    return [
      {
        key: "highWithoutEvidence",
        area: key,
        questions,
        text: `${title}: ${answers} neither a note nor evidence.`,
      },
    ];
  });
}

function notApplicableGating({ states }: CheckInput): CheckResult[] {
  return states
    .filter(({ capability }) => capability.gating)
    .flatMap(({ capability, questions }) => {
      const keys = questions
        .filter(({ status }) => status === "notApplicable")
        .map(({ question }) => question.key);
      if (keys.length === 0) return [];
      const text = `${capability.title} is gating, yet marked not applicable. Check that scaling truly does not need it.`;
      return [{ key: "notApplicableGating", capability: capability.key, questions: keys, text }];
    });
}

function jumpsWithoutNote({ states, notes, earlier }: CheckInput): CheckResult[] {
  return states.flatMap(({ capability, questions }) =>
    questions.flatMap(({ question, level }) => {
      const before = earlier.get(question.key);
      if (level === null || !before || before.level === null) return [];
      if (level - before.level < JUMP_LEVELS - 1e-9) return [];
      const isNew = notes.get(question.key)?.some((note) => !before.notes.includes(note)) ?? false;
      if (isNew) return [];
      const text = `${capability.title}: up from ${before.level} to ${level} since the last assessment without a new note on "${question.text}"`;
      return [{ key: "jumpWithoutNote", capability: capability.key, questions: [question.key], text }];
    }),
  );
}
