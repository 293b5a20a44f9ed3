"use client";

import { useState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Select, TextArea } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { AnswerSheet, QuestionView } from "@/lib/answer-queue/answer-sheet";
import { BOUNDS } from "@/lib/bounds/bounds";
import { CERTAINTIES } from "@/lib/scoring/assessment";
import { CERTAINTY_WORDS } from "@/lib/scoring/words";
import { EvidenceLinks } from "./evidence-links";

/** Note, evidence and certainty: folded until there is something in it. */
export function Remarks({
  sheet,
  question,
  view: { draft, problem },
}: {
  sheet: AnswerSheet;
  question: string;
  view: QuestionView;
}) {
  const hydrated = useHydrated();
  const { note, evidence, link, certainty } = draft;
  const inUse =
    note !== "" || evidence.length > 0 || link !== "" || certainty !== null || problem === "note-missing";
  // Once open it stays so: emptying a field must not fold it away.
  const [open, setOpen] = useState(inUse);
  if (inUse && !open) setOpen(true);
  return (
    <Disclosure summary="Note, evidence and certainty" open={open}>
      <div className="flex flex-col gap-4">
        {problem === "choice-missing" ? (
          <p className="text-warning">Kept in this browser only, until you choose an answer above.</p>
        ) : null}
        <TextArea
          id={`${question}-note`}
          label="Note"
          rows={3}
          maxLength={BOUNDS.note}
          autoComplete="off"
          readOnly={!hydrated}
          value={note}
          error={
            problem === "note-missing" ? "Say in a note why it does not apply, to save this." : undefined
          }
          onChange={(event) => sheet.edit(question, { note: event.target.value }, { typing: true })}
          onBlur={() => sheet.queue.flush()}
        />
        <EvidenceLinks sheet={sheet} question={question} evidence={evidence} link={link} />
        <Select
          id={`${question}-certainty`}
          label="How sure are you?"
          autoComplete="off"
          value={certainty ?? ""}
          onChange={(event) => {
            const chosen = CERTAINTIES.find((candidate) => candidate === event.target.value);
            sheet.edit(question, { certainty: chosen ?? null });
          }}
        >
          <option value="">Not stated</option>
          {CERTAINTIES.map((candidate) => (
            <option key={candidate} value={candidate}>
              {CERTAINTY_WORDS[candidate]}
            </option>
          ))}
        </Select>
      </div>
    </Disclosure>
  );
}
