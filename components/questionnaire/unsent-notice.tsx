"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { OVERLAP_MS } from "@/lib/answer-queue/answer-queue";
import { answerSheet, startSheet } from "./answer-sheets";
import { type AreasOfCapabilities, questionHref } from "./question-href";
import { SavingStatus } from "./saving-status";
import type { Address } from "./send-change";
import { SheetStatus } from "./sheet-status";
import { startSuitability, suitabilityQueue } from "./suitability-queue";
import { useFromSheet } from "./use-answer-sheet";

/**
 * For pages that show stored answers: sends what an earlier visit could not, says so, and shows the page again once
 * that is stored. Renders nothing when there is nothing to say.
 */
export function UnsentNotice({
  address,
  areas,
  readAt,
}: {
  address: Address;
  areas: AreasOfCapabilities;
  /** When the page read the answers, ms since 1970 by the server's clock. */
  readAt: number;
}) {
  const [sheet] = useState(() => answerSheet(address));
  const [suitability] = useState(() => suitabilityQueue(address));
  useEffect(() => startSheet(sheet), [sheet]);
  useEffect(() => startSuitability(suitability), [suitability]);
  const answers = useSyncExternalStore(sheet.subscribe, sheet.queue.status, sheet.queue.status);
  const incomplete = useFromSheet(sheet, () => sheet.incomplete().length);
  const pieces = useSyncExternalStore(suitability.subscribe, suitability.status, suitability.status);
  useReadAgain(Math.max(answers.savedAt ?? 0, pieces.savedAt ?? 0), readAt);
  const { organization, assessment } = address;
  if (answers.unsent + incomplete + pieces.unsent === 0) return null;
  return (
    <div className="rounded-md border border-line-strong bg-surface px-4 py-2">
      {answers.unsent + incomplete > 0 ? (
        <SheetStatus sheet={sheet} linkTo={(question) => questionHref(address, areas, question)} />
      ) : null}
      {pieces.unsent > 0 ? (
        <SavingStatus
          status={pieces}
          linkTo={(piece) => `/${organization}/assessments/${assessment}/suitability#${piece}`}
          onRetry={suitability.retryNow}
        />
      ) : null}
    </div>
  );
}

/** Reads the page again, once for each save that it may not have seen. */
function useReadAgain(savedAt: number, readAt: number) {
  const router = useRouter();
  const seen = useRef(0);
  useEffect(() => {
    if (savedAt <= seen.current || savedAt < readAt - OVERLAP_MS) return;
    seen.current = savedAt;
    router.refresh();
  }, [savedAt, readAt, router]);
}
