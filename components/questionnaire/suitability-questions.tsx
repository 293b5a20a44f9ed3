"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { RadioGroup } from "@/components/ui/radio-group";
import { RadioRow } from "@/components/ui/radio-row";
import type { PageValues } from "@/lib/answer-queue/answer-queue";
import { shownValue } from "@/lib/answer-queue/entry";
import { CONDITION_ANSWERS, CONDITIONS, WARNINGS } from "@/lib/scoring/assessment";
import { CONDITION_ANSWER_WORDS, CONDITION_QUESTIONS, WARNING_QUESTIONS } from "@/lib/scoring/words";
import { useEarlyChoices } from "./early-choices";
import { useOfflineCopy } from "./offline-copy";
import { SavingStatus } from "./saving-status";
import type { Address } from "./send-change";
import { type SuitabilityQueue, startSuitability, suitabilityQueue } from "./suitability-queue";
import { conditionKey, type SuitabilityAnswer, warningKey } from "./suitability-values";

const YES_NO = [
  { value: true, words: "Yes" },
  { value: false, words: "No" },
] as const;

const CONDITION_CHOICES = CONDITION_ANSWERS.map((value) => ({ value, words: CONDITION_ANSWER_WORDS[value] }));

const ALL = [...CONDITIONS.map(conditionKey), ...WARNINGS.map(warningKey)];

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
  const countAnswered = () => ALL.filter((key) => shownValue(queue.entry(key)) !== null).length;
  const answered = useSyncExternalStore(queue.subscribe, countAnswered, countAnswered);
  return (
    <div ref={root} className="isolate flex max-w-3xl flex-col gap-8">
      <div className="sticky top-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-6 border-b border-line bg-page px-4 py-1">
        <p className="py-2 font-medium tabular-nums">
          {answered} of {ALL.length} answered
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
  name: string;
  label: string;
  choices: readonly { value: SuitabilityAnswer; words: string }[];
}) {
  const entry = () => queue.entry(name);
  const value = shownValue(useSyncExternalStore(queue.subscribe, entry, entry));
  return (
    <RadioGroup id={name} label={label}>
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
