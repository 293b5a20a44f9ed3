import { expect, test } from "vitest";
import { BOUNDS } from "@/lib/bounds/bounds";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import type { OrganizationFile } from "@/lib/organization-file/schema";
import { CRITERIA } from "@/lib/planning/approach-criteria";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { AssessmentError, pathOf } from "@/lib/scoring/assessment-error";
import { answered } from "../../support/answered";
import { planRequest } from "../../support/planning";

const UNIT = "019a0000-0000-7000-8000-000000000001";
const ASSESSMENT = "019a0000-0000-7000-8000-000000000002";
const PLAN = "019a0000-0000-7000-8000-000000000003";
const ITEM = "019a0000-0000-7000-8000-000000000004";
const TIME = "2026-11-24T10:00:00.000Z";

const request = planRequest(aiScaling, { assessments: [answered()], targetVerdict: null });
// Closing every gap asks nothing of a solver.
const content = makePlan(aiScaling, request, () => null);
const [planned] = content.items;

const entry = {
  revision: 1,
  owner: "Ada",
  treatment: "accept" as const,
  acceptedBy: "Grace",
  acceptedUntil: "2027-01-31",
  contingency: "",
  indicator: "",
  reviewOn: null,
  note: "two\nlines",
  createdAt: TIME,
};

const item: OrganizationFile["inventory"][number] = {
  ...{ id: ITEM, unitId: UNIT, kind: "system", name: "Reader", owner: null, stage: "pilot" },
  ...{ serves: [], value: null, riskClass: null, reviewedOn: "2026-09-30", note: "", revision: 1 },
  ...{ createdAt: TIME, updatedAt: TIME },
};

function file(): OrganizationFile {
  return {
    format: "scaling-readiness-organization",
    version: 1,
    organization: { name: "Acme" },
    frameworks: [{ hash: "0".repeat(64), content: structuredClone(aiScaling) as never }],
    units: [
      {
        id: UNIT,
        parentId: null,
        name: "Retail",
        region: null,
        industry: null,
        regulated: false,
        unitsInScope: 1,
        processesInScope: 1,
        sample: false,
        archivedAt: null,
        createdAt: TIME,
        updatedAt: TIME,
      },
    ],
    assessments: [
      {
        id: ASSESSMENT,
        unitId: UNIT,
        framework: `${aiScaling.key}@${aiScaling.version}`,
        depth: "quick",
        targetPhase: "expansion",
        regulated: false,
        unitsInScope: 1,
        processesInScope: 1,
        suitability: { conditions: {}, warnings: {} },
        suitabilityMarks: {},
        acceptedActions: [],
        status: "draft",
        previousId: null,
        lastQuestion: null,
        createdAt: TIME,
        updatedAt: TIME,
        submittedAt: null,
        answers: {},
        result: null,
      },
    ],
    plans: [
      {
        id: PLAN,
        name: "To expansion",
        status: "draft",
        signedOffBy: null,
        signedOffAt: null,
        revision: 1,
        createdAt: TIME,
        updatedAt: TIME,
        units: [{ unitId: UNIT, assessmentId: ASSESSMENT, name: request.assessments[0]?.unit.name ?? "" }],
        request: structuredClone(request) as never,
        content: structuredClone(content),
      },
    ],
    registers: [{ unitId: UNIT, risk: "shadow-ai", entries: [structuredClone(entry)] }],
    inventory: [{ ...item }],
  };
}

test("a whole file is read", () => {
  expect(parseOrganizationFile(JSON.stringify(file()))).toMatchObject({ organization: { name: "Acme" } });
});

const answer = { answer: { level: 3 }, carriedOver: false, revision: 1, updatedAt: TIME };

