import type { z } from "zod";
import { BOUNDS } from "../../bounds/bounds";
import { formatCount } from "../../format/number";
import { record } from "../../scoring/assessment-schema";
import { listOf, time } from "../../scoring/file-parts";
import { count, flag, id, name, optionalLine } from "../fields";
import type { FileTable } from "../file-table";

const unitSchema = record({
  id,
  parentId: id.nullable(),
  name,
  region: optionalLine,
  industry: optionalLine,
  regulated: flag,
  unitsInScope: count(BOUNDS.unitScope),
  processesInScope: count(BOUNDS.unitScope),
  sample: flag,
  archivedAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
});

export type FileUnit = z.output<typeof unitSchema>;

export const units = {
  list: listOf(unitSchema, BOUNDS.units),
  noun: "unit",
  idOf: ({ id }) => id,
  unitOf: ({ id }: FileUnit) => id,
  contents: {
    units: (units: number) =>
      units === 1 ? "this unit" : `this unit and the ${formatCount(units - 1, "unit")} below it`,
  },
  deletion: {
    kind: "unit",
    permission: "unit:edit",
    plural: "units",
    title: "Unit, with all below it and their assessments",
  },
} as const satisfies FileTable<FileUnit>;
