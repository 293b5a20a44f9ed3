"use client";

import { useState, useSyncExternalStore } from "react";
import { answerSheet } from "@/components/questionnaire/answer-sheets";
import type { Address } from "@/components/questionnaire/send-change";
import { suitabilityQueue } from "@/components/questionnaire/suitability-queue";
import { useFromSheet } from "@/components/questionnaire/use-answer-sheet";
import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

/** The last step: says what submitting means, then asks once more. */
export function SubmitPanel({
  address,
  submit,
}: {
  address: Address;
  submit: (before: ActionFormState, form: FormData) => Promise<ActionFormState>;
}) {
  const [asked, setAsked] = useState(false);
  const [sheet] = useState(() => answerSheet(address));
  const [suitability] = useState(() => suitabilityQueue(address));
  const ofAnswers = useFromSheet(sheet, () => sheet.queue.status().unsent + sheet.incomplete().length);
  const pieces = useSyncExternalStore(suitability.subscribe, suitability.status, suitability.status);
  const unsent = ofAnswers + pieces.unsent;
  if (unsent > 0) {
    return (
      <Callout tone="warning" title="Not everything is saved yet">
        {unsent === 1 ? "1 answer" : `${unsent} answers`} of this browser would be left out. Save or settle
        them first.
      </Callout>
    );
  }
  if (!asked)
    return (
      <Button className="self-start" onClick={() => setAsked(true)}>
        Submit
      </Button>
    );
  return (
    <Callout tone="accent" title="Submitting makes this assessment final">
      <div className="flex flex-col gap-4">
        <p className="max-w-prose">
          Its answers, the version of the questions and the result are kept together and never change again.
          To say something else later, start a new assessment from these answers.
        </p>
        <div className="flex flex-wrap items-start gap-3">
          <ActionForm action={submit} label="Submit and see the result" />
          <Button variant="secondary" onClick={() => setAsked(false)}>
            Not yet
          </Button>
        </div>
      </div>
    </Callout>
  );
}
