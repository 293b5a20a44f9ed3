import fc from "fast-check";
import { expect, test } from "vitest";
import { answersCsv, answersTemplate } from "@/lib/assessments/answer-csv";
import { parseDraftTable } from "@/lib/assessments/draft-table";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { askedFramework } from "@/lib/framework/depth";
import type { Answer, Answers, Assessment } from "@/lib/scoring/assessment";
import { wellFormed } from "@/lib/text/well-formed";
import { answered } from "../../support/answered";
import { assessmentsOf, questionKeysOf } from "../../support/arbitraries";

const HEADER = "unit,targetPhase,question,answer,note,evidence,certainty";
const csv = (...rows: string[]) => [HEADER, ...rows].join("\n");
const read = (text: string) => parseDraftTable({ text }, [aiScaling]);

/** As it is stored: an empty note or list is none. */
function stored({ note, evidence, ...answer }: Answer): Answer {
  return {
    ...answer,
    ...(note && { note }),
    ...(evidence && evidence.length > 0 && { evidence }),
  } as Answer;
}

const cells = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", '"', ",", ";", " ", "\uFEFF", "a"),
    maxLength: 12,
  }),
);
const notes = cells.map((text) => wellFormed(`${text}.`));
const links = fc.array(fc.webUrl({ withQueryParameters: true, withFragments: true }), { maxLength: 3 });

const drafts: fc.Arbitrary<Assessment> = assessmentsOf(aiScaling).chain((assessment) => {
  const keys = questionKeysOf(askedFramework(aiScaling, assessment.depth));
  return fc
    .array(fc.record({ note: notes, evidence: links }), { minLength: 1, maxLength: 5 })
    .map((remarks) => {
      const given = assessment.respondents[0]?.answers ?? {};
      const answers: Answers = Object.fromEntries(
        keys.flatMap((key, index) => {
          const answer = given[key];
          return answer ? [[key, stored({ ...answer, ...remarks[index % remarks.length] })]] : [];
        }),
      );
      return { ...assessment, acceptedActions: [], respondents: [{ name: "Assessor", answers }] };
    });
});

test("a draft that goes out as a table comes back with the same answers, whatever its notes hold", () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const read = parseDraftTable({ text: answersCsv(aiScaling, draft) }, [aiScaling]);
      expect(read).toEqual({ drafts: [{ place: "line 2", assessment: draft }], faults: [], more: 0 });
    }),
    { numRuns: 60 },
  );
});

test("every cell that a spreadsheet would run is quoted on the way out, also before a line break", () => {
  const note = "=HYPERLINK(1)\nfoo";
  const respondents = [{ name: "Assessor", answers: { "ai-platform.reuse": { level: 3 as const, note } } }];
  const text = answersCsv(aiScaling, answered({ respondents }));
  expect(text).toContain(`,"'${note}",`);
  expect(read(text).drafts[0]?.assessment.respondents).toEqual(respondents);
});

test("the template is a file that can be read, with all that is asked and nothing answered", () => {
  const { drafts, faults } = read(answersTemplate(aiScaling));
  expect(faults).toEqual([]);
  expect(drafts).toMatchObject([
    {
      place: "line 2",
      assessment: {
        depth: "full",
        targetPhase: "expansion",
        unit: { name: "Retail group", regulated: false, unitsInScope: 1, processesInScope: 1 },
        suitability: { conditions: {}, warnings: {} },
        respondents: [{ answers: {} }],
      },
    },
  ]);
  const filled = answersTemplate(aiScaling).replaceAll(/,,,,\r\n/g, ",yes,,,\r\n");
  const { faults: told } = read(filled);
  expect(told).toHaveLength(60);
});

test("what a person types is read: words for keys, semicolons, columns in any order, one row's scope for all", () => {
  const { drafts, faults } = read(
    [
      "Question;Answer;Unit;Target phase;Depth;Regulated;Units in scope;Note;Certainty",
      "ai-platform.reuse;4;Plant;Maturity;Quick;Yes;12;;Verified",
      "sponsorship.owner;Don't know;;;;;;;",
      "conditions.provenPilots;Partly;;;;;;;",
      "warnings.unstablePilots;no;;;;;;;",
      ";;;;;;;;",
      "ai-platform.reuse;Out of scope;Stores;foundation;;;;=not run;",
      "ai-platform.elasticity;;;;;;;;",
    ].join("\r\n"),
  );
  expect(faults).toEqual([]);
  expect(drafts).toMatchObject([
    {
      place: "line 2",
      assessment: {
        depth: "quick",
        targetPhase: "maturity",
        unit: { name: "Plant", regulated: true, unitsInScope: 12, processesInScope: 1 },
        suitability: { conditions: { provenPilots: "partly" }, warnings: { unstablePilots: false } },
      },
    },
    { place: "line 7", assessment: { depth: "full", targetPhase: "foundation", unit: { name: "Stores" } } },
  ]);
  expect(drafts.map(({ assessment }) => assessment.respondents[0]?.answers)).toEqual([
    { "ai-platform.reuse": { level: 4, certainty: "verified" }, "sponsorship.owner": { dontKnow: true } },
    { "ai-platform.reuse": { notApplicable: "outOfScope", note: "=not run" } },
  ]);
});

