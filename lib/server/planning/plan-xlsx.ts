import "server-only";
import type ExcelJS from "exceljs";
import { formatIsoDay } from "@/lib/format/date";
import { capabilityTitle, lookUp } from "@/lib/framework/lookup";
import { groupBy } from "@/lib/grouping/group-by";
import { KIND_WORDS, RHYTHM_WORDS, spanInWords } from "@/lib/planning/activity";
import { type PlanFile, planRows } from "@/lib/planning/files/plan-table";
import { datedActivities } from "@/lib/planning/reading/dated-activities";
import { needsOf } from "@/lib/planning/reading/needs";
import { OBSTACLE_WORDS } from "@/lib/planning/reading/plan-words";
import { technologyItems } from "@/lib/planning/technology";
import { rangeOf } from "@/lib/planning/uncertainty";
import { firstDay, lastDay } from "@/lib/planning/week-dates";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import {
  addSheet,
  live,
  ONE_DECIMAL,
  range,
  renderWorkbook,
  TWO_DECIMALS,
  type Value,
} from "../report/xlsx-sheet";

const ROADMAP = "Roadmap";
/** Of the person-weeks on the roadmap. */
const EFFORT_COLUMN = "M";

/**
 * The plan as a workbook: roadmap, what each unit reaches, what does not fit, milestones, people by week, people,
 * technology and cost with their ranges, and what is done for the stakeholders where something is.
 */
export function planXlsx(file: PlanFile): Promise<Buffer> {
  return renderWorkbook(file.updatedAt, (workbook) => {
    addUnits(workbook, file);
    addRoadmap(workbook, file);
    addUnplaced(workbook, file);
    addMilestones(workbook, file);
    addPeople(workbook, file);
    addResources(workbook, file);
    addActivities(workbook, file);
  });
}

function addUnits(workbook: ExcelJS.Workbook, file: PlanFile) {
  const { plan, request } = file;
  const { length } = planRows(file);
  const units = range(ROADMAP, "A", length);
  const efforts = range(ROADMAP, EFFORT_COLUMN, length);
  const rows = plan.units.map((unit, place): Value[] => {
    const own = plan.items.filter((item) => item.unit === unit.name);
    const effort = own.reduce((sum, { personWeeks }) => sum + personWeeks, 0);
    return [
      unit.name,
      unit.readinessNow ?? "",
      unit.readinessPlanned ?? "",
      OUTCOME_WORDS[unit.verdictNow],
      OUTCOME_WORDS[unit.verdictPlanned],
      own.length === 0 ? "" : formatIsoDay(lastDay(request, Math.max(...own.map(({ endWeek }) => endWeek)))),
      own.length === 0 ? 0 : live(`SUMPRODUCT((${units}=A${place + 2})*${efforts})`, effort),
      unit.remains.join(" "),
    ];
  });
  addSheet(
    workbook,
    "Units",
    [
      { title: "Unit", width: 28 },
      { title: "Readiness today", width: 16, format: ONE_DECIMAL },
      { title: "Readiness planned", width: 17, format: ONE_DECIMAL },
      { title: "Verdict today", width: 22 },
      { title: "Verdict planned", width: 22 },
      { title: "Done by", width: 12 },
      { title: "Person-weeks", width: 13, format: TWO_DECIMALS },
      { title: "What remains", width: 60 },
    ],
    rows,
  );
}

function addRoadmap(workbook: ExcelJS.Workbook, file: PlanFile) {
  const rows = planRows(file).map((row): Value[] => [
    row.unit,
    row.action,
    row.title,
    row.part,
    row.capability,
    row.phase,
    row.startWeek,
    row.endWeek,
    row.start,
    row.end,
    row.role,
    row.person,
    row.personWeeks,
    row.critical ? "Yes" : "No",
    row.locked ? "Yes" : "No",
    row.doneWhen,
  ]);
  addSheet(
    workbook,
    ROADMAP,
    [
      { title: "Unit", width: 28 },
      { title: "Key", width: 24 },
      { title: "Action", width: 50 },
      { title: "Part", width: 8 },
      { title: "Capability", width: 26 },
      { title: "Phase", width: 14 },
      { title: "First week", width: 11 },
      { title: "Last week", width: 11 },
      { title: "From", width: 12 },
      { title: "To", width: 12 },
      { title: "Role", width: 24 },
      { title: "Who", width: 20 },
      { title: "Person-weeks", width: 13, format: TWO_DECIMALS },
      { title: "Critical", width: 9 },
      { title: "Locked", width: 9 },
      { title: "Done when", width: 70 },
    ],
    rows,
  );
}

function addUnplaced(workbook: ExcelJS.Workbook, { framework, plan }: PlanFile) {
  const { actions } = lookUp(framework);
  const rows = plan.unplaced.map(({ unit, action, why, wouldNeed }): Value[] => [
    unit,
    actions.get(action)?.title ?? action,
    OBSTACLE_WORDS[why],
    wouldNeed,
  ]);
  const columns = [
    { title: "Unit", width: 28 },
    { title: "Action", width: 50 },
    { title: "Why", width: 24 },
    { title: "What it would take", width: 60 },
  ];
  addSheet(workbook, "Not in the plan", columns, rows);
}

