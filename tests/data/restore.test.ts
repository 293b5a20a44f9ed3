import { readdirSync, statSync } from "node:fs";
import { copyFile, cp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDatabase } from "@/lib/server/db/lock";
import { migrate } from "@/lib/server/db/migrate";
import { type Restore, restoreDatabase } from "@/lib/server/db/restore";
import { temporaryFolder } from "../support/folder";
import { MIGRATIONS } from "../support/migrations";
import { ended, printed, runElsewhere, runFileElsewhere, runScript } from "../support/process";
import { noSmallDisk, onSmallDisk } from "../support/small-disk";

let folder = "";
const inFolder = (name: string) => path.join(folder, name);
const current = () => inFolder("data/app.db");
const backup = () => inFolder("backup.db");
const data = async () => (await readdir(inFolder("data"))).sort();
const NO_DATABASE = "no database, but long enough for the header of one".repeat(9);
const KEPT = /^app-before-restore-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.db$/;

beforeEach(async () => {
  folder = await temporaryFolder();
  process.env.DATABASE_URL = `file:${current()}`;
  for (const [file, slug] of [
    [current(), "current"],
    [backup(), "backup"],
  ] as const) {
    await migrate(
      { databaseFile: file, backupDirectory: folder, migrationsDirectory: MIGRATIONS },
      new Date(),
    );
    withDatabase(file, (database) => insert(database, slug));
  }
});
afterEach(() => rm(folder, { recursive: true }));

function withDatabase<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function insert(database: Database.Database, slug: string, name = slug) {
  database.prepare("INSERT INTO Organization VALUES (?, ?, ?, '2026-01-01')").run(slug, slug, name);
}

/** What is in a database, which has to be sound. */
function slugsIn(file: string): string[] {
  return withDatabase(file, (database) => {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return database.prepare<[], string>("SELECT slug FROM Organization ORDER BY slug").pluck().all();
  });
}

const restore = (file = backup()) =>
  restoreDatabase({ file, databaseFile: current(), migrationsDirectory: MIGRATIONS }, new Date());

/** The name of the database that was put away. */
const kept = async () => (await data()).find((name) => KEPT.test(name)) ?? "";

/** Leaves a row that only the write-ahead log holds. */
async function writeAndDie() {
  const app = runElsewhere(`
    import Database from "better-sqlite3";
    const database = new Database(${JSON.stringify(current())});
    database.pragma("journal_mode = WAL");
    database.exec("INSERT INTO Organization VALUES ('late', 'late', 'late', '2026-01-01')");
    process.kill(process.pid, "SIGKILL");
  `);
  await ended(app);
}

async function expectRefused(file: string, outcome: Restore["outcome"]) {
  const before = await data();
  expect(await restore(file)).toEqual({ outcome });
  expect(await data()).toEqual(before);
  expect(slugsIn(current())).toEqual(["current"]);
}

test("the backup is in the place of the database, which is kept beside it", async () => {
  const { code, said } = await runScript("restore", backup());
  const away = await kept();
  expect({ code, said }).toEqual({
    code: 0,
    said: `Restored ${current()} from ${backup()}\nThe database before is kept as ${inFolder(`data/${away}`)}\n`,
  });
  expect(await data()).toEqual([away, "app.db"].sort());
  expect(slugsIn(current())).toEqual(["backup"]);
  expect(slugsIn(inFolder(`data/${away}`))).toEqual(["current"]);
  expect(slugsIn(backup())).toEqual(["backup"]);
});

test("what only the write-ahead log holds is kept too, and does not end up in the backup", async () => {
  await writeAndDie();
  expect(await data()).toContain("app.db-wal");

  expect((await restore()).outcome).toBe("restored");
  expect(slugsIn(current())).toEqual(["backup"]);
  expect(slugsIn(inFolder(`data/${await kept()}`))).toEqual(["current", "late"]);
});

test("a place without a database gets one, and a stray log beside it is kept apart", async () => {
  await rm(inFolder("data"), { recursive: true });
  expect(await restore()).toEqual({ outcome: "restored", kept: null });
  expect(slugsIn(current())).toEqual(["backup"]);

  await writeAndDie();
  await rm(current());
  const stray = await readFile(`${current()}-wal`);
  expect(await restore()).toEqual({ outcome: "restored", kept: null });
  expect(slugsIn(current())).toEqual(["backup"]);
  const apart = (await data()).find((name) => /^app-before-restore-.*-wal$/.test(name)) ?? "";
  expect(await readFile(inFolder(`data/${apart}`))).toEqual(stray);
});

test("a database that cannot be read any more is kept as it is", async () => {
  await writeFile(current(), NO_DATABASE);
  expect((await restore()).outcome).toBe("restored");
  expect(slugsIn(current())).toEqual(["backup"]);
  expect(await readFile(inFolder(`data/${await kept()}`), "utf8")).toBe(NO_DATABASE);
});

