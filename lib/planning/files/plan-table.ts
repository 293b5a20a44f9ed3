import { writeCsv } from "../../csv/write";
import { formatIsoDay } from "../../format/date";
import { formatCount } from "../../format/number";
import { capabilityTitle, lookUp } from "../../framework/lookup";
import type { Framework } from "../../framework/types";
import { KIND_WORDS } from "../activity";
import type { Plan, PlanItem, PlanRequest } from "../plan";
import { datedActivities, timesInWords } from "../reading/dated-activities";
import { needsOf } from "../reading/needs";
import { firstDay, lastDay } from "../week-dates";
import { partsOf, phasesIn } from "../weeks";

/** What the files of a plan are made from. */
export type PlanFile = {
  id: string;
  name: string;
  revision: number;
  /** Null while it is a draft. */
  signedOff: { by: string; at: Date } | null;
  updatedAt: Date;
  framework: Framework;
  request: PlanRequest;
  plan: Plan;
};

const COLUMNS = [
  "unit",
  "action",
  "title",
  "part",
  "capability",
  "phase",
  "startWeek",
  "endWeek",
  "start",
  "end",
  "role",
  "person",
  "personWeeks",
  "critical",
  "locked",
  "doneWhen",
] as const;

export type PlanRow = Record<(typeof COLUMNS)[number], string | number | boolean>;

/** The actions of a plan in its order, a row for each part of those that are split, dates in ISO 8601. */
export function planRows(file: PlanFile): PlanRow[] {
  return file.plan.items.flatMap((item) => {
    const parts = partsOf(item);
    return parts.map(({ startWeek, endWeek, personWeeks }, place) => ({
      ...rowOf(file, { ...item, startWeek, endWeek, personWeeks }),
      part: parts.length > 1 ? place + 1 : "",
    }));
  });
}

/** From the first day of its work to the last. */
function rowOf({ framework, request }: PlanFile, item: PlanItem): PlanRow {
  const lookup = lookUp(framework);
  const phases = phasesIn(framework, request.weeks);
  return {
    unit: item.unit,
    action: item.action,
    title: lookup.actions.get(item.action)?.title ?? item.action,
    part: "",
    capability: capabilityTitle(lookup, item.capability),
    phase: phases.find(({ toWeek }) => item.startWeek <= toWeek)?.title ?? phases.at(-1)?.title ?? "",
    startWeek: item.startWeek,
    endWeek: item.endWeek,
    start: formatIsoDay(firstDay(request, item.startWeek)),
    end: formatIsoDay(lastDay(request, item.endWeek)),
    role: lookup.roles.get(item.role) ?? item.role,
    person: item.person ?? "",
    personWeeks: item.personWeeks,
    critical: item.critical,
    locked: item.locked,
    doneWhen: lookup.actions.get(item.action)?.done ?? "",
  };
}

/** What is done for the stakeholders, in the columns of the actions: of no unit, role or person-weeks. */
function activityRows({ framework, request, plan }: PlanFile): PlanRow[] {
  const phases = phasesIn(framework, request.weeks);
  return datedActivities(framework, request, plan).map((activity) => {
    const { kind, group, what, channel, from, startWeek, endWeek, by } = activity;
    return {
      unit: "",
      action: kind,
      part: "",
      title: `${group}: ${what} (${[channel, timesInWords(activity)].filter((part) => part !== "").join("; ")})`,
      capability: KIND_WORDS[kind],
      phase: phases.find(({ key }) => key === from)?.title ?? "",
      startWeek,
      endWeek,
      start: formatIsoDay(firstDay(request, startWeek)),
      end: formatIsoDay(lastDay(request, endWeek)),
      role: "",
      person: by ?? "",
      personWeeks: "",
      critical: false,
      locked: false,
      doneWhen: "",
    };
  });
}

/** The actions, then what is done for the stakeholders. */
export function planCsv(file: PlanFile): string {
  return writeCsv(COLUMNS, [...planRows(file), ...activityRows(file)]);
}

