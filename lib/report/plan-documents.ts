import { evaluate } from "../evaluation/evaluate";
import { formatDay } from "../format/date";
import { formatMoney } from "../format/money";
import { formatCount, formatPercent, formatRange, formatScore } from "../format/number";
import { askedFramework } from "../framework/depth";
import { lookUp } from "../framework/lookup";
import { PHASE_WORDS } from "../framework/words";
import { lastWeekOf } from "../planning/changes/difference";
import { outlookOf, type UnitOutlook } from "../planning/engine/outlook";
import { reachesTarget } from "../planning/engine/target";
import type { PlanFile } from "../planning/files/plan-table";
import { needsOf } from "../planning/reading/needs";
import { APPROACH_WORDS, TARGET_WORDS } from "../planning/reading/plan-words";
import { moneyRangeInWords, rangeInWords } from "../planning/uncertainty";
import { firstDay, lastDay } from "../planning/week-dates";
import { CONFIDENCE_WORDS, OUTCOME_WORDS } from "../scoring/result-words";
import type { Block, Fact, ReportDocument, Section } from "./document";
import { methodSection } from "./method-section";
import {
  activitiesSection,
  approachSection,
  infrastructureBlocks,
  metricsSection,
  milestonesSection,
  pitfallsBlocks,
  reachedSection,
  resourcesSection,
  risksSection,
  roadmapSection,
  stakeholdersSection,
  unplacedSection,
} from "./plan-sections";
import { areasSection, gapsSection, suitabilitySection } from "./sections";

/** The method's four templates, filled from a plan and the assessments it was made from. */
export const PLAN_DOCUMENTS = {
  strategy: {
    title: "Scaling strategy",
    holds: "Approach, roadmap, milestones, resources, success metrics, risks, and what does not fit.",
  },
  readiness: {
    title: "Readiness assessment",
    holds: "Each unit's verdict, areas, gaps and suitability, today and as planned.",
  },
  infrastructure: {
    title: "Infrastructure planning",
    holds: "The five infrastructures of each unit: level, gap, enhancement, state.",
  },
  change: {
    title: "Change management",
    holds:
      "What carries people along: capabilities, stakeholders, communication, training, support, actions, risks and pitfalls of the change.",
  },
} as const;
export type PlanDocument = keyof typeof PLAN_DOCUMENTS;

export function planDocument(document: PlanDocument, file: PlanFile): ReportDocument {
  const units = file.request.assessments.map((assessment) =>
    outlookOf(file.framework, assessment, file.plan),
  );
  const sections = {
    strategy: () => strategy(file, units),
    readiness: () => readiness(file),
    infrastructure: () => infrastructure(file, units),
    change: () => change(file, units),
  };
  const { name, revision, updatedAt, plan } = file;
  return {
    title: PLAN_DOCUMENTS[document].title,
    subtitle: name,
    headline: headlineOf(file),
    cover: coverOf(file),
    footer: `${file.request.framework} · Revision ${revision} · ${formatDay(updatedAt)}`,
    sections: plan.units.length === 0 ? [] : sections[document](),
  };
}

function headlineOf({ plan, request }: PlanFile): string {
  const { targetVerdict } = request;
  const there = plan.units.filter(({ verdictPlanned }) =>
    reachesTarget(verdictPlanned, targetVerdict),
  ).length;
  const target = OUTCOME_WORDS[targetVerdict ?? "ready"].toLowerCase();
  return `${there} of ${formatCount(plan.units.length, "unit")} ${target} with this plan`;
}

function coverOf({ framework, plan, request, signedOff }: PlanFile): Fact[] {
  const lastWeek = lastWeekOf(plan);
  const { personWeeks, personWeeksRange, cost } = needsOf(framework, request, plan);
  const ofBudget =
    request.budget?.amount == null ? "" : `of ${formatMoney(request.budget.amount, request.budget.currency)}`;
  const costRange = cost?.range ? `could be ${moneyRangeInWords(cost.range, cost.currency)}` : "";
  const costNote = [ofBudget, costRange].filter((part) => part !== "").join(", ");
  return [
    { label: "Asked for", value: TARGET_WORDS[request.targetVerdict ?? "everyGap"] },
    { label: "Approach", value: APPROACH_WORDS[plan.approach.recommended] },
    {
      label: "From",
      value: formatDay(firstDay(request, 1)),
      note:
        lastWeek === null
          ? "Nothing to do"
          : `Done by ${formatDay(lastDay(request, lastWeek))}, week ${lastWeek}`,
    },
    {
      label: "Work",
      value: formatCount(personWeeks, "person-week"),
      note: `${personWeeksRange ? `could be ${rangeInWords(personWeeksRange)}; ` : ""}${formatCount(plan.items.length, "action")}, ${plan.unplaced.length} not placed`,
    },
    {
      label: "Cost",
      value: cost ? formatMoney(cost.amount, cost.currency) : "Not counted",
      ...(costNote !== "" && { note: costNote }),
    },
    {
      label: "State",
      value: signedOff ? "Signed off" : "Draft",
      ...(signedOff && { note: `by ${signedOff.by}, ${formatDay(signedOff.at)}` }),
    },
  ];
}