/** Where a value is put, and what is said about it. */
const FAULTS: [steps: (string | number)[], value: unknown, says: string][] = [
  [["inventory", 0, "name"], "a; b", "inventory[0].name: expected a name without a semicolon"],
  [["inventory", 0, "kind"], "process", "inventory[0].stage: expected null for a process"],
  [["inventory", 0, "serves"], ["1"], "inventory[0].serves[0]: expected an id (a UUID)"],
  [["inventory", 1], item, "inventory[1].id: expected each id once"],
  [["format"], "zip", "format: expected scaling-readiness-organization"],
  [["version"], 2, "version: expected 1, the version that this app reads"],
  [["surprise"], 1, "surprise: expected no such key"],
  [["units", 0, "name"], "", "units[0].name: expected a name"],
  [["units", 0, "name"], "two\nlines", "units[0].name: expected a single line without control characters"],
  [["units", 0, "unitsInScope"], -1, "units[0].unitsInScope: expected at least 0"],
  [["units", 0, "id"], "1", "units[0].id: expected an id (a UUID)"],
  [
    ["units", 0, "createdAt"],
    "today",
    "units[0].createdAt: expected a time such as 2026-11-24T10:00:00.000Z",
  ],
  [["units", 1], file().units[0], "units[1].id: expected each id once"],
  [
    ["frameworks", 0, "content", "areas", 0, "weight"],
    0,
    "frameworks[0].content.areas[0].weight: expected a number above 0",
  ],
  [["frameworks", 1], file().frameworks[0], "frameworks[1]: expected each version once"],
  [
    ["assessments", 0, "framework"],
    "x@1.0.0",
    "assessments[0].framework: expected one of the frameworks of the file",
  ],
  [
    ["assessments", 0, "status"],
    "submitted",
    "assessments[0].submittedAt: expected given, as the assessment is submitted",
  ],
  [
    ["assessments", 0, "submittedAt"],
    TIME,
    "assessments[0].submittedAt: expected null until it is submitted",
  ],
  [
    ["assessments", 0, "answers", "no.question"],
    answer,
    "assessments[0].answers.no.question: expected a question that the quick",
  ],
  [
    ["assessments", 0, "lastQuestion"],
    "no.question",
    "assessments[0].lastQuestion: expected a question that the quick",
  ],
  [
    ["assessments", 0, "acceptedActions"],
    ["no.action"],
    "assessments[0].acceptedActions[0]: expected the key of an action",
  ],
  [["plans", 1], file().plans[0], "plans[1].id: expected each id once"],
  [["plans", 0, "status"], "signedOff", "plans[0].signedOffBy: expected given, as the plan is signed off"],
  [["plans", 0, "signedOffBy"], "Ada", "plans[0].signedOffBy: expected null until it is signed off"],
  [["plans", 0, "request", "framework"], "x@1.0.0", "plans[0].request.framework: expected one of ai-scaling"],
  [["plans", 0, "request", "capacity", 0, "fte"], -1, "plans[0].request.capacity[0].fte: expected 0 or more"],
  [["registers", 0, "risk"], "nothing", "registers[0].risk: expected the key of a risk"],
  [["registers", 1], file().registers[0], "registers[1].id: expected each id once"],
  [
    ["registers", 0, "entries", 0, "revision"],
    2,
    "registers[0].entries: expected revisions that count from 1",
  ],
  [
    ["registers", 0, "entries", 0, "treatment"],
    "hope",
    "registers[0].entries[0].treatment: expected one of avoid",
  ],
  [
    ["registers", 0, "entries", 0, "acceptedUntil"],
    "soon",
    "registers[0].entries[0].acceptedUntil: expected a day",
  ],
  [
    ["plans", 0, "content", "items", 0, "startWeek"],
    "soon",
    "plans[0].content.items[0].startWeek: expected a whole week",
  ],
  [
    ["plans", 0, "content", "items", 0, "endWeek"],
    Number.MAX_SAFE_INTEGER,
    "plans[0].content.items[0].endWeek: expected a week from 1 to 208",
  ],
  [
    ["plans", 0, "content", "items", 0, "endWeek"],
    200,
    `plans[0].content.items[0].endWeek: expected a week from 1 to ${request.weeks}`,
  ],
  [
    ["plans", 0, "content", "items", 0, "unit"],
    "Nobody",
    "plans[0].content.items[0].action: expected an action",
  ],
  [["plans", 0, "content", "items", 0, "role"], "nobody", "plans[0].content.items[0].role: expected a role"],
  [
    ["plans", 0, "content", "items", 0, "capability"],
    "people",
    "plans[0].content.items[0].capability: expected the capability that the action raises",
  ],
  [
    ["plans", 0, "content", "items", 0, "personWeeks"],
    -1,
    "plans[0].content.items[0].personWeeks: expected a number from 0",
  ],
  [
    ["plans", 0, "content", "milestones", 0, "week"],
    9e15,
    "plans[0].content.milestones[0].week: expected a week from 1 to 208",
  ],
  [
    ["plans", 0, "content", "load"],
    Array.from({ length: 100_000 }, (_, index) => ({ role: `r${index}`, week: 1, used: 1, capacity: 1 })),
    "plans[0].content.load: expected a list of at most 10000",
  ],
  [
    ["plans", 0, "content", "load", 0, "role"],
    "nobody",
    "plans[0].content.load[0]: expected a role of the framework in a week",
  ],
  [["plans", 0, "content", "load", 1], content.load[0], "plans[0].content.load[1]: expected a role"],
  [
    ["plans", 0, "content", "units", 0, "name"],
    "Nobody",
    "plans[0].content.units[0].name: expected the name",
  ],
  [["plans", 0, "units", 0, "name"], "Nobody", "plans[0].units[0].name: expected the name"],
  [
    ["plans", 0, "content", "unplaced"],
    [{ unit: "Nobody", action: planned?.action, why: "weeks", wouldNeed: "" }],
    "plans[0].content.unplaced[0].action: expected an action of a unit that the plan is asked for",
  ],
  [
    ["plans", 0, "content", "cost", "withoutRate"],
    ["nobody"],
    "plans[0].content.cost.withoutRate[0]: expected a role of the framework",
  ],
  [
    ["plans", 0, "request", "start"],
    "0099-06-01",
    "plans[0].request.start: expected a day in the years 1900",
  ],
  [
    ["plans", 0, "request", "start"],
    "9999-12-31",
    "plans[0].request.start: expected a day in the years 1900",
  ],
  [["units", 0, "createdAt"], "9999-12-31T00:00:00.000Z", "units[0].createdAt: expected a time in the years"],
  [["inventory", 0, "reviewedOn"], "0001-01-01", "inventory[0].reviewedOn: expected a day in the years"],
  [["plans", 0, "revision"], 1_000_000_000, "plans[0].revision: expected at most 999999999"],
  [
    ["plans", 0, "content", "units", 0, "surprise"],
    1,
    "plans[0].content.units[0].surprise: expected no such key",
  ],
];