const JIRA_COLUMNS = [
  "Issue ID",
  "Issue Type",
  "Parent",
  "Summary",
  "Description",
  "Assignee",
  "Start date",
  "Due date",
  "Original estimate",
  "Labels",
] as const;

type JiraRow = Record<(typeof JIRA_COLUMNS)[number], string | number>;

/** Jira counts estimates in seconds, a week of work as five days of eight hours. */
const WEEK_OF_WORK_S = 5 * 8 * 60 * 60;

/**
 * For Jira's import of CSV: an epic for each unit, then a task for each action under it. Jira wants the parents first:
 * https://confluence.atlassian.com/display/JIRAKB/CSV+import++Parent-child+mapping
 */
export function jiraCsv(file: PlanFile): string {
  const { plan, name } = file;
  const units = [...new Set(plan.items.map(({ unit }) => unit))];
  const epics = units.map((unit, place): JiraRow => {
    const own = plan.items.filter((item) => item.unit === unit).map((item) => rowOf(file, item));
    return {
      "Issue ID": place + 1,
      "Issue Type": "Epic",
      Parent: "",
      Summary: `${name}: ${unit}`,
      Description: "",
      Assignee: "",
      "Start date": own.map(({ start }) => String(start)).sort()[0] ?? "",
      "Due date":
        own
          .map(({ end }) => String(end))
          .sort()
          .at(-1) ?? "",
      "Original estimate": "",
      Labels: "ai-scaling",
    };
  });
  const tasks = plan.items.map((item, place): JiraRow => {
    const row = rowOf(file, item);
    return {
      "Issue ID": units.length + place + 1,
      "Issue Type": "Task",
      Parent: units.indexOf(item.unit) + 1,
      Summary: String(row.title),
      Description: descriptionOf(file, item, row),
      Assignee: String(row.person),
      "Start date": String(row.start),
      "Due date": String(row.end),
      "Original estimate": Math.round(item.personWeeks * WEEK_OF_WORK_S),
      Labels: `ai-scaling ${item.role}${item.critical ? " critical" : ""}`,
    };
  });
  return writeCsv(JIRA_COLUMNS, [...epics, ...tasks]);
}

function descriptionOf({ framework, request, plan }: PlanFile, item: PlanItem, row: PlanRow): string {
  const { actions } = lookUp(framework);
  const before = (actions.get(item.action)?.after ?? []).flatMap((key) =>
    plan.items.some(({ unit, action }) => unit === item.unit && action === key)
      ? [actions.get(key)?.title]
      : [],
  );
  const parts = item.parts?.map(
    ({ startWeek, endWeek, personWeeks }) =>
      `${formatCount(personWeeks, "person-week")} from ${formatIsoDay(firstDay(request, startWeek))} to ${formatIsoDay(lastDay(request, endWeek))}`,
  );
  return [
    `Done when: ${row.doneWhen}`,
    `Capability: ${row.capability}. Role: ${row.role}. ${row.personWeeks} person-weeks.`,
    ...(parts ? [`In ${parts.length} parts: ${parts.join("; ")}.`] : []),
    ...(before.length > 0 ? [`Comes after: ${before.join("; ")}.`] : []),
  ].join("\n");
}

/**
 * What was asked for and what came of it, in the shapes of docs/planning.md: `request` can be asked again. With an
 * uncertainty or an amount for technology stated, what the plan needs by them stands beside.
 */
export function planJson({ name, revision, signedOff, framework, request, plan }: PlanFile): string {
  const signed = signedOff && { by: signedOff.by, at: signedOff.at.toISOString() };
  const stated = request.uncertainty !== undefined || request.budget?.technology !== undefined;
  const needs = stated ? needsOf(framework, request, plan) : undefined;
  return `${JSON.stringify({ name, revision, signedOff: signed, request, plan, needs }, null, 2)}\n`;
}
