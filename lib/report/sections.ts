import { areaFinding, gapFinding, riskFinding } from "../evaluation/findings";
import { requiredScore } from "../evaluation/required-score";
import {
  countInWords,
  formatCount,
  formatLevel,
  formatPercent,
  formatRange,
  formatScore,
} from "../format/number";
import { capabilityTitle, type Lookup } from "../framework/lookup";
import type { Framework } from "../framework/types";
import { INFRASTRUCTURE_WORDS, PHASE_WORDS } from "../framework/words";
import { CONDITIONS, type Suitability, WARNINGS } from "../scoring/assessment";
import type { Gap, Rating, Result, RiskResult } from "../scoring/result";
import {
  bandWord,
  CONFIDENCE_WORDS,
  OUTCOME_WORDS,
  RATING_WORDS,
  SEVERITY_WORDS,
} from "../scoring/result-words";
import { RATING_TONES, SEVERITY_TONES } from "../scoring/tones";
import {
  CONDITION_ANSWER_WORDS,
  CONDITION_QUESTIONS,
  CONDITION_WORDS,
  WARNING_QUESTIONS,
  WARNING_WORDS,
} from "../scoring/words";
import type { Block, Section } from "./document";

const WATERFALL_STEPS_MAX = 10;

export function summarySection(result: Result, framework: Framework, lookup: Lookup): Section {
  const worst = result.risks[0];
  const top = result.gaps.slice(0, 3);
  const blocks: Block[] = [
    {
      kind: "facts",
      items: [
        { label: "Verdict", value: OUTCOME_WORDS[result.verdict.outcome] },
        {
          label: `Readiness for ${PHASE_WORDS[result.targetPhase].toLowerCase()}`,
          value: formatScore(result.readiness.value),
          note: `Could be ${formatRange(result.readiness.low, result.readiness.high)} once every question is settled`,
        },
        {
          label: "Score",
          value: formatScore(result.score.value),
          note: bandNote(result, framework, lookup),
        },
        {
          label: "Confidence",
          value: CONFIDENCE_WORDS[result.confidence.label],
          note: `${formatPercent(result.completeness)} answered, ${formatPercent(result.confidence.evidence)} with evidence`,
        },
      ],
    },
    { kind: "heading", text: "Why this verdict" },
    { kind: "list", items: result.verdict.reasons.map(({ text }) => text) },
  ];
  if (top.length > 0) {
    blocks.push(
      { kind: "heading", text: "The gaps worth most" },
      {
        kind: "list",
        items: top.map((gap) => `${capabilityTitle(lookup, gap.capability)}: ${gapInWords(gap)}`),
      },
    );
  }
  if (worst) {
    const risk = lookup.risks.get(worst.key);
    blocks.push(
      { kind: "heading", text: "The worst risk" },
      {
        kind: "paragraph",
        text: `${risk?.title ?? worst.key}: ${RATING_WORDS[worst.rating].toLowerCase()}. ${risk?.consequence ?? ""}`,
      },
    );
  }
  return { title: "Summary", blocks };
}

function bandNote(result: Result, framework: Framework, lookup: Lookup): string {
  const { band, heldBackBy } = result.score;
  if (!band) return "Not assessed";
  const held = heldBackBy ? `, held back by ${capabilityTitle(lookup, heldBackBy)}` : "";
  return `${bandWord(framework, band)}${held}`;
}

function gapInWords(gap: Gap): string {
  return `${SEVERITY_WORDS[gap.severity].toLowerCase()} gap, ${formatScore(gap.gain)} points of readiness`;
}

