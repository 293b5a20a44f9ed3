import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Level } from "@/lib/framework/types";
import { differenceOf } from "@/lib/planning/changes/difference";
import { changed, readChange, withAssessments } from "@/lib/planning/changes/plan-change";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { splitForm } from "@/lib/planning/requests/split-form";
import { answered } from "../../support/answered";
import { questionKeysOf } from "../../support/arbitraries";
import { planRequest } from "../../support/planning";

const UNIT = answered().unit.name;
const request = planRequest(aiScaling, {
  assessments: [answered({ targetPhase: "maturity" })],
  targetVerdict: null,
});
// Closing every gap asks nothing of a solver.
const plan = makePlan(aiScaling, request, () => null);
const item = plan.items.find(({ startWeek }) => startWeek > 4);
if (!item) throw new Error("nothing begins late");
const entry = { unit: UNIT, action: item.action };

const allAt = (level: Level) => Object.fromEntries(questionKeysOf(aiScaling).map((key) => [key, { level }]));

const read = (query: string) => readChange(new URLSearchParams(query), aiScaling);

test("an address is read as the change it asks for", () => {
  expect(read(`do=move&unit=${UNIT}&action=a.to-2&week=7`)).toEqual({
    change: { do: "move", unit: UNIT, action: "a.to-2", week: 7 },
  });
  expect(read("do=drop&unit=U&action=a.to-2")).toEqual({
    change: { do: "drop", unit: "U", action: "a.to-2" },
  });
  expect(read("do=renew")).toEqual({ change: { do: "renew" } });
});

test.each([
  ["", "do"],
  ["do=burn&unit=U&action=a", "do"],
  ["do=move&unit=U&action=a&week=0", "week"],
  ["do=move&unit=U&action=a&week=1.5", "week"],
  ["do=drop&action=a", "unit"],
  ["do=settings&weeks=x", "weeks"],
  ["do=stakeholder&was=&group=&influence=3&support=3&barrier=&engagement=&owner=", "group"],
  ["do=stakeholder&was=&group=Board&influence=6&support=3&barrier=&engagement=&owner=", "influence"],
  ["do=stakeholder&was=&group=Board&influence=3&support=3&barrier=fear&engagement=&owner=", "barrier"],
  ["do=metric&metric=luck&baseline=&target=&owner=", "metric"],
  ["do=metric&metric=user-adoption&baseline=1e9&target=&owner=", "baseline"],
])("%j is refused at its field", (query, field) => {
  const found = read(query);
  expect("fields" in found && Object.keys(found.fields)).toContain(field);
});

test("an action is locked once, and a drop takes the lock's place", () => {
  const locked = changed(changed(request, { do: "move", ...entry, week: 9 }), {
    do: "move",
    ...entry,
    week: 10,
  });
  expect(locked.locked).toEqual([{ ...entry, startWeek: 10 }]);
  const dropped = changed(locked, { do: "drop", ...entry });
  expect(dropped).toMatchObject({ locked: [], dropped: [entry] });
  expect(changed(dropped, { do: "restore", ...entry })).toEqual(request);
});

const typed = (...rows: [week: string, work: string][]) =>
  rows.map(([week, work], n) => `&parts.${n}.week=${week}&parts.${n}.work=${work}`).join("");

test("the parts of an action are read, and rows that are left empty are none", () => {
  const asked = typed(["3", "2"], ["", ""], [" 9 ", "4.5"], ["", ""]);
  expect(read(`do=split&unit=U&action=a.to-2${asked}`)).toEqual({
    change: {
      do: "split",
      unit: "U",
      action: "a.to-2",
      parts: [
        { startWeek: 3, personWeeks: 2 },
        { startWeek: 9, personWeeks: 4.5 },
      ],
    },
  });
});

test.each<[[string, string][], string]>([
  [[], "parts.1.week"],
  [[["3", "2"]], "parts.1.week"],
  [
    [
      ["3", "2"],
      ["0", "4"],
    ],
    "parts.1.week",
  ],
  [
    [
      ["3", ""],
      ["9", "4"],
    ],
    "parts.0.work",
  ],
  [
    [
      ["3", "0"],
      ["9", "4"],
    ],
    "parts.0.work",
  ],
  [
    [
      ["3", "2"],
      ["9", "4"],
      ["", "1"],
    ],
    "parts.2.week",
  ],
])("parts typed as %j are refused at their field", (rows, field) => {
  const found = read(`do=split&unit=U&action=a.to-2${typed(...rows)}`);
  expect("fields" in found && Object.keys(found.fields)).toEqual([field]);
});

