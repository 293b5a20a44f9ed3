import { type CheckInput, checkAnswers, type EarlierAnswer } from "../consistency/checks";
import { askedFramework } from "../framework/depth";
import { type Framework, INFRASTRUCTURES } from "../framework/types";
import { closingActions } from "../gap-analysis/closing-actions";
import { gainOf, severityOf } from "../gap-analysis/severity";
import { rateRisks } from "../risk-rating/rate-risks";
import type { Assessment } from "../scoring/assessment";
import { AssessmentError } from "../scoring/assessment-error";
import { attainmentOf, readinessOf } from "../scoring/attainment";
import { heldBand } from "../scoring/band";
import { bounded } from "../scoring/bounds";
import { type CapabilityState, capabilityStates } from "../scoring/capability-state";
import { completenessOf } from "../scoring/completeness";
import { confidenceOf } from "../scoring/confidence";
import { consensusOf } from "../scoring/consensus";
import { gapOf } from "../scoring/gap";
import {
  type AreaResult,
  type CapabilityResult,
  type Gap,
  type InfrastructureResult,
  type Result,
  SEVERITIES,
} from "../scoring/result";
import { asAnswered, atLeast, atMost, meanScore, overallScore, scoreOfLevel } from "../scoring/score";
import { settlingQuestions } from "../scoring/settling-questions";
import { verdictOf } from "../scoring/verdict";

/**
 * The whole result of one assessment: see docs/scoring-method.md. Pure; the same input gives the same bytes.
 * @param previous the unit's last assessment, for the check on levels that jumped
 * @throws AssessmentError with the path of an answer, action or framework that does not belong
 */
export function evaluate(framework: Framework, assessment: Assessment, previous?: Assessment): Result {
  const name = `${framework.key}@${framework.version}`;
  if (assessment.framework !== name) throw new AssessmentError("framework", name);
  const asked = askedFramework(framework, assessment.depth);
  const states = capabilityStates(asked, assessment);
  rejectStrayActions(framework, assessment.acceptedActions);

  const total = totalWeight(states);
  const byArea = asked.areas.map((area) => ({ area, states: states.filter((state) => state.area === area) }));
  const capabilities = new Map(states.map((state) => [state, capabilityResult(state, total)]));
  const completeness = completenessOf(states);
  const readiness = readinessBounds(states);
  const score = overallScore(byArea, asAnswered);
  const verdict = verdictOf(
    {
      completeness,
      readiness: readiness.value,
      gating: states
        .filter(({ status, capability }) => status !== "excluded" && capability.gating)
        .map((state) => ({ key: state.capability.key, title: state.capability.title, gap: gapOf(state) })),
      suitability: assessment.suitability,
    },
    assessment.targetPhase,
  );

  return {
    framework: name,
    targetPhase: assessment.targetPhase,
    completeness,
    confidence: confidenceOf(states, completeness),
    score: {
      ...bounded(score, overallScore(byArea, atLeast), overallScore(byArea, atMost)),
      ...heldBand(score, states),
    },
    readiness,
    verdict,
    areas: byArea.map(({ area, states: own }): AreaResult => {
      const value = meanScore(own, asAnswered);
      return {
        key: area.key,
        score: {
          ...bounded(value, meanScore(own, atLeast), meanScore(own, atMost)),
          ...heldBand(value, own),
        },
        readiness: readinessBounds(own),
        capabilities: own.flatMap((state) => capabilities.get(state) ?? []),
      };
    }),
    infrastructures: infrastructureResults(states),
    gaps: gapsOf(states, capabilities),
    risks: rateRisks(asked, states, assessment.unit, assessment.acceptedActions),
    settlingQuestions: settlingQuestions(states, assessment.suitability, verdict.outcome),
    checks: checkAnswers(checkInput(asked, states, assessment, previous)),
  };
}

function totalWeight(states: readonly CapabilityState[]): number {
  return states.reduce((sum, { status, weight }) => (status === "excluded" ? sum : sum + weight), 0);
}

function readinessBounds(states: readonly CapabilityState[]) {
  return bounded(readinessOf(states, asAnswered), readinessOf(states, atLeast), readinessOf(states, atMost));
}

function capabilityResult(state: CapabilityState, total: number): CapabilityResult {
  const { capability, status, level, required, questions } = state;
  const base = {
    key: capability.key,
    status,
    level,
    score: level === null ? null : scoreOfLevel(level),
    required,
    contested: questions.filter(({ contested }) => contested).map(({ question }) => question.key),
  };
  if (status === "excluded") return { ...base, attainment: null, gap: null, severity: null, gain: null };
  const gap = gapOf(state);
  return {
    ...base,
    attainment: attainmentOf(level, required),
    gap,
    severity: severityOf(gap, capability.gating),
    gain: gainOf(state, total),
  };
}

/** Sorted by gain, then severity, then framework order. */
function gapsOf(
  states: readonly CapabilityState[],
  results: ReadonlyMap<CapabilityState, CapabilityResult>,
): Gap[] {
  return states
    .flatMap((state): Gap[] => {
      const result = results.get(state);
      if (!result?.gap || result.severity === null || result.gain === null) return [];
      const { key, gap, severity, gain } = result;
      return [
        {
          capability: key,
          gap,
          severity,
          gain,
          actions: closingActions(state.capability, state.level, state.required),
        },
      ];
    })
    .sort(
      (a, b) =>
        (Math.abs(b.gain - a.gain) < 1e-9 ? 0 : b.gain - a.gain) ||
        SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity),
    );
}

function infrastructureResults(states: readonly CapabilityState[]): InfrastructureResult[] {
  return INFRASTRUCTURES.map((key) => {
    const own = states.filter(({ capability }) => capability.infrastructure === key);
    return {
      key,
      score: meanScore(own, asAnswered, ({ weight }) => weight),
      readiness: readinessOf(own, asAnswered),
      capabilities: own.map(({ capability }) => capability.key),
    };
  });
}

function rejectStrayActions(framework: Framework, accepted: readonly string[]) {
  if (accepted.length === 0) return;
  const known = new Set(
    framework.areas.flatMap(({ capabilities }) =>
      capabilities.flatMap(({ actions }) => actions.map(({ key }) => key)),
    ),
  );
  for (const [index, key] of accepted.entries()) {
    if (!known.has(key))
      throw new AssessmentError(`acceptedActions[${index}]`, "the key of an action of the framework");
  }
}

function checkInput(
  asked: Framework,
  states: readonly CapabilityState[],
  assessment: Assessment,
  previous: Assessment | undefined,
): CheckInput {
  const earlier = new Map<string, EarlierAnswer>();
  if (previous) {
    const notes = notesOf(previous);
    for (const { question } of states.flatMap(({ questions }) => questions)) {
      const { level } = consensusOf(question, previous.respondents);
      earlier.set(question.key, { level, notes: notes.get(question.key) ?? [] });
    }
  }
  return { framework: asked, states, notes: notesOf(assessment), earlier };
}

function notesOf({ respondents }: Assessment): Map<string, string[]> {
  const notes = new Map<string, string[]>();
  for (const { answers } of respondents) {
    for (const [question, { note }] of Object.entries(answers)) {
      if (note) notes.set(question, [...(notes.get(question) ?? []), note]);
    }
  }
  return notes;
}