export function areasSection(result: Result, framework: Framework, lookup: Lookup, unit: string): Section {
  const areas = result.areas.map((area) => ({
    ...area,
    title: lookup.areas.get(area.key)?.title ?? area.key,
  }));
  const required = framework.areas
    .filter(({ key }) => areas.some((area) => area.key === key))
    .map((area) => requiredScore(area, result));
  const phase = PHASE_WORDS[result.targetPhase];
  const spoken = areas.map((area) => `${area.title} ${formatScore(area.score.value)}`).join(", ");
  return {
    title: "Areas and capabilities",
    blocks: [
      {
        kind: "radar",
        title: `Score by area against what ${phase.toLowerCase()} requires`,
        alt: `Radar of ${countInWords(areas.length)} areas on 0 to 100. ${spoken}.`,
        axes: areas.map(({ title }) => title),
        series: [
          { name: "This assessment", values: areas.map(({ score }) => score.value) },
          { name: `Required for ${phase.toLowerCase()}`, values: required },
        ],
      },
      {
        kind: "bars",
        title: areaFinding(result, framework, unit),
        alt: `Bars of readiness by area on 0 to 100, with what it could still become. ${areas
          .map((area) => `${area.title} ${formatScore(area.readiness.value)}`)
          .join(", ")}.`,
        rows: areas.map(({ title, readiness }) => ({ label: title, ...readiness })),
      },
      {
        kind: "table",
        caption: "Areas",
        columns: [
          { title: "Area", share: 3 },
          { title: "Score", share: 1, numeric: true },
          { title: "Could be", share: 1.6, numeric: true },
          { title: "Band", share: 1.4 },
          { title: "Readiness", share: 1.3, numeric: true },
          { title: "Could be", share: 1.6, numeric: true },
        ],
        rows: areas.map(({ title, score, readiness }) => [
          title,
          formatScore(score.value),
          formatRange(score.low, score.high),
          score.band ? bandWord(framework, score.band) : "Not assessed",
          formatScore(readiness.value),
          formatRange(readiness.low, readiness.high),
        ]),
      },
      ...areas.map(
        (area): Block => ({
          kind: "table",
          caption: area.title,
          columns: [
            { title: "Capability", share: 3.4 },
            { title: "Level", share: 1, numeric: true },
            { title: "Required", share: 1.1, numeric: true },
            { title: "Gap", share: 0.8, numeric: true },
            { title: "Severity", share: 1.2 },
            { title: "Score", share: 1, numeric: true },
            { title: "Gain", share: 0.9, numeric: true },
          ],
          rows: area.capabilities.map((capability) => [
            `${capabilityTitle(lookup, capability.key)}${lookup.capabilities.get(capability.key)?.gating ? " (gating)" : ""}`,
            capability.status === "excluded" ? "Not applicable" : formatLevel(capability.level),
            String(capability.required),
            formatLevel(capability.gap),
            capability.severity
              ? { text: SEVERITY_WORDS[capability.severity], tone: SEVERITY_TONES[capability.severity] }
              : "–",
            formatScore(capability.score),
            formatScore(capability.gain),
          ]),
        }),
      ),
    ],
  };
}

export function gapsSection(result: Result, lookup: Lookup): Section {
  const { gaps, readiness } = result;
  if (gaps.length === 0 || readiness.value === null) {
    return {
      title: "Gaps",
      blocks: [{ kind: "paragraph", text: "No capability is below the level that the phase requires." }],
    };
  }
  const shown = gaps.slice(0, WATERFALL_STEPS_MAX);
  const rest = gaps.slice(WATERFALL_STEPS_MAX);
  const restGain = rest.reduce((sum, { gain }) => sum + gain, 0);
  const steps = shown.map(({ capability, gain }) => ({
    label: capabilityTitle(lookup, capability),
    value: gain,
  }));
  if (rest.length > 0) steps.push({ label: `${rest.length} smaller gaps`, value: restGain });
  return {
    title: "Gaps",
    blocks: [
      {
        kind: "waterfall",
        title: gapFinding(result),
        alt: `From readiness ${formatScore(readiness.value)} to 100 by closing each gap. ${steps
          .map(({ label, value }) => `${label} ${formatScore(value)}`)
          .join(", ")}.`,
        start: { label: "Readiness today", value: readiness.value },
        steps,
        end: "All gaps closed",
      },
      ...gaps.flatMap((gap): Block[] => [
        {
          kind: "heading",
          text: `${capabilityTitle(lookup, gap.capability)}: ${gapInWords(gap)}`,
        },
        {
          kind: "table",
          caption: `Actions that close the gap in ${capabilityTitle(lookup, gap.capability)}`,
          columns: [
            { title: "Step", share: 0.8 },
            { title: "Action", share: 2.4 },
            { title: "Done when", share: 3.2 },
            { title: "Effort", share: 1.4 },
            { title: "Owner", share: 1.9 },
            { title: "When", share: 1.6 },
          ],
          rows: gap.actions.flatMap((key) => {
            const action = lookup.actions.get(key);
            if (!action) return [];
            return [
              [
                `${action.from} to ${action.to}`,
                action.title,
                action.done,
                `${formatCount(action.personWeeks, "person-week")} in ${formatCount(action.elapsedWeeks, "week")}`,
                lookup.roles.get(action.role) ?? action.role,
                lookup.windows.get(action.window) ?? action.window,
              ],
            ];
          }),
        },
      ]),
    ],
  };
}

/** The 5 × 5 grid: likelihood from 5 at the top, impact from 1 at the left. */
function riskMatrix(
  risks: readonly RiskResult[],
  matrix: (likelihood: number, impact: number) => Rating,
): Block {
  const steps = [1, 2, 3, 4, 5];
  const cells = steps.toReversed().map((likelihood) =>
    steps.map((impact) => {
      const count = risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact).length;
      return { text: count > 0 ? String(count) : "", tone: RATING_TONES[matrix(likelihood, impact)] };
    }),
  );
  const spoken = risks
    .map(
      ({ key, likelihood, impact }) =>
        `${key.replaceAll("-", " ")}: likelihood ${likelihood}, impact ${impact}`,
    )
    .join("; ");
  return {
    kind: "matrix",
    title: riskFinding(risks),
    alt: `Number of risks by likelihood and impact. ${spoken}.`,
    rowTitle: "Likelihood",
    columnTitle: "Impact",
    rows: steps.toReversed().map(String),
    columns: steps.map(String),
    cells,
  };
}