test("a backup of an older version is brought up to date by the next start", async () => {
  const last = (await readdir(MIGRATIONS)).filter((name) => /^\d/.test(name)).at(-1) ?? "";
  const migrationsDirectory = inFolder("older-migrations");
  await cp(MIGRATIONS, migrationsDirectory, { recursive: true });
  await rm(path.join(migrationsDirectory, last), { recursive: true });
  const databaseFile = inFolder("older.db");
  await migrate({ databaseFile, backupDirectory: folder, migrationsDirectory }, new Date());
  withDatabase(databaseFile, (database) => insert(database, "older"));
  expect((await restore(databaseFile)).outcome).toBe("restored");
  expect((await runScript("migrate")).said).toContain(`Applied ${last}`);
  expect(slugsIn(current())).toEqual(["older"]);
});

test("refuses what is no file, no database, and the database itself", async () => {
  await expectRefused(inFolder("none.db"), "not-found");
  await expectRefused(folder, "not-found");
  await expectRefused(current(), "own-database");
  await writeFile(inFolder("text.db"), NO_DATABASE);
  await expectRefused(inFolder("text.db"), "not-sqlite");
});

test("a refusal is one line that names the file", async () => {
  await writeFile(inFolder("text.db"), NO_DATABASE);
  const said = `${inFolder("text.db")} is not a SQLite database.\n`;
  expect(await runScript("restore", inFolder("text.db"))).toEqual({ code: 1, said });
  expect(await runScript("restore")).toEqual({ code: 1, said: "Usage: npm run restore FILE\n" });
});

