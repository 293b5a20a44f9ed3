"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { AnswerSheet } from "@/lib/answer-queue/answer-sheet";
import { BOUNDS } from "@/lib/bounds/bounds";
import { isWebAddress } from "@/lib/scoring/web-address";

export function EvidenceLinks({
  sheet,
  question,
  evidence,
  link,
}: {
  sheet: AnswerSheet;
  question: string;
  evidence: readonly string[];
  /** Typed, not added yet. */
  link: string;
}) {
  const hydrated = useHydrated();
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);

  function add() {
    const address = link.trim();
    const fault = faultOf(address, evidence);
    setError(fault);
    if (fault) return field.current?.focus();
    sheet.edit(question, { link: "", evidence: [...evidence, address] });
  }

  return (
    <div className="flex flex-col gap-2">
      {evidence.length > 0 ? (
        <ul aria-label="Evidence" className="flex flex-col gap-1">
          {evidence.map((address) => (
            <li key={address} className="flex items-center justify-between gap-4">
              <a
                href={address}
                target="_blank"
                rel="noreferrer"
                className="min-w-0 break-all text-accent underline underline-offset-3"
              >
                {address}
              </a>
              <Button
                variant="quiet"
                className="shrink-0"
                aria-label={`Remove ${address}`}
                onClick={() => {
                  sheet.edit(question, { evidence: evidence.filter((other) => other !== address) });
                  field.current?.focus();
                }}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <TextField
        ref={field}
        id={`${question}-link`}
        label="Evidence link"
        hint="Where it can be seen, such as https://wiki.example.com/page"
        type="url"
        inputMode="url"
        autoComplete="off"
        readOnly={!hydrated}
        maxLength={BOUNDS.link}
        value={link}
        error={error}
        onChange={(event) => {
          setError(undefined);
          sheet.edit(question, { link: event.target.value }, { typing: true });
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") add();
        }}
      />
      <Button variant="secondary" className="self-start" onClick={add}>
        Add link
      </Button>
    </div>
  );
}

function faultOf(address: string, evidence: readonly string[]): string | undefined {
  if (address === "") return "Enter a web address.";
  if (!isWebAddress(address)) return "Enter a web address that begins with http:// or https://.";
  if (evidence.includes(address)) return "This address is in the list already.";
  if (evidence.length >= BOUNDS.links) return `At most ${BOUNDS.links} links fit one answer.`;
}
