"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { answerSheet, startSheet } from "./answer-sheets";
import { type AreasOfCapabilities, questionHref } from "./question-href";
import type { Address } from "./send-change";
import { SheetStatus } from "./sheet-status";
import { useFromSheet } from "./use-answer-sheet";

/**
 * For pages that show stored answers: sends what an earlier visit could not, says so, and shows the page again once
 * that is stored. Renders nothing when there is nothing to say.
 */
export function UnsentNotice({ address, areas }: { address: Address; areas: AreasOfCapabilities }) {
  const [sheet] = useState(() => answerSheet(address));
  const router = useRouter();
  const unsent = useFromSheet(sheet, () => sheet.queue.status().unsent);
  const incomplete = useFromSheet(sheet, () => sheet.incomplete().length);
  const before = useRef(0);
  useEffect(() => startSheet(sheet), [sheet]);
  useEffect(() => {
    if (unsent < before.current) router.refresh();
    before.current = unsent;
  }, [unsent, router]);
  if (unsent === 0 && incomplete === 0) return null;
  return (
    <div className="rounded-md border border-line-strong bg-surface px-4 py-2">
      <SheetStatus sheet={sheet} linkTo={(question) => questionHref(address, areas, question)} />
    </div>
  );
}
