import { formatChange } from "../format/change";
import { formatDay } from "../format/date";
import { formatMoney } from "../format/money";
import { formatCount, formatLevel, formatScore, NO_FIGURE } from "../format/number";
import { capabilityTitle, type Lookup, lookUp } from "../framework/lookup";
import { PITFALL_PROBLEMS, PITFALL_SOLUTIONS } from "../framework/pitfalls";
import { SUCCESS_METRICS } from "../framework/success-metrics";
import { INFRASTRUCTURE_WORDS, PITFALL_WORDS } from "../framework/words";
import { KIND_WORDS } from "../planning/activity";
import { CRITERION_RULES } from "../planning/approach-criteria";
import { lastWeekOf } from "../planning/changes/difference";
import { isFull, usedRoles } from "../planning/engine/load";
import type {
  CapabilityOutlook,
  InfrastructureOutlook,
  RiskOutlook,
  UnitOutlook,
} from "../planning/engine/outlook";
import type { PlanFile } from "../planning/files/plan-table";
import { APPROACHES, type PlanItem } from "../planning/plan";
import { datedActivities, timesInWords } from "../planning/reading/dated-activities";
import { loweringItems } from "../planning/reading/lowering-items";
import { gapsOf } from "../planning/reading/metric-gaps";
import { figureInWords } from "../planning/reading/metric-words";
import { type Needs, needsOf, type PhaseCost } from "../planning/reading/needs";
import {
  APPROACH_SUMMARIES,
  APPROACH_WORDS,
  flipInWords,
  levelInWords,
  OBSTACLE_WORDS,
  STATUS_WORDS,
} from "../planning/reading/plan-words";
import { BARRIER_WORDS, STANCE_SUMMARIES, STANCE_WORDS, stanceOf } from "../planning/stakeholders";
import { technologyItems } from "../planning/technology";
import { moneyRangeInWords, rangeInWords, uncertaintyInWords } from "../planning/uncertainty";
import { firstDay, lastDay } from "../planning/week-dates";
import { partsOf, phasesIn, spansOf, weeksInWords } from "../planning/weeks";
import { OUTCOME_WORDS, RATING_WORDS } from "../scoring/result-words";
import { RATING_TONES } from "../scoring/tones";
import type { Block, Section, TableBlock } from "./document";

/** Parts that the documents of a plan are put together from. All figures are those of the plan's pages. */

type PlanOf = Pick<PlanFile, "framework" | "request" | "plan">;

export function reachedSection({ plan }: PlanOf): Section {
  return {
    title: "What each unit reaches",
    blocks: [
      {
        kind: "table",
        caption: "Units today and as planned",
        columns: [
          { title: "Unit", share: 2.4 },
          { title: "Readiness", share: 1.7, numeric: true },
          { title: "As planned", share: 1.5, numeric: true },
          { title: "Verdict today", share: 2 },
          { title: "As planned", share: 2 },
          { title: "Last week", share: 1, numeric: true },
          { title: "What remains", share: 3.4 },
        ],
        rows: plan.units.map((unit) => [
          unit.name,
          formatScore(unit.readinessNow),
          formatScore(unit.readinessPlanned),
          OUTCOME_WORDS[unit.verdictNow],
          OUTCOME_WORDS[unit.verdictPlanned],
          String(lastWeekOf({ items: plan.items.filter((item) => item.unit === unit.name) }) ?? NO_FIGURE),
          unit.remains.join(" ") || "Nothing",
        ]),
      },
    ],
  };
}