test.each(FAULTS)("%j %j", (steps, value, says) => {
  const bent: unknown = file();
  const last = steps.at(-1) ?? "";
  let at = bent as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[last] = value;
  expect(() => parseOrganizationFile(JSON.stringify(bent))).toThrow(says);
});

const long = (most: number) => "x".repeat(most + 1);
const many = <Item>(most: number, item: Item) => Array.from({ length: most + 1 }, () => item);
const [asked] = request.assessments;
const [respondent] = asked?.respondents ?? [];
const [QUESTION = ""] =
  Object.entries(respondent?.answers ?? {}).find(([, { evidence }]) => evidence !== undefined) ?? [];
const RESPONDENT = ["plans", 0, "request", "assessments", 0, "respondents", 0];
const LINK = "https://example.com/";
const LAST_WEEK = BOUNDS.planWeeks + BOUNDS.planWeeksBeyond;
const part = (week: number) => ({ startWeek: week, endWeek: week, personWeeks: 1 });

/** One more, of everything that may be so long, so many or so much. */
const TOO_MUCH: [steps: (string | number)[], value: unknown][] = [
  [["organization", "name"], long(BOUNDS.name)],
  [["frameworks"], many(BOUNDS.frameworks, file().frameworks[0])],
  [["units"], many(BOUNDS.units, file().units[0])],
  [["units", 0, "name"], long(BOUNDS.name)],
  [["units", 0, "region"], long(BOUNDS.name)],
  [["units", 0, "industry"], long(BOUNDS.name)],
  [["units", 0, "unitsInScope"], BOUNDS.unitScope + 1],
  [["units", 0, "processesInScope"], BOUNDS.unitScope + 1],
  [["assessments"], many(BOUNDS.assessments, {})],
  [["assessments", 0, "framework"], long(BOUNDS.key)],
  [["assessments", 0, "unitsInScope"], BOUNDS.assessmentScope + 1],
  [["assessments", 0, "processesInScope"], BOUNDS.assessmentScope + 1],
  [["assessments", 0, "acceptedActions"], many(BOUNDS.actions, "action")],
  [["assessments", 0, "acceptedActions", 0], long(BOUNDS.key)],
  [["assessments", 0, "lastQuestion"], long(BOUNDS.key)],
  [["assessments", 0, "answers", QUESTION, "answer", "note"], long(BOUNDS.note)],
  [["assessments", 0, "answers", QUESTION, "answer", "evidence"], many(BOUNDS.links, LINK)],
  [["assessments", 0, "answers", QUESTION, "answer", "evidence", 0], LINK + long(BOUNDS.link)],
  [["assessments", 0, "answers", QUESTION, "revision"], BOUNDS.revision + 1],
  [["plans"], many(BOUNDS.plans, {})],
  [["plans", 0, "units"], many(BOUNDS.planUnits, file().plans[0]?.units[0])],
  [["plans", 0, "units", 0, "name"], long(BOUNDS.longName)],
  [["plans", 0, "content", "approach", "scores", "phased"], 1002],
  [["plans", 0, "content", "approach", "scores", "parallel"], 1002],
  [["plans", 0, "content", "approach", "contributions"], many(CRITERIA.length, {})],
  [["plans", 0, "content", "approach", "contributions", 0, "hybrid"], -1002],
  [["plans", 0, "content", "approach", "flip", "from"], 1_000_002],
  [["plans", 0, "content", "approach", "flip", "to"], 1_000_002],
  [["plans", 0, "content", "items"], many(BOUNDS.planEntries, {})],
  [["plans", 0, "content", "items", 0, "unit"], long(BOUNDS.longName)],
  [["plans", 0, "content", "items", 0, "action"], long(BOUNDS.key)],
  [["plans", 0, "content", "items", 0, "person"], long(BOUNDS.name)],
  [["plans", 0, "content", "items", 0, "personWeeks"], BOUNDS.personWeeks + 1],
  [["plans", 0, "content", "items", 0, "capability"], long(BOUNDS.key)],
  [["plans", 0, "content", "items", 0, "role"], long(BOUNDS.key)],
  [["plans", 0, "content", "items", 0, "startWeek"], LAST_WEEK + 1],
  [["plans", 0, "content", "items", 0, "parts"], [1, 2, 3, 4, 5].map(part)],
  [["plans", 0, "content", "items", 0, "parts", 0, "startWeek"], LAST_WEEK + 1],
  [["plans", 0, "content", "items", 0, "parts", 0, "endWeek"], LAST_WEEK + 1],
  [["plans", 0, "content", "items", 0, "parts", 0, "personWeeks"], BOUNDS.personWeeks + 1],
  [["plans", 0, "content", "unplaced"], many(BOUNDS.planEntries, {})],
  [["plans", 0, "content", "unplaced", 0, "unit"], long(BOUNDS.longName)],
  [["plans", 0, "content", "unplaced", 0, "action"], long(BOUNDS.key)],
  [["plans", 0, "content", "unplaced", 0, "wouldNeed"], long(BOUNDS.planSentence)],
  [["plans", 0, "content", "milestones"], many(40, {})],
  [["plans", 0, "content", "milestones", 0, "title"], long(BOUNDS.planSentence)],
  [["plans", 0, "content", "milestones", 0, "criteria"], many(BOUNDS.planEntries, "")],
  [["plans", 0, "content", "milestones", 0, "criteria", 0], long(BOUNDS.planSentence)],
  [["plans", 0, "content", "load", 0, "role"], long(BOUNDS.key)],
  [["plans", 0, "content", "load", 0, "week"], LAST_WEEK + 1],
  [["plans", 0, "content", "load", 0, "used"], BOUNDS.personWeeks + 1],
  [["plans", 0, "content", "load", 0, "capacity"], BOUNDS.personWeeks + 1],
  [["plans", 0, "content", "cost", "amount"], BOUNDS.planCost * 2],
  [["plans", 0, "content", "cost", "byPhase", "foundation"], BOUNDS.planCost * 2],
  [["plans", 0, "content", "cost", "withoutRate"], many(BOUNDS.planEntries, "role")],
  [["plans", 0, "content", "cost", "withoutRate", 0], long(BOUNDS.key)],
  [["plans", 0, "content", "units"], many(BOUNDS.planUnits, content.units[0])],
  [["plans", 0, "content", "units", 0, "name"], long(BOUNDS.longName)],
  [["plans", 0, "content", "units", 0, "readinessNow"], 102],
  [["plans", 0, "content", "units", 0, "readinessPlanned"], 102],
  [["plans", 0, "content", "units", 0, "remains"], many(BOUNDS.planEntries, "")],
  [["plans", 0, "content", "units", 0, "remains", 0], long(BOUNDS.planSentence)],
  [["plans", 0, "request", "assessments"], many(BOUNDS.commandUnits, asked)],
  [["plans", 0, "request", "capacity"], many(BOUNDS.planEntries, {})],
  [["plans", 0, "request", "capacity", 0, "role"], long(BOUNDS.key)],
  [["plans", 0, "request", "capacity", 0, "fte"], BOUNDS.fte + 1],
  [["plans", 0, "request", "capacity", 0, "fromWeek"], LAST_WEEK + 1],
  [["plans", 0, "request", "capacity", 0, "toWeek"], LAST_WEEK + 1],
  [["plans", 0, "request", "weeks"], BOUNDS.planWeeks + 1],
  [["plans", 0, "request", "budget", "amount"], BOUNDS.money * 2],
  [["plans", 0, "request", "budget", "ratePerWeek", "role"], BOUNDS.money * 2],
  [["plans", 0, "request", "budget", "technology", "capability"], BOUNDS.money * 2],
  [["plans", 0, "request", "approach", "urgency"], 6],
  [["plans", 0, "request", "uncertainty", "less"], 101],
  [["plans", 0, "request", "uncertainty", "more"], 1001],
  [["plans", 0, "request", "stakeholders"], many(BOUNDS.stakeholders, {})],
  [["plans", 0, "request", "stakeholders", 0, "group"], long(BOUNDS.name)],
  [["plans", 0, "request", "stakeholders", 0, "engagement"], long(BOUNDS.paragraph)],
  [["plans", 0, "request", "stakeholders", 0, "activities", "training", "what"], long(BOUNDS.paragraph)],
  [["plans", 0, "request", "stakeholders", 0, "activities", "training", "channel"], long(BOUNDS.paragraph)],
  [["plans", 0, "request", "stakeholders", 0, "influence"], 6],
  [["plans", 0, "request", "stakeholders", 0, "support"], 6],
  [["plans", 0, "request", "stakeholders", 0, "owner"], long(BOUNDS.name)],
  [["plans", 0, "request", "stakeholders", 0, "activities", "training", "by"], long(BOUNDS.name)],
  [["plans", 0, "request", "metrics"], many(BOUNDS.planEntries, {})],
  [["plans", 0, "request", "metrics", 0, "metric"], long(BOUNDS.key)],
  [["plans", 0, "request", "metrics", 0, "baseline"], BOUNDS.money * 2],
  [["plans", 0, "request", "metrics", 0, "target"], BOUNDS.money * 2],
  [["plans", 0, "request", "metrics", 0, "owner"], long(BOUNDS.name)],
  [["plans", 0, "request", "dropped"], many(BOUNDS.planEntries, {})],
  [["plans", 0, "request", "dropped", 0, "unit"], long(BOUNDS.longName)],
  [["plans", 0, "request", "dropped", 0, "action"], long(BOUNDS.key)],
  [["plans", 0, "request", "assigned"], many(BOUNDS.planEntries, {})],
  [["plans", 0, "request", "assigned", 0, "unit"], long(BOUNDS.longName)],
  [["plans", 0, "request", "assigned", 0, "action"], long(BOUNDS.key)],
  [["plans", 0, "request", "assigned", 0, "person"], long(BOUNDS.name)],
  [["plans", 0, "request", "locked"], many(BOUNDS.planEntries, {})],
  [["plans", 0, "request", "locked", 0, "unit"], long(BOUNDS.longName)],
  [["plans", 0, "request", "locked", 0, "action"], long(BOUNDS.key)],
  [["plans", 0, "request", "locked", 0, "startWeek"], LAST_WEEK + 1],
  [["plans", 0, "request", "locked", 0, "parts", 0, "startWeek"], LAST_WEEK + 1],
  [["plans", 0, "request", "locked", 0, "parts"], many(BOUNDS.parts, { startWeek: 1, personWeeks: 1 })],
  [["plans", 0, "request", "locked", 0, "parts", 0, "personWeeks"], BOUNDS.personWeeks * 2],
  [["plans", 0, "request", "assessments", 0, "unit", "name"], long(BOUNDS.longName)],
  [["plans", 0, "request", "assessments", 0, "unit", "unitsInScope"], BOUNDS.assessmentScope + 1],
  [["plans", 0, "request", "assessments", 0, "unit", "processesInScope"], BOUNDS.assessmentScope + 1],
  [["plans", 0, "request", "assessments", 0, "acceptedActions"], many(BOUNDS.actions, "action")],
  [
    ["plans", 0, "request", "assessments", 0, "respondents"],
    many(BOUNDS.respondents, { name: "Ada", answers: {} }),
  ],
  [[...RESPONDENT, "name"], long(BOUNDS.longName)],
  [[...RESPONDENT, "answers", QUESTION, "note"], long(BOUNDS.note)],
  [[...RESPONDENT, "answers", QUESTION, "note"], "\n".repeat(BOUNDS.lines)],
  [[...RESPONDENT, "answers", QUESTION, "evidence"], many(BOUNDS.links, LINK)],
  [[...RESPONDENT, "answers", QUESTION, "evidence", 0], LINK + long(BOUNDS.link)],
  [["registers"], many(BOUNDS.registers, {})],
  [["registers", 0, "entries"], many(BOUNDS.decisions, {})],
  [["registers", 0, "entries", 0, "contingency"], long(BOUNDS.paragraph)],
  [["registers", 0, "entries", 0, "indicator"], long(BOUNDS.paragraph)],
  [["registers", 0, "entries", 0, "note"], long(BOUNDS.paragraph)],
  [["registers", 0, "entries", 0, "owner"], long(BOUNDS.name)],
  [["registers", 0, "entries", 0, "acceptedBy"], long(BOUNDS.name)],
  [["registers", 0, "risk"], long(BOUNDS.key)],
  [["inventory"], many(BOUNDS.inventory, {})],
  [["inventory", 0, "name"], long(BOUNDS.name)],
  [["inventory", 0, "owner"], long(BOUNDS.name)],
  [["inventory", 0, "note"], long(BOUNDS.paragraph)],
  [["inventory", 0, "revision"], BOUNDS.revision + 1],
  [["inventory", 0, "serves"], many(BOUNDS.serves, UNIT)],
];

