/** The guided first hour: create units, assess one, read its report, compare. */

export const QUICK_START_STEPS = ["createUnits", "assess", "readReport", "compare"] as const;
export type QuickStartStep = (typeof QUICK_START_STEPS)[number];

export type StepState = "done" | "next" | "later";

/** What a person has done that leaves nothing behind in the data: it is remembered in their browser. */
const REMEMBERED = ["readReport", "compare", "hidden"] as const;
export type Remembered = (typeof REMEMBERED)[number];

export const QUICK_START_COOKIE = "quick-start";

/** From the cookie; what is not known is left out. */
export function parseRemembered(cookie: string | undefined): Remembered[] {
  const words = new Set(cookie?.split("."));
  return REMEMBERED.filter((word) => words.has(word));
}

export function formatRemembered(remembered: readonly Remembered[]): string {
  return remembered.join(".");
}

export type QuickStart = { step: QuickStartStep; state: StepState }[];

/** Null once it is hidden or all is done. The first step that is not done is next. */
export function quickStart({
  units,
  assessedUnits,
  remembered,
}: {
  units: number;
  assessedUnits: number;
  remembered: readonly Remembered[];
}): QuickStart | null {
  if (remembered.includes("hidden")) return null;
  const done: Record<QuickStartStep, boolean> = {
    createUnits: units > 0,
    assess: assessedUnits > 0,
    readReport: assessedUnits > 0 && remembered.includes("readReport"),
    compare: assessedUnits > 1 && remembered.includes("compare"),
  };
  const next = QUICK_START_STEPS.find((step) => !done[step]);
  if (next === undefined) return null;
  return QUICK_START_STEPS.map((step) => ({
    step,
    state: done[step] ? "done" : step === next ? "next" : "later",
  }));
}