export function approachSection({ plan: { approach } }: PlanOf): Section {
  const { recommended, scores, contributions, tooCloseToCall } = approach;
  return {
    title: "Approach",
    blocks: [
      {
        kind: "paragraph",
        text: `${APPROACH_WORDS[recommended]}. ${APPROACH_SUMMARIES[recommended]} ${flipInWords(approach)}`,
      },
      ...(tooCloseToCall
        ? [
            {
              kind: "paragraph",
              text: "The best two are less than 5 points apart: too close to call.",
            } as const,
          ]
        : []),
      {
        kind: "bars",
        title: `${APPROACH_WORDS[recommended]} scores highest, ${formatScore(scores[recommended])} of 100`,
        alt: `Bars on 0 to 100. ${APPROACHES.map((one) => `${APPROACH_WORDS[one]} ${formatScore(scores[one])}`).join(", ")}.`,
        rows: APPROACHES.map((one) => ({ label: APPROACH_WORDS[one], value: scores[one] })),
      },
      {
        kind: "table",
        caption: "What each criterion adds to 50",
        columns: [
          { title: "Criterion", share: 2.4 },
          { title: "Measured in", share: 3.4 },
          ...APPROACHES.map((one) => ({ title: APPROACH_WORDS[one], share: 1, numeric: true })),
        ],
        rows: contributions.map((contribution) => [
          CRITERION_RULES[contribution.criterion].title,
          CRITERION_RULES[contribution.criterion].measures,
          ...APPROACHES.map((one) => (contribution[one] === 0 ? NO_FIGURE : formatChange(contribution[one]))),
        ]),
      },
    ],
  };
}

export function roadmapSection({ framework, request, plan }: PlanOf): Section {
  const lookup = lookUp(framework);
  const phases = phasesIn(framework, request.weeks).flatMap(({ title, fromWeek, toWeek }): Block[] => {
    const items = plan.items.filter(({ startWeek }) => startWeek >= fromWeek && startWeek <= toWeek);
    const caption = `${title}: weeks ${fromWeek}–${toWeek}`;
    return items.length === 0 ? [] : [itemTable(caption, items, { request, lookup })];
  });
  return {
    title: "Roadmap",
    blocks: [
      {
        kind: "paragraph",
        text: "Three phases: foundation, expansion, and optimization with maturity in its last weeks. Data infrastructure has its weeks among the others.",
      },
      ...(phases.length > 0 ? phases : [{ kind: "paragraph", text: "Nothing is planned." } as const]),
    ],
  };
}

function itemTable(
  caption: string,
  items: readonly PlanItem[],
  { request, lookup }: Pick<PlanOf, "request"> & { lookup: Lookup },
): TableBlock {
  return {
    kind: "table",
    caption,
    columns: [
      { title: "Action", share: 3.6 },
      { title: "Unit", share: 1.8 },
      { title: "Weeks", share: 0.9 },
      { title: "Dates", share: 1.7 },
      { title: "Who", share: 1.7 },
      { title: "Person-weeks", share: 1, numeric: true },
    ],
    rows: items.map((item) => [
      `${lookup.actions.get(item.action)?.title ?? item.action}${item.critical ? " (critical)" : ""}`,
      item.unit,
      spansOf(item).join("\n"),
      partsOf(item)
        .map(
          ({ startWeek, endWeek }) =>
            `${formatDay(firstDay(request, startWeek))} to ${formatDay(lastDay(request, endWeek))}`,
        )
        .join("\n"),
      item.person ?? lookup.roles.get(item.role) ?? item.role,
      formatLevel(item.personWeeks),
    ]),
  };
}

export function milestonesSection({ plan, request }: PlanOf): Section {
  return {
    title: "Milestones",
    blocks: plan.milestones.flatMap(({ week, title, criteria }): Block[] => [
      { kind: "heading", text: `${title}: end of week ${week}, ${formatDay(lastDay(request, week))}` },
      { kind: "list", items: criteria },
    ]),
  };
}