test("an action is split, moved with its pauses, joined and let go", () => {
  const parts = [
    { startWeek: 3, personWeeks: 2 },
    { startWeek: 9, personWeeks: 4 },
  ];
  const split = changed(changed(request, { do: "move", ...entry, week: 1 }), {
    do: "split",
    ...entry,
    parts,
  });
  expect(split.locked).toEqual([{ ...entry, startWeek: 3, parts }]);
  expect(changed(split, { do: "move", ...entry, week: 5 }).locked).toEqual([
    {
      ...entry,
      startWeek: 5,
      parts: [
        { startWeek: 5, personWeeks: 2 },
        { startWeek: 11, personWeeks: 4 },
      ],
    },
  ]);
  expect(changed(split, { do: "join", ...entry }).locked).toEqual([{ ...entry, startWeek: 3 }]);
  expect(changed(request, { do: "join", ...entry })).toEqual(request);
  expect(changed(split, { do: "release", ...entry })).toEqual(request);
  expect(changed(split, { do: "drop", ...entry })).toMatchObject({ locked: [], dropped: [entry] });
});

test("the form of an action in one go proposes halves, that of one in parts shows them", () => {
  const whole = { ...item, startWeek: 5, personWeeks: 1.5, parts: undefined };
  expect(splitForm(whole).slice(0, 2)).toEqual([
    { week: "5", work: "0.75" },
    { week: "", work: "0.75" },
  ]);
  const parts = [
    { startWeek: 5, endWeek: 5, personWeeks: 0.5 },
    { startWeek: 7, endWeek: 8, personWeeks: 1 },
  ];
  expect(splitForm({ ...whole, parts })).toEqual([
    { week: "5", work: "0.5" },
    { week: "7", work: "1" },
    { week: "", work: "" },
    { week: "", work: "" },
  ]);
});

test("the goal of a success metric is set, changed and taken back", () => {
  const goal = { do: "metric", metric: "user-adoption", baseline: 10, target: null, owner: "Ada" } as const;
  const set = changed(request, goal);
  expect(set.metrics).toEqual([{ metric: "user-adoption", baseline: 10, target: null, owner: "Ada" }]);
  expect(changed(set, { ...goal, target: 80 }).metrics).toMatchObject([{ target: 80 }]);
  expect(changed(set, { ...goal, baseline: null, owner: null })).toEqual(request);
  expect(read("do=metric&metric=user-adoption&baseline=-2.5&target=&owner=")).toEqual({
    change: { do: "metric", metric: "user-adoption", baseline: -2.5, target: null, owner: null },
  });
});

test("a group is added, renamed in its place and taken off; a name stands once", () => {
  const said = { influence: 4, support: 2, barrier: "desire", engagement: "", owner: null } as const;
  const add = (group: string, was = "") => ({ do: "stakeholder", was, group, ...said }) as const;
  const two = changed(changed(request, add("Board")), add("Staff"));
  const groups = ({ stakeholders }: typeof two) => stakeholders.map(({ group }) => group);
  expect(groups(two)).toEqual(["Board", "Staff"]);
  expect(groups(changed(two, add("Works council", "Board")))).toEqual(["Works council", "Staff"]);
  for (const taken of [add("Staff", "Board"), add("Board")])
    expect(() => changed(two, taken)).toThrow("stakeholders: expected a name that no other group has");
  expect(groups(changed(two, { do: "removeStakeholder", group: "Staff" }))).toEqual(["Board"]);
});

test("newer assessments take along what is still ahead, and drop what is done", () => {
  const asked = changed(request, { do: "assign", ...entry, person: "Ada" });
  expect(withAssessments(aiScaling, asked, request.assessments)).toEqual(asked);
  const better = answered({ respondents: [{ name: "Assessor", answers: allAt(5) }] });
  expect(withAssessments(aiScaling, asked, [better])).toMatchObject({ assigned: [], assessments: [better] });
});

test("a difference names what moves, what goes and what is reached, and is nothing between equals", () => {
  const none = { moved: [], added: [], removed: [], units: [] };
  expect(differenceOf(plan, plan)).toMatchObject(none);
  const week = item.startWeek + 1;
  const moved = makePlan(aiScaling, changed(request, { do: "move", ...entry, week }), () => null);
  const difference = differenceOf(plan, moved);
  expect(difference.moved).toContainEqual({
    before: item,
    after: expect.objectContaining({ ...entry, startWeek: week }),
  });
  const half = item.personWeeks / 2;
  const parts = [item.startWeek, item.endWeek + 2].map((startWeek) => ({ startWeek, personWeeks: half }));
  const split = makePlan(aiScaling, changed(request, { do: "split", ...entry, parts }), () => null);
  expect(differenceOf(plan, split).moved).toContainEqual({
    before: item,
    after: expect.objectContaining({ ...entry, parts: expect.any(Array) }),
  });
  expect(differenceOf(split, split)).toMatchObject(none);
  const dropped = makePlan(aiScaling, changed(request, { do: "drop", ...entry }), () => null);
  expect(differenceOf(plan, dropped).removed).toContainEqual(item);
  expect(differenceOf(dropped, plan).added).toContainEqual(item);
  expect(differenceOf(plan, dropped).units).toHaveLength(1);
});
