import ExcelJS from "exceljs";
import fc from "fast-check";
import ICAL from "ical.js";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { ACTIVITY_KINDS, type Activity, RHYTHMS, SPANS } from "@/lib/planning/activity";
import { changed, readChange } from "@/lib/planning/changes/plan-change";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { type PlanFile, planCsv } from "@/lib/planning/files/plan-table";
import type { PlanRequest } from "@/lib/planning/plan";
import { activitiesOrProposed, proposalsFor } from "@/lib/planning/reading/activity-proposals";
import { datedActivities, runsOf, timesInWords } from "@/lib/planning/reading/dated-activities";
import {
  activitiesSchema,
  activityField,
  activityValues,
  typedActivities,
} from "@/lib/planning/requests/activity-form";
import { parsePlanRequest } from "@/lib/planning/requests/plan-request-schema";
import { BARRIERS, STEPS, type Stakeholder } from "@/lib/planning/stakeholders";
import { firstDay, lastDay } from "@/lib/planning/week-dates";
import { phasesIn } from "@/lib/planning/weeks";
import { planDocument } from "@/lib/report/plan-documents";
import { planIcs } from "@/lib/server/planning/plan-ics";
import { planXlsx } from "@/lib/server/planning/plan-xlsx";
import { answered } from "../../support/answered";
import { planRequest } from "../../support/planning";

const board: Stakeholder = {
  ...{ group: "Board", influence: 5, support: 2, barrier: "awareness", engagement: "", owner: "Ada" },
};
const talk: Activity = {
  ...{ what: "Why now", channel: "In person", rhythm: "twoWeeks", by: "Ada" },
  ...{ from: "foundation", to: "foundation" },
};
const asked = (activity: Partial<Activity>, weeks = 24) =>
  planRequest(aiScaling, {
    weeks,
    stakeholders: [{ ...board, activities: { communication: { ...talk, ...activity } } }],
  });
const milestones = [6, 18, 18, 24].map((week) => ({ week, title: "", criteria: [] }));
const dated = (activity: Partial<Activity>, weeks = 24) => {
  const [found] = datedActivities(aiScaling, asked(activity, weeks), { milestones });
  if (!found) throw new Error("not dated");
  return found;
};

test("the weeks follow from the phases of the roadmap, in a plan of any length", () => {
  expect(dated({ rhythm: "ongoing", from: "expansion", to: "expansion" })).toMatchObject({
    startWeek: 7,
    endWeek: 18,
  });
  expect(dated({ rhythm: "ongoing", from: "expansion", to: "expansion" }, 12)).toMatchObject({
    startWeek: 4,
    endWeek: 9,
  });
  expect(dated({ rhythm: "once", from: "expansion", to: "optimization" }).weeks).toEqual([7]);
  expect(dated({ rhythm: "twoWeeks" }).weeks).toEqual([1, 3, 5]);
  expect(dated({ rhythm: "fourWeeks", to: "optimization" }).weeks).toEqual([1, 5, 9, 13, 17, 21]);
});

test("at each milestone within its phases, once a week; without one, at their end", () => {
  expect(dated({ rhythm: "milestones", to: "optimization" }).weeks).toEqual([6, 18, 24]);
  expect(dated({ rhythm: "milestones", from: "expansion", to: "expansion" }).weeks).toEqual([18]);
  const none = datedActivities(aiScaling, asked({ rhythm: "milestones" }), { milestones: [] });
  expect(none[0]?.weeks).toEqual([6]);
  expect(timesInWords(dated({ rhythm: "milestones", to: "optimization" }))).toBe(
    "At each milestone, weeks 6, 18, 24",
  );
});

test("weeks rise within the phases asked for, and their runs are those weeks", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 104 }),
      fc.constantFrom(...RHYTHMS),
      fc.constantFrom(...SPANS),
      (weeks, rhythm, { from, to }) => {
        const phases = phasesIn(aiScaling, weeks);
        const found = dated({ rhythm, from, to }, weeks);
        const first = phases.find(({ key }) => key === from)?.fromWeek ?? 0;
        const last = phases.find(({ key }) => key === to)?.toWeek ?? 0;
        expect(found.weeks).toEqual([...new Set(found.weeks)].sort((a, b) => a - b));
        expect(found.weeks.length).toBeGreaterThan(0);
        expect(found.startWeek).toBe(found.weeks[0]);
        expect(found.endWeek).toBe(found.weeks.at(-1));
        expect(found.startWeek).toBeGreaterThanOrEqual(first);
        expect(found.endWeek).toBeLessThanOrEqual(Math.max(first, last));
        const runs = runsOf(found).flatMap(({ startWeek, endWeek }) =>
          Array.from({ length: endWeek - startWeek + 1 }, (_, index) => startWeek + index),
        );
        expect(runs).toEqual(found.weeks);
      },
    ),
  );
});