function strategy(file: PlanFile, units: readonly UnitOutlook[]): Section[] {
  return [
    reachedSection(file),
    approachSection(file),
    roadmapSection(file),
    milestonesSection(file),
    resourcesSection(file),
    metricsSection(file, units),
    unplacedSection(file),
    ...units.map((unit) => risksSection(file, unit)),
    ...units.map((unit) => ({ title: `Pitfalls: ${unit.unit}`, blocks: pitfallsBlocks(file, unit) })),
  ];
}

function readiness(file: PlanFile): Section[] {
  const { framework, request, plan } = file;
  const ofUnits = request.assessments.flatMap((assessment): Section[] => {
    const { name } = assessment.unit;
    const asked = askedFramework(framework, assessment.depth);
    const lookup = lookUp(asked);
    const result = evaluate(framework, assessment);
    const planned = plan.units.find((unit) => unit.name === name);
    const of = (section: Section): Section => ({
      ...section,
      title: `${name}: ${section.title.toLowerCase()}`,
    });
    return [
      {
        title: name,
        blocks: [
          {
            kind: "facts",
            items: [
              { label: "Verdict", value: OUTCOME_WORDS[result.verdict.outcome] },
              {
                label: `Readiness for ${PHASE_WORDS[result.targetPhase].toLowerCase()}`,
                value: formatScore(result.readiness.value),
                note: `Could be ${formatRange(result.readiness.low, result.readiness.high)}`,
              },
              {
                label: "As planned",
                value: formatScore(planned?.readinessPlanned ?? null),
                note: planned ? OUTCOME_WORDS[planned.verdictPlanned] : "",
              },
              {
                label: "Confidence",
                value: CONFIDENCE_WORDS[result.confidence.label],
                note: `${formatPercent(result.completeness)} answered`,
              },
            ],
          },
          { kind: "list", items: result.verdict.reasons.map(({ text }) => text) },
        ],
      },
      of(areasSection(result, asked, lookup, name)),
      of(gapsSection(result, lookup)),
      of(suitabilitySection(assessment.suitability)),
    ];
  });
  return [reachedSection(file), ...ofUnits, methodSection(framework)];
}

function infrastructure(file: PlanFile, units: readonly UnitOutlook[]): Section[] {
  return [
    reachedSection(file),
    ...units.map(({ unit, infrastructures }) => ({
      title: unit,
      blocks: infrastructureBlocks(file, infrastructures),
    })),
    unplacedSection(file),
  ];
}

function change(file: PlanFile, units: readonly UnitOutlook[]): Section[] {
  const { framework, plan } = file;
  const { capabilities, risks } = lookUp(framework);
  const ofChange = (capability: string | undefined) =>
    capability !== undefined && capabilities.get(capability)?.infrastructure === "change";
  const weightiest = (risk: string) =>
    [...(risks.get(risk)?.contributors ?? [])].sort((a, b) => b.weight - a.weight)[0]?.capability;
  const items = plan.items.filter(({ capability }) => ofChange(capability));
  return [
    ...units.map((outlook): Section => {
      const own = outlook.infrastructures.filter(({ key }) => key === "change");
      const pitfalls = outlook.pitfalls.filter(({ key }) => key === "poor-change-management");
      const blocks: Block[] = [
        ...infrastructureBlocks(file, own),
        ...pitfallsBlocks(file, { ...outlook, pitfalls }),
      ];
      return { title: outlook.unit, blocks };
    }),
    stakeholdersSection(file),
    activitiesSection(file),
    {
      ...roadmapSection({ ...file, plan: { ...plan, items } }),
      title: "What is done for the change, and when",
    },
    // Those that hang on the change most.
    ...units.map((outlook) =>
      risksSection(file, { ...outlook, risks: outlook.risks.filter(({ key }) => ofChange(weightiest(key))) }),
    ),
  ];
}
