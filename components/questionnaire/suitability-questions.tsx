"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { RadioGroup } from "@/components/ui/radio-group";
import { RadioRow } from "@/components/ui/radio-row";
import type { PageValues } from "@/lib/answer-queue/answer-queue";
import { shownValue } from "@/lib/answer-queue/entry";
import {
  conditionKey,
  SUITABILITY_KEYS,
  type SuitabilityAnswer,
  type SuitabilityKey,
  warningKey,
} from "@/lib/assessments/suitability";
import { CONDITION_ANSWERS, CONDITIONS, WARNINGS } from "@/lib/scoring/assessment";
import { CONDITION_ANSWER_WORDS, CONDITION_QUESTIONS, WARNING_QUESTIONS } from "@/lib/scoring/words";
import { Conflict } from "./conflict";
import { useEarlyChoices } from "./early-choices";
import { useOfflineCopy } from "./offline-copy";
import { SavingStatus } from "./saving-status";
import type { Address } from "./send-change";
import { type SuitabilityQueue, startSuitability, suitabilityQueue } from "./suitability-queue";

const YES_NO = [
  { value: true, words: "Yes" },
  { value: false, words: "No" },
] as const;

const CONDITION_CHOICES = CONDITION_ANSWERS.map((value) => ({ value, words: CONDITION_ANSWER_WORDS[value] }));

export function SuitabilityQuestions({
  address,
  values,
  readAt,
}: {
  address: Address;
  values: PageValues<SuitabilityAnswer>;
  /** When the page read them, ms since 1970. */
  readAt: number;
}) {
  const [queue] = useState(() => {
    const made = suitabilityQueue(address);
    made.receive(values, readAt);
    return made;
  });
  useEffect(() => queue.refresh(values, readAt), [queue, values, readAt]);
  useEffect(() => startSuitability(queue), [queue]);
  const root = useRef<HTMLDivElement>(null);
  useEarlyChoices(root);
  useOfflineCopy();
  const status = useSyncExternalStore(queue.subscribe, queue.status, queue.status);
  const countAnswered = () => SUITABILITY_KEYS.filter((key) => shownValue(queue.entry(key)) !== null).length;
  const answered = useSyncExternalStore(queue.subscribe, countAnswered, countAnswered);
  return (
    <div ref={root} className="isolate flex max-w-3xl flex-col gap-8">
      <div className="sticky top-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-6 border-b border-line bg-page px-4 py-1">
        <p className="py-2 font-medium tabular-nums">
          {answered} of {SUITABILITY_KEYS.length} answered
        </p>
        <SavingStatus status={status} linkTo={(key) => `#${key}`} onRetry={queue.retryNow} />
      </div>
      <section aria-labelledby="conditions-title" className="flex flex-col gap-6">
        <h2 id="conditions-title" className="text-xl font-semibold">
          What speaks for scaling
        </h2>
        {CONDITIONS.map((key) => (
          <Piece
            key={key}
            queue={queue}
            name={conditionKey(key)}
            label={CONDITION_QUESTIONS[key]}
            choices={CONDITION_CHOICES}
          />
        ))}
      </section>
      <section aria-labelledby="warnings-title" className="flex flex-col gap-6">
        <h2 id="warnings-title" className="text-xl font-semibold">
          What speaks against it
        </h2>
        {WARNINGS.map((key) => (
          <Piece
            key={key}
            queue={queue}
            name={warningKey(key)}
            label={WARNING_QUESTIONS[key]}
            choices={YES_NO}
          />
        ))}
      </section>
    </div>
  );
}

function Piece({
  queue,
  name,
  label,
  choices,
}: {
  queue: SuitabilityQueue;
  name: SuitabilityKey;
  label: string;
  choices: readonly { value: SuitabilityAnswer; words: string }[];
}) {
  const read = () => queue.entry(name);
  const entry = useSyncExternalStore(queue.subscribe, read, read);
  const value = shownValue(entry);
  const wordsOf = (answer: SuitabilityAnswer | null) =>
    choices.find((choice) => choice.value === answer)?.words ?? "Not answered";
  return (
    <RadioGroup id={name} label={label}>
      <Conflict
        entry={entry}
        show={(answer) => <p>{wordsOf(answer)}</p>}
        onChoose={(side) => queue.choose(name, side)}
      />
      <div className="grid gap-2 sm:grid-cols-3">
        {choices.map((choice) => (
          <RadioRow
            key={choice.words}
            name={name}
            value={String(choice.value)}
            autoComplete="off"
            checked={value === choice.value}
            onChange={() => queue.edit(name, choice.value)}
          >
            {choice.words}
          </RadioRow>
        ))}
      </div>
    </RadioGroup>
  );
}
