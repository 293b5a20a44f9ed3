"use client";

import { useSyncExternalStore } from "react";
import type { AnswerSheet } from "@/lib/answer-queue/answer-sheet";
import { SavingStatus } from "./saving-status";

export function SheetStatus({ sheet, linkTo }: { sheet: AnswerSheet; linkTo: (question: string) => string }) {
  const { queue } = sheet;
  const status = useSyncExternalStore(sheet.subscribe, queue.status, queue.status);
  const incomplete = useSyncExternalStore(sheet.subscribe, sheet.incomplete, sheet.incomplete);
  return <SavingStatus status={status} incomplete={incomplete} linkTo={linkTo} onRetry={queue.retryNow} />;
}
