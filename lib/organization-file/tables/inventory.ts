import { z } from "zod";
import { BOUNDS } from "../../bounds/bounds";
import { formatCount } from "../../format/number";
import { KINDS, RISK_CLASSES, STAGES, VALUES } from "../../inventory/item";
import { record } from "../../scoring/assessment-schema";
import { day, listOf, revision, time } from "../../scoring/file-parts";
import { id, name, optionalLine, remark } from "../fields";
import type { FileTable } from "../file-table";

const itemSchema = record({
  id,
  unitId: id,
  kind: z.enum(KINDS, `one of ${KINDS.join(", ")}`),
  name: name.refine((text) => !text.includes(";"), "a name without a semicolon"),
  owner: optionalLine,
  stage: z.enum(STAGES, `one of ${STAGES.join(", ")}, or null`).nullable(),
  /** Ids of processes of the same unit; one that was deleted may still stand here. */
  serves: listOf(id, BOUNDS.serves),
  value: z.enum(VALUES, `one of ${VALUES.join(", ")}, or null`).nullable(),
  riskClass: z.enum(RISK_CLASSES, `one of ${RISK_CLASSES.join(", ")}, or null`).nullable(),
  reviewedOn: day.nullable(),
  note: remark,
  revision,
  createdAt: time,
  updatedAt: time,
}).superRefine(({ kind, stage, riskClass, serves }, context) => {
  if (kind !== "process") return;
  for (const [path, value] of Object.entries({ stage, riskClass })) {
    if (value !== null) context.addIssue({ code: "custom", path: [path], message: "null for a process" });
  }
  if (serves.length > 0)
    context.addIssue({ code: "custom", path: ["serves"], message: "an empty list for a process" });
});

export type FileItem = z.output<typeof itemSchema>;

export const inventory = {
  list: listOf(itemSchema, BOUNDS.inventory).default([]),
  noun: "inventory item",
  idOf: ({ id }) => id,
  unitOf: ({ unitId }: FileItem) => unitId,
  contents: { items: (count: number) => formatCount(count, "inventory item") },
  deletion: {
    kind: "item",
    permission: "inventory:edit",
    plural: "inventory items",
    title: "Inventory item",
  },
} as const satisfies FileTable<FileItem>;
