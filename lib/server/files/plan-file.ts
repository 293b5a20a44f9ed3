import "server-only";
import { jiraCsv, type PlanFile, planCsv, planJson } from "@/lib/planning/files/plan-table";
import { fileName } from "@/lib/report/file-name";
import { planDocument as documentOf, type PlanDocument } from "@/lib/report/plan-documents";
import type { Member } from "../auth/member";
import { readFramework } from "../data/frameworks";
import { findPlan } from "../data/plans";
import { planIcs } from "../planning/plan-ics";
import { planXlsx } from "../planning/plan-xlsx";
import { renderDocx } from "../report/docx";
import { renderPdf } from "../report/pdf";
import type { Paper } from "../report/pdf-page";
import type { PlanDocumentFormat, PlanFormat } from "./formats";
import type { MadeFile } from "./made-file";

type Asked = { member: Member; id: string };

/** A plan as a table, a calendar or JSON. Null when it is not there. */
export async function planFile({
  format,
  ...asked
}: Asked & { format: PlanFormat }): Promise<MadeFile | null> {
  const file = await findPlanFile(asked);
  if (!file) return null;
  const bodies = {
    xlsx: () => planXlsx(file),
    csv: () => planCsv(file),
    ics: () => planIcs(file),
    jira: () => jiraCsv(file),
    json: () => planJson(file),
  };
  const name =
    format === "jira"
      ? fileName(file.name, "plan for jira", file.updatedAt, "csv")
      : fileName(file.name, "plan", file.updatedAt, format);
  return { name, body: await bodies[format]() };
}

type AskedDocument = Asked & {
  document: PlanDocument;
  format: PlanDocumentFormat;
  paper: Paper;
};

/** One of the method's templates, filled from a plan. Null when it is not there. */
export async function planDocument({
  document,
  format,
  paper,
  ...asked
}: AskedDocument): Promise<MadeFile | null> {
  const file = await findPlanFile(asked);
  if (!file) return null;
  const report = documentOf(document, file);
  const body =
    format === "pdf"
      ? await renderPdf(report, paper, file.updatedAt)
      : await renderDocx(report, file.updatedAt);
  return { name: fileName(file.name, report.title, file.updatedAt, format), body };
}

async function findPlanFile({ member, id }: Asked): Promise<PlanFile | null> {
  const stored = await findPlan(member, id);
  if (!stored) return null;
  const { framework } = await readFramework(stored.frameworkVersionId);
  const { signedOffBy: by, signedOffAt: at } = stored;
  return { ...stored, framework, signedOff: by && at ? { by, at } : null };
}
