import "server-only";
import type { FileAssessment, FileResult } from "@/lib/organization-file/tables/assessments";
import type { Member } from "../../auth/member";
import type { Prisma } from "../../db/generated/client";
import type { Transaction } from "../../db/transaction";
import { addAssessments } from "../assessment-import";
import { toAnswerState, toMarkedSuitability, toStoredAssessment, WITH_VERSION } from "../interchange";
import { type Chosen, type OwnedTable, whereChosen } from "./owned-table";

const PAGE = 20;

const FULL = { ...WITH_VERSION, answers: true, result: true } as const satisfies Prisma.AssessmentInclude;

/** In the order of their ids, a page at a time. */
async function* read({ organizationId }: Member, tx: Transaction, chosen?: Chosen) {
  for (let after = ""; ; ) {
    const rows = await tx.assessment.findMany({
      where: { AND: [chosen ? whereChosen(chosen) : {}, { organizationId, id: { gt: after } }] },
      include: FULL,
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const row of rows) yield toStored(row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function toStored(row: Prisma.AssessmentGetPayload<{ include: typeof FULL }>) {
  const { unitName, frameworkVersionId, ...stored } = toStoredAssessment(row, "");
  const answers = row.answers.map(toAnswerState).map(({ question, updatedAt, ...state }) => {
    return [question, { ...state, updatedAt: updatedAt.toISOString() }] as const;
  });
  const marks = Object.entries(toMarkedSuitability(row).marks).map(([key, { revision, savedAt }]) => {
    return [key, { revision, savedAt }] as const;
  });
  const assessment: FileAssessment = {
    ...stored,
    suitabilityMarks: Object.fromEntries(marks),
    acceptedActions: [...stored.acceptedActions],
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
    submittedAt: stored.submittedAt?.toISOString() ?? null,
    answers: Object.fromEntries(answers),
    result: row.result && {
      inputHash: row.result.inputHash,
      computedAt: row.result.computedAt.toISOString(),
      content: row.result.content as FileResult["content"],
    },
  };
  return { row: assessment, frameworkVersionId };
}

async function remove({ organizationId }: Member, chosen: Chosen, tx: Transaction) {
  const assessment = { ...whereChosen(chosen), organizationId };
  // A row that another one points to cannot go before it: the pointers go first.
  await tx.assessment.updateMany({ where: assessment, data: { previousId: null } });
  await tx.result.deleteMany({ where: { assessment } });
  await tx.answer.deleteMany({ where: { assessment } });
  await tx.assessment.deleteMany({ where: assessment });
}

export const assessments: OwnedTable<"assessments"> = {
  read,
  add: (member, rows, surroundings, tx) =>
    addAssessments(member, { rows, here: read(member, tx) }, surroundings, tx),
  remove,
  count: async ({ organizationId }, units, tx) => {
    const where = { organizationId, unitId: { in: units } };
    const submitted = await tx.assessment.count({ where: { ...where, status: "submitted" } });
    return { submitted, drafts: (await tx.assessment.count({ where })) - submitted };
  },
};
