import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Assessment } from "@/lib/scoring/assessment";
import type { Result } from "@/lib/scoring/result";
import { briefOf, summaryOf } from "@/lib/scoring/result-summary";
import { hashOf } from "@/lib/server/data/canonical-json";
import { inputHashOf } from "@/lib/server/data/input-hash";
import { toAnswerColumns } from "@/lib/server/data/interchange";
import { migrate } from "@/lib/server/db/migrate";
import { readMigrations } from "@/lib/server/db/migrations";
import {
  GENERATED_ORGANIZATION,
  generatedAssessmentId,
  generatedRegionId,
  generatedUnitId,
  idOf,
} from "./generated-ids";
import { GENERATED_AT, generateUnit, REGION_NAMES } from "./generated-units";
import { MIGRATIONS } from "./migrations";

const FOLDER = path.join(tmpdir(), "scaling-readiness-generated");
const BATCH = 100;
const FRAMEWORK_HASH = hashOf(aiScaling);
const FRAMEWORK_ID = idOf(2, 0);
const GROUP_ID = idOf(3, 0);

/**
 * The file of a database whose local organization has this many assessed units, three submitted assessments each.
 * Written once for each state of the code that it depends on: copy it before you change it.
 */
export async function generatedDatabase(units: number): Promise<string> {
  const { migrationDirectories } = await readMigrations(MIGRATIONS);
  const written = ["generated-units.ts", "generated-database.ts"].map((name) =>
    readFile(path.join(import.meta.dirname, name), "utf8"),
  );
  const [first] = resultsOf(0);
  const state = hashOf([await Promise.all(written), migrationDirectories, FRAMEWORK_HASH, first]);
  const file = path.join(FOLDER, `${units}-units-${state.slice(0, 16)}.db`);
  if (existsSync(file)) return file;

  await mkdir(FOLDER, { recursive: true });
  const partial = `${file}.${process.pid}`;
  await rm(partial, { force: true });
  await migrate(
    { databaseFile: partial, backupDirectory: FOLDER, migrationsDirectory: MIGRATIONS },
    GENERATED_AT,
  );
  write(partial, units);
  // Its name only once it is whole: tests run beside each other.
  await rename(partial, file);
  return file;
}

function write(file: string, units: number) {
  const database = new Database(file);
  try {
    // The file is thrown away when this fails.
    database.pragma("journal_mode = OFF");
    database.pragma("synchronous = OFF");
    const insert = inserter(database);
    const inOneGo = database.transaction((work: () => void) => work());
    inOneGo(() => writeFrame(insert));
    for (let from = 0; from < units; from += BATCH) {
      inOneGo(() => {
        for (let index = from; index < Math.min(units, from + BATCH); index++) writeUnit(insert, index);
      });
    }
  } finally {
    database.close();
  }
}

type Row = Readonly<Record<string, unknown>>;
type Insert = (table: string, row: Row) => void;

/** Writes values as the app's adapter does: dates as text with an offset, JSON as text. */
function inserter(database: Database.Database): Insert {
  const statements = new Map<string, Database.Statement<unknown[]>>();
  return (table, row) => {
    const columns = Object.keys(row);
    const sql = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`)}) VALUES (${columns.map(() => "?")})`;
    const statement = statements.get(sql) ?? database.prepare<unknown[]>(sql);
    statements.set(sql, statement);
    statement.run(Object.values(row).map(stored));
  };
}

function stored(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  if (typeof value === "boolean") return Number(value);
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}

const TIMES = { createdAt: new Date("2025-11-01T08:00:00Z"), updatedAt: new Date("2025-11-01T08:00:00Z") };
const IN_ORGANIZATION = { organizationId: GENERATED_ORGANIZATION };
const GROUPING = { ...IN_ORGANIZATION, regulated: false, unitsInScope: 0, processesInScope: 0, ...TIMES };

function writeFrame(insert: Insert) {
  insert("Organization", {
    id: GENERATED_ORGANIZATION,
    slug: "my-organization",
    name: "Northfield Group",
    createdAt: TIMES.createdAt,
  });
  const { key, version } = aiScaling;
  insert("FrameworkVersion", { id: FRAMEWORK_ID, key, version, hash: FRAMEWORK_HASH, content: aiScaling });
  insert("Unit", { id: GROUP_ID, name: "Northfield Group", parentId: null, region: null, ...GROUPING });
  for (const [index, region] of REGION_NAMES.entries()) {
    insert("Unit", { id: generatedRegionId(index), name: region, parentId: GROUP_ID, region, ...GROUPING });
  }
}

function writeUnit(insert: Insert, index: number) {
  const { submissions, ...details } = generateUnit(index);
  const unitId = generatedUnitId(index);
  const parentId = generatedRegionId(REGION_NAMES.indexOf(details.region));
  insert("Unit", { id: unitId, ...IN_ORGANIZATION, parentId, ...details, ...TIMES });
  const results = resultsOf(index);
  for (const [step, { submittedAt, assessment }] of submissions.entries()) {
    const links = { unitId, previousId: step === 0 ? null : generatedAssessmentId(index, step - 1) };
    const id = generatedAssessmentId(index, step);
    writeAssessment(insert, { id, ...links }, assessment, submittedAt);
    const scored = results[step];
    if (!scored) throw new Error("Expected a result for each submission.");
    const { result, inputHash } = scored;
    insert("Result", {
      id: idOf(7, index * 3 + step),
      ...IN_ORGANIZATION,
      assessmentId: id,
      frameworkVersionId: FRAMEWORK_ID,
      inputHash,
      brief: briefOf(result),
      summary: summaryOf(result),
      content: result,
      computedAt: submittedAt,
    });
  }
}

function writeAssessment(
  insert: Insert,
  links: { id: string; unitId: string; previousId: string | null },
  { depth, targetPhase, unit, suitability, acceptedActions, respondents }: Assessment,
  submittedAt: Date,
) {
  const { name, ...context } = unit;
  insert("Assessment", {
    ...links,
    ...IN_ORGANIZATION,
    frameworkVersionId: FRAMEWORK_ID,
    ...{ depth, targetPhase, ...context, suitability, acceptedActions, status: "submitted" },
    ...{ createdAt: submittedAt, updatedAt: submittedAt, submittedAt },
  });
  for (const [question, answer] of respondents.flatMap(({ answers }) => Object.entries(answers))) {
    insert("Answer", {
      id: `${links.id} ${question}`,
      ...IN_ORGANIZATION,
      assessmentId: links.id,
      question,
      ...toAnswerColumns(answer),
      ...{ revision: 1, mutationId: "generated", updatedAt: submittedAt },
    });
  }
}

/** As submitting stores them: each compared with the one before. */
function resultsOf(index: number): { result: Result; inputHash: string }[] {
  const assessments = generateUnit(index).submissions.map(({ assessment }) => assessment);
  return assessments.map((assessment, step) => {
    const previous = assessments[step - 1];
    return {
      result: evaluate(aiScaling, assessment, previous),
      inputHash: inputHashOf(FRAMEWORK_HASH, assessment, previous),
    };
  });
}
