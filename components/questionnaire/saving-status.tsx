"use client";

import { Button } from "@/components/ui/button";
import type { QueueStatus } from "@/lib/answer-queue/answer-queue";
import { formatClock } from "@/lib/format/clock";

/** One line that is always true. Trouble is announced; that all went well is only shown. */
export function SavingStatus({
  status,
  incomplete = [],
  linkTo,
  onRetry,
}: {
  status: QueueStatus;
  /** Questions that are not complete enough to be saved. */
  incomplete?: readonly string[];
  /** Where a question stands. */
  linkTo: (question: string) => string;
  onRetry: () => void;
}) {
  const { unsent, failing, why, kept, sentAgain, locked, savedAt, conflicts, refused } = status;
  const waiting = unsent - conflicts.length - refused.length;
  const settled = unsent === 0 && incomplete.length === 0;
  return (
    <div className="flex flex-wrap items-center">
      <div role="status" className="mr-4 flex flex-wrap items-center gap-x-4 empty:mr-0">
        {locked ? (
          <p className="font-medium text-danger">
            Submitted meanwhile{unsent > 0 ? `: ${answers(unsent)} could not be saved` : ""}.
          </p>
        ) : null}
        {failing && waiting > 0 && !locked ? (
          <p className="font-medium text-danger">
            {kept
              ? `Kept on this device, ${answers(waiting)} not yet sent. Trying again.`
              : `${answers(waiting)} not yet sent, and this browser cannot keep more: leave this page open. Trying again.`}
            {why ? ` ${why}` : null}
          </p>
        ) : null}
        <Trouble questions={conflicts} linkTo={linkTo}>
          changed elsewhere too: choose
        </Trouble>
        <Trouble questions={refused} linkTo={linkTo}>
          not accepted
        </Trouble>
        <Trouble questions={incomplete} linkTo={linkTo}>
          not complete, so not saved
        </Trouble>
      </div>
      {failing && waiting > 0 && !locked ? (
        <Button variant="quiet" className="-ml-4" onClick={onRetry}>
          Retry now
        </Button>
      ) : null}
      {waiting > 0 && !failing && !locked ? <p className="text-muted">Saving…</p> : null}
      {settled && !locked ? (
        <p className="text-muted">
          {savedAt === null
            ? "Saved as you go"
            : `${sentAgain ? "Sent again. " : ""}Saved ${formatClock(new Date(savedAt))}`}
        </p>
      ) : null}
    </div>
  );
}

function Trouble({
  questions,
  linkTo,
  children,
}: {
  questions: readonly string[];
  linkTo: (question: string) => string;
  children: string;
}) {
  const [first] = questions;
  if (first === undefined) return null;
  return (
    <p className="font-medium text-warning">
      <a href={linkTo(first)} className="underline underline-offset-3">
        {answers(questions.length)} {children}
      </a>
    </p>
  );
}

function answers(count: number): string {
  return count === 1 ? "1 answer" : `${count} answers`;
}
