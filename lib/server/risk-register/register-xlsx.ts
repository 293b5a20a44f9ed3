import "server-only";
import { formatIsoDay } from "@/lib/format/date";
import type { Register } from "@/lib/risk-register/register";
import { type RegisterRow, registerRows } from "@/lib/risk-register/register-table";
import { addSheet, renderWorkbook, type SheetColumn } from "../report/xlsx-sheet";

const COLUMNS: readonly (SheetColumn & { of: keyof RegisterRow })[] = [
  { of: "title", title: "Risk", width: 36 },
  { of: "likelihood", title: "Likelihood", width: 10 },
  { of: "impact", title: "Impact", width: 8 },
  { of: "inherent", title: "Without controls", width: 16 },
  { of: "today", title: "Today", width: 12 },
  { of: "planned", title: "As planned", width: 12 },
  { of: "likelihoodPlanned", title: "Likelihood as planned", width: 20 },
  { of: "impactPlanned", title: "Impact as planned", width: 17 },
  { of: "plan", title: "Plan", width: 26 },
  { of: "owner", title: "Owner", width: 20 },
  { of: "treatment", title: "Treatment", width: 12 },
  { of: "acceptedBy", title: "Accepted by", width: 20 },
  { of: "acceptedUntil", title: "Accepted until", width: 14 },
  { of: "reviewOn", title: "Review", width: 12 },
  { of: "due", title: "Due", width: 24 },
  { of: "mitigations", title: "Mitigations", width: 60 },
  { of: "notPlanned", title: "Mitigations not in the plan", width: 50 },
  { of: "indicator", title: "Early warning", width: 50 },
  { of: "contingency", title: "If it happens all the same", width: 50 },
  { of: "note", title: "Note", width: 50 },
  { of: "changed", title: "Last decided", width: 12 },
  { of: "revision", title: "Revision", width: 9 },
  { of: "risk", title: "Key", width: 24 },
];

/** The register of a unit as a workbook of one sheet, as of a day. */
export function registerXlsx(register: Register, now: Date): Promise<Buffer> {
  const rows = registerRows(register, formatIsoDay(now));
  return renderWorkbook(now, (workbook) => {
    addSheet(
      workbook,
      "Risk register",
      COLUMNS,
      rows.map((row) => COLUMNS.map(({ of }) => row[of])),
    );
  });
}
