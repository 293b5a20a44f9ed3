import { formatDay } from "../format/date";
import { formatPercent, formatRange, formatScore } from "../format/number";
import { askedFramework } from "../framework/depth";
import { lookUp } from "../framework/lookup";
import type { Framework } from "../framework/types";
import { DEPTH_WORDS, PHASE_WORDS } from "../framework/words";
import { rate } from "../risk-rating/matrix";
import type { Assessment } from "../scoring/assessment";
import type { Rating, Result } from "../scoring/result";
import { bandWord, CONFIDENCE_WORDS, OUTCOME_WORDS } from "../scoring/result-words";
import { answersSection } from "./answers-section";
import type { ReportDocument } from "./document";
import { methodSection } from "./method-section";
import {
  areasSection,
  checksSection,
  gapsSection,
  infrastructureSection,
  risksSection,
  suitabilitySection,
  summarySection,
} from "./sections";

export type GapReportInput = {
  framework: Framework;
  assessment: Assessment;
  result: Result;
  assessmentId: string;
  submittedAt: Date;
  /** Whether the answers with their notes and evidence are part of it. */
  withAnswers: boolean;
};

/** The gap report of one submitted assessment. All figures are those of `result`, rounded for people. */
export function gapReport({
  framework,
  assessment,
  result,
  assessmentId,
  submittedAt,
  withAnswers,
}: GapReportInput): ReportDocument {
  const asked = askedFramework(framework, assessment.depth);
  const lookup = lookUp(asked);
  const matrix: (likelihood: number, impact: number) => Rating = rate;
  const phase = PHASE_WORDS[result.targetPhase];
  return {
    title: "Scaling readiness: gap report",
    subtitle: assessment.unit.name,
    headline: OUTCOME_WORDS[result.verdict.outcome],
    cover: [
      {
        label: `Readiness for ${phase.toLowerCase()}`,
        value: formatScore(result.readiness.value),
        note: `of 100, could be ${formatRange(result.readiness.low, result.readiness.high)}`,
      },
      {
        label: "Score",
        value: formatScore(result.score.value),
        note: result.score.band ? bandWord(framework, result.score.band) : "Not assessed",
      },
      { label: "Confidence", value: CONFIDENCE_WORDS[result.confidence.label] },
      {
        label: "Answered",
        value: formatPercent(result.completeness),
        note: `${DEPTH_WORDS[assessment.depth]} assessment`,
      },
      { label: "Submitted", value: formatDay(submittedAt) },
    ],
    footer: `${result.framework} · Assessment ${assessmentId} · ${formatDay(submittedAt)}`,
    sections: [
      summarySection(result, asked, lookup),
      areasSection(result, asked, lookup, assessment.unit.name),
      gapsSection(result, lookup),
      risksSection(result, lookup, matrix),
      infrastructureSection(result, lookup),
      suitabilitySection(assessment.suitability),
      checksSection(result),
      ...(withAnswers ? [answersSection(assessment, asked)] : []),
      methodSection(framework),
    ],
  };
}