const scoped = (columns: string, row: string) =>
  `unit,targetPhase,question,answer,${columns}\nA,maturity,ai-platform.reuse,3,${row}`;

const FAULTS = [
  ["", "line 1", "The file is empty."],
  [HEADER, "line 2", "There is no answer."],
  ["unit,answer\nA,3", "line 1", "There is no column question."],
  [csv(",maturity,ai-platform.reuse,3"), "line 2, unit", "Expected the name of a unit."],
  [csv("A,,ai-platform.reuse,3"), "line 2, targetPhase", "Expected one of foundation, expansion,"],
  [csv("A,soon,ai-platform.reuse,3"), "line 2, targetPhase", "Expected one of foundation, expansion,"],
  [
    csv("A,,ai-platform.reuse,3", "A,maturity,ai-platform.elasticity,3", "A,expansion,people.staffing,2"),
    "line 4, targetPhase",
    "Expected “maturity” as in line 3, or nothing",
  ],
  [csv("A,maturity,ai-platform.speed,3"), "line 2, question", "Expected the key of a question"],
  [csv("A,maturity,__proto__,3"), "line 2, question", "Expected the key of a question"],
  [
    csv("A,maturity,people.staffing,3", "A,,people.staffing,"),
    "line 3, question",
    "stands in line 2 already",
  ],
  [csv("A,maturity,people.staffing,6"), "line 2, answer", "Expected 1 to 5, dontKnow, or outOfScope,"],
  [csv("A,maturity,people.staffing,2.5"), "line 2, answer", "Expected 1 to 5"],
  [csv("A,maturity,people.staffing,,seen"), "line 2, note", "Expected nothing, as there is no answer"],
  [csv("A,maturity,people.staffing,other"), "line 2, note", "Expected a note that says why"],
  [csv(`A,maturity,people.staffing,3,${"x".repeat(4001)}`), "line 2, note", "Expected at most 4000 char"],
  [csv("A,maturity,people.staffing,3,,see wiki"), "line 2, evidence", "Expected an http or https address."],
  [csv("A,maturity,people.staffing,3,,,sure"), "line 2, certainty", "Expected one of verified, informed"],
  [csv("A,maturity,conditions.resources,4"), "line 2, answer", "Expected yes, partly or no."],
  [csv("A,maturity,warnings.noFoundation,partly"), "line 2, answer", "Expected yes or no."],
  [csv("A,maturity,warnings.noFoundation,no,seen"), "line 2, note", "Expected nothing, as answers on suit"],
  [
    scoped("depth", "quick").replace("reuse", "elasticity"),
    "line 2, answer",
    "quick assessment does not ask",
  ],
  [scoped("depth", "deep"), "line 2, depth", "Expected one of quick, full."],
  [scoped("regulated", "perhaps"), "line 2, regulated", "Expected yes or no."],
  [scoped("unitsInScope", "many"), "line 2, unitsInScope", "Expected a whole number."],
  [scoped("processesInScope", "-1"), "line 2, processesInScope", "Expected at least 0."],
  [scoped("framework", "ai-scaling@9.0.0"), "line 2, framework", "Expected ai-scaling@1.0.0."],
  [csv(`${"x".repeat(251)},maturity,people.staffing,3`), "line 2, unit", "Expected at most 250 characters."],
] as const;

test.each(FAULTS.map(([text, place, says]) => [place, says, text] as const))(
  "%s: %s",
  (place, says, text) => {
    const { drafts, faults } = read(text);
    expect(drafts).toEqual([]);
    expect(faults).toEqual([{ place, text: expect.stringContaining(says) }]);
  },
);

test("every fault of every row is told", () => {
  const { faults } = read(
    csv("A,maturity,people.staffing,9", "A,,people.nothing,x", "B,maturity,people.staffing,3", ",,nothing,3"),
  );
  expect(faults.map(({ place }) => place)).toEqual([
    "line 2, answer",
    "line 3, question",
    "line 5, question",
  ]);
});

test("any text at all is either read or refused with a place, never a throw", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cells, { maxLength: 7 }), { maxLength: 5 }), (rows) => {
      const { drafts, faults } = read(csv(...rows.map((row) => row.join(","))));
      expect(drafts.length + faults.length).toBeGreaterThan(0);
    }),
  );
});