/** What a plan may hold beside what every plan does, so that there is a place for more of it. */
function filled(): OrganizationFile {
  const full = file();
  const unit = asked?.unit.name ?? "";
  const action = planned?.action ?? "";
  const [second = "", third = "", fourth = ""] = content.items.slice(1).map((item) => item.action);
  const during = { rhythm: "once", from: "foundation", to: "foundation", by: null };
  Object.assign(full.assessments[0] ?? {}, {
    depth: "full",
    answers: { [QUESTION]: { ...answer, answer: { level: 3, note: "", evidence: [LINK] } } },
    acceptedActions: [action],
  });
  Object.assign(full.plans[0]?.content ?? {}, {
    unplaced: [{ unit, action: fourth, why: "dropped", wouldNeed: "" }],
    items: full.plans[0]?.content.items.filter((item) => item.action !== fourth),
  });
  const approach = { criterion: "units", from: 1, to: 2, recommends: "hybrid" } as const;
  Object.assign(full.plans[0]?.content.approach ?? {}, { flip: approach });
  Object.assign(full.plans[0]?.content.cost ?? {}, { withoutRate: [planned?.role] });
  Object.assign(full.plans[0]?.content.milestones[0] ?? {}, { criteria: [""] });
  Object.assign(full.plans[0]?.content.units[0] ?? {}, { remains: [""] });
  Object.assign(full.plans[0]?.content.items[0] ?? {}, {
    ...{ startWeek: 1, endWeek: 2, parts: [part(1), part(2)] },
  });
  Object.assign(full.plans[0]?.request ?? {}, {
    budget: { currency: "USD", amount: null, ratePerWeek: {}, technology: {} },
    approach: {},
    uncertainty: { less: 10, more: 20 },
    dropped: [{ unit, action: second }],
    assigned: [{ unit, action: third, person: "Ada" }],
    locked: [{ unit, action, startWeek: 1, parts: many(1, { startWeek: 1, personWeeks: 1 }) }],
    metrics: [{ metric: "scaling-coverage", baseline: null, target: null, owner: null }],
    stakeholders: [
      {
        ...{ group: "Staff", influence: 3, support: 3, barrier: null, engagement: "", owner: null },
        activities: { training: { what: "Course", channel: "", ...during } },
      },
    ],
  });
  return full;
}

