import { z } from "zod";
import { BOUNDS } from "../bounds/bounds";
import { record } from "../scoring/assessment-schema";
import { listOf } from "../scoring/file-parts";
import { hash, name } from "./fields";
import { FILE_TABLES, forEachTable, type TableKey } from "./tables";

/** Everything of an organization in one file: docs/import-export.md says what stands in it. */

export const FORMAT = "scaling-readiness-organization";
export const VERSION = 1;

type Lists = { [Key in TableKey]: (typeof FILE_TABLES)[Key]["list"] };

export const organizationFileSchema = record({
  format: z.literal(FORMAT, FORMAT),
  version: z.literal(VERSION, `${VERSION}, the version that this app reads`),
  organization: record({ name }),
  frameworks: listOf(record({ hash, content: z.looseObject({}, "a framework") }), BOUNDS.frameworks),
  ...(forEachTable((key) => FILE_TABLES[key].list) as Lists),
});

export type OrganizationFile = z.output<typeof organizationFileSchema>;