test("every place on the map and every barrier has a whole proposal, with its reason", () => {
  for (const influence of STEPS)
    for (const support of STEPS)
      for (const barrier of [...BARRIERS, null]) {
        const stakeholder = { ...board, influence, support, barrier };
        const proposals = proposalsFor(stakeholder);
        for (const kind of ACTIVITY_KINDS) {
          expect(proposals[kind].why).not.toBe("");
          expect(proposals[kind].activity).toMatchObject({ by: "Ada", what: expect.stringMatching(/\S/) });
        }
        const request = planRequest(aiScaling, {
          assessments: [answered()],
          stakeholders: [{ ...stakeholder, activities: activitiesOrProposed(stakeholder) }],
        });
        expect(parsePlanRequest(structuredClone(request), [aiScaling])).toEqual(request);
      }
});

test("who has influence and is against it is spoken with in person; a barrier says what is trained", () => {
  const { communication, training } = proposalsFor(board);
  expect(communication.activity).toMatchObject({ rhythm: "twoWeeks", channel: "Conversation in person" });
  expect(training.activity).toMatchObject({ from: "foundation", to: "foundation" });
  const skilled = proposalsFor({ ...board, barrier: "knowledge" });
  expect(skilled.communication.activity).toMatchObject({ rhythm: "twoWeeks" });
  expect(skilled.training.activity).toMatchObject({ from: "expansion", channel: "Workshop" });
});

test("a plan from before activities comes out byte for byte as it went in", () => {
  const before = JSON.stringify({
    ...planRequest(aiScaling, { assessments: [answered()] }),
    stakeholders: [board],
  });
  expect(JSON.stringify(parsePlanRequest(JSON.parse(before), [aiScaling]).stakeholders)).toBe(
    JSON.stringify([board]),
  );
});

describe("what a request says of an activity is checked:", () => {
  test.each<[string, object, string, string]>([
    ["a phase that comes before", { from: "expansion" }, "to", "a phase that is not before `from`"],
    ["a phase that is none", { to: "pilot" }, "to", "one of foundation, expansion, optimization"],
    ["a rhythm that is none", { rhythm: "often" }, "rhythm", `one of ${RHYTHMS.join(", ")}`],
    ["nothing to do", { what: " " }, "what", "a name"],
  ])("%s", (_, change, field, expected) => {
    const request = asked(change as Partial<Activity>);
    expect(() => parsePlanRequest({ ...request, assessments: [answered()] }, [aiScaling])).toThrow(
      `stakeholders[0].activities.communication.${field}: expected ${expected}`,
    );
  });
});

const sent = (activities: ReturnType<typeof activitiesOrProposed>) =>
  ACTIVITY_KINDS.flatMap((kind) => {
    const activity = activities[kind];
    return activity
      ? Object.entries(activityValues(activity)).map(([field, value]) => [
          activityField(kind, field as "what"),
          value,
        ])
      : [];
  });

test("activities come back out of their form as they went in", () => {
  const proposed = activitiesOrProposed(board);
  expect(activitiesSchema.parse(typedActivities(new URLSearchParams(sent(proposed))))).toEqual(proposed);
});

test("they are planned, outlive another name of their group, and go when their words do", () => {
  const proposed = activitiesOrProposed(board);
  const request = planRequest(aiScaling, { stakeholders: [board] });
  const apply = (of: PlanRequest, query: Record<string, string>) => {
    const read = readChange(new URLSearchParams(query), aiScaling);
    if ("fields" in read || read.change.do === "renew") throw new Error(JSON.stringify(read));
    return changed(of, read.change);
  };
  const fields = Object.fromEntries(sent(proposed));
  const planned = apply(request, { do: "activities", group: "Board", ...fields });
  expect(planned.stakeholders).toEqual([{ ...board, activities: proposed }]);
  const renamed = apply(planned, {
    ...{ do: "stakeholder", was: "Board", group: "Owners", influence: "5", support: "4" },
    ...{ barrier: "", engagement: "", owner: "" },
  });
  expect(renamed.stakeholders).toMatchObject([{ group: "Owners", support: 4, activities: proposed }]);
  const silent = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, name.endsWith(".what") ? " " : value]),
  );
  const emptied = apply(planned, { do: "activities", group: "Board", ...silent });
  expect(JSON.stringify(emptied)).toBe(JSON.stringify(request));
  expect(() => apply(planned, { do: "activities", group: "Nobody", ...fields })).toThrow("on the map");
  expect(
    readChange(
      new URLSearchParams({ do: "activities", group: "Board", ...fields, "training.by": "x".repeat(101) }),
      aiScaling,
    ),
  ).toEqual({ fields: { "training.by": "Training: use at most 100 characters." } });
});

