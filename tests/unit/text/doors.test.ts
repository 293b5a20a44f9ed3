import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { BOUNDS } from "@/lib/bounds/bounds";
import { optionalDay } from "@/lib/forms/field-schemas";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { itemSchema } from "@/lib/inventory/item-schema";
import { SPANS } from "@/lib/planning/activity";
import { readChange } from "@/lib/planning/changes/plan-change";
import { activitiesSchema, spanKey } from "@/lib/planning/requests/activity-form";
import { newPlanForm, planNameSchema, planOptionsSchema } from "@/lib/planning/requests/plan-form";
import { riskDecisionSchema } from "@/lib/risk-register/entry-form";
import { answerSchema, assessmentSchema } from "@/lib/scoring/assessment-schema";
import { newUnitForm } from "@/lib/units/unit-form";
import { newUnitSchema } from "@/lib/units/unit-schema";
import { answered } from "../../support/answered";

/** Every text that people type, by the door through which it comes: what is read of it, or null when it is refused. */
type Read = (text: string) => string | null | undefined;

function by<Schema extends z.ZodType>(
  schema: Schema,
  into: (text: string) => unknown,
  from: (read: z.output<Schema>) => string | null | undefined,
): Read {
  return (text) => {
    const parsed = schema.safeParse(into(text));
    return parsed.success ? from(parsed.data) : undefined;
  };
}

const unit = { ...newUnitForm().values, name: "Unit" };
const item = {
  ...{ kind: "process", name: "Item", owner: "", stage: "", serves: [], value: "", riskClass: "" },
  ...{ reviewedOn: "", note: "" },
};
const risk = {
  ...{ today: "2026-11-24", owner: "", treatment: "accept", acceptedBy: "Ada", acceptedUntil: "2027-01-01" },
  ...{ contingency: "", indicator: "", reviewOn: "", note: "" },
};
const activity = {
  what: "Briefing",
  channel: "",
  rhythm: "once",
  phases: SPANS.map(spanKey)[0] ?? "",
  by: "",
};

const unnamed = { ...activity, what: "" };

const change =
  (sent: Record<string, string>, field: string): Read =>
  (text) => {
    const read = readChange(new URLSearchParams({ ...sent, [field]: text }), aiScaling);
    return "change" in read ? (read.change as unknown as Record<string, string>)[field] : undefined;
  };
const group = {
  ...{ do: "stakeholder", was: "", group: "Staff", influence: "3", support: "3", barrier: "" },
  ...{ engagement: "", owner: "" },
};
const assigned = { do: "assign", unit: "Unit", action: "action", person: "" };
const metric = { do: "metric", metric: "scaling-coverage", baseline: "", target: "", owner: "" };

const NAMES: Record<string, Read> = {
  "unit, name": by(
    newUnitSchema,
    (name) => ({ ...unit, name }),
    ({ name }) => name,
  ),
  "item, name": by(
    itemSchema,
    (name) => ({ ...item, name }),
    ({ name }) => name,
  ),
  "plan, name": by(
    planNameSchema,
    (name) => name,
    (name) => name,
  ),
  "stakeholders, group": change(group, "group"),
};

const LINES: Record<string, Read> = {
  "unit, region": by(
    newUnitSchema,
    (region) => ({ ...unit, region }),
    ({ region }) => region,
  ),
  "unit, industry": by(
    newUnitSchema,
    (industry) => ({ ...unit, industry }),
    ({ industry }) => industry,
  ),
  "item, owner": by(
    itemSchema,
    (owner) => ({ ...item, owner }),
    ({ owner }) => owner,
  ),
  "risk, owner": by(
    riskDecisionSchema,
    (owner) => ({ ...risk, owner }),
    ({ owner }) => owner,
  ),
  "stakeholders, owner": change(group, "owner"),
  "metric, owner": change(metric, "owner"),
  "person of an action": change(assigned, "person"),
};

