import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { summaryOf } from "@/lib/scoring/result-summary";
import { findMember } from "@/lib/server/auth/member";
import { findResult, listLatestResults } from "@/lib/server/data/results";
import { findScoringInput } from "@/lib/server/data/submission";
import { listUnits } from "@/lib/server/data/units";
import { generatedAssessmentId, generatedUnitId } from "../support/generated-ids";
import { generateUnit } from "../support/generated-units";
import { largeOrganizations } from "../support/large-organization";

const open = largeOrganizations();

test("a generated organization reads as one that people filled in", async () => {
  const member = await open(20);
  expect((await findMember(member.organizationSlug))?.organizationId).toBe(member.organizationId);
  const units = await listUnits(member);
  const assessed = new Map((await listLatestResults(member)).map((row) => [row.unitId, row]));
  expect(assessed.size).toBe(20);
  expect(new Set(units.map(({ name }) => name)).size).toBe(units.length);

  for (const index of [0, 7]) {
    const { submissions, name } = generateUnit(index);
    for (const [step, { assessment, submittedAt }] of submissions.entries()) {
      const id = generatedAssessmentId(index, step);
      const input = await findScoringInput(member, id);
      expect(input?.assessment).toEqual(assessment);
      expect(input?.previous).toEqual(submissions[step - 1]?.assessment);
      const result = await findResult(member, id);
      expect(result).toMatchObject({ unitName: name, submittedAt, inputHash: input?.inputHash });
      const computed = evaluate(input?.framework ?? expect.fail(), assessment, input?.previous);
      expect(result?.result).toEqual(computed);
      if (step === 2)
        expect(assessed.get(generatedUnitId(index))?.latest.result).toEqual(summaryOf(computed));
    }
  }
});
