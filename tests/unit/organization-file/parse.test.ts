import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import type { OrganizationFile } from "@/lib/organization-file/schema";

const UNIT = "019a0000-0000-7000-8000-000000000001";
const ASSESSMENT = "019a0000-0000-7000-8000-000000000002";
const TIME = "2026-11-24T10:00:00.000Z";

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
  };
}

test("a whole file is read", () => {
  expect(parseOrganizationFile(JSON.stringify(file()))).toMatchObject({ organization: { name: "Acme" } });
});

const answer = { answer: { level: 3 }, carriedOver: false, revision: 1, updatedAt: TIME };

/** Where a value is put, and what is said about it. */
const FAULTS: [steps: (string | number)[], value: unknown, says: string][] = [
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
];

test.each(FAULTS)("%j %j", (steps, value, says) => {
  const bent: unknown = file();
  const last = steps.at(-1) ?? "";
  let at = bent as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[last] = value;
  expect(() => parseOrganizationFile(JSON.stringify(bent))).toThrow(says);
});

test("what is not JSON is named by line and column, and nothing nests without end", () => {
  expect(() => parseOrganizationFile('{\n"format": }')).toThrow(/^line 2, column 11: expected JSON/);
  expect(() => parseOrganizationFile("[".repeat(100_000))).toThrow("at most 32 levels of nesting");
  const text = JSON.stringify(file()).replace('"answers":{}', '"answers":{"__proto__":{}}');
  expect(() => parseOrganizationFile(text)).toThrow("assessments[0].answers.__proto__: expected no such key");
});