const PARAGRAPHS: Record<string, Read> = {
  "item, note": by(
    itemSchema,
    (note) => ({ ...item, note }),
    ({ note }) => note,
  ),
  "risk, contingency": by(
    riskDecisionSchema,
    (contingency) => ({ ...risk, contingency }),
    (read) => read.contingency,
  ),
  "risk, indicator": by(
    riskDecisionSchema,
    (indicator) => ({ ...risk, indicator }),
    (read) => read.indicator,
  ),
  "risk, note": by(
    riskDecisionSchema,
    (note) => ({ ...risk, note }),
    ({ note }) => note,
  ),
  "stakeholders, engagement": change(group, "engagement"),
  "answer, note": by(
    answerSchema,
    (note) => ({ level: 3, note }),
    ({ note }) => note,
  ),
};

/** Too short for too many lines. */
const ACTIVITY = {
  "activity, what": by(
    activitiesSchema,
    (what) => ({ communication: { ...activity, what }, training: unnamed, support: unnamed }),
    ({ communication }) => communication?.what,
  ),
};

const all = Object.entries({ ...NAMES, ...LINES, ...PARAGRAPHS, ...ACTIVITY });

describe.each(all)("%s", (_door, read) => {
  test("comes in without what no file can show", () => {
    expect(read("a\0b\u0001c\uFFFEde")).toBe("abcde");
  });
});

test.each(Object.entries({ ...NAMES, ...LINES }))("%s is one line, counted in code points", (_door, read) => {
  expect(read("𠀀".repeat(BOUNDS.name))).toBe("𠀀".repeat(BOUNDS.name));
  expect(read("x".repeat(BOUNDS.name + 1))).toBeUndefined();
  expect(read("a\rb")).toBeUndefined();
  expect(read("a\nb")).toBeUndefined();
});

test.each(Object.entries(NAMES))("%s shows something", (_door, read) => {
  for (const unseen of ["", " ", "\u200B", "\u2060", "\u3164"]) expect(read(unseen)).toBeUndefined();
});

const LENGTHS: Record<string, number> = { "answer, note": BOUNDS.note, "activity, what": BOUNDS.activity };

test.each(Object.entries({ ...PARAGRAPHS, ...ACTIVITY }))("%s is counted in code points", (door, read) => {
  const most = LENGTHS[door] ?? BOUNDS.paragraph;
  expect(read("𠀀".repeat(most))).toBe("𠀀".repeat(most));
  expect(read("x".repeat(most + 1))).toBeUndefined();
});

test.each(Object.entries(PARAGRAPHS))("%s has line feeds, and not too many", (_door, read) => {
  expect(read("a\r\nb\rc")).toBe("a\nb\nc");
  expect(read(`${"a\n".repeat(BOUNDS.lines - 1)}a`)).toBeDefined();
  expect(read(`${"a\n".repeat(BOUNDS.lines)}a`)).toBeUndefined();
});

test("the activities for a group keep to it too", () => {
  const typed = Object.fromEntries(
    ["communication", "training", "support"].map((kind) => [kind, { ...activity, what: "" }]),
  );
  const read = (field: string, text: string) => {
    const values = { ...typed, communication: { ...activity, [field]: text } };
    const parsed = activitiesSchema.safeParse(values);
    return parsed.success ? parsed.data.communication : parsed.error.issues[0]?.message;
  };
  expect(read("what", "a\0\r\nb")).toMatchObject({ what: "a\nb" });
  expect(read("channel", "a\nb")).toBe("Communication: use a single line.");
  expect(read("by", "x".repeat(101))).toBe("Communication: use at most 100 characters.");
});

test("dates are of years that calendars and files can show", () => {
  const form = newPlanForm(aiScaling, [], new Date("2026-11-24"));
  const start = (day: string) =>
    planOptionsSchema(aiScaling).safeParse({ ...form, start: day }).error?.issues;
  expect(start("2027-01-04")).toBeUndefined();
  for (const day of ["0099-06-01", "0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"]) {
    expect(start(day)).toMatchObject([{ message: "Enter a date of the years 1900 to 2200." }]);
    expect(optionalDay.safeParse(day).success).toBe(false);
  }
  expect(optionalDay.parse("2200-12-31")).toBe("2200-12-31");
  expect(optionalDay.parse("")).toBeNull();
});

test("names in a file are well-formed and show something", () => {
  const named = (name: string) => {
    const assessment = answered();
    return assessmentSchema.safeParse({ ...assessment, unit: { ...assessment.unit, name } });
  };
  expect(named("a\0b").data?.unit.name).toBe("ab");
  expect(named("\u200B").success).toBe(false);
});