export function resourcesSection({ framework, plan, request }: PlanOf): Section {
  const lookup = lookUp(framework);
  const needs = needsOf(framework, request, plan);
  const { uncertainty } = request;
  const rangeOfRole = (role: string) =>
    rangeInWords(needs.roles.find((need) => need.role === role)?.personWeeksRange ?? null);
  return {
    title: "Resources",
    blocks: [
      ...(uncertainty ? [{ kind: "paragraph", text: uncertaintyInWords(uncertainty) } as const] : []),
      {
        kind: "table",
        caption: "People by role",
        columns: [
          { title: "Role", share: 3 },
          { title: "There", share: 1, numeric: true },
          { title: "Person-weeks", share: 1.3, numeric: true },
          ...(uncertainty ? [{ title: "Range", share: 1.3, numeric: true }] : []),
          { title: "Most in a week", share: 1.3, numeric: true },
          { title: "Weeks in full use", share: 1.5, numeric: true },
        ],
        rows: usedRoles(plan.load).map(([role, weeks]) => [
          lookup.roles.get(role) ?? role,
          formatLevel(Math.max(...weeks.map(({ capacity }) => capacity))),
          formatLevel(weeks.reduce((sum, one) => sum + one.used, 0)),
          ...(uncertainty ? [rangeOfRole(role)] : []),
          formatLevel(Math.max(...weeks.map((one) => one.used))),
          String(weeks.filter(isFull).length),
        ]),
      },
      technologyBlock(lookup, needs),
      needs.cost
        ? costBlock(needs.cost)
        : { kind: "paragraph", text: "Cost is not counted: no rates were given." },
    ],
  };
}

function technologyBlock(lookup: Lookup, { technology, cost }: Needs): Block {
  if (technology.length === 0)
    return { kind: "paragraph", text: "No action of this plan asks for technology." };
  return {
    kind: "table",
    caption: "Technology by phase",
    columns: [
      { title: "Technology", share: 2 },
      { title: "Phase", share: 1.3 },
      { title: "For", share: 4.4 },
      { title: "Amount", share: 1.5, numeric: true },
    ],
    rows: technology.map(({ phase, capability, items, amount }) => [
      capabilityTitle(lookup, capability),
      phase.title,
      technologyItems(lookup, items).join("\n") || "Nothing in this plan",
      amount === null || !cost ? NO_FIGURE : formatMoney(amount, cost.currency),
    ]),
  };
}

function costBlock(cost: NonNullable<Needs["cost"]>): TableBlock {
  const { currency } = cost;
  type Costs = Pick<PhaseCost, "work" | "technology" | "amount" | "range">;
  const cells = ({ work, technology, amount, range }: Costs) => [
    ...(cost.technology > 0 ? [formatMoney(work, currency), formatMoney(technology, currency)] : []),
    formatMoney(amount, currency),
    ...(cost.range ? [moneyRangeInWords(range, currency)] : []),
  ];
  const work = cost.amount - cost.technology;
  return {
    kind: "table",
    caption: "Cost by phase",
    columns: [
      { title: "Phase", share: 2 },
      { title: "Weeks", share: 1 },
      ...(cost.technology > 0
        ? [
            { title: "Work", share: 1.7, numeric: true },
            { title: "Technology", share: 1.7, numeric: true },
          ]
        : []),
      { title: "Cost", share: 1.7, numeric: true },
      ...(cost.range ? [{ title: "Range", share: 2.6, numeric: true }] : []),
    ],
    rows: [
      ...cost.phases.map((one) => [
        one.phase.title,
        `${one.phase.fromWeek}–${one.phase.toWeek}`,
        ...cells(one),
      ]),
      ["In all", "", ...cells({ ...cost, work })],
    ],
  };
}

export function unplacedSection({ framework, plan }: PlanOf): Section {
  const { actions } = lookUp(framework);
  return {
    title: "Not in the plan",
    blocks: [
      plan.unplaced.length === 0
        ? { kind: "paragraph", text: "Everything that the target asks for has its weeks." }
        : {
            kind: "table",
            caption: "What the target asks for and does not fit",
            columns: [
              { title: "Action", share: 3.4 },
              { title: "Unit", share: 1.8 },
              { title: "Why", share: 1.6 },
              { title: "What it would take", share: 3 },
            ],
            rows: plan.unplaced.map(({ unit, action, why, wouldNeed }) => [
              actions.get(action)?.title ?? action,
              unit,
              OBSTACLE_WORDS[why],
              wouldNeed,
            ]),
          },
    ],
  };
}

