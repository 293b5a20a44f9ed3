import { z } from "zod";
import { BOUNDS } from "../../bounds/bounds";
import { formatCount } from "../../format/number";
import { TREATMENTS } from "../../risk-register/entry";
import { record } from "../../scoring/assessment-schema";
import { day, listOf, revision, time } from "../../scoring/file-parts";
import { id, key, optionalLine, remark } from "../fields";
import type { FileTable } from "../file-table";

const registerSchema = record({
  unitId: id,
  risk: key,
  /** Everything that was decided about the risk, the first first. */
  entries: listOf(
    record({
      revision,
      owner: optionalLine,
      treatment: z.enum(TREATMENTS, `one of ${TREATMENTS.join(", ")}, or null`).nullable(),
      acceptedBy: optionalLine,
      acceptedUntil: day.nullable(),
      contingency: remark,
      indicator: remark,
      reviewOn: day.nullable(),
      note: remark,
      createdAt: time,
    }),
    BOUNDS.decisions,
  ).refine(
    (entries) => entries.every(({ revision }, place) => revision === place + 1),
    "revisions that count from 1",
  ),
});

export type FileRegister = z.output<typeof registerSchema>;

/** What tells one register from another: its unit and its risk. */
export function registerId({ unitId, risk }: { unitId: string; risk: string }): string {
  return `${unitId} ${risk}`;
}

export function registerPlace(id: string): { unitId: string; risk: string } {
  const end = id.indexOf(" ");
  return { unitId: id.slice(0, end), risk: id.slice(end + 1) };
}

/** One row for each risk of a unit that something was decided about. */
export const registers = {
  list: listOf(registerSchema, BOUNDS.registers).default([]),
  noun: "risk",
  idOf: registerId,
  unitOf: ({ unitId }: FileRegister) => unitId,
  contents: { risks: (count: number) => `what was decided about ${formatCount(count, "risk")}` },
  deletion: null,
} as const satisfies FileTable<FileRegister>;
