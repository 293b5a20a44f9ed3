import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { confidenceInWords, verdictInWords, verdictRulesInWords } from "@/lib/evaluation/rules-in-words";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { methodSection } from "@/lib/report/method-section";
import { OUTCOMES } from "@/lib/scoring/result";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { RULED_OUTCOMES, requirementOf, VERDICT_RULES } from "@/lib/scoring/verdict-rules";

const method = readFileSync(path.resolve(import.meta.dirname, "../../../docs/scoring-method.md"), "utf8");

test("each rule says all that makes it hold", () => {
  expect(verdictRulesInWords()).toEqual([
    { outcome: "insufficientEvidence", when: "less than 60% of the questions answered" },
    {
      outcome: "notReady",
      when: "readiness below 65, a gating capability 2 levels or more short, unproven concepts, or unstable pilots",
    },
    {
      outcome: "readyWithConditions",
      when: "readiness below 85, a gating capability 1 level or more short, less than 90% of the questions answered, a condition not met, any other warning sign, or suitability still open",
    },
    { outcome: "ready", when: "none of these" },
  ]);
});

test("there is a rule for every outcome but the best, in their order", () => {
  expect([...RULED_OUTCOMES, "ready"]).toEqual([...OUTCOMES]);
});

test("the document and the report's method state the rules as they are", () => {
  const rows = verdictRulesInWords().map(
    ({ outcome, when }) => `| ${OUTCOME_WORDS[outcome].toLowerCase()} | ${when} |`,
  );
  expect(method).toContain(rows.join("\n"));
  expect(JSON.stringify(methodSection(aiScaling))).toContain(verdictInWords());
  expect(method.replaceAll("\n", " ")).toContain(confidenceInWords());
});

test("what an outcome asks is what keeps every rule before it from holding", () => {
  const { insufficientEvidence, notReady, readyWithConditions } = VERDICT_RULES;
  expect(requirementOf("readyWithConditions")).toEqual({
    readiness: notReady.readinessBelow,
    gatingGap: notReady.gatingGapFrom,
    completeness: insufficientEvidence.completenessBelow,
  });
  expect(requirementOf("ready")).toEqual({
    readiness: readyWithConditions.readinessBelow,
    gatingGap: readyWithConditions.gatingGapFrom,
    completeness: readyWithConditions.completenessBelow,
  });
});
