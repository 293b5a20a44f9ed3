import { expect, test } from "vitest";
import { parseDraftFile } from "@/lib/assessments/draft-file";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { reportJson } from "@/lib/report/json";
import { answered } from "../../support/answered";

test("an assessment is read alone, and as a result is exported", () => {
  const assessment = answered();
  expect(parseDraftFile(JSON.stringify(assessment), [aiScaling])).toEqual(assessment);
  const exported = reportJson(assessment, evaluate(aiScaling, assessment));
  expect(parseDraftFile(exported, [aiScaling])).toEqual(assessment);
});

test("the answers of several people are refused, as they have no place here", () => {
  const [one] = answered().respondents;
  const respondents = ["A", "B"].map((name) => ({ name, answers: one?.answers ?? {} }));
  expect(() => parseDraftFile(JSON.stringify(answered({ respondents })), [aiScaling])).toThrow(
    "respondents: expected at most one",
  );
});
