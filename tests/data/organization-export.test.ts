import { expect, test } from "vitest";
import { organizationFileSchema } from "@/lib/organization-file/schema";
import { putAnswer } from "@/lib/server/data/answers";
import { findResult } from "@/lib/server/data/results";
import { loadSample } from "@/lib/server/data/sample";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import {
  later,
  NOW,
  newAssessment,
  newOrganization,
  newSubmission,
  newUnit,
  QUICK_QUESTIONS,
} from "../support/organization";

freshDatabaseEachTest();

test("the sample organization's file has the shape that is read", async () => {
  const member = await newOrganization();
  await loadSample(member, NOW);
  const file = organizationFileSchema.parse(JSON.parse(await exported(member)));
  expect(file.units).toHaveLength(17);
  expect(file.assessments.filter(({ status }) => status === "submitted")).toHaveLength(19);
  expect(file.frameworks).toHaveLength(1);
});

test("it holds the tree, answers with their revision and origin, and results as they are stored", async () => {
  const member = await newOrganization();
  const parentId = await newUnit(member, { name: "Group", region: "Nordics" });
  const unitId = await newUnit(member, { parentId });
  const submitted = await newSubmission(member, { unitId });
  const draft = await newAssessment(member, { unitId, depth: "quick", previousId: submitted }, later(1));
  const [changed = "", takenBack = "", carried = ""] = QUICK_QUESTIONS;
  const answer = {
    level: 5,
    note: "Seen.",
    evidence: ["https://example.com/a"],
    certainty: "verified",
  } as const;
  const change = { assessmentId: draft, expectedRevision: 1, mutationId: "m" };
  await putAnswer(member, { ...change, question: changed, answer }, later(2));
  await putAnswer(member, { ...change, question: takenBack, answer: null }, later(3));

  const file = organizationFileSchema.parse(JSON.parse(await exported(member)));
  expect(file.units.find(({ id }) => id === unitId)?.parentId).toBe(parentId);
  expect(file.units.find(({ id }) => id === parentId)).toMatchObject({ name: "Group", region: "Nordics" });
  const inFile = file.assessments.find(({ id }) => id === draft);
  expect(inFile).toMatchObject({ previousId: submitted, status: "draft", result: null });
  expect(inFile?.answers[changed]).toEqual({
    answer,
    carriedOver: false,
    revision: 2,
    updatedAt: later(2).toISOString(),
  });
  expect(inFile?.answers[takenBack]).toMatchObject({ answer: null, revision: 2 });
  expect(inFile?.answers[carried]).toMatchObject({ answer: { level: 3 }, carriedOver: true, revision: 1 });
  const stored = await findResult(member, submitted);
  expect(file.assessments.find(({ id }) => id === submitted)?.result).toEqual({
    inputHash: stored?.inputHash,
    computedAt: NOW.toISOString(),
    content: stored?.result,
  });
});

test("an empty organization is a file too", async () => {
  const file = organizationFileSchema.parse(JSON.parse(await exported(await newOrganization())));
  expect(file).toMatchObject({ organization: { name: "acme" }, units: [], assessments: [], frameworks: [] });
});
