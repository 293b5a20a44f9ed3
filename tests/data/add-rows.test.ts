import fc from "fast-check";
import { expect, test } from "vitest";
import { addRows } from "@/lib/server/db/add-rows";
import { db } from "@/lib/server/db/client";
import { freshDatabaseOnce } from "../support/database";
import { newAssessment, newOrganization, newUnit } from "../support/organization";

freshDatabaseOnce();

const text = fc.string({ unit: "grapheme" });
const optional = fc.option(text);
const time = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const id = fc.uuid();

/** As SQLite has it: types, letters and all. */
async function stored(table: string): Promise<unknown> {
  const columns = await db.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM pragma_table_info('${table}')`,
  );
  const row = columns.map(({ name }) => `quote("${name}")`).join(" || ', ' || ");
  return db.$queryRawUnsafe(`SELECT ${row} AS row FROM "${table}" ORDER BY "id"`);
}

type Adding<Row> = {
  table: string;
  rows: fc.Arbitrary<Row[]>;
  many: (rows: Row[]) => Promise<void>;
  one: (row: Row) => Promise<unknown>;
  clear: () => Promise<unknown>;
};

async function alike<Row>({ table, rows, many, one, clear }: Adding<Row>) {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      await many(all);
      const together = await stored(table);
      await clear();
      for (const row of all) await one(row);
      expect(together).toEqual(await stored(table));
      await clear();
    }),
    { numRuns: 20 },
  );
}

const listOf = <Row>(row: fc.Arbitrary<Row>) => fc.array(row, { minLength: 1, maxLength: 8 });

test("rows are stored as Prisma stores them one by one", async () => {
  const member = await newOrganization();
  const { organizationId } = member;
  const unitId = await newUnit(member);
  const assessmentId = await newAssessment(member, { unitId });
  const units = fc.record({
    id,
    organizationId: fc.constant(organizationId),
    parentId: fc.constantFrom(null, unitId),
    name: text,
    region: optional,
    industry: optional,
    regulated: fc.boolean(),
    unitsInScope: fc.nat(),
    processesInScope: fc.nat(),
    sample: fc.boolean(),
    archivedAt: fc.option(time),
    createdAt: time,
    updatedAt: time,
  });
  const answers = fc.record({
    id,
    organizationId: fc.constant(organizationId),
    assessmentId: fc.constant(assessmentId),
    question: id,
    level: fc.option(fc.integer({ min: 1, max: 5 })),
    notApplicable: optional,
    dontKnow: fc.boolean(),
    note: text,
    evidence: fc.array(text),
    certainty: optional,
    carriedOver: fc.boolean(),
    revision: fc.nat(),
    mutationId: id,
    updatedAt: time,
  });
  const items = fc.record({
    id,
    organizationId: fc.constant(organizationId),
    unitId: fc.constant(unitId),
    kind: text,
    name: id,
    owner: optional,
    stage: optional,
    serves: fc.array(text),
    value: optional,
    riskClass: optional,
    reviewedOn: optional,
    note: text,
    revision: fc.nat(),
    createdAt: time,
    updatedAt: time,
  });
  const entries = fc.record({
    id,
    organizationId: fc.constant(organizationId),
    unitId: fc.constant(unitId),
    risk: id,
    revision: fc.nat(),
    owner: optional,
    treatment: optional,
    acceptedBy: optional,
    acceptedUntil: optional,
    contingency: text,
    indicator: text,
    reviewOn: optional,
    note: text,
    createdAt: time,
  });
  const { frameworkVersionId } = await db.assessment.findUniqueOrThrow({ where: { id: assessmentId } });
  const json = fc.dictionary(
    // Prisma itself passes such a key over.
    text.filter((key) => key !== "__proto__"),
    fc.oneof(text, fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
  );
  const assessments = fc.record({
    id,
    organizationId: fc.constant(organizationId),
    unitId: fc.constant(unitId),
    frameworkVersionId: fc.constant(frameworkVersionId),
    depth: text,
    targetPhase: text,
    regulated: fc.boolean(),
    unitsInScope: fc.nat(),
    processesInScope: fc.nat(),
    suitability: json,
    suitabilityMarks: json,
    acceptedActions: fc.array(text),
    status: text,
    previousId: fc.constantFrom(null, assessmentId),
    lastQuestion: optional,
    createdAt: time,
    updatedAt: time,
    submittedAt: fc.option(time),
  });
  const results = fc.record({
    id,
    organizationId: fc.constant(organizationId),
    assessmentId: fc.constant(assessmentId),
    frameworkVersionId: fc.constant(frameworkVersionId),
    inputHash: text,
    computedAt: time,
    brief: json,
    summary: json,
    content: json,
  });
  const added = { not: unitId };
  await alike({
    table: "Unit",
    rows: listOf(units),
    many: (rows) => addRows("Unit", rows, db),
    one: (data) => db.unit.create({ data }),
    clear: () => db.unit.deleteMany({ where: { id: added } }),
  });
  await alike({
    table: "Answer",
    rows: listOf(answers),
    many: (rows) => addRows("Answer", rows, db),
    one: (data) => db.answer.create({ data }),
    clear: () => db.answer.deleteMany(),
  });
  await alike({
    table: "Assessment",
    rows: listOf(assessments),
    many: (rows) => addRows("Assessment", rows, db),
    one: (data) => db.assessment.create({ data }),
    clear: () => db.assessment.deleteMany({ where: { id: { not: assessmentId } } }),
  });
  await alike({
    table: "Result",
    // An assessment has one.
    rows: fc.array(results, { minLength: 1, maxLength: 1 }),
    many: (rows) => addRows("Result", rows, db),
    one: (data) => db.result.create({ data }),
    clear: () => db.result.deleteMany(),
  });
  await alike({
    table: "InventoryItem",
    rows: listOf(items),
    many: (rows) => addRows("InventoryItem", rows, db),
    one: (data) => db.inventoryItem.create({ data }),
    clear: () => db.inventoryItem.deleteMany(),
  });
  await alike({
    table: "RiskEntry",
    rows: listOf(entries),
    many: (rows) => addRows("RiskEntry", rows, db),
    one: (data) => db.riskEntry.create({ data }),
    clear: () => db.riskEntry.deleteMany(),
  });
});