test.each(TOO_MUCH)("more than there may be at %j is refused there", (steps, value) => {
  const bent: unknown = filled();
  let at = bent as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[steps.at(-1) ?? ""] = value;
  const place = pathOf(steps);
  const refusal = refusalOf(JSON.stringify(bent));
  expect(refusal.startsWith(place), refusal).toBe(true);
  expect(refusal.slice(place.length)).toMatch(/^(\.amount)?: expected .*(at most | to )\d/);
});

test("what has place for more is read", () => {
  expect(refusalOf(JSON.stringify(filled()))).toBe("");
});

function refusalOf(text: string): string {
  try {
    parseOrganizationFile(text);
  } catch (error) {
    if (error instanceof AssessmentError) return error.message;
    throw error;
  }
  return "";
}

const RESULT_FAULTS: [steps: (string | number)[], value: unknown, says: string][] = [
  [["areas"], [], "areas: expected the areas of ai-scaling@"],
  [["areas", 0, "capabilities"], [], "areas[0].capabilities: expected the capabilities of the area"],
  [["areas", 0, "score", "value"], 1e308, "areas[0].score.value: expected a number from 0 to 100"],
  [
    ["areas", 0, "capabilities", 0, "level"],
    0,
    "areas[0].capabilities[0].level: expected a number from 1 to 5",
  ],
  [["infrastructures"], [], "infrastructures: expected each of "],
  [
    ["infrastructures", 0, "capabilities"],
    ["nothing"],
    "infrastructures[0].capabilities[0]: expected a key of ai-scaling@",
  ],
  [
    ["areas", 0, "capabilities", 0, "contested"],
    ["nothing"],
    "areas[0].capabilities[0].contested[0]: expected a key of ai-scaling@",
  ],
  [["gaps", 0, "capability"], "nothing", "gaps[0].capability: expected a key of ai-scaling@"],
  [["gaps", 0, "actions"], ["nothing"], "gaps[0].actions[0]: expected a key of ai-scaling@"],
  [["risks", 0, "key"], "nothing", "risks[0].key: expected a key of ai-scaling@"],
  [
    ["risks", 0, "contributors"],
    [{ capability: "nothing", share: 1 }],
    "risks[0].contributors[0].capability: expected a key of ai-scaling@",
  ],
  [
    ["verdict", "reasons"],
    [{ rule: "gatingGap", capability: "nothing", text: "" }],
    "verdict.reasons[0].capability: expected a key of ai-scaling@",
  ],
  [
    ["checks"],
    [{ key: "straight-lining", capability: "nothing", text: "" }],
    "checks[0].capability: expected a key of ai-scaling@",
  ],
  [
    ["checks"],
    [{ key: "straight-lining", questions: ["nothing"], text: "" }],
    "checks[0].questions[0]: expected a key of ai-scaling@",
  ],
  [["risks", 0, "likelihood"], 6, "risks[0].likelihood: expected a number from 1 to 5"],
  [["framework"], long(BOUNDS.key), "framework: expected at most 200 characters"],
  [
    ["verdict", "reasons", 0, "text"],
    long(BOUNDS.paragraph),
    "verdict.reasons[0].text: expected at most 2000",
  ],
  [["settlingQuestions"], many(BOUNDS.actions, "q"), "settlingQuestions: expected a list of at most 1000"],
  [["areas"], many(BOUNDS.actions, {}), "areas: expected a list of at most 1000"],
  [["infrastructures"], many(BOUNDS.actions, {}), "infrastructures: expected a list of at most 1000"],
  [["gaps"], many(BOUNDS.actions, {}), "gaps: expected a list of at most 1000"],
  [["risks"], many(BOUNDS.actions, {}), "risks: expected a list of at most 1000"],
  [["checks"], many(BOUNDS.actions, {}), "checks: expected a list of at most 1000"],
  [["verdict", "reasons"], many(BOUNDS.actions, {}), "verdict.reasons: expected a list of at most 1000"],
  [["checks"], [{ key: "k", text: long(BOUNDS.paragraph) }], "checks[0].text: expected at most 2000"],
  [["completeness"], 2, "completeness: expected a number from 0 to 1"],
  [["gaps", 0, "gap"], 5, "gaps[0].gap: expected a number from 0 to 4"],
  [["gaps", 0, "gain"], 101, "gaps[0].gain: expected a number from 0 to 100"],
  [["settlingQuestions"], ["nothing"], "settlingQuestions[0]: expected a key of ai-scaling@"],
];

