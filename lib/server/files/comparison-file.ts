import "server-only";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { filterUnits, sortUnits } from "@/lib/comparison/view";
import type { ComparisonFile } from "@/lib/exports/comparison-file";
import { fileName } from "@/lib/report/file-name";
import { portfolioReport } from "@/lib/report/portfolio-report";
import type { Member } from "../auth/member";
import { readCompared } from "../comparison/read-compared";
import { renderPdf } from "../report/pdf";
import { renderPortfolioXlsx } from "../report/portfolio-xlsx";
import type { MadeFile } from "./made-file";

type Asked = { member: Member; file: ComparisonFile; now: Date };

/** The comparison of the units that a view shows, whole. Null when no unit fits it. */
export async function comparisonFile({ member, file, now }: Asked): Promise<MadeFile | null> {
  const content = await renderComparison(member, file, now);
  if (!content) return null;
  const name = fileName(member.organizationName, "unit comparison", now, file.format);
  return { name, body: await buffer(content) };
}

/** As `comparisonFile`, as it is written. `progress` counts units, where a file is written unit by unit. */
export async function renderComparison(
  member: Member,
  { format, paper, view }: ComparisonFile,
  now: Date,
  progress?: (done: number, total: number) => void,
): Promise<Readable | null> {
  const { tree, framework, compared, notCompared } = await readCompared(member);
  const units = sortUnits(filterUnits(compared, tree, view), view);
  if (units.length === 0) return null;
  if (format === "xlsx") return renderPortfolioXlsx(framework, units, now, progress);
  const report = { organization: member.organizationName, framework, units, notCompared, date: now };
  return Readable.from([await renderPdf(portfolioReport(report), paper, now)], { objectMode: false });
}