test("refuses a damaged file: cut off, or with a page overwritten", async () => {
  await copyFile(backup(), inFolder("bad.db"));
  await truncate(inFolder("bad.db"), 50_000);
  await expectRefused(inFolder("bad.db"), "damaged");

  const page = withDatabase(backup(), (database) =>
    Number(database.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'Answer'").pluck().get()),
  );
  const bytes = await readFile(backup());
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  await writeFile(inFolder("bad.db"), bytes);
  await expectRefused(inFolder("bad.db"), "damaged");
});

test("refuses a database of another app, with Prisma's migrations or without", async () => {
  withDatabase(inFolder("other.db"), (database) => database.exec("CREATE TABLE Organization (slug TEXT)"));
  await expectRefused(inFolder("other.db"), "foreign");
  await writeFile(inFolder("empty.db"), "");
  await expectRefused(inFolder("empty.db"), "foreign");
  withDatabase(backup(), (database) =>
    database.exec("UPDATE _prisma_migrations SET migration_name = 'other_' || migration_name"),
  );
  await expectRefused(backup(), "foreign");
});

test.each<[string, string, object]>([
  [
    "all tables dropped",
    `PRAGMA foreign_keys=OFF; ${["Answer", "Unit"].map((table) => `DROP TABLE "${table}"`).join(";")}`,
    { outcome: "other-schema", where: expect.stringMatching(/^table Answer, table Unit/) },
  ],
  [
    "a column less",
    `ALTER TABLE "Answer" DROP COLUMN "note"`,
    { outcome: "other-schema", where: "table Answer" },
  ],
  [
    "a column more",
    `ALTER TABLE "Answer" ADD COLUMN "mine" TEXT`,
    { outcome: "other-schema", where: "table Answer" },
  ],
  [
    "an index less",
    `DROP INDEX "Organization_slug_key"`,
    { outcome: "other-schema", where: "index Organization_slug_key" },
  ],
  ["a table more", `CREATE TABLE "Mine" ("id" TEXT)`, { outcome: "added-schema", where: "table Mine" }],
  [
    "a trigger",
    `CREATE TRIGGER "mine" AFTER INSERT ON "Organization" BEGIN DELETE FROM "Organization"; END`,
    { outcome: "added-schema", where: "trigger mine" },
  ],
  ["a view", `CREATE VIEW "Mine" AS SELECT 1`, { outcome: "added-schema", where: "view Mine" }],
  [
    "a view in the place of the migrations",
    `ALTER TABLE "_prisma_migrations" RENAME TO "m"; CREATE VIEW "_prisma_migrations" AS SELECT * FROM "m"`,
    { outcome: "foreign" },
  ],
  [
    "a row that refers to nothing",
    `PRAGMA foreign_keys=OFF;
      INSERT INTO "Upload" VALUES ('u', 'nobody', 'units', '[]', 1, '2026-01-01')`,
    { outcome: "broken-reference", where: "Upload" },
  ],
  ...(
    [
      ["JSON that is none", `INSERT INTO "Upload" VALUES ('u', 'backup', 'units', '{', 1, '2026-01-01')`],
      [
        "JSON that is no text",
        `INSERT INTO "Upload" VALUES ('u', 'backup', 'units', x'7b7d', 1, '2026-01-01')`,
      ],
    ] as const
  ).map(
    ([what, sql]) =>
      [what, sql, { outcome: "unreadable", where: "Upload.fileNames" }] as [string, string, object],
  ),
  ...(["'soon'", "'12:00'", "1.5", "x'00'"] as const).map(
    (time) =>
      [
        `a time that is ${time}`,
        `UPDATE "Organization" SET "createdAt" = ${time}`,
        { outcome: "unreadable", where: "Organization.createdAt" },
      ] as [string, string, object],
  ),
  [
    "a name that is no text",
    `UPDATE "Organization" SET "name" = x'00ff'`,
    { outcome: "unreadable", where: "Organization.name" },
  ],
])("refuses a backup with %s", async (_what, sql, answer) => {
  withDatabase(backup(), (database) => database.exec(sql));
  const before = await data();
  expect(await restore()).toEqual(answer);
  expect(await data()).toEqual(before);
  expect(slugsIn(current())).toEqual(["current"]);
});

test("what is wrong with a backup is one line that says where", async () => {
  withDatabase(backup(), (database) => database.exec(`UPDATE "Organization" SET "createdAt" = 'soon'`));
  expect(await runScript("restore", backup())).toEqual({
    code: 1,
    said: `${backup()} has what cannot be read (in Organization.createdAt): name another backup.\n`,
  });
});

test("refuses a database of a newer version", async () => {
  withDatabase(backup(), (database) =>
    database.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('n', 'n', '29990101000000_newer', 1)`),
  );
  await expectRefused(backup(), "newer-version");
});

test("refuses while the app has the database open, though it does nothing", async () => {
  process.env.BACKUP_DAILY = "off";
  const app = runFileElsewhere("tests/support/idle-app.ts");
  delete process.env.BACKUP_DAILY;
  await printed(app, "open");
  await expectRefused(backup(), "in-use");
  app.kill("SIGKILL");
  await ended(app);
  expect((await restore()).outcome).toBe("restored");
});

test("an app that starts during a restore finds the database locked", async () => {
  const lock = lockDatabase(current());
  if (typeof lock === "string") throw new Error(lock);
  const app = runElsewhere(`
    import Database from "better-sqlite3";
    const database = new Database(${JSON.stringify(current())}, { timeout: 0 });
    try {
      console.log(database.pragma("journal_mode = WAL"));
    } catch ({ code }) {
      console.log(code);
    }
  `);
  await ended(app);
  lock.close();
  expect(app.output()).toBe("SQLITE_BUSY\n");
});

test("an app that has found the database before a restore, and opens it after, cannot write to it", async () => {
  const late = new Database(current());
  // In another process: this one would share its locks.
  expect(await runScript("restore", backup())).toMatchObject({ code: 0 });
  expect(() => late.pragma("journal_mode = WAL")).toThrow("readonly");
  late.close();
  expect(await data()).toEqual([await kept(), "app.db"].sort());
});

/** Whether a restore was killed once a file that is seen was there, and did not end before. */
async function restoreIsKilled(seen: RegExp): Promise<boolean> {
  const restoring = runFileElsewhere("scripts/restore.ts", backup());
  const isSeen = () => readdirSync(inFolder("data")).some((name) => seen.test(name));
  while (restoring.exitCode === null && !isSeen()) await new Promise((resolve) => setImmediate(resolve));
  restoring.kill("SIGKILL");
  await ended(restoring);
  if (restoring.signalCode === "SIGKILL") return true;
  expect({ code: restoring.exitCode, said: restoring.output() }).toMatchObject({ code: 0 });
  return false;
}

test.for([
  { point: "while the backup is copied", seen: /^app-restoring-.*\.db$/ },
  { point: "while the database is put away", seen: /^app-before-restore-.*\.partial$/ },
  { point: "once the database is put away", seen: /^app-before-restore-.*Z\.db$/ },
])("killed $point, a whole database is in the place", { timeout: 60_000 }, async ({ seen }) => {
  for (const [file, slug] of [
    [current(), "current"],
    [backup(), "backup"],
  ] as const) {
    withDatabase(file, (database) => {
      for (let n = 0; n < 4; n++) insert(database, `${slug}-${n}`, slug.repeat(700_000));
    });
  }
  const whole = [slugsIn(current()), slugsIn(backup())];
  await cp(inFolder("data"), inFolder("before"), { recursive: true });
  // On a busy machine the restore may be over before the kill.
  while (!(await restoreIsKilled(seen))) {
    await rm(inFolder("data"), { recursive: true });
    await cp(inFolder("before"), inFolder("data"), { recursive: true });
  }
  expect(whole).toContainEqual(slugsIn(current()));

  expect((await restore()).outcome).toBe("restored");
  expect(slugsIn(current())).toEqual(whole[1]);
});

test("a disk that is full is one line, and leaves the database as it was", (context) => {
  const why = noSmallDisk(inFolder("data"));
  context.skip(why !== "", why);
  const { stderr, stdout } = onSmallDisk(
    inFolder("data"),
    // Room for one copy and half of another.
    Math.ceil((statSync(backup()).size / 1024) * 1.5),
    `cp "${backup()}" "$0/app.db" &&
    ! node --conditions=react-server --import tsx scripts/restore.ts "${backup()}" &&
    cmp "${backup()}" "$0/app.db" && ls "$0"`,
  );
  expect({ stderr, stdout }).toEqual({
    stderr: "The restore failed: the disk is full (SQLITE_FULL).\n",
    stdout: "app.db\n",
  });
});