test.each(RESULT_FAULTS)("a result whose %j is %j is refused", (steps, value, says) => {
  const bent = file();
  const [assessment] = bent.assessments;
  const result = structuredClone(evaluate(aiScaling, answered()));
  Object.assign(assessment ?? {}, {
    ...{ status: "submitted", submittedAt: TIME, depth: answered().depth },
    result: { inputHash: "0".repeat(64), computedAt: TIME, content: result },
  });
  expect(() => parseOrganizationFile(JSON.stringify(bent))).not.toThrow();
  let at = result as unknown as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[steps.at(-1) ?? ""] = value;
  expect(() => parseOrganizationFile(JSON.stringify(bent))).toThrow(`assessments[0].result.content.${says}`);
});

test("a plan is made of each unit once, whatever its names", () => {
  const bent = file();
  const [plan] = bent.plans;
  const other = { ...asked, unit: { ...asked?.unit, name: "Other" } };
  const [first] = plan?.units ?? [];
  const second = { unitId: ITEM, assessmentId: ITEM, name: "Other" };
  Object.assign(plan ?? {}, { request: { ...request, assessments: [asked, other] }, units: [first, second] });
  expect(refusalOf(JSON.stringify(bent))).toBe("");
  Object.assign(second, { unitId: UNIT });
  expect(refusalOf(JSON.stringify(bent))).toBe("plans[0].units[1].unitId: expected each unit once");
});

test("one fault of a list is told, whatever their number", () => {
  const bent = { ...file(), units: Array.from({ length: BOUNDS.units }, () => ({})) };
  expect(() => parseOrganizationFile(JSON.stringify(bent))).toThrow("units[0].id: expected an id (a UUID)");
});

test("what is not JSON is named by line and column, and nothing nests without end", () => {
  expect(() => parseOrganizationFile('{\n"format": }')).toThrow(/^line 2, column 11: expected JSON/);
  expect(() => parseOrganizationFile("[".repeat(100_000))).toThrow("at most 32 levels of nesting");
  const text = JSON.stringify(file()).replace('"answers":{}', '"answers":{"__proto__":{}}');
  expect(() => parseOrganizationFile(text)).toThrow("assessments[0].answers.__proto__: expected no such key");
});
