import { expect, test } from "vitest";
import { dueOf } from "@/lib/risk-register/entry";
import { type RiskFormValues, riskDecisionSchema, riskForm, typedRisk } from "@/lib/risk-register/entry-form";

const TODAY = "2026-11-25";
const empty = riskForm(null);
const parse = (change: Partial<RiskFormValues>) =>
  riskDecisionSchema.safeParse({ ...empty, ...change, today: TODAY });

test("an empty form decides nothing", () => {
  expect(parse({}).data).toEqual({
    ...{ owner: null, treatment: null, acceptedBy: null, acceptedUntil: null },
    ...{ contingency: "", indicator: "", reviewOn: null, note: "" },
  });
});

test("who accepts says who and until when, and no other treatment keeps either", () => {
  const accepted = { acceptedBy: " Grace ", acceptedUntil: TODAY };
  expect(parse({ treatment: "accept", ...accepted }).data).toMatchObject({
    acceptedBy: "Grace",
    acceptedUntil: TODAY,
  });
  expect(parse({ treatment: "reduce", ...accepted }).data).toMatchObject({
    acceptedBy: null,
    acceptedUntil: null,
  });
});

const FAULTS: [change: Partial<RiskFormValues>, places: string[]][] = [
  [{ treatment: "accept" }, ["acceptedBy", "acceptedUntil"]],
  [{ treatment: "accept", acceptedBy: "Grace", acceptedUntil: "2026-11-24" }, ["acceptedUntil"]],
  [{ treatment: "hope" }, ["treatment"]],
  [{ reviewOn: "next week" }, ["reviewOn"]],
  [{ owner: "x".repeat(101) }, ["owner"]],
  [{ owner: "two\nlines" }, ["owner"]],
  [{ note: "x".repeat(2001) }, ["note"]],
];

test.each(FAULTS)("%j is refused beside its field", (change, places) => {
  expect(parse(change).error?.issues.map(({ path }) => path.join("."))).toEqual(places);
});

test("a decision comes back into its form as it was", () => {
  const values = {
    ...empty,
    owner: "Ada",
    treatment: "accept",
    acceptedBy: "Grace",
    acceptedUntil: "2027-01-01",
  };
  const { data } = parse({ ...values, note: "two\r\nlines" });
  expect(riskForm(data ?? null)).toEqual({ ...values, note: "two\nlines" });
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  form.set("note", new File(["x"], "x"));
  expect(typedRisk(form)).toEqual(values);
});

test("an acceptance that has run out goes before a review that is due", () => {
  const accept = { treatment: "accept", acceptedUntil: "2026-11-24", reviewOn: "2026-11-01" } as const;
  expect(dueOf(accept, TODAY)).toBe("acceptance");
  expect(dueOf({ ...accept, acceptedUntil: TODAY }, TODAY)).toBe("review");
  expect(dueOf({ ...accept, treatment: "reduce", reviewOn: TODAY }, TODAY)).toBe("review");
  expect(dueOf({ treatment: null, acceptedUntil: null, reviewOn: "2026-11-26" }, TODAY)).toBeNull();
  expect(dueOf({ treatment: null, acceptedUntil: null, reviewOn: null }, TODAY)).toBeNull();
});
