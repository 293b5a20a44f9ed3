import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { distinctNames } from "@/lib/planning/distinct-names";
import {
  newPlanForm,
  type PlanFormValues,
  planForm,
  planOptionsSchema,
  planUnitsSchema,
  typedPlan,
} from "@/lib/planning/requests/plan-form";
import { firstDay, lastDay, nextMonday } from "@/lib/planning/week-dates";
import { planRequest } from "../../support/planning";

const schema = planOptionsSchema(aiScaling);
const form = (change: Partial<PlanFormValues> = {}): PlanFormValues => ({
  ...newPlanForm(aiScaling, [], new Date("2026-11-25T21:00:00Z")),
  ...change,
});

test("what a new form proposes can be sent as it is", () => {
  const { capacity, ...rest } = schema.parse(form());
  expect(rest).toEqual({
    targetPhase: null,
    targetVerdict: "ready",
    weeks: 24,
    start: "2026-11-30",
    budget: null,
    approach: {},
  });
  expect(capacity).toHaveLength(aiScaling.roles.length);
  expect(capacity[0]).toEqual({ role: aiScaling.roles[0]?.key, fte: 1, fromWeek: 1, toWeek: 24 });
});

test("rates alone count cost without a limit; a budget alone sets a limit", () => {
  const rates = { ...form().rates, "data-lead": "2,500.50" };
  expect(schema.parse(form({ rates })).budget).toEqual({
    currency: "USD",
    amount: null,
    ratePerWeek: { "data-lead": 2500.5 },
  });
  expect(schema.parse(form({ budget: "1 000 000", currency: "eur" })).budget).toEqual({
    currency: "EUR",
    amount: 1_000_000,
    ratePerWeek: {},
  });
});

test("people that are left empty are nobody", () => {
  const people = { ...form().people, "data-lead": "" };
  expect(schema.parse(form({ people })).capacity.some(({ role }) => role === "data-lead")).toBe(false);
});

const FAULTS: [change: Partial<PlanFormValues>, place: string, says: RegExp][] = [
  [{ weeks: "11" }, "weeks", /from 12 to 52/],
  [{ weeks: "12.5" }, "weeks", /whole number/],
  [{ weeks: "" }, "weeks", /whole number/],
  [{ start: "tomorrow" }, "start", /date of the first day/],
  [{ start: "2027-02-30" }, "start", /date of the first day/],
  [{ people: { ...form().people, "data-lead": "-1" } }, "people.data-lead", /0 to 1000/],
  [{ people: { ...form().people, "data-lead": "1e3" } }, "people.data-lead", /0 to 1000/],
  [{ people: { ...form().people, "data-lead": "1001" } }, "people.data-lead", /0 to 1000/],
  [{ rates: { ...form().rates, "unit-lead": "$5" } }, "rates.unit-lead", /such as 2500/],
  [{ budget: "1,00" }, "budget", /such as 2500/],
  [{ currency: "dollars" }, "currency", /three letters/],
  [{ targetVerdict: "best" }, "targetVerdict", /Choose/],
  [{ targetPhase: "later" }, "targetPhase", /Choose a phase/],
  [{ urgency: "6" }, "urgency", /from 1 to 5/],
];

test.each(FAULTS)("%j is refused beside its field", (change, place, says) => {
  const { error } = schema.safeParse(form(change));
  expect(error?.issues.map(({ path, message }) => ({ place: path.join("."), message }))).toEqual([
    { place, message: expect.stringMatching(says) },
  ]);
});

test("one unit at least, 25 at most", () => {
  expect(planUnitsSchema.safeParse([]).success).toBe(false);
  expect(planUnitsSchema.safeParse(Array.from({ length: 25 }, String)).success).toBe(true);
  expect(planUnitsSchema.safeParse(Array.from({ length: 26 }, String)).success).toBe(false);
});

test("a request comes back from its form as it was", () => {
  const request = planRequest(aiScaling, {
    budget: { currency: "CHF", amount: 5000, ratePerWeek: { "data-lead": 12.5 } },
    approach: { urgency: 4 },
    targetVerdict: null,
  });
  const { capacity, targetPhase, ...options } = schema.parse(planForm("Plan", aiScaling, request));
  const { weeks, start, budget, approach, targetVerdict } = request;
  expect(options).toEqual({ weeks, start, budget, approach, targetVerdict });
  expect(capacity).toEqual(request.capacity);
  expect(targetPhase).toBeNull();
});

test("a file or a missing field is as if left empty", () => {
  const sent = new FormData();
  sent.set("name", new File(["x"], "x"));
  sent.append("units", "a");
  sent.append("units", "b");
  expect(typedPlan(sent, aiScaling)).toMatchObject({ name: "", units: ["a", "b"], weeks: "" });
});

test("weeks have their days, whatever the day that a plan begins on", () => {
  const plan = { start: "2027-01-04" };
  expect(firstDay(plan, 1).toISOString()).toBe("2027-01-04T00:00:00.000Z");
  expect(lastDay(plan, 1).toISOString()).toBe("2027-01-10T00:00:00.000Z");
  expect(firstDay(plan, 24).toISOString()).toBe("2027-06-14T00:00:00.000Z");
  expect(nextMonday(new Date("2026-11-29T23:59:59Z"))).toBe("2026-11-30");
  expect(nextMonday(new Date("2026-11-30T00:00:00Z"))).toBe("2026-12-07");
});

test("names that are alike are told apart", () => {
  const named = (name: string, parentName: string | null = null) => ({ name, parentName });
  expect(distinctNames([named("A"), named("B")])).toEqual(["A", "B"]);
  expect(distinctNames([named("A", "X"), named("A", "Y"), named("B", "X")])).toEqual(["A (X)", "A (Y)", "B"]);
  expect(distinctNames([named("A", "X"), named("A", "X"), named("A")])).toEqual(["A (X)", "A (X) 2", "A"]);
});