export function risksSection(
  result: Result,
  lookup: Lookup,
  matrix: (likelihood: number, impact: number) => Rating,
): Section {
  const named = result.risks.map((risk) => ({ ...risk, about: lookup.risks.get(risk.key) }));
  return {
    title: "Risks",
    blocks: [
      riskMatrix(result.risks, matrix),
      {
        kind: "table",
        caption: "Risks, the worst first",
        columns: [
          { title: "Risk", share: 2.9 },
          { title: "Likelihood", share: 1.5, numeric: true },
          { title: "Impact", share: 0.9, numeric: true },
          { title: "Rating", share: 1.2 },
          { title: "Inherent", share: 1.2 },
          { title: "Residual", share: 1.2 },
          { title: "Driven by", share: 2.8 },
        ],
        rows: named.map(({ about, key, likelihood, impact, rating, inherent, residual, contributors }) => [
          about?.title ?? key,
          String(likelihood),
          String(impact),
          { text: RATING_WORDS[rating], tone: RATING_TONES[rating] },
          RATING_WORDS[inherent],
          RATING_WORDS[residual],
          contributors
            .filter(({ share }) => share > 0)
            .map(({ capability, share }) => `${capabilityTitle(lookup, capability)} ${formatPercent(share)}`)
            .join(", ") || "Nothing",
        ]),
      },
      ...named
        .filter(({ rating }) => rating !== "veryLow" && rating !== "low")
        .flatMap(({ about }): Block[] =>
          about
            ? [
                { kind: "heading", text: about.title },
                { kind: "paragraph", text: `${about.cause} ${about.event} ${about.consequence}` },
                {
                  kind: "list",
                  items: [`Early warning: ${about.indicator}`, `If it happens: ${about.contingency}`],
                },
              ]
            : [],
        ),
    ],
  };
}

export function infrastructureSection(result: Result, lookup: Lookup): Section {
  const rows = result.infrastructures.map((infrastructure) => ({
    ...infrastructure,
    title: INFRASTRUCTURE_WORDS[infrastructure.key],
  }));
  return {
    title: "Infrastructure",
    blocks: [
      {
        kind: "paragraph",
        text: "The same answers seen by the five infrastructures that scaling needs.",
      },
      {
        kind: "bars",
        title: "Readiness by infrastructure",
        alt: `Bars of readiness on 0 to 100. ${rows.map(({ title, readiness }) => `${title} ${formatScore(readiness)}`).join(", ")}.`,
        rows: rows.map(({ title, readiness }) => ({ label: title, value: readiness })),
      },
      {
        kind: "table",
        caption: "Infrastructure",
        columns: [
          { title: "Infrastructure", share: 2 },
          { title: "Score", share: 0.8, numeric: true },
          { title: "Readiness", share: 1, numeric: true },
          { title: "Capabilities", share: 5 },
        ],
        rows: rows.map(({ title, score, readiness, capabilities }) => [
          title,
          formatScore(score),
          formatScore(readiness),
          capabilities.map((key) => capabilityTitle(lookup, key)).join(", "),
        ]),
      },
    ],
  };
}

export function suitabilitySection({ conditions, warnings }: Suitability): Section {
  return {
    title: "Suitability",
    blocks: [
      {
        kind: "table",
        caption: "Conditions for scaling",
        columns: [
          { title: "Condition", share: 2 },
          { title: "Question", share: 5 },
          { title: "Answer", share: 1 },
        ],
        rows: CONDITIONS.map((key) => {
          const answer = conditions[key];
          return [
            CONDITION_WORDS[key],
            CONDITION_QUESTIONS[key],
            answer ? CONDITION_ANSWER_WORDS[answer] : "Open",
          ];
        }),
      },
      {
        kind: "table",
        caption: "Warning signs",
        columns: [
          { title: "Sign", share: 2 },
          { title: "Question", share: 5 },
          { title: "Answer", share: 1 },
        ],
        rows: WARNINGS.map((key) => {
          const present = warnings[key];
          return [
            WARNING_WORDS[key],
            WARNING_QUESTIONS[key],
            present === undefined ? "Open" : present ? "Yes" : "No",
          ];
        }),
      },
    ],
  };
}

export function checksSection(result: Result): Section {
  return {
    title: "Consistency checks",
    blocks: [
      result.checks.length === 0
        ? {
            kind: "paragraph",
            text: "No answers contradict each other, and no pattern asks for a second look.",
          }
        : { kind: "list", items: result.checks.map(({ text }) => text) },
    ],
  };
}
