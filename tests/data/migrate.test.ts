import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { briefOf, summaryOf } from "@/lib/scoring/result-summary";
import { migrate } from "@/lib/server/db/migrate";
import { createMigration } from "@/lib/server/db/new-migration";
import { answered } from "../support/answered";
import { temporaryFolder } from "../support/folder";
import { MIGRATIONS } from "../support/migrations";
import { ended, printed, runFileElsewhere, runScript } from "../support/process";

const now = new Date("2026-11-24T10:00:00Z");
let folder = "";
const inFolder = (name: string) => path.join(folder, name);
const options = () => ({
  databaseFile: inFolder("data/app.db"),
  backupDirectory: inFolder("backups"),
  migrationsDirectory: inFolder("migrations"),
});

beforeEach(async () => {
  folder = await temporaryFolder();
  await cp(MIGRATIONS, inFolder("migrations"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function addMigration(name: string, sql: string) {
  await mkdir(inFolder(`migrations/${name}`), { recursive: true });
  await writeFile(inFolder(`migrations/${name}/migration.sql`), sql);
}

function withDatabase<T>(work: (database: Database.Database) => T, file = options().databaseFile): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const ANSWERED = `
  INSERT INTO Organization VALUES ('o', 'o', 'O', '2026-01-01');
  INSERT INTO Unit VALUES ('u', 'o', NULL, 'U', NULL, NULL, 0, 1, 1, 0, NULL, '2026-01-01', '2026-01-01');
  INSERT INTO FrameworkVersion VALUES ('f', 'f', '1.0.0', 'hash', '{}');
  INSERT INTO Assessment (id, organizationId, unitId, frameworkVersionId, depth, targetPhase, regulated, unitsInScope,
    processesInScope, suitability, acceptedActions, status, previousId, lastQuestion, createdAt, updatedAt, submittedAt)
    VALUES ('a', 'o', 'u', 'f', 'full', 'foundation', 0, 1, 1, '{}', '[]', 'draft', NULL, NULL, '2026-01-01', '2026-01-01', NULL);
  INSERT INTO Answer VALUES ('w', 'o', 'a', 'q', 3, NULL, 0, '', '[]', NULL, 0, 1, 'm', '2026-01-01');`;

const count = (table: string) => (database: Database.Database) =>
  database.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get();

test("the migrations lead to the schema", async () => {
  const schemaFile = path.resolve(MIGRATIONS, "../schema.prisma");
  const written = await createMigration(
    { name: "drift", schemaFile, migrationsDirectory: inFolder("migrations") },
    now,
  );
  expect(written).toBeNull();
});

test("a new database needs no copy, and a second run does nothing", async () => {
  const first = await migrate(options(), now);
  expect(first.applied).toEqual((await readdir(MIGRATIONS)).filter((name) => /^\d/.test(name)));
  expect(first.backup).toBeNull();
  expect(await migrate(options(), now)).toEqual({ applied: [], backup: null });
});

test("a database in use is copied before it is changed", async () => {
  await migrate(options(), now);
  withDatabase((database) => database.exec(ANSWERED));
  await addMigration("29990101000000_more", `ALTER TABLE "Unit" ADD COLUMN "more" TEXT;`);

  const { applied, backup } = await migrate(options(), now);
  expect(applied).toEqual(["29990101000000_more"]);
  expect(backup).toBe(inFolder("backups/app-2026-11-24T10-00-00-000Z.db"));
  expect(
    withDatabase((copy) => Object.keys(copy.prepare("SELECT * FROM Unit").get() ?? {}), backup ?? ""),
  ).not.toContain("more");
  expect(
    withDatabase((database) => Object.keys(database.prepare("SELECT * FROM Unit").get() ?? {})),
  ).toContain("more");
});

test("results stored before they had a summary and a brief get both", async () => {
  const later = ["20261124230340_result_summary", "20261125032437_result_brief"];
  for (const name of later) await rm(inFolder(`migrations/${name}`), { recursive: true });
  await migrate(options(), now);
  const content = evaluate(aiScaling, answered());
  withDatabase((database) => {
    database.exec(ANSWERED);
    const insert = "INSERT INTO Result VALUES ('r', 'o', 'a', 'f', 'hash', ?, '2026-01-01')";
    database.prepare(insert).run(JSON.stringify(content));
  });
  for (const name of later) {
    await cp(path.join(MIGRATIONS, name), inFolder(`migrations/${name}`), { recursive: true });
  }
  await migrate(options(), now);
  const stored = withDatabase((database) =>
    database.prepare<[], Record<string, string>>("SELECT summary, brief FROM Result").get(),
  );
  expect(JSON.parse(stored?.summary ?? "")).toEqual(summaryOf(content));
  expect(JSON.parse(stored?.brief ?? "")).toEqual(briefOf(content));
});

test("an upload stored before uploads had parts is still there, whole", async () => {
  const later = "20261128105322_upload_parts";
  await rm(inFolder(`migrations/${later}`), { recursive: true });
  await migrate(options(), now);
  const files = JSON.stringify([{ name: "units.csv", text: "name\nÅ😀" }]);
  withDatabase((database) => {
    database.exec(ANSWERED);
    const insert = `INSERT INTO Upload VALUES ('p', 'o', 'units', '["units.csv"]', ?, '2026-01-01')`;
    database.prepare(insert).run(files);
  });
  await cp(path.join(MIGRATIONS, later), inFolder(`migrations/${later}`), { recursive: true });
  await migrate(options(), now);
  const stored = withDatabase((database) =>
    database
      .prepare(
        "SELECT u.id, fileNames, complete, number, text FROM Upload u JOIN UploadPart ON uploadId = u.id",
      )
      .all(),
  );
  expect(stored).toEqual([{ id: "p", fileNames: '["units.csv"]', complete: 1, number: 0, text: files }]);
});

test("redefining a table, as Prisma does, keeps the rows that refer to it", async () => {
  await migrate(options(), now);
  withDatabase((database) => database.exec(ANSWERED));
  const definition = withDatabase((database) =>
    String(database.prepare("SELECT sql FROM sqlite_master WHERE name = 'Assessment'").pluck().get()),
  );
  await addMigration(
    "29990101000000_redefine",
    `PRAGMA defer_foreign_keys=ON;
    PRAGMA foreign_keys=OFF;
    ${definition.replace('"Assessment"', '"new_Assessment"')};
    INSERT INTO "new_Assessment" SELECT * FROM "Assessment";
    DROP TABLE "Assessment";
    ALTER TABLE "new_Assessment" RENAME TO "Assessment";
    CREATE UNIQUE INDEX "Assessment_organizationId_id_key" ON "Assessment"("organizationId", "id");
    PRAGMA foreign_keys=ON;
    PRAGMA defer_foreign_keys=OFF;`,
  );
  await migrate(options(), now);
  expect(withDatabase(count("Answer"))).toBe(1);
});

test("a migration that fails changes nothing, and works once it is mended", async () => {
  await migrate(options(), now);
  await addMigration("29990101000000_good", `CREATE TABLE "Good" ("id" TEXT);`);
  await addMigration(
    "29990102000000_bad",
    `CREATE TABLE "Bad" ("id" TEXT); INSERT INTO "Nowhere" VALUES (1);`,
  );
  await expect(migrate(options(), now)).rejects.toThrow("Nowhere");
  const tables = () =>
    withDatabase((database) =>
      database.prepare("SELECT name FROM sqlite_master WHERE name IN ('Good', 'Bad')").pluck().all(),
    );
  expect(tables()).toEqual([]);

  await addMigration("29990102000000_bad", `CREATE TABLE "Bad" ("id" TEXT);`);
  const later = new Date(now.getTime() + 1000);
  expect((await migrate(options(), later)).applied).toEqual(["29990101000000_good", "29990102000000_bad"]);
  expect(tables()).toEqual(["Good", "Bad"]);
});

test("a migration that leaves rows which refer to nothing is refused", async () => {
  await migrate(options(), now);
  withDatabase((database) => database.exec(ANSWERED));
  await addMigration("29990101000000_orphan", `DELETE FROM "Unit";`);
  await expect(migrate(options(), now)).rejects.toThrow("refer to nothing");
  expect(withDatabase(count("Unit"))).toBe(1);
});

test("a migration killed midway has not happened", { timeout: 60_000 }, async () => {
  await migrate(options(), now);
  await addMigration("29990101000000_first", `CREATE TABLE "First" ("id" INTEGER);`);
  await addMigration(
    "29990102000000_long",
    `INSERT INTO "First" WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1e9) SELECT i FROM n;`,
  );
  const runner = runFileElsewhere("tests/support/migrate-elsewhere.ts", JSON.stringify(options()));
  await printed(runner, "migrating");
  // Its pages have begun to spill into the log.
  await expect
    .poll(() => stat(inFolder("data/app.db-wal")), { timeout: 30_000 })
    .toSatisfy(({ size }) => size > 0);
  runner.kill("SIGKILL");
  await ended(runner);

  await addMigration("29990102000000_long", `INSERT INTO "First" VALUES (1);`);
  expect((await migrate(options(), now)).applied).toHaveLength(2);
  expect(withDatabase(count("First"))).toBe(1);
});

test("a database that a newer app has used is left alone", async () => {
  await addMigration("29990101000000_newer", `CREATE TABLE "Newer" ("id" TEXT);`);
  await migrate(options(), now);
  await rm(inFolder("migrations/29990101000000_newer"), { recursive: true });
  await expect(migrate(options(), now)).rejects.toThrow("newer version of the app");
});

test.each([
  ["at its beginning", 1],
  ["in its middle", 0.5],
  ["at its end", 0.9],
])("a database that is damaged %s is told as damaged, and left as it is", async (_where, where) => {
  await migrate(options(), now);
  const { databaseFile } = options();
  const bytes = await readFile(databaseFile);
  const pages = bytes.length / 4096;
  const page = where === 1 ? 1 : Math.floor(pages * where);
  await writeFile(databaseFile, bytes.fill(0xa5, page * 4096, (page + 2) * 4096));
  await expect(migrate(options(), now)).rejects.toThrow(`${databaseFile} is damaged.`);
  expect((await readFile(databaseFile)).equals(bytes)).toBe(true);
});

test("a database without what its migrations make is told as such, by the start with the way back", async () => {
  await migrate(options(), now);
  withDatabase((database) => database.exec(`PRAGMA foreign_keys=OFF; DROP TABLE "Answer"`));
  const { databaseFile, backupDirectory } = options();
  process.env.DATABASE_URL = `file:${databaseFile}`;
  process.env.BACKUP_DIRECTORY = backupDirectory;
  const why = `${databaseFile} does not have what its version of the app makes (table Answer, index`;
  const back = "To put a backup in its place: npm run restore FILE;";
  const none = await runScript("migrate");
  expect(none.code).toBe(1);
  expect(none.said).toContain(why);
  expect(none.said).toContain(`${back} there is none in ${backupDirectory}.`);
  await writeFile(inFolder("backups/app-2026-11-24T10-00-00-000Z.db"), "");
  expect((await runScript("migrate")).said).toContain(
    `${back} the newest is ${inFolder("backups/app-2026-11-24T10-00-00-000Z.db")}.`,
  );
  delete process.env.BACKUP_DIRECTORY;
});