export function risksSection({ framework }: PlanOf, { unit, risks }: UnitOutlook): Section {
  const lookup = lookUp(framework);
  const rated = (rating: RiskOutlook["now"]["rating"]) => ({
    text: RATING_WORDS[rating],
    tone: RATING_TONES[rating],
  });
  return {
    title: `Risks: ${unit}`,
    blocks: [
      {
        kind: "table",
        caption: "Risks, the worst today first",
        columns: [
          { title: "Risk", share: 2.4 },
          { title: "Inherent", share: 1.6 },
          { title: "Today", share: 1.6 },
          { title: "As planned", share: 1.6 },
          { title: "Mitigations in this plan", share: 3.6 },
          { title: "Early warning", share: 2.8 },
        ],
        rows: risks.map(({ key, now, planned, items }) => [
          lookup.risks.get(key)?.title ?? key,
          RATING_WORDS[now.inherent],
          rated(now.rating),
          rated(planned.rating),
          items.map((item) => itemInWords(lookup, item)).join("; ") || "None",
          lookup.risks.get(key)?.indicator ?? "",
        ]),
      },
    ],
  };
}

function itemInWords(lookup: Lookup, item: PlanItem): string {
  return `${lookup.actions.get(item.action)?.title ?? item.action} (${weeksInWords(item)})`;
}

export function pitfallsBlocks({ framework }: PlanOf, { pitfalls }: UnitOutlook): Block[] {
  const lookup = lookUp(framework);
  return pitfalls.flatMap(({ key, status, risk, evidence }): Block[] => {
    const items = evidence.flatMap((capability) => capability.items);
    return [
      { kind: "heading", text: `${PITFALL_WORDS[key]}: ${STATUS_WORDS[status].toLowerCase()}` },
      {
        kind: "paragraph",
        text: `${PITFALL_PROBLEMS[key]} Rated ${RATING_WORDS[risk.now.rating].toLowerCase()} today, ${RATING_WORDS[risk.planned.rating].toLowerCase()} as planned. ${PITFALL_SOLUTIONS[key]}`,
      },
      {
        kind: "list",
        items: [
          ...evidence.map((capability) => evidenceInWords(lookup, capability)),
          ...items.map((item) => `Planned: ${itemInWords(lookup, item)}`),
        ],
      },
    ];
  });
}

function evidenceInWords(
  lookup: Lookup,
  { key, levelNow, levelPlanned, required }: CapabilityOutlook,
): string {
  return `${capabilityTitle(lookup, key)}: ${levelInWords(levelNow)}, required ${required}, ${formatLevel(levelPlanned)} as planned`;
}

export function infrastructureBlocks(
  { framework }: PlanOf,
  infrastructures: readonly InfrastructureOutlook[],
): Block[] {
  const lookup = lookUp(framework);
  return infrastructures.flatMap(({ key, status, readinessNow, readinessPlanned, capabilities }): Block[] => [
    { kind: "heading", text: `${INFRASTRUCTURE_WORDS[key]}: ${STATUS_WORDS[status].toLowerCase()}` },
    {
      kind: "paragraph",
      text: `Readiness ${formatScore(readinessNow)} today, ${formatScore(readinessPlanned)} as planned. ${formatCount(capabilities.filter((one) => one.status !== "met").length, "gap")}.`,
    },
    {
      kind: "table",
      caption: INFRASTRUCTURE_WORDS[key],
      columns: [
        { title: "Capability", share: 2.2 },
        { title: "Today", share: 0.8, numeric: true },
        { title: "As planned", share: 1, numeric: true },
        { title: "Required", share: 1, numeric: true },
        { title: "Enhancement", share: 4 },
        { title: "State", share: 1.6 },
      ],
      rows: capabilities.map((capability) => [
        capabilityTitle(lookup, capability.key),
        formatLevel(capability.levelNow),
        formatLevel(capability.levelPlanned),
        String(capability.required),
        capability.items.map((item) => itemInWords(lookup, item)).join("; ") ||
          (capability.status === "met" ? "None needed" : "Nothing in this plan"),
        STATUS_WORDS[capability.status],
      ]),
    },
  ]);
}

