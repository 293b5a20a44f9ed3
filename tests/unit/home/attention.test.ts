import { describe, expect, test } from "vitest";
import { attention } from "@/lib/home/attention";

const NOW = new Date("2026-11-24T10:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

type Input = Parameters<typeof attention>[0];
type Latest = Input["latest"][number];
type Open = Input["open"][number];

function latest(name: string, change: Partial<Latest["result"]> & { submittedAt?: Date } = {}): Latest {
  const { submittedAt = daysAgo(1), ...result } = change;
  return {
    assessmentId: `${name}-assessment`,
    unitId: `${name}-unit`,
    unitName: name,
    submittedAt,
    result: {
      completeness: 1,
      verdict: { outcome: "ready", reasons: [] },
      areas: [],
      checks: [],
      ...result,
    },
  };
}

function open(name: string, change: Partial<Open> = {}): Open {
  return {
    id: `${name}-assessment`,
    unitId: `${name}-unit`,
    unitName: name,
    status: "draft",
    createdAt: daysAgo(1),
    updatedAt: daysAgo(1),
    ...change,
  };
}

const found = (input: Partial<Input>) =>
  attention({ latest: [], open: [], ...input }, NOW).map(({ kind, items }) => ({
    kind,
    units: items.map(({ unitName }) => unitName),
  }));

describe("what needs attention", () => {
  test("nothing, where all is ready, recent and consistent", () => {
    expect(found({ latest: [latest("Retail")], open: [open("Retail")] })).toEqual([]);
  });

  test("a unit that is not ready because of a gating gap, with those reasons only", () => {
    const [group] = attention(
      {
        latest: [
          latest("Retail", {
            verdict: {
              outcome: "notReady",
              reasons: [
                { rule: "readiness", text: "Readiness for expansion is 60.0, below 65." },
                { rule: "gatingGap", capability: "people", text: "People is 2 short." },
              ],
            },
          }),
          latest("Wealth", {
            verdict: { outcome: "notReady", reasons: [{ rule: "readiness", text: "Below 65." }] },
          }),
          latest("Cards", {
            verdict: {
              outcome: "readyWithConditions",
              reasons: [{ rule: "gatingGap", capability: "people", text: "People is 1 short." }],
            },
          }),
        ],
        open: [],
      },
      NOW,
    );
    expect(group).toMatchObject({ kind: "gatingGap", items: [{ reasons: ["People is 2 short."] }] });
  });

  test("too few answers", () => {
    const verdict = { outcome: "insufficientEvidence", reasons: [] } as const;
    const [group] = attention(
      { latest: [latest("Retail", { verdict, completeness: 0.412 })], open: [] },
      NOW,
    );
    expect(group?.items[0]?.reasons).toEqual(["41% of the questions are answered."]);
  });

  test("contested questions and consistency checks", () => {
    const capability = { contested: ["people.staffing", "people.hiring"] };
    const areas = [{ capabilities: [capability] }] as unknown as Latest["result"]["areas"];
    const checks = [{ key: "straightLining", text: "Most answers of Process are at one level." }];
    const [group] = attention({ latest: [latest("Retail", { areas, checks })], open: [] }, NOW);
    expect(group).toMatchObject({
      kind: "secondLook",
      items: [{ reasons: ["2 contested questions.", "1 consistency check."] }],
    });
  });

  test("assessments on hold, and drafts open for more than 30 days", () => {
    const rows = [
      open("Held", { status: "onHold", createdAt: daysAgo(90) }),
      open("Month", { createdAt: daysAgo(30) }),
      open("Long", { createdAt: daysAgo(31), updatedAt: daysAgo(0) }),
    ];
    expect(found({ open: rows })).toEqual([
      { kind: "onHold", units: ["Held"] },
      { kind: "openLong", units: ["Long"] },
    ]);
  });

  test("results older than six calendar months", () => {
    const rows = [
      latest("Fresh", { submittedAt: new Date("2026-05-24T10:00:00Z") }),
      latest("Stale", { submittedAt: new Date("2026-05-24T09:59:59Z") }),
    ];
    expect(found({ latest: rows })).toEqual([{ kind: "stale", units: ["Stale"] }]);
  });

  test("six months before August 31 is the end of February", () => {
    const at = (submittedAt: string) =>
      attention(
        { latest: [latest("Retail", { submittedAt: new Date(submittedAt) })], open: [] },
        new Date("2026-08-31T00:00:00Z"),
      ).length;
    expect(at("2026-02-28T00:00:00Z")).toBe(0);
    expect(at("2026-02-27T23:59:59Z")).toBe(1);
  });
});