describe("in the files of a plan", () => {
  const bare = planRequest(aiScaling, {
    assessments: [answered()],
    targetVerdict: null,
    stakeholders: [board],
  });
  // Closing every gap asks nothing of a solver.
  const plan = makePlan(aiScaling, bare, () => null);
  const activities = {
    communication: { ...talk, what: "=Why now", to: "optimization" },
    training: { ...talk, rhythm: "milestones", channel: "", to: "optimization" },
    support: { ...talk, rhythm: "ongoing", from: "expansion", to: "optimization" },
  } as const;
  const request = { ...bare, stakeholders: [{ ...board, activities }] };
  const ofRequest = (one: PlanRequest): PlanFile => ({
    ...{ id: "p", name: "Plan", revision: 1, signedOff: null, updatedAt: new Date("2026-11-25T10:00:00Z") },
    ...{ framework: aiScaling, request: one, plan },
  });
  const file = ofRequest(request);
  const all = datedActivities(aiScaling, request, plan);

  test("they take no week, no people and no cost from the plan", () => {
    expect(makePlan(aiScaling, request, () => null)).toEqual(plan);
  });

  test("CSV: a row each after the actions, and nothing more without them", () => {
    const before = planCsv(ofRequest(bare));
    const after = planCsv(file);
    expect(after.startsWith(before)).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(after.replace(/^\uFEFF/, ""), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.slice(plan.items.length)).toMatchObject(
      all.map(({ kind, startWeek, endWeek }) => ({
        action: kind,
        unit: "",
        person: "Ada",
        personWeeks: "",
        startWeek: String(startWeek),
        start: firstDay(request, startWeek).toISOString().slice(0, 10),
        end: lastDay(request, endWeek).toISOString().slice(0, 10),
      })),
    );
  });

  test("ICS: a real calendar finds each of their days, and nothing more without them", () => {
    const events = (one: PlanFile) =>
      new ICAL.Component(ICAL.parse(planIcs(one)))
        .getAllSubcomponents("vevent")
        .map((component) => new ICAL.Event(component));
    const fresh = events(file).slice(events(ofRequest(bare)).length);
    const days = (event: ICAL.Event) => {
      const next = event.iterator();
      const found: string[] = [];
      for (let day = next.next(); day; day = next.next()) found.push(day.toString());
      return found;
    };
    for (const { kind, rhythm, weeks, startWeek, endWeek } of all) {
      const own = fresh.filter(({ summary }) => summary.toLowerCase().startsWith(`${kind} for board`));
      const iso = (day: Date) => day.toISOString().slice(0, 10);
      if (rhythm === "ongoing") {
        expect(own.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()])).toEqual([
          [iso(firstDay(request, startWeek)), iso(firstDay(request, endWeek + 1))],
        ]);
      } else {
        const day = rhythm === "milestones" ? lastDay : firstDay;
        expect(own.flatMap(days)).toEqual(weeks.map((week) => iso(day(request, week))));
      }
    }
    expect(new Set(fresh.map(({ uid }) => uid)).size).toBe(fresh.length);
  });

  test("XLSX: a sheet of their own, that a plan without them does not have", async () => {
    const sheets = async (one: PlanFile) => {
      const workbook = new ExcelJS.Workbook();
      // Its types know an older Buffer.
      await workbook.xlsx.load((await planXlsx(one)) as never);
      return workbook;
    };
    const name = "Communication and training";
    expect((await sheets(ofRequest(bare))).getWorksheet(name)).toBeUndefined();
    const sheet = (await sheets(file)).getWorksheet(name);
    expect(sheet?.rowCount).toBe(all.length + 1);
    for (const [place, { what, startWeek }] of all.entries()) {
      expect(sheet?.getRow(place + 2).getCell(3).value).toBe(what.replace(/^=/, "'="));
      expect(sheet?.getRow(place + 2).getCell(7).value).toBe(startWeek);
    }
  });

  test("the document of change management says who is told, trained and helped when", () => {
    const { sections } = planDocument("change", file);
    const section = sections.find(({ title }) => title === "Communication, training and support");
    const [table] = section?.blocks ?? [];
    expect(table?.kind === "table" && table.rows).toEqual(
      all.map((one) => expect.arrayContaining(["Board", one.what, timesInWords(one), "Ada"])),
    );
  });
});