export function metricsSection({ framework, request }: PlanOf, units: readonly UnitOutlook[]): Section {
  const lookup = lookUp(framework);
  return {
    title: "Success metrics",
    blocks: [
      {
        kind: "table",
        caption: "Primary and secondary metrics",
        columns: [
          { title: "Metric", share: 1.7 },
          { title: "Definition and formula", share: 4 },
          { title: "Baseline", share: 1.1, numeric: true },
          { title: "Target", share: 1.1, numeric: true },
          { title: "Owner", share: 1.3 },
          { title: "Hangs on", share: 2.6 },
        ],
        rows: SUCCESS_METRICS.map((metric) => {
          const goal = request.metrics.find((one) => one.metric === metric.key);
          const gaps = gapsOf(metric, units).map(({ capability }) => capabilityTitle(lookup, capability.key));
          return [
            `${metric.title}${metric.primary ? "" : " (secondary)"}`,
            `${metric.definition} ${metric.formula}`,
            figureInWords(goal?.baseline, metric.unit),
            figureInWords(goal?.target, metric.unit),
            goal?.owner ?? NO_FIGURE,
            [...new Set(gaps)].join(", ") || "No gap",
          ];
        }),
      },
    ],
  };
}

export function stakeholdersSection({ framework, request, plan }: PlanOf): Section {
  const lookup = lookUp(framework);
  const { stakeholders } = request;
  return {
    title: "Stakeholders",
    blocks: [
      stakeholders.length === 0
        ? { kind: "paragraph", text: "Nobody is on the map yet." }
        : {
            kind: "table",
            caption: "Influence, support, and what is done",
            columns: [
              { title: "Group", share: 1.8 },
              { title: "Influence", share: 1.1, numeric: true },
              { title: "Support", share: 1.1, numeric: true },
              { title: "Stance", share: 1.5 },
              { title: "Barrier", share: 2 },
              { title: "Engagement", share: 3.6 },
              { title: "Looked after by", share: 1.5 },
            ],
            rows: stakeholders.map((one) => {
              const items = loweringItems(one, plan);
              const engagement = one.engagement || STANCE_SUMMARIES[stanceOf(one)];
              return [
                one.group,
                String(one.influence),
                String(one.support),
                STANCE_WORDS[stanceOf(one)],
                one.barrier ? BARRIER_WORDS[one.barrier] : NO_FIGURE,
                [engagement, ...items.map((item) => itemInWords(lookup, item))].join("\n"),
                one.owner ?? NO_FIGURE,
              ];
            }),
          },
    ],
  };
}

export function activitiesSection({ framework, request, plan }: PlanOf): Section {
  const activities = datedActivities(framework, request, plan);
  return {
    title: "Communication, training and support",
    blocks: [
      activities.length === 0
        ? { kind: "paragraph", text: "Nothing is planned for the stakeholders yet." }
        : {
            kind: "table",
            caption: "What is done for whom, in the weeks of the roadmap's phases",
            columns: [
              { title: "Group", share: 1.6 },
              { title: "Kind", share: 1.4 },
              { title: "What", share: 3 },
              { title: "Channel", share: 1.8 },
              { title: "How often", share: 1.9 },
              { title: "Dates", share: 1.7 },
              { title: "By", share: 1.3 },
            ],
            rows: activities.map((activity) => [
              activity.group,
              KIND_WORDS[activity.kind],
              activity.what,
              activity.channel || NO_FIGURE,
              timesInWords(activity),
              `${formatDay(firstDay(request, activity.startWeek))} to ${formatDay(lastDay(request, activity.endWeek))}`,
              activity.by ?? NO_FIGURE,
            ]),
          },
    ],
  };
}