function addMilestones(workbook: ExcelJS.Workbook, { plan, request }: PlanFile) {
  const rows = plan.milestones.map(({ week, title, criteria }): Value[] => [
    week,
    formatIsoDay(lastDay(request, week)),
    title,
    criteria.join("\n"),
  ]);
  const columns = [
    { title: "End of week", width: 12 },
    { title: "Date", width: 12 },
    { title: "Milestone", width: 40 },
    { title: "Criteria", width: 80 },
  ];
  addSheet(workbook, "Milestones", columns, rows);
}

function addPeople(workbook: ExcelJS.Workbook, { framework, plan, request }: PlanFile) {
  const { roles } = lookUp(framework);
  const rows = [...groupBy(plan.load, ({ role }) => role)].map(([role, weeks]): Value[] => [
    roles.get(role) ?? role,
    Math.max(...weeks.map(({ capacity }) => capacity)),
    ...weeks.map(({ used }) => used),
  ]);
  const columns = [
    { title: "Role", width: 24 },
    { title: "There", width: 8, format: TWO_DECIMALS },
    ...Array.from({ length: request.weeks }, (_, index) => ({
      title: `Week ${index + 1}`,
      width: 9,
      format: TWO_DECIMALS,
    })),
  ];
  addSheet(workbook, "People", columns, rows);
}

const MONEY = "#,##0";

/** People by role and technology by phase, summed by formula. */
function addResources(workbook: ExcelJS.Workbook, { framework, plan, request }: PlanFile) {
  const lookup = lookUp(framework);
  const { roles, technology, personWeeks, personWeeksRange, cost } = needsOf(framework, request, plan);
  const rows = [
    ...roles.map((need): Value[] => {
      const range = need.cost === null ? null : rangeOf(request.uncertainty, need.cost);
      return [
        "People",
        lookup.roles.get(need.role) ?? need.role,
        "",
        "",
        need.personWeeks,
        need.personWeeksRange?.low ?? "",
        need.personWeeksRange?.high ?? "",
        need.cost ?? "",
        range?.low ?? "",
        range?.high ?? "",
      ];
    }),
    ...technology.map(({ phase, capability, items, amount }): Value[] => [
      "Technology",
      capabilityTitle(lookup, capability),
      phase.title,
      technologyItems(lookup, items).join("\n"),
      "",
      "",
      "",
      amount ?? "",
      request.uncertainty ? (amount ?? "") : "",
      request.uncertainty ? (amount ?? "") : "",
    ]),
  ];
  const sum = (column: string, result: number | null | undefined) =>
    result == null ? "" : live(`SUM(${column}2:${column}${rows.length + 1})`, result);
  const total: Value[] = [
    ...["In all", "", "", ""],
    sum("E", personWeeks),
    sum("F", personWeeksRange?.low),
    sum("G", personWeeksRange?.high),
    sum("H", cost?.amount),
    sum("I", cost?.range?.low),
    sum("J", cost?.range?.high),
  ];
  const money = cost ? `Cost in ${cost.currency}` : "Cost";
  addSheet(
    workbook,
    "Resources",
    [
      { title: "Kind", width: 14 },
      { title: "What", width: 28 },
      { title: "Phase", width: 14 },
      { title: "For", width: 60 },
      { title: "Person-weeks", width: 13, format: TWO_DECIMALS },
      { title: "Low", width: 10, format: TWO_DECIMALS },
      { title: "High", width: 10, format: TWO_DECIMALS },
      { title: money, width: 16, format: MONEY },
      { title: "Cost, low", width: 14, format: MONEY },
      { title: "Cost, high", width: 14, format: MONEY },
    ],
    rows.length === 0 ? [] : [...rows, total],
  );
}

function addActivities(workbook: ExcelJS.Workbook, { framework, plan, request }: PlanFile) {
  const activities = datedActivities(framework, request, plan);
  if (activities.length === 0) return;
  const rows = activities.map((activity): Value[] => [
    activity.group,
    KIND_WORDS[activity.kind],
    activity.what,
    activity.channel,
    RHYTHM_WORDS[activity.rhythm],
    spanInWords(activity),
    activity.startWeek,
    activity.endWeek,
    formatIsoDay(firstDay(request, activity.startWeek)),
    formatIsoDay(lastDay(request, activity.endWeek)),
    activity.rhythm === "ongoing" ? "" : activity.weeks.join(", "),
    activity.by ?? "",
  ]);
  addSheet(
    workbook,
    "Communication and training",
    [
      { title: "Group", width: 28 },
      { title: "Kind", width: 16 },
      { title: "What", width: 60 },
      { title: "Channel", width: 36 },
      { title: "How often", width: 20 },
      { title: "Phases", width: 24 },
      { title: "First week", width: 11 },
      { title: "Last week", width: 11 },
      { title: "From", width: 12 },
      { title: "To", width: 12 },
      { title: "In weeks", width: 26 },
      { title: "By", width: 20 },
    ],
    rows,
  );
}
