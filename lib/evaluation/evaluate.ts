import { checkAnswers } from "../consistency/checks";
import { askedFramework } from "../framework/depth";
import { actionKeys } from "../framework/keys";
import { DEPTHS, type Framework, INFRASTRUCTURES } from "../framework/types";
import { frameworkName } from "../framework/version";
import { closingActions } from "../gap-analysis/closing-actions";
import { gainOf, severityOf } from "../gap-analysis/severity";
import { rateRisks } from "../risk-rating/rate-risks";
import type { Assessment } from "../scoring/assessment";
import { AssessmentError } from "../scoring/assessment-error";
import { attainmentOf, readinessOf, totalWeight } from "../scoring/attainment";
import { heldBand } from "../scoring/band";
import { bounded } from "../scoring/bounds";
import { type CapabilityState, capabilityStates } from "../scoring/capability-state";
import { completenessOf } from "../scoring/completeness";
import { confidenceOf } from "../scoring/confidence";
import { gapOf } from "../scoring/gap";
import {
  type AreaResult,
  type BandedScore,
  type Bounded,
  type CapabilityResult,
  type Gap,
  type InfrastructureResult,
  type Result,
  SEVERITIES,
} from "../scoring/result";
import {
  type AreaStates,
  asAnswered,
  atLeast,
  atMost,
  meanScore,
  overallScore,
  type Pick,
  scoreOfLevel,
} from "../scoring/score";
import { settlingQuestions } from "../scoring/settling-questions";
import { steady } from "../scoring/steady";
import { verdictOf } from "../scoring/verdict";

/**
 * The whole result of one assessment: see docs/scoring-method.md. Pure; the same input gives the same bytes.
 * @param previous the unit's last assessment, for the check on levels that jumped
 * @throws AssessmentError with the path of an answer, action, phase or framework that does not belong
 */
export function evaluate(framework: Framework, assessment: Assessment, previous?: Assessment): Result {
  const { depth, targetPhase, suitability, unit, acceptedActions } = assessment;
  const name = frameworkName(framework);
  if (assessment.framework !== name) throw new AssessmentError("framework", name);
  if (!DEPTHS.includes(depth)) throw new AssessmentError("depth", `one of ${DEPTHS.join(", ")}`);
  rejectStrayActions(framework, acceptedActions);

  const asked = askedFramework(framework, depth);
  const states = capabilityStates(asked, assessment);
  const areas = byArea(asked, states);
  const total = totalWeight(states);
  const completeness = completenessOf(states);
  const readiness = readinessBounds(states);
  const gating = states
    .filter(({ status, capability }) => status !== "excluded" && capability.gating)
    .map((state) => ({ key: state.capability.key, title: state.capability.title, gap: gapOf(state) }));
  const verdict = verdictOf({ completeness, readiness: readiness.value, gating, suitability }, targetPhase);
  const areaResults = areas.map((area) => areaResult(area, total));

  return {
    framework: name,
    targetPhase,
    completeness: completeness.share,
    confidence: confidenceOf(states, completeness.share),
    score: bandedScore((pick) => overallScore(areas, pick), states),
    readiness,
    verdict,
    areas: areaResults,
    infrastructures: infrastructureResults(states),
    gaps: gapsOf(states, areaResults),
    risks: rateRisks(asked, states, unit, acceptedActions),
    settlingQuestions: settlingQuestions(states, suitability, verdict.outcome),
    checks: checkAnswers(asked, areas, states, assessment, previous),
  };
}

/** States come in framework order, so each area owns the next few. */
function byArea(asked: Framework, states: readonly CapabilityState[]): AreaStates[] {
  let from = 0;
  return asked.areas.map((area) => {
    const to = from + area.capabilities.length;
    const own = states.slice(from, to);
    from = to;
    return { area, states: own };
  });
}

type FigureOf = (pick: Pick) => number | null;

function boundedFigure(figureOf: FigureOf, states: readonly CapabilityState[]): Bounded {
  const value = figureOf(asAnswered);
  const settled = states.every(({ level, low, high }) => level === low && level === high);
  return settled ? { value, low: value, high: value } : bounded(value, figureOf(atLeast), figureOf(atMost));
}

function bandedScore(scoreOf: FigureOf, states: readonly CapabilityState[]): BandedScore {
  const { value, low, high } = boundedFigure(scoreOf, states);
  const { band, heldBackBy } = heldBand(value, states);
  return { value, low, high, band, heldBackBy };
}

function readinessBounds(states: readonly CapabilityState[]): Bounded {
  return boundedFigure((pick) => readinessOf(states, pick), states);
}

function areaResult({ area, states }: AreaStates, total: number): AreaResult {
  return {
    key: area.key,
    score: bandedScore((pick) => meanScore(states, pick), states),
    readiness: readinessBounds(states),
    capabilities: states.map((state) => capabilityResult(state, total)),
  };
}

function capabilityResult(state: CapabilityState, total: number): CapabilityResult {
  const { capability, status, level, required } = state;
  const excluded = status === "excluded";
  const gap = excluded ? null : gapOf(state);
  return {
    key: capability.key,
    status,
    level,
    score: level === null ? null : scoreOfLevel(level),
    required,
    attainment: excluded ? null : attainmentOf(level, required),
    gap,
    severity: gap === null ? null : severityOf(gap, capability.gating),
    gain: excluded ? null : gainOf(state, total),
    contested: contestedQuestions(state),
  };
}

function contestedQuestions({ questions }: CapabilityState): string[] {
  const keys: string[] = [];
  for (const { contested, question } of questions) if (contested) keys.push(question.key);
  return keys;
}

/** Sorted by gain, then severity, then framework order. */
function gapsOf(states: readonly CapabilityState[], areas: readonly AreaResult[]): Gap[] {
  const ranked: { gap: Gap; gain: number; severity: number }[] = [];
  let place = 0;
  for (const { capabilities } of areas) {
    for (const { key, gap, severity, gain } of capabilities) {
      const state = states[place++];
      if (!state || !gap || severity === null || gain === null) continue;
      const actions = closingActions(state.capability, state.level, state.required);
      ranked.push({
        gap: { capability: key, gap, severity, gain, actions },
        gain: steady(gain),
        severity: SEVERITIES.indexOf(severity),
      });
    }
  }
  // The sort is stable: framework order on ties.
  return ranked.sort((a, b) => b.gain - a.gain || b.severity - a.severity).map(({ gap }) => gap);
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
  const known = actionKeys(framework);
  for (const [index, key] of accepted.entries()) {
    if (!known.has(key)) {
      throw new AssessmentError(`acceptedActions[${index}]`, "the key of an action of the framework");
    }
  }
}
